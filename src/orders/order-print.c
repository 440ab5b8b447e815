/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders as text: the one canonical wording, which read again gives the same order; and ids for
 * scripts.  Made of the words of the phrases file, not of translations: it must be readable.  */
#include "orders/order-grammar.h"
#include "orders/order-grid.h"
#include "orders/order-parse.h"

#include <string.h>

static const char *
connector (OrderBook *book, const char *key)
{
  return order_book_word (book, ORDER_PHRASE_CONNECTOR, key);
}

/* ---- Addressees ----------------------------------------------------------------------------- */

static const char *
addressee_text (OrderBook *book, const SimAddressee *addressee)
{
  switch (addressee->kind) {
  case SIM_ADDRESSEE_UNIT:
    return order_book_spoken_name (book, addressee->index);
  case SIM_ADDRESSEE_PLATOON:
    return order_book_platoon_name (book, addressee->index);
  case SIM_ADDRESSEE_INTERCEPTORS:
    return order_name_text (book, ORDER_NAME_INTERCEPTORS, 0);
  case SIM_ADDRESSEE_ALL:
  default:
    return order_name_text (book, ORDER_NAME_ALL, 0);
  }
}

static void
append_and (OrderBook *book, GString *text)
{
  const char *space = book->phrases.grammar.space;

  g_string_append_printf (text, "%s%s%s", space, connector (book, "and"), space);
}

static void
append_addressees (OrderBook *book, const SimCommand *command, GString *text)
{
  for (guint i = 0; i < command->n_addressees; i++) {
    if (i > 0 && i + 1 < command->n_addressees)
      g_string_append (text, book->phrases.grammar.comma);
    else if (i > 0)
      append_and (book, text);
    g_string_append (text, addressee_text (book, &command->addressees[i]));
  }
}

/* ---- Targets -------------------------------------------------------------------------------- */

static char *
position_text (OrderBook *book, const SimTarget *target)
{
  gboolean keypad = order_target_has_keypad (target);
  char *text = order_grid_text (book, target->position, keypad, ORDER_WRITTEN);
  char *announced;

  /* "T07" alone would be a track.  */
  if (keypad || text[0] != 'T' || !g_ascii_isdigit (text[1]))
    return text;
  announced =
      g_strconcat (connector (book, "grid"), book->phrases.grammar.space, text, NULL);
  g_free (text);
  return announced;
}

static char *
track_text (OrderBook *book, guint32 number)
{
  char name[8];

  if (!order_square_looks_like_track (book, number))
    return g_strdup (order_track_name (number, name));
  return g_strdup_printf ("%s%s%u", connector (book, "track"), book->phrases.grammar.space,
                          number % 100000);
}

char *
order_target_text (OrderBook *book, const SimTarget *target)
{
  switch (target->kind) {
  case SIM_TARGET_POSITION:
    return position_text (book, target);
  case SIM_TARGET_PLACE:
    return g_strdup (order_book_place_text (book, target->number));
  case SIM_TARGET_TRACK:
    return track_text (book, target->number);
  case SIM_TARGET_UNIT:
    return g_strdup (order_book_spoken_name (book, target->number));
  case SIM_TARGET_PLATOON:
    return g_strdup (order_book_platoon_name (book, target->number));
  case SIM_TARGET_NONE:
  default:
    return g_strdup ("");
  }
}

const char *
order_preposition (guint verb)
{
  if (verb == SIM_VERB_REGROUP || verb == SIM_VERB_AMBUSH)
    return "at";
  switch (sim_verb_aim (verb)) {
  case SIM_AIM_PLACE:
    return "to";
  case SIM_AIM_OPTIONAL_PLACE:
    return "at";
  case SIM_AIM_LISTENED:
    return "to";
  case SIM_AIM_SETTING:
  case SIM_AIM_NONE:
  case SIM_AIM_ANY:
  case SIM_AIM_REPORT:
  case SIM_AIM_OWN:
  case SIM_AIM_OPTIONAL_OWN:
  case SIM_AIM_HELP:
  default:
    return NULL;
  }
}

