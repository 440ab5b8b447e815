/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hearing the Legion.
 *
 * The voices are heard whatever stands or hovers between; what lies dormant is silent.  He tells of a
 * group when something in truth has changed since he last spoke of it, so that chance alone makes no
 * news, and the errors are drawn when he speaks.  A report carries his own place and a bearing, never
 * a distance: that takes two places (the picture crosses them).  */
#include "sim/sim-hearing.h"

#include "base/base-math.h"
#include "sim/sim-honesty.h"
#include "sim/sim-link.h"
#include "sim/sim-movement.h"
#include "sim/sim-pilot.h"

#define MOVES_MPS 1.0f
#define TURNED_DEG 8.0f   /* at least, to be news ... */
#define TURNED_ERRORS 1.5f /* ... and so many standard deviations */
#define MOST_LISTENED 4   /* groups told of after a listening */
#define HARMED_S 2

/* One group as it sounds.  */
typedef struct {
  uint32_t group;
  unsigned count; /* who can be heard */
  float distance, bearing_deg;
  SimSize size;
  bool moving, shepherd;
} Sound;

void
sim_hearing_init (SimWorld *world, const SimWorldDef *def)
{
  world->hearing.unit = SIM_NOBODY;
  for (size_t i = def->n_squadron; i-- > 0;)
    if (def->squadron[i].hearer)
      world->hearing.unit = (uint32_t) i;
}

bool
sim_hearing_works (const SimWorld *world)
{
  uint32_t unit = world->hearing.unit;

  return unit != SIM_NOBODY && sim_unit_works (world, unit) && !world->units.pilot_dead[unit] &&
         world->units.synced[unit];
}

bool
sim_hearing_is_hearer (const SimWorld *world, size_t unit)
{
  return unit == world->hearing.unit;
}

bool
sim_hearing_costs_rest (const SimWorld *world, size_t unit)
{
  if (!sim_hearing_is_hearer (world, unit))
    return false;
  for (size_t g = 0; g < world->n_groups; g++)
    if (world->hearing.voices[g].number != 0 && !world->hearing.voices[g].silent_said)
      return true;
  return false;
}

/* ---- Errors -------------------------------------------------------------------------------- */

float
sim_hearing_error_deg (const SimWorld *world, float distance_m, bool listens)
{
  const SimRules *rules = &world->rules;
  float error = rules->hearing_error_deg + rules->hearing_error_deg_per_km * distance_m / 1000;

  return error * (listens ? rules->listen_error : 1) * world->difficulty_error;
}

SimSize
sim_hearing_believed_size (SimWorld *world, SimSize size, float distance_m)
{
  const SimRules *rules = &world->rules;
  BaseRandom *random = &world->randoms[SIM_RANDOM_HEARING];
  float wrong = distance_m > rules->hearing_far_m ? rules->hearing_wrong_far : rules->hearing_wrong;

  if (!base_random_chance (random, wrong))
    return size;
  if (size == SIM_SIZE_GROUP)
    return base_random_below (random, 2) ? SIM_SIZE_LARGE : SIM_SIZE_FEW;
  return SIM_SIZE_GROUP;
}

bool
sim_hearing_believed_shepherd (SimWorld *world, bool shepherd, float distance_m)
{
  const SimRules *rules = &world->rules;
  float far = (distance_m - rules->shepherd_near_m) /
              (rules->shepherd_far_m - rules->shepherd_near_m + 0.001f);
  float right = rules->shepherd_right +
                (rules->shepherd_right_far - rules->shepherd_right) * base_clampf (far, 0, 1);

  return base_random_chance (&world->randoms[SIM_RANDOM_HEARING], right) ? shepherd : !shepherd;
}

/* ---- What there is to hear ----------------------------------------------------------------- */

static SimSize
size_of (unsigned count)
{
  return count > 40 ? SIM_SIZE_LARGE : (count > 10 ? SIM_SIZE_GROUP : SIM_SIZE_FEW);
}

/* Swarms have no voice, the dormant none yet.  */
static bool
has_voice (const SimWorld *world, size_t unit)
{
  return sim_unit_works (world, unit) && !world->units.dormant[unit] &&
         sim_unit_type (world, unit)->role != SIM_ROLE_JAMMER;
}

static Sound
sound_of (const SimWorld *world, uint32_t index)
{
  const SimGroup *group = &world->groups[index];
  const SimUnits *u = &world->units;
  BaseVec sum = base_vec (0, 0), way;
  unsigned moving = 0;
  Sound sound = {.group = index};

  for (uint32_t i = group->first; i < group->first + group->count; i++) {
    if (!has_voice (world, i))
      continue;
    sum = base_vec_add (sum, sim_unit_position (world, i));
    sound.count++;
    moving += u->speed[i] > MOVES_MPS;
    sound.shepherd |= u->mind[i] == SIM_MIND_SHEPHERD;
  }
  if (sound.count == 0)
    return sound;
  way = base_vec_sub (base_vec_scale (sum, 1.0f / (float) sound.count),
                      sim_unit_position (world, world->hearing.unit));
  sound.distance = base_vec_length (way);
  sound.bearing_deg = base_bearing_deg (way.x, way.y);
  sound.size = size_of (sound.count);
  sound.moving = moving * 2 > sound.count;
  if (sound.distance > world->rules.hearing_m)
    sound.count = 0;
  return sound;
}

