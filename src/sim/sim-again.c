/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saying it again.
 *
 * The last report of each of the last SIM_MAX_SAID speakers is kept as it was begun, also of one who
 * was cut off in the middle or spoke while she was cut off from the link.  On `say-again` its speaker
 * says the same words with their age before them: it takes the air it took, and a little more.  What
 * she had heard to the end is no news and reaches her as words alone; what she had not is a report.  */
#include "sim/sim-again.h"

/* The one's own entry, else a free one, else the oldest.  */
static SimSaid *
entry_for (SimLink *link, uint32_t unit)
{
  SimSaid *best = &link->said[0];

  for (int i = 0; i < SIM_MAX_SAID; i++)
    if (link->said[i].used && link->said[i].unit == unit)
      return &link->said[i];
  for (int i = 0; i < SIM_MAX_SAID; i++) {
    if (!link->said[i].used)
      return &link->said[i];
    if (link->said[i].said < best->said)
      best = &link->said[i];
  }
  return best;
}

void
sim_again_note (SimWorld *world, const SimUtterance *utterance)
{
  SimSaid *said;

  if (utterance->speaker != SIM_SPEAKER_PILOT || utterance->again ||
      utterance->report.words.phrase == SIM_PHRASE_READ_BACK)
    return;
  said = entry_for (&world->link, utterance->unit);
  *said = (SimSaid){
    .unit = utterance->unit,
    .used = 1,
    .air_ticks = utterance->air_ticks,
    .said = world->tick,
    .report = utterance->report,
  };
  /* What the link swallowed, he said.  */
  said->report.words.n_lost = 0;
}

void
sim_again_heard (SimWorld *world, const SimUtterance *utterance)
{
  for (int i = 0; i < SIM_MAX_SAID; i++)
    if (world->link.said[i].used && world->link.said[i].unit == utterance->unit &&
        world->link.said[i].report.words.phrase == utterance->report.words.phrase &&
        (utterance->again || world->link.said[i].report.id == utterance->report.id))
      world->link.said[i].heard = 1;
}

const SimSaid *
sim_again_find (const SimWorld *world, const SimCommand *command,
                bool (*addressed) (const SimWorld *world, const SimCommand *command, size_t unit))
{
  const SimSaid *best = NULL;

  for (int i = 0; i < SIM_MAX_SAID; i++) {
    const SimSaid *each = &world->link.said[i];

    if (each->used && world->units.alive[each->unit] && addressed (world, command, each->unit) &&
        (best == NULL || each->said > best->said))
      best = each;
  }
  return best;
}

bool
sim_again_say (SimWorld *world, const SimSaid *said, uint32_t number)
{
  return sim_link_again (world, said, number);
}