static void
append_word (OrderBook *book, const char *word, GString *text)
{
  g_string_append_printf (text, "%s%s", book->phrases.grammar.space, word);
}

static void
append_target (OrderBook *book, const SimCommand *command, GString *text)
{
  g_autofree char *target = order_target_text (book, &command->target);
  g_autofree char *phrase =
      order_with_connector (book, order_preposition (command->verb), target);

  if (command->target.kind != SIM_TARGET_NONE)
    append_word (book, phrase, text);
}

static void
append_via (OrderBook *book, const SimCommand *command, GString *text)
{
  g_autoptr (GString) points = g_string_new (NULL);
  g_autofree char *way = NULL;

  for (guint i = 0; i < MIN (command->n_via, SIM_MAX_VIA); i++) {
    g_autofree char *point = order_target_text (book, &command->via[i]);

    if (i > 0)
      append_and (book, points);
    g_string_append (points, point);
  }
  way = order_with_connector (book, "via", points->str);
  if (command->n_via > 0)
    append_word (book, way, text);
}

/* ---- Modifiers ------------------------------------------------------------------------------ */

static void
append_part (OrderBook *book, const char *part, GString *text)
{
  g_string_append_printf (text, "%s%s", book->phrases.grammar.comma, part);
}

static void
append_facing (OrderBook *book, const char *key_before, float facing_deg, GString *text)
{
  int bearing = (int) (facing_deg + 0.5f) % 360;
  const char *key = order_phrases_key (ORDER_PHRASE_DIRECTION, (guint) bearing / 45);
  g_autofree char *direction =
      bearing % 45 == 0 ? g_strdup (order_book_word (book, ORDER_PHRASE_DIRECTION, key))
                        : g_strdup_printf ("%03d", bearing);
  g_autofree char *phrase = order_with_connector (book, key_before, direction);

  append_part (book, phrase, text);
}

static void
append_number (OrderBook *book, guint number, GString *text)
{
  g_string_append_printf (text, "%s%u", book->phrases.grammar.space, number);
}

static void
append_modifiers (OrderBook *book, const SimCommand *command, GString *text)
{
  if (command->possible)
    append_part (book, connector (book, "possible"), text);
  if (command->posture != SIM_POSTURE_NORMAL)
    append_part (book,
                 order_book_word (book, ORDER_PHRASE_POSTURE, sim_posture_name (command->posture)),
                 text);
  if (command->timing != SIM_TIMING_NORMAL)
    append_part (book,
                 order_book_word (book, ORDER_PHRASE_TIMING, sim_timing_name (command->timing)),
                 text);
  if (command->mark > 0 && command->verb != SIM_VERB_MARK) {
    append_part (book, connector (book, "mark"), text);
    append_number (book, command->mark, text);
  }
  if (command->minutes > 0 && sim_verb_takes_time (command->verb)) {
    g_autofree char *time = order_after_minutes (book, command->minutes);

    append_part (book, time, text);
  }
  if (command->until_relieved)
    append_part (book, connector (book, "relieved"), text);
  if (command->facing_deg >= 0)
    append_facing (book, command->verb == SIM_VERB_EXPECT ? "from" : "facing",
                   command->facing_deg, text);
}

static void
append_promise (OrderBook *book, const SimCommand *command, GString *text)
{
  g_autofree char *time = order_within_minutes (book, command->minutes);

  if (sim_verb_aim (command->verb) != SIM_AIM_HELP)
    return;
  append_word (book, order_book_word (book, ORDER_PHRASE_HELP, sim_help_name (command->help)), text);
  append_word (book, time, text);
}

static void
append_setting (OrderBook *book, const SimCommand *command, GString *text)
{
  if (command->setting != SIM_SETTING_NONE)
    append_word (
        book, order_book_word (book, ORDER_PHRASE_SETTING, sim_setting_name (command->setting)), text);
}

/* Who is called; her own switch is for nobody to hear.  */
static gboolean
calls_nobody (const SimCommand *command)
{
  return command->verb == SIM_VERB_LISTEN_IN;
}