static bool
is_new (const SimWorld *world, const Sound *sound)
{
  return world->hearing.voices[sound->group].number == 0 ||
         world->hearing.voices[sound->group].silent_said;
}

static bool
has_changed (const SimWorld *world, const Sound *sound)
{
  const SimVoice *voice = &world->hearing.voices[sound->group];
  float turned = base_bearing_difference_deg (sound->bearing_deg, voice->bearing_deg);
  float error = TURNED_ERRORS * sim_hearing_error_deg (world, sound->distance, false);

  turned = turned < 0 ? -turned : turned;
  return sound->size != voice->size || sound->shepherd != voice->shepherd ||
         sound->moving != voice->moving || turned > (error > TURNED_DEG ? error : TURNED_DEG);
}

/* Is there anything to say of this group, and has it been quiet long enough?  */
static bool
is_due (const SimWorld *world, const Sound *sound)
{
  const SimVoice *voice = &world->hearing.voices[sound->group];

  if (voice->number != 0 && sim_within (world, voice->last_said, world->rules.hearing_group_s))
    return false;
  if (sound->count == 0)
    return voice->number != 0 && !voice->silent_said;
  return is_new (world, sound) || has_changed (world, sound);
}

/* What matters most is said first: who is new, who commands, the many, the near.  */
static float
urgency (const SimWorld *world, const Sound *sound)
{
  return (is_new (world, sound) ? 30.0f : 0.0f) + (sound->shepherd ? 10.0f : 0.0f) +
         5.0f * (float) sound->size - sound->distance / 1000;
}

/* ---- Saying it ----------------------------------------------------------------------------- */

static SimPhrase
phrase_of (const SimWorld *world, const Sound *sound, bool shepherd)
{
  const SimVoice *voice = &world->hearing.voices[sound->group];

  if (sound->count == 0)
    return SIM_PHRASE_HEARD_SILENT;
  if (shepherd)
    return SIM_PHRASE_HEARD_SHEPHERD;
  if (voice->number != 0 && voice->moving && !sound->moving)
    return SIM_PHRASE_HEARD_HALTED;
  return SIM_PHRASE_HEARD;
}

static float
believed_bearing (SimWorld *world, const Sound *sound, bool listens)
{
  float bearing = sound->bearing_deg + sim_hearing_error_deg (world, sound->distance, listens) *
                                           base_random_normal (&world->randoms[SIM_RANDOM_HEARING]);

  bearing = bearing < 0 ? bearing + 360 : bearing;
  return bearing >= 360 ? bearing - 360 : bearing;
}

static void
note_voice (SimWorld *world, const Sound *sound)
{
  SimVoice *voice = &world->hearing.voices[sound->group];

  if (voice->number == 0)
    voice->number = ++world->hearing.n_voices;
  voice->last_said = world->tick;
  voice->silent_said = sound->count == 0;
  if (sound->count == 0)
    return;
  voice->size = (uint8_t) sound->size;
  voice->shepherd = sound->shepherd;
  voice->moving = sound->moving;
  voice->bearing_deg = sound->bearing_deg;
}

static SimReport
heard_report (SimWorld *world, const Sound *sound, bool listens)
{
  size_t unit = world->hearing.unit;
  float scale = (listens ? world->rules.listen_error : 1) * world->difficulty_error;
  bool silent = sound->count == 0;
  SimReport report;
  SimSize size = SIM_SIZE_NONE;
  bool shepherd = false;

  /* One after another: the order in which C works out arguments is the compiler's.  */
  if (!silent) {
    size = sim_hearing_believed_size (world, sound->size, sound->distance);
    shepherd = sim_hearing_believed_shepherd (world, sound->shepherd, sound->distance);
  }
  report = sim_report_begin (world, unit, SIM_REPORT_HEARD, phrase_of (world, sound, shepherd));
  report.how = SIM_HOW_HEARD;
  report.subject = SIM_UNIT_NONE;
  report.size = (uint8_t) size;
  report.shepherd = shepherd;
  report.bearing_deg = silent ? world->hearing.voices[sound->group].bearing_deg
                              : believed_bearing (world, sound, listens);
  report.bearing_error_deg = world->rules.hearing_error_deg * scale;
  report.bearing_error_deg_per_km = world->rules.hearing_error_deg_per_km * scale;
  sim_report_tell_own (world, unit, &report, SIM_OWN_POSITION);
  sim_words_position (&report.words, 0, report.own.position);
  sim_words_number (&report.words, 1, (int32_t) (report.bearing_deg + 0.5f) % 360);
  sim_words_number (&report.words, 2, (int32_t) size);
  return report;
}

