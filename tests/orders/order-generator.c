/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders by chance: every one that can be given.  */
#include "order-generator.h"

#include <string.h>

static guint
below (OrderGenerator *generator, guint n)
{
  return (guint) g_rand_int_range (generator->random, 0, (gint32) n);
}

static void
generate_position (OrderGenerator *generator, SimTarget *target)
{
  gboolean keypad = below (generator, 2) == 0;
  BaseVec at = base_vec ((float) g_rand_double_range (generator->random, 0, generator->width_m),
                         (float) g_rand_double_range (generator->random, 0, generator->height_m));
  char text[ORDER_GRID_LENGTH];

  order_grid_format (at, keypad, generator->width_m, generator->height_m, text);
  target->kind = SIM_TARGET_POSITION;
  g_assert_true (order_grid_parse (text, generator->width_m, generator->height_m, &target->position,
                                   &target->precise_m));
}

static void
generate_target (OrderGenerator *generator, SimVerb verb, SimTarget *target)
{
  guint choice = below (generator, sim_verb_aim (verb) == SIM_AIM_ANY ? 3 : 4);

  if (choice == 0) {
    generate_position (generator, target);
  } else if (choice == 1) {
    const PicturePlace *place;

    target->kind = SIM_TARGET_PLACE;
    target->number = below (generator, (guint) order_book_n_places (generator->book));
    place = order_book_place (generator->book, target->number);
    target->position = place->position;
    target->precise_m = place->radius_m;
  } else if (choice == 2) {
    const PictureTrack *track =
        &generator->view->tracks[below (generator, (guint) generator->view->n_tracks)];

    target->kind = SIM_TARGET_TRACK;
    target->number = track->number;
    target->position = track->position;
    target->precise_m = track->major_m;
  } else {
    target->kind = SIM_TARGET_UNIT;
    target->number = below (generator, (guint) generator->view->n_own);
    target->position = generator->view->own[target->number].fix;
    target->precise_m = generator->view->own[target->number].fix_error_m;
  }
}

static gboolean
aims_at_own (SimAim aim)
{
  return aim == SIM_AIM_OWN || aim == SIM_AIM_OPTIONAL_OWN;
}

/* Where its first machine was last.  */
static void
generate_platoon (OrderGenerator *generator, SimTarget *target)
{
  *target = (SimTarget){.kind = SIM_TARGET_PLATOON, .number = below (generator, 6)};
  for (gsize i = generator->view->n_own; i-- > 0;)
    if (generator->view->own[i].platoon == target->number && !generator->view->own[i].known_lost) {
      target->position = generator->view->own[i].fix;
      target->precise_m = generator->view->own[i].fix_error_m;
    }
}

static gboolean
is_addressed (const SimCommand *command, SimAddressee addressee)
{
  for (guint i = 0; i < command->n_addressees; i++)
    if (command->addressees[i].kind == addressee.kind &&
        command->addressees[i].index == addressee.index)
      return TRUE;
  return FALSE;
}

static void
generate_addressees (OrderGenerator *generator, SimCommand *command)
{
  guint n = below (generator, 3) > 0 ? 1 : 1 + below (generator, SIM_MAX_ADDRESSEES);

  for (guint i = 0; i < n; i++) {
    guint choice = below (generator, 5);
    SimAddressee addressee = {.kind = SIM_ADDRESSEE_ALL};

    if (choice < 3)
      addressee = (SimAddressee){SIM_ADDRESSEE_UNIT, below (generator, 21)};
    else if (choice == 3)
      addressee = (SimAddressee){SIM_ADDRESSEE_PLATOON, below (generator, 6)};
    if (!is_addressed (command, addressee))
      command->addressees[command->n_addressees++] = addressee;
  }
}

static void
generate_modifiers (OrderGenerator *generator, SimCommand *command)
{
  command->posture = (guint8) below (generator, SIM_N_POSTURES);
  if (below (generator, 3) == 0)
    command->facing_deg =
        (float) (below (generator, 2) ? 45 * below (generator, 8) : below (generator, 360));
}

static gboolean
can_wait_for_mark (guint verb)
{
  return verb != SIM_VERB_REPORT && verb != SIM_VERB_CEASE_FIRE &&
         verb != SIM_VERB_WEAPONS_FREE && verb != SIM_VERB_LOOK && verb != SIM_VERB_SAY_AGAIN;
}

/* What the net, the link or her own set is switched to: not every one is for everybody.  */
static void
generate_switch (OrderGenerator *generator, SimCommand *command)
{
  SimAddressee all = {.kind = SIM_ADDRESSEE_ALL};

  do
    command->setting = (guint8) below (generator, SIM_N_SETTINGS);
  while (!sim_setting_fits (command->verb, command->setting));
  command->n_addressees = 1;
  command->addressees[0] = all;
  if (command->verb == SIM_VERB_LISTEN_IN && command->setting == SIM_SETTING_NONE)
    generate_platoon (generator, &command->target);
  else if (command->setting == SIM_SETTING_ON || command->setting == SIM_SETTING_OFF ||
           (command->verb == SIM_VERB_NET && below (generator, 2)))
    command->addressees[0] = (SimAddressee){SIM_ADDRESSEE_PLATOON, below (generator, 6)};
  if (command->verb == SIM_VERB_SYNC && command->addressees[0].kind == SIM_ADDRESSEE_PLATOON)
    command->addressees[command->n_addressees++] =
        (SimAddressee){SIM_ADDRESSEE_UNIT, below (generator, 21)};
  if (command->verb == SIM_VERB_LISTEN_IN)
    command->addressees[0] = all;
}

