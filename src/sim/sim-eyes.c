/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-eyes.h"

#include "base/base-math.h"

float
sim_eyes_error (const SimWorld *world, size_t observer)
{
  const SimRules *rules = &world->rules;
  const SimUnits *u = &world->units;
  float factor = 1 + rules->eye_skill * (0.5f - u->awareness[observer]);

  factor = base_clampf (factor, 0.1f, 3);
  if (u->posture[observer] == SIM_POSTURE_FAST && u->speed[observer] > 1)
    factor *= rules->eye_fast;
  factor *= 1 + rules->eye_dim * (1 - base_clampf (world->sight_factor, 0, 1));
  factor *= 1 + rules->eye_shaken * u->stress[observer] / 100;
  return factor * world->difficulty_error;
}

float
sim_eyes_place_error (const SimWorld *world, size_t observer, float distance_m)
{
  const SimRules *rules = &world->rules;

  return (rules->eye_least_m + rules->eye_share * distance_m) * sim_eyes_error (world, observer);
}

SimTypeIndex
sim_eyes_type (SimWorld *world, size_t observer, SimTypeIndex type, float distance_m)
{
  const SimRules *rules = &world->rules;
  BaseRandom *random = &world->randoms[SIM_RANDOM_PILOTS];
  float roll = base_random_unit (random), error = sim_eyes_error (world, observer);
  SimTypeIndex other;

  if (sim_role_flies (rules->types[type].role) || distance_m < rules->eye_far_m)
    return type;
  if (roll < rules->eye_unknown * error)
    return SIM_TYPE_UNKNOWN;
  if (roll >= (rules->eye_unknown + rules->eye_wrong) * error)
    return type;
  other = (SimTypeIndex) base_random_below (random, rules->n_types);
  return rules->types[other].side == SIM_SIDE_LEGION && !sim_role_flies (rules->types[other].role)
             ? other
             : type;
}

uint16_t
sim_eyes_count (SimWorld *world, size_t observer, uint16_t count, float distance_m)
{
  const SimRules *rules = &world->rules;
  bool sure = count <= 4 && distance_m < rules->eye_far_m;
  float error = sure ? 0 : rules->eye_count * sim_eyes_error (world, observer);
  float factor = 1 + error * base_random_normal (&world->randoms[SIM_RANDOM_PILOTS]);
  int guess = (int) ((float) count * base_clampf (factor, 0.4f, 2) + 0.5f);

  return (uint16_t) (guess < 1 ? 1 : guess);
}

/* ---- Looking again ------------------------------------------------------------------------- */

void
sim_eyes_judge (SimWorld *world, SimContact *contact, SimTypeIndex type, uint16_t count,
                float distance_m)
{
  contact->count = sim_eyes_count (world, contact->observer, count, distance_m);
  contact->type = sim_eyes_type (world, contact->observer, type, distance_m);
  contact->judged_m = distance_m;
  contact->judged_count = count;
  contact->better_count = contact->count;
  contact->better_type = contact->type;
}

/* Fewer in sight than then says nothing of those behind the houses.  */
void
sim_eyes_look_again (SimWorld *world, SimContact *contact, SimTypeIndex type, uint16_t count,
                     float distance_m)
{
  SimTypeIndex believed;

  if (count < contact->judged_count ||
      distance_m > world->rules.eye_better * contact->judged_m)
    return;
  contact->judged_m = distance_m;
  contact->judged_count = count;
  contact->better_count = sim_eyes_count (world, contact->observer, count, distance_m);
  believed = sim_eyes_type (world, contact->observer, type, distance_m);
  if (believed != SIM_TYPE_UNKNOWN)
    contact->better_type = believed;
  /* What nobody could tell was no mistake.  */
  if (contact->type == SIM_TYPE_UNKNOWN)
    contact->type = contact->better_type;
}

bool
sim_eyes_was_wrong (const SimWorld *world, const SimContact *contact)
{
  int off = (int) contact->better_count - (int) contact->count;

  if (!contact->said || contact->felt || contact->count == 0)
    return false;
  if (contact->better_type != contact->type)
    return true;
  return (float) (off < 0 ? -off : off) >
         world->rules.correct_count * (float) contact->count;
}

void
sim_eyes_own_up (SimContact *contact)
{
  contact->type = contact->better_type;
  contact->count = contact->better_count;
}