static void
append_topic (OrderBook *book, const SimCommand *command, GString *text)
{
  if (sim_verb_aim (command->verb) == SIM_AIM_REPORT && command->topic != SIM_TOPIC_ALL)
    append_word (book,
                 order_book_word (book, ORDER_PHRASE_TOPIC, sim_topic_name (command->topic)), text);
}

/* With the number of the mark that is given.  */
static void
append_verb_word (OrderBook *book, const SimCommand *command, GString *text)
{
  const char *word = order_book_word (book, ORDER_PHRASE_VERB, sim_verb_name (command->verb));
  g_autofree char *alone = text->len == 0 ? order_text_capital (word) : NULL;

  g_string_append (text, alone != NULL ? alone : word);
  if (command->verb == SIM_VERB_MARK && command->mark > 0)
    append_number (book, command->mark, text);
}

static void
append_action (OrderBook *book, const SimCommand *command, gboolean target, GString *text)
{
  append_verb_word (book, command, text);
  append_topic (book, command, text);
  append_setting (book, command, text);
  if (!target)
    return;
  append_promise (book, command, text);
  append_target (book, command, text);
  append_via (book, command, text);
}

/* The same with the verb at the end, the way before where it leads.  */
static void
append_action_last (OrderBook *book, const SimCommand *command, gboolean target, GString *text)
{
  g_autoptr (GString) parts = g_string_new (NULL);

  if (target)
    append_via (book, command, parts);
  append_topic (book, command, parts);
  append_setting (book, command, parts);
  if (target) {
    append_promise (book, command, parts);
    append_target (book, command, parts);
  }
  if (parts->len > 0)
    g_string_append_printf (text, "%s%s", parts->str + strlen (book->phrases.grammar.space),
                            book->phrases.grammar.space);
  append_verb_word (book, command, text);
}

static void
append_order (OrderBook *book, const SimCommand *command, gboolean target, GString *text)
{
  if (!calls_nobody (command))
    g_string_append (text, book->phrases.grammar.comma);
  /* At the start a platoon would be who is called.  */
  if (book->phrases.grammar.verb == ORDER_VERB_LAST && !calls_nobody (command))
    append_action_last (book, command, target, text);
  else
    append_action (book, command, target, text);
}

/* ---- Sentences ------------------------------------------------------------------------------ */

char *
order_canonical (OrderBook *book, const SimCommand *command)
{
  GString *text = g_string_new (NULL);

  if (!calls_nobody (command))
    append_addressees (book, command, text);
  append_order (book, command, TRUE, text);
  append_modifiers (book, command, text);
  return g_string_free (text, FALSE);
}

char *
order_print_partial (OrderBook *book, const SimCommand *command, gboolean verb, gboolean target)
{
  GString *text = g_string_new (NULL);

  if (!verb || !calls_nobody (command))
    append_addressees (book, command, text);
  if (verb)
    append_order (book, command, target, text);
  return g_string_free (text, FALSE);
}

/* ---- Air time ------------------------------------------------------------------------------- */

/* Words that a thing is said in, whatever the language: air time must not depend on it.  */
static guint
target_words (const SimTarget *target)
{
  switch (target->kind) {
  case SIM_TARGET_POSITION:
    return target->precise_m < ORDER_SQUARE_HALF_M ? 5 : 3;
  case SIM_TARGET_TRACK:
    return target->number < 10 ? 2 : 3;
  case SIM_TARGET_PLACE:
  case SIM_TARGET_PLATOON:
    return 2;
  case SIM_TARGET_UNIT:
    return 1;
  case SIM_TARGET_NONE:
  default:
    return 0;
  }
}

