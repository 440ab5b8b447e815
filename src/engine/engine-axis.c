/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-axis.h"

#define OUTSIDE_M 900.0f  /* beyond the edge of the objective */
#define SAME_M    1500.0f /* places this near to one another are one way in */

static const SimObjectiveDef *
gravest_place (const SimWorldDef *def)
{
  const SimObjectiveDef *gravest = NULL;

  for (gsize i = 0; i < def->n_objectives; i++)
    if (def->objectives[i].radius_m > 0 &&
        (gravest == NULL || def->objectives[i].weight > gravest->weight))
      gravest = &def->objectives[i];
  return gravest;
}

static gboolean
comes (const SimGroupDef *group)
{
  return group->n_route > 0 && (group->task == SIM_TASK_ATTACK || group->task == SIM_TASK_FLANK);
}

static float
value_of (const SimWorldDef *def, const SimGroupDef *group)
{
  float value = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (group->counts); i++)
    value += group->counts[i] * def->rules->types[group->types[i]].value;
  return value;
}

/* Where its route was last outside.  */
static BaseVec
way_in (const SimGroupDef *group, const SimObjectiveDef *goal)
{
  for (gsize i = group->n_route; i-- > 0;)
    if (base_vec_distance (group->route[i], goal->position) > goal->radius_m + OUTSIDE_M)
      return group->route[i];
  return group->position;
}

gboolean
engine_axis_find (const SimWorldDef *def, BaseVec *axis)
{
  const SimObjectiveDef *goal = gravest_place (def);
  float most = 0;

  for (gsize i = 0; goal != NULL && i < def->n_groups; i++) {
    float weight = 0;

    if (!comes (&def->groups[i]))
      continue;
    for (gsize j = 0; j < def->n_groups; j++)
      if (comes (&def->groups[j]) && base_vec_distance (way_in (&def->groups[i], goal),
                                                        way_in (&def->groups[j], goal)) < SAME_M)
        weight += value_of (def, &def->groups[j]);
    if (weight <= most)
      continue;
    most = weight;
    *axis = way_in (&def->groups[i], goal);
  }
  return most > 0;
}