SimCommand
order_generate (OrderGenerator *generator)
{
  SimCommand command;
  SimAim aim;

  memset (&command, 0, sizeof command);
  command.facing_deg = -1;
  command.verb = (guint8) below (generator, SIM_N_VERBS);
  command.timing = (guint8) below (generator, SIM_N_TIMINGS);
  if (command.verb == SIM_VERB_MARK || (can_wait_for_mark (command.verb) && below (generator, 4) == 0)) {
    command.mark = (guint8) (1 + below (generator, SIM_MAX_MARK));
    command.timing = SIM_TIMING_NORMAL;
  }
  if (command.mark == 0 && command.timing != SIM_TIMING_AT_ONCE &&
      sim_verb_takes_time (command.verb) && below (generator, 4) == 0)
    command.minutes = (guint8) (1 + below (generator, SIM_MOST_MINUTES));
  aim = sim_verb_aim (command.verb);
  if (aim == SIM_AIM_SETTING || aim == SIM_AIM_LISTENED) {
    command.timing = SIM_TIMING_NORMAL;
    command.mark = 0;
    generate_switch (generator, &command);
    return command;
  }
  generate_addressees (generator, &command);
  if (command.verb == SIM_VERB_LOOK) {
    command.n_addressees = 1;
    command.addressees[0] = (SimAddressee){.kind = SIM_ADDRESSEE_INTERCEPTORS};
    command.timing = SIM_TIMING_NORMAL;
    generate_target (generator, command.verb, &command.target);
    return command;
  }
  command.until_relieved = sim_verb_takes_relief (command.verb) && below (generator, 2);
  if (aim == SIM_AIM_REPORT)
    command.topic = (guint8) below (generator, SIM_N_TOPICS);
  if (aim == SIM_AIM_HELP) {
    command.help = (guint8) below (generator, SIM_N_HELPS);
    command.minutes = (guint8) (1 + below (generator, SIM_MOST_MINUTES));
  }
  if (aim == SIM_AIM_NONE || aim == SIM_AIM_REPORT || aim == SIM_AIM_HELP)
    return command;
  generate_modifiers (generator, &command);
  if (command.verb == SIM_VERB_EXPECT) {
    command.posture = SIM_POSTURE_NORMAL;
    command.possible = (guint8) below (generator, 2);
    if (command.facing_deg >= 0 && below (generator, 3) == 0)
      return command;
    generate_target (generator, command.verb, &command.target);
    return command;
  }
  if ((aim == SIM_AIM_OPTIONAL_PLACE || aim == SIM_AIM_OPTIONAL_OWN) && below (generator, 3) == 0)
    return command;
  do {
    command.target = (SimTarget){0};
    generate_target (generator, command.verb, &command.target);
  } while (aims_at_own (aim) && command.target.kind == SIM_TARGET_TRACK);
  if (aims_at_own (aim) && below (generator, 3) == 0)
    generate_platoon (generator, &command.target);
  if (command.verb == SIM_VERB_FOLLOW && command.target.kind != SIM_TARGET_UNIT)
    generate_platoon (generator, &command.target);
  if (command.verb == SIM_VERB_REGROUP || command.verb == SIM_VERB_FOLLOW)
    return command;
  for (guint n = below (generator, 2) ? below (generator, SIM_MAX_VIA + 1) : 0; command.n_via < n;)
    generate_target (generator, command.verb, &command.via[command.n_via++]);
  return command;
}

static gboolean
same_target (const SimTarget *a, const SimTarget *b)
{
  return a->kind == b->kind && a->number == b->number && a->position.x == b->position.x &&
         a->position.y == b->position.y && a->precise_m == b->precise_m;
}

gboolean
order_same (const SimCommand *a, const SimCommand *b)
{
  if (a->verb != b->verb || a->posture != b->posture || a->timing != b->timing ||
      a->mark != b->mark || a->topic != b->topic || a->setting != b->setting ||
      a->n_addressees != b->n_addressees || a->n_via != b->n_via ||
      a->facing_deg != b->facing_deg || a->possible != b->possible || a->help != b->help ||
      a->minutes != b->minutes || a->until_relieved != b->until_relieved || !same_target (&a->target, &b->target))
    return FALSE;
  for (guint i = 0; i < a->n_addressees; i++)
    if (a->addressees[i].kind != b->addressees[i].kind ||
        a->addressees[i].index != b->addressees[i].index)
      return FALSE;
  for (guint i = 0; i < a->n_via; i++)
    if (!same_target (&a->via[i], &b->via[i]))
      return FALSE;
  return TRUE;
}