static guint
content_words (const SimCommand *command)
{
  gboolean two_words = command->verb == SIM_VERB_FALL_BACK ||
                       command->verb == SIM_VERB_CEASE_FIRE ||
                       command->verb == SIM_VERB_FIRE_ON || command->verb == SIM_VERB_FREE_HAND ||
                       command->verb == SIM_VERB_LOOK || command->verb == SIM_VERB_WEAPONS_FREE ||
                       command->verb == SIM_VERB_SAY_AGAIN || command->verb == SIM_VERB_MARK;
  guint words = two_words ? 2 : 1;

  if (command->target.kind != SIM_TARGET_NONE)
    words +=
        target_words (&command->target) + (order_preposition (command->verb) ? 1 : 0);
  for (guint i = 0; i < command->n_via; i++)
    words += 1 + target_words (&command->via[i]);
  words += command->topic != SIM_TOPIC_ALL ? 1 : 0;
  words += command->possible ? 1 : 0;
  words += sim_verb_aim (command->verb) == SIM_AIM_HELP ? 4 : 0;
  words += command->setting != SIM_SETTING_NONE ? 1 : 0;
  words += command->posture != SIM_POSTURE_NORMAL ? 1 : 0;
  words += command->timing != SIM_TIMING_NORMAL ? 2 : 0;
  words += command->mark > 0 && command->verb != SIM_VERB_MARK ? 3 : 0;
  words += command->until_relieved ? 2 : 0;
  words += command->minutes > 0 && sim_verb_takes_time (command->verb) ? 3 : 0;
  return words + (command->facing_deg >= 0 ? 2 : 0);
}

static guint
name_words (const SimCommand *command)
{
  guint words = command->n_addressees > 1 ? 1 : 0;

  for (guint i = 0; i < command->n_addressees; i++)
    words += command->addressees[i].kind == SIM_ADDRESSEE_UNIT ? 1 : 2;
  return words;
}

/* Order and read-back at 2.5 words a second, each with a gap of 0.6 s (the table "Air time" of
 * the play design).  A rule of the net is not read back, and her own switch is not spoken.  */
float
order_air_seconds (const SimCommand *command)
{
  const float words_a_second = 2.5f, gap_s = 0.6f;
  guint content = content_words (command);

  if (command->verb == SIM_VERB_LISTEN_IN)
    return 0;
  /* Answered by what follows: nobody reads it back.  */
  if (command->verb == SIM_VERB_SAY_AGAIN || command->verb == SIM_VERB_MARK ||
      command->verb == SIM_VERB_NET)
    return (float) (name_words (command) + content) / words_a_second + gap_s;
  return (float) (name_words (command) + 2 * content) / words_a_second + 2 * gap_s;
}

/* ---- Ids ------------------------------------------------------------------------------------ */

char *
order_addressee_id (OrderBook *book, const SimAddressee *addressee)
{
  const OrderMachine *machine;

  switch (addressee->kind) {
  case SIM_ADDRESSEE_UNIT:
    machine = order_book_machine (book, addressee->index);
    return g_strdup (machine ? machine->id : "");
  case SIM_ADDRESSEE_PLATOON:
    if (addressee->index > SIM_SUPPLY_PLATOON)
      return g_strdup ("");
    return g_strdup (order_phrases_key (ORDER_PHRASE_ADDRESSEE, addressee->index + 1));
  case SIM_ADDRESSEE_INTERCEPTORS:
    return g_strdup ("interceptors");
  case SIM_ADDRESSEE_ALL:
  default:
    return g_strdup (order_phrases_key (ORDER_PHRASE_ADDRESSEE, 0));
  }
}

char *
order_target_id (OrderBook *book, const SimTarget *target)
{
  char name[8];

  switch (target->kind) {
  case SIM_TARGET_POSITION:
    return position_text (book, target);
  case SIM_TARGET_PLACE:
    if (target->number >= book->n_places)
      return g_strdup ("");
    return g_strdup_printf ("place:%s", book->places[target->number].id);
  case SIM_TARGET_TRACK:
    return g_strdup (order_track_name (target->number, name));
  case SIM_TARGET_UNIT:
    return g_strdup (target->number < book->n_machines ? book->machines[target->number].id : "");
  case SIM_TARGET_PLATOON:
    return order_addressee_id (book, &(SimAddressee){SIM_ADDRESSEE_PLATOON, target->number});
  case SIM_TARGET_NONE:
  default:
    return g_strdup ("");
  }
}
