/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the handler could have known a pattern: by the first word about who shows its tell that she
 * heard after the tell.  For the review; nobody in the battle acts on it.  */
#include "sim/sim-legion.h"
#include "sim/sim-link.h"

#define RANGED_M 1000.0f /* a ranging round is told of from so near to what it is meant for */

/* ---- Whom a report is about ----------------------------------------------------------------- */

/* The speaker's platoon numbers what it sees.  */
static const SimGroup *
group_seen (const SimWorld *world, const SimReport *report)
{
  const SimContact *contact;
  int found;

  if (report->platoon >= world->n_platoons)
    return NULL;
  found = sim_contact_find (world, report->platoon, report->contact);
  if (found < 0)
    return NULL;
  contact = &world->platoons[report->platoon].contacts[found];
  return contact->group < world->n_groups ? &world->groups[contact->group] : NULL;
}

/* The hearer numbers voices.  */
static const SimGroup *
group_heard (const SimWorld *world, const SimReport *report)
{
  for (size_t g = 0; report->voice != 0 && g < world->n_groups; g++)
    if (world->hearing.voices[g].number == report->voice)
      return &world->groups[g];
  return NULL;
}

static bool
speaks_within (const SimWorld *world, const SimReport *report, BaseVec place, float within)
{
  return report->from.generation != 0 && report->from.index < world->n_own &&
         base_vec_distance (sim_unit_position (world, report->from.index), place) < within;
}

/* ---- What shows what ------------------------------------------------------------------------ */

/* Who stands or speaks no more, while all of them hold their breath.  */
static bool
shows_breath (const SimPlay *play, const SimReport *report, const SimGroup *group)
{
  bool during = report->t_sensed + SIM_EPOCH < play->due;

  return during && group != NULL &&
         (report->voice == 0 || report->words.phrase == SIM_PHRASE_HEARD_HALTED);
}

static bool
shows_group (const SimPlay *play, const SimGroup *group)
{
  return group != NULL && group->def.pattern == play->pattern + 1 &&
         group->def.play == play->number &&
         (group->def.part == SIM_PATTERN_PART_TELL || play->pattern == SIM_PATTERN_CLOSED_DOOR);
}

static bool
shows_tell (const SimWorld *world, const SimPlay *play, const SimReport *report,
            const SimGroup *group)
{
  switch (play->pattern) {
  case SIM_PATTERN_BREATH:
    return shows_breath (play, report, group);
  case SIM_PATTERN_GUN_LINE:
    return shows_group (play, group) || (report->words.phrase == SIM_PHRASE_RANGING_ROUND &&
                                         speaks_within (world, report, play->place, RANGED_M));
  case SIM_PATTERN_CLOSED_DOOR:
    /* Whoever is there and speaks, and does not speak of them, tells of the silence.  */
    return shows_group (play, group) ||
           speaks_within (world, report, play->place, sim_play_rule (world, play)->silence_m);
  default:
    return shows_group (play, group);
  }
}

void
sim_legion_reported (SimWorld *world, const SimReport *report)
{
  const SimGroup *group = group_seen (world, report);

  if (group == NULL)
    group = group_heard (world, report);
  for (uint32_t i = 0; i < world->n_plays; i++) {
    SimPlay *play = &world->plays[i];

    if (play->tell != 0 && play->known == 0 && report->t_sensed + SIM_EPOCH >= play->tell &&
        shows_tell (world, play, report, group))
      play->known = world->tick;
  }
}

/* ---- Silence -------------------------------------------------------------------------------- */

static bool
own_within (const SimWorld *world, BaseVec at, float within)
{
  for (size_t i = 0; i < world->n_own; i++)
    if (sim_unit_works (world, i) && base_vec_distance (at, sim_unit_position (world, i)) < within)
      return true;
  return false;
}

/* The tell of those who sleep is that there is nothing: it begins when somebody is so near that he
 * would hear of scouts or of voices.  */
void
sim_plays_watch_silence (SimWorld *world)
{
  for (size_t g = 0; g < world->n_groups; g++) {
    const SimGroup *group = &world->groups[g];
    SimPlay *play;

    if (group->def.pattern != SIM_PATTERN_CLOSED_DOOR + 1 || !sim_group_acts (group) ||
        !world->units.dormant[group->first])
      continue;
    play = sim_play_of (world, group);
    if (play->state == SIM_PLAY_READY &&
        own_within (world, group->centre, sim_play_rule (world, play)->silence_m))
      sim_play_tell (world, play, group->centre);
  }
}
