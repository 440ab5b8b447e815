/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window before commitment (design: play, "Jam and recon"): missiles that burst in a swarm let data through for
 * some minutes.  They are fired when the enemy is at the goal in strength, all that a window needs in one
 * order: what one salvo has cut grows again while the next is asked for.  */
#include "staff/staff-private.h"

/* Design values.  */
#define ENEMY_VALUE   6.0f /* near the goal: a fight begins */
#define JAM_M         3000.0f /* from the goal: this swarm hides it */
#define WINDOW_S      200.0f /* between two; they last three minutes and more */

static bool
can_fire (const Staff *staff, const StaffSituation *situation, const PictureOwn *own, BaseVec at)
{
  float way = base_vec_distance (own->ghost, at);

  return own->platoon < situation->n_platoons && !own->known_lost &&
         own->id.index < PICTURE_MAX_OWN && staff->salvoes[own->id.index] > 0 &&
         way <= staff->def.salvo_most_m && way >= staff->def.salvo_least_m;
}

/* Addresses as many as one window needs; false when there are not so many.  */
static bool
address_carriers (const Staff *staff, const StaffSituation *situation, BaseVec at,
                  SimCommand *command)
{
  const PictureView *view = situation->view;

  for (size_t i = 0; i < view->n_own && command->n_addressees < staff->def.window_salvoes; i++)
    if (can_fire (staff, situation, &view->own[i], at))
      staff_address_unit (command, view->own[i].id.index);
  return command->n_addressees == staff->def.window_salvoes;
}

static bool
fire_at (Staff *staff, const StaffSituation *situation, BaseVec swarm)
{
  SimCommand command = staff_order (SIM_VERB_FIRE_ON);

  if (!address_carriers (staff, situation, swarm, &command))
    return false;
  staff_aim (&command, swarm);
  if (!staff_give (staff, &command))
    return false;
  for (size_t i = 0; i < command.n_addressees; i++)
    staff->salvoes[command.addressees[i].index]--;
  staff->t_window = staff->now;
  return true;
}

bool
staff_open_window (Staff *staff, const StaffSituation *situation)
{
  const PictureView *view = situation->view;

  if (staff->def.window_salvoes == 0 || situation->enemy_value < ENEMY_VALUE ||
      staff_since_s (staff->now, staff->t_window) < WINDOW_S)
    return false;
  for (size_t i = 0; i < view->n_jams; i++)
    if (base_vec_distance (view->jams[i].centre, situation->goal) <= JAM_M &&
        fire_at (staff, situation, view->jams[i].centre))
      return true;
  return false;
}