static void
say (SimWorld *world, const Sound *sound, bool listens)
{
  SimVoice *voice = &world->hearing.voices[sound->group];
  SimReport report = heard_report (world, sound, listens);
  bool first = voice->number == 0;

  if (!listens && !sim_honesty_speaks (world, world->hearing.unit))
    return;

  report.voice = first ? (uint16_t) (world->hearing.n_voices + 1) : voice->number;
  if (!sim_link_report (world, world->hearing.unit,
                        sound->count == 0 ? SIM_AIR_STATUS : SIM_AIR_CONTACT,
                        SIM_SUBJECT_HEARD | report.voice, 0, &report))
    return;
  note_voice (world, sound);
  world->hearing.said = world->tick;
}

/* The most urgent of those that are due; all of them count when he has listened.  */
static bool
most_urgent (const SimWorld *world, bool listened, uint64_t told, Sound *best)
{
  bool found = false;

  for (uint32_t g = 0; g < world->n_groups; g++) {
    Sound sound;

    if (!world->groups[g].arrived || (told >> g & 1))
      continue;
    sound = sound_of (world, g);
    if (!(listened ? sound.count > 0 : is_due (world, &sound)))
      continue;
    if (!found || urgency (world, &sound) > urgency (world, best))
      *best = sound;
    found = true;
  }
  return found;
}

/* ---- Listening ----------------------------------------------------------------------------- */

void
sim_hearing_listen (SimWorld *world, size_t unit)
{
  BaseVec here = sim_unit_position (world, unit);

  world->hearing.listens = world->tick;
  world->hearing.held_fire = world->units.hold_fire[unit];
  world->units.hold_fire[unit] = 1;
  sim_pilot_mission (world, unit, SIM_MISSION_HOLD, &here, 1);
  sim_move_stop (world, unit);
}

/* Is he still on the order to listen?  A later one has taken its place otherwise.  */
static bool
is_on_order (const SimWorld *world)
{
  uint32_t number = world->units.order[world->hearing.unit];

  return number != 0 && world->orders[number - 1].command.verb == SIM_VERB_LISTEN;
}

static void
stop_listening (SimWorld *world, SimOrderState state, SimCause cause)
{
  world->units.hold_fire[world->hearing.unit] = world->hearing.held_fire;
  world->hearing.listens = 0;
  if (is_on_order (world))
    sim_order_unit_end (world, world->hearing.unit, state, cause);
}

static void
tell_all (SimWorld *world)
{
  uint64_t told = 0;
  Sound sound;

  for (int i = 0; i < MOST_LISTENED && most_urgent (world, true, told, &sound); i++) {
    told |= (uint64_t) 1 << sound.group;
    say (world, &sound, true);
  }
  if (told == 0) {
    SimReport report =
        sim_report_begin (world, world->hearing.unit, SIM_REPORT_HEARD, SIM_PHRASE_HEARD_NOTHING);

    report.how = SIM_HOW_HEARD;
    report.subject = SIM_UNIT_NONE;
    sim_report_tell_own (world, world->hearing.unit, &report, SIM_OWN_POSITION);
    sim_words_position (&report.words, 0, report.own.position);
    sim_link_report (world, world->hearing.unit, SIM_AIR_STATUS, SIM_SUBJECT_HEARD, 0, &report);
  }
}

static void
listen (SimWorld *world)
{
  uint32_t unit = world->hearing.unit;

  if (!is_on_order (world)) {
    stop_listening (world, SIM_ORDER_REPLACED, SIM_CAUSE_NONE);
  } else if (sim_within (world, world->units.harmed_tick[unit], HARMED_S)) {
    stop_listening (world, SIM_ORDER_FAILED, SIM_CAUSE_UNDER_FIRE);
  } else if (world->units.speed[unit] > 0.5f || world->units.moving[unit]) {
    sim_move_stop (world, unit);
    world->hearing.listens = world->tick;
  } else if (!sim_within (world, world->hearing.listens, world->rules.listen_s)) {
    tell_all (world);
    stop_listening (world, SIM_ORDER_DONE, SIM_CAUSE_NONE);
  }
}

void
sim_hearing_step (SimWorld *world)
{
  Sound sound;

  if (!sim_hearing_works (world)) {
    if (world->hearing.listens != 0)
      stop_listening (world, SIM_ORDER_FAILED, SIM_CAUSE_NO_HEARING);
    return;
  }
  if (world->hearing.listens != 0)
    listen (world);
  else if (!sim_within (world, world->hearing.said, world->rules.hearing_pause_s) &&
           most_urgent (world, false, 0, &sound))
    say (world, &sound, false);
}
