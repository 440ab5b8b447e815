/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds: a platoon drives to the Scavengers and comes back.  They are half as fast as it is, and where it stands
 * they are shot at (tests/bench/results/staff.md).  */
#include "staff/staff-private.h"

/* Design values.  */
#define DANGER_M       1200.0f /* enemies this near to a platoon ... */
#define DANGER_VALUE   3.0f    /* ... of this value: it has other things to do */
#define DRY_ROUNDS     10.0f
#define DRY_AGAIN_S    150.0f
#define REFILL_SHARE   0.5f    /* of what it had at most */
#define REFILL_AGAIN_S 200.0f
#define AWAY_S         100.0f  /* one at a time: so long nobody else leaves his place */

static bool
has_supply (const StaffSituation *situation)
{
  for (size_t i = 0; i < situation->view->n_own; i++) {
    const PictureOwn *own = &situation->view->own[i];

    if (own->platoon == SIM_SUPPLY_PLATOON && !own->known_lost && own->ammunition > 0)
      return true;
  }
  return false;
}

static bool
is_in_danger (const Staff *staff, const StaffSituation *situation, size_t platoon)
{
  float value;

  staff_heaviest_track (staff, situation->view, situation->platoons[platoon].centre, DANGER_M,
                        &value);
  return value >= DANGER_VALUE;
}

static bool
send_for_rounds (Staff *staff, size_t platoon)
{
  SimCommand command = staff_order (SIM_VERB_RESUPPLY);

  staff_address_platoon (&command, platoon);
  if (!staff_give (staff, &command))
    return false;
  staff->platoons[platoon].t_supplied = staff->now;
  return true;
}

bool
staff_supply_dry (Staff *staff, const StaffSituation *situation)
{
  if (!has_supply (situation))
    return false;
  for (size_t i = 0; i < situation->n_platoons; i++) {
    const StaffPlatoon *platoon = &situation->platoons[i];

    if (platoon->alive > 0 && (float) platoon->rounds < DRY_ROUNDS * (float) platoon->alive &&
        staff_since_s (staff->now, staff->platoons[i].t_supplied) >= DRY_AGAIN_S &&
        !is_in_danger (staff, situation, i) && send_for_rounds (staff, i))
      return true;
  }
  return false;
}

/* ---- In a lull, at half ----------------------------------------------------------------------- */

/* Rounds a machine of its platoon has, of the most that was told.  */
static float
share_left (const StaffPlatoonMemory *memory, const StaffPlatoon *platoon)
{
  return memory->most_rounds > 0 && platoon->alive > 0
             ? (float) platoon->rounds / (float) (platoon->alive * memory->most_rounds)
             : 1;
}

static void
note_rounds (Staff *staff, const StaffSituation *situation)
{
  for (size_t i = 0; i < situation->n_platoons; i++) {
    const StaffPlatoon *platoon = &situation->platoons[i];
    unsigned mean = platoon->alive > 0 ? platoon->rounds / platoon->alive : 0;

    if (mean > staff->platoons[i].most_rounds)
      staff->platoons[i].most_rounds = mean;
  }
}

static bool
is_somebody_away (const Staff *staff, const StaffSituation *situation)
{
  for (size_t i = 0; i < situation->n_platoons; i++)
    if (staff_since_s (staff->now, staff->platoons[i].t_supplied) < AWAY_S)
      return true;
  return false;
}

/* The platoon that has least, out of contact, or -1.  */
static int
find_half_empty (const Staff *staff, const StaffSituation *situation)
{
  float least = REFILL_SHARE;
  int found = -1;

  for (size_t i = 0; i < situation->n_platoons; i++) {
    const StaffPlatoon *platoon = &situation->platoons[i];
    float share = share_left (&staff->platoons[i], platoon);

    if (platoon->alive == 0 || platoon->engaged || staff_is_bait (staff, i) || share > least ||
        staff_since_s (staff->now, staff->platoons[i].t_supplied) < REFILL_AGAIN_S ||
        is_in_danger (staff, situation, i))
      continue;
    least = share;
    found = (int) i;
  }
  return found;
}

bool
staff_refill (Staff *staff, const StaffSituation *situation)
{
  int platoon;

  note_rounds (staff, situation);
  if (!has_supply (situation) || is_somebody_away (staff, situation))
    return false;
  platoon = find_half_empty (staff, situation);
  if (platoon < 0 || !send_for_rounds (staff, (size_t) platoon))
    return false;
  staff->platoons[platoon].t_sent = staff->now;
  return true;
}
