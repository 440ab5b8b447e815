/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a completion, with a hint that says what each is.  */
#include "orders/order-complete.h"
#include "orders/order-count.h"
#include "orders/order-grammar.h"
#include "orders/order-grid.h"
#include "orders/order-template.h"
#include "orders/order-terms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static OrderBook *
book_of (const OrderCompleter *completer)
{
  return completer->parser->book;
}

/* ---- Addressees ------------------------------------------------------------------------------ */

static void
offer_platoon (OrderCompleter *completer, guint platoon)
{
  OrderBook *book = book_of (completer);
  g_autoptr (GPtrArray) members = g_ptr_array_new();
  g_autofree char *hint = NULL;

  for (gsize i = 0; i < book->n_machines; i++)
    if (book->machines[i].platoon == platoon)
      g_ptr_array_add (members, (gpointer) order_book_spoken_name (book, i));
  g_ptr_array_add (members, NULL);
  if (members->len == 1)
    return;
  hint = order_join ((const char *const *) members->pdata);
  order_completer_offer (completer, order_book_platoon_name (book, platoon), NULL, hint);
}

static void
offer_machine (OrderCompleter *completer, guint index)
{
  OrderBook *book = book_of (completer);

  order_completer_offer (completer, order_book_spoken_name (book, index), NULL,
                         order_book_platoon_name (book, book->machines[index].platoon));
}

/* The roster: each platoon, then who is in it; all of them at the end.  */
static void
offer_addressees (OrderCompleter *completer)
{
  OrderBook *book = book_of (completer);

  for (guint platoon = 0; platoon < book->n_platoons; platoon++) {
    offer_platoon (completer, platoon);
    for (gsize i = 0; i < book->n_machines; i++)
      if (book->machines[i].platoon == platoon)
        offer_machine (completer, (guint) i);
  }
  if (book->has_supply)
    offer_platoon (completer, SIM_SUPPLY_PLATOON);
  for (gsize i = 0; i < book->n_machines; i++)
    if (book->machines[i].platoon == SIM_SUPPLY_PLATOON)
      offer_machine (completer, (guint) i);
  order_completer_offer (completer, order_name_text (book, ORDER_NAME_ALL, 0), NULL,
                         C_ ("completion", "everyone on the link"));
  order_completer_offer (completer, order_name_text (book, ORDER_NAME_INTERCEPTORS, 0), NULL,
                         C_ ("completion", "the guns on the wall"));
}

/* ---- Verbs and topics ------------------------------------------------------------------------ */

static const char *const verb_hints[SIM_N_VERBS] = {
    /* Translators: what an order does, beside its word in the order line.  */
    [SIM_VERB_MOVE] = NC_ ("completion", "go to a place"),
    [SIM_VERB_SCOUT] = NC_ ("completion", "go and look, without a fight"),
    [SIM_VERB_ATTACK] = NC_ ("completion", "engage a track or a place"),
    [SIM_VERB_HOLD] = NC_ ("completion", "stay and fight there"),
    [SIM_VERB_FALL_BACK] = NC_ ("completion", "give ground to a place"),
    [SIM_VERB_CEASE_FIRE] = NC_ ("completion", "stop firing"),
    [SIM_VERB_REPORT] = NC_ ("completion", "say how things stand"),
    [SIM_VERB_CANCEL] = NC_ ("completion", "take the last order back"),
    [SIM_VERB_LISTEN] = NC_ ("completion", "hold still and hear the Legion better"),
    [SIM_VERB_FIRE_ON] = NC_ ("completion", "missiles, or the wall's guns if they are given"),
    [SIM_VERB_RESUPPLY] = NC_ ("completion", "fill up ammunition and energy"),
    [SIM_VERB_RECOVER] = NC_ ("completion", "take what is of use from a wreck"),
    [SIM_VERB_RESCUE] = NC_ ("completion", "fetch a pilot who is down"),
    [SIM_VERB_SUPPRESS] = NC_ ("completion", "lay fire on a place, to pin who is there"),
    [SIM_VERB_OVERWATCH] = NC_ ("completion", "lie where one sees far, fire on what threatens friends"),
    [SIM_VERB_AMBUSH] = NC_ ("completion", "hide by a place, fire together when they are near"),
    [SIM_VERB_REGROUP] = NC_ ("completion", "close up on the leader, a comrade or a place"),
    [SIM_VERB_FOLLOW] = NC_ ("completion", "keep behind a comrade or a platoon"),
    [SIM_VERB_FREE_HAND] = NC_ ("completion", "go by their own mind until another order"),
    [SIM_VERB_SAY_AGAIN] = NC_ ("completion", "the last words once more, with their age"),
    [SIM_VERB_MARK] = NC_ ("completion", "set off what waits for a mark"),
    [SIM_VERB_EXPECT] = NC_ ("completion", "warn them of a track or a place"),
    [SIM_VERB_PROMISE] = NC_ ("completion", "help within some minutes: you answer for it"),
    [SIM_VERB_INSIST] = NC_ ("completion", "on the order just refused; costs trust"),
    [SIM_VERB_DROP] = NC_ ("completion", "let the refused order go"),
    [SIM_VERB_NET] = NC_ ("completion", "who may speak, and how long"),
    [SIM_VERB_SYNC] = NC_ ("completion", "who is on the link"),
    [SIM_VERB_LOOK] = NC_ ("completion", "one round of the wall's guns that looks"),
    [SIM_VERB_WEAPONS_FREE] = NC_ ("completion", "fire again after cease fire"),
    [SIM_VERB_LISTEN_IN] = NC_ ("completion", "hear a platoon's own net; no air time"),
};

static const char *const setting_hints[SIM_N_SETTINGS] = {
    /* Translators: what a rule of the net or the link means, beside its word in the order line.  */
    [SIM_SETTING_OPEN] = NC_ ("completion", "all may speak"),
    [SIM_SETTING_SHORT] = NC_ ("completion", "no talk, no reasons, round counts"),
    [SIM_SETTING_QUIET] = NC_ ("completion", "emergencies only"),
    [SIM_SETTING_ALL] = NC_ ("completion", "everyone"),
    [SIM_SETTING_LEADERS] = NC_ ("completion", "one of each platoon: less strain"),
    [SIM_SETTING_ON] = NC_ ("completion", "back on"),
    [SIM_SETTING_OFF] = NC_ ("completion", "no more"),
};

static void
offer_settings (OrderCompleter *completer)
{
  for (guint setting = 1; setting < SIM_N_SETTINGS; setting++)
    if (sim_setting_fits (completer->parser->command.verb, setting))
      order_completer_offer (
          completer,
          order_book_word (book_of (completer), ORDER_PHRASE_SETTING, sim_setting_name (setting)),
          NULL, g_dpgettext2 (GETTEXT_PACKAGE, "completion", setting_hints[setting]));
}

/* At the beginning of a line only those that need nobody to be named.  */
/* The guns on the wall fire or look, and nobody else looks.  */
static gboolean
fits_addressee (const OrderParser *parser, guint verb)
{
  gboolean wall = parser->command.n_addressees == 1 &&
                  parser->command.addressees[0].kind == SIM_ADDRESSEE_INTERCEPTORS;

  return wall ? verb == SIM_VERB_LOOK || verb == SIM_VERB_FIRE_ON : verb != SIM_VERB_LOOK;
}

static void
offer_verbs (OrderCompleter *completer, gboolean named)
{
  for (guint verb = 0; verb < SIM_N_VERBS; verb++) {
    const char *word =
        order_book_word (book_of (completer), ORDER_PHRASE_VERB, sim_verb_name (verb));

    if (named ? sim_verb_aim (verb) == SIM_AIM_LISTENED : !order_verb_needs_no_name (verb))
      continue;
    if (named && !fits_addressee (completer->parser, verb))
      continue;
    order_completer_offer (completer, word, NULL,
                           g_dpgettext2 (GETTEXT_PACKAGE, "completion", verb_hints[verb]));
  }
}

static void
offer_topics (OrderCompleter *completer)
{
  for (guint topic = SIM_TOPIC_ALL + 1; topic < SIM_N_TOPICS; topic++)
    order_completer_offer (
        completer,
        order_book_word (book_of (completer), ORDER_PHRASE_TOPIC, sim_topic_name (topic)), NULL,
        C_ ("completion", "what to report"));
}

/* ---- Targets --------------------------------------------------------------------------------- */

/* With "to" or "at" before it, where the line has none yet and the verb wants one.  */
static void
offer_target (OrderCompleter *completer, const char *name, const char *hint)
{
  OrderBook *book = book_of (completer);
  const OrderParser *parser = completer->parser;
  const char *key = parser->verb.set ? order_preposition (parser->command.verb) : NULL;
  g_autofree char *text = NULL;

  if (!(completer->expect & ORDER_EXPECT_CONNECTOR) || !key) {
    order_completer_offer (completer, name, NULL, hint);
    return;
  }
  text = order_with_connector (book, key, name);
  if (order_completer_begins (completer, name))
    order_completer_take (completer, text, NULL, hint);
  else
    order_completer_offer (completer, text, NULL, hint);
}

static void
offer_places (OrderCompleter *completer)
{
  OrderBook *book = book_of (completer);

  for (gsize i = 0; i < book->n_places; i++) {
    const PicturePlace *place = &book->places[i];
    g_autofree char *grid = order_grid_text (book, place->position, FALSE, ORDER_WRITTEN);
    /* Translators: what a place is and its grid reference: “bridge, G08”.  */
    g_autofree char *hint = order_fill (C_ ("completion", "{kind}, {grid}"), "kind",
                                        order_place_kind_text (place->kind), "grid", grid, NULL);

    offer_target (completer, order_book_place_text (book, i), hint);
  }
}

static void
offer_track (OrderCompleter *completer, const PictureTrack *track, SimTick now)
{
  OrderBook *book = book_of (completer);
  SimTarget target = {.kind = SIM_TARGET_TRACK, .number = track->number};
  g_autofree char *name = order_target_text (book, &target);
  g_autofree char *contact = order_contact_text (book, track->type, track->count, ORDER_WORDED);
  g_autofree char *grid = order_grid_text (book, track->position, FALSE, ORDER_WRITTEN);
  g_autofree char *age = g_strdup_printf (
      "%u", now > track->t_seen ? (now - track->t_seen) / SIM_TICKS_PER_SECOND : 0);
  /* Translators: an enemy track, its square and the age of the last sighting in seconds.  */
  g_autofree char *hint = order_fill (C_ ("completion", "{contact}, {grid}, {age} s"), "contact",
                                      contact, "grid", grid, "age", age, NULL);

  if (!track->destroyed)
    offer_target (completer, name, hint);
}

/* Where the line asks for an enemy, the latest seen comes first.  */
static void
offer_tracks (OrderCompleter *completer)
{
  const PictureView *view = completer->parser->view;
  g_autofree gboolean *done = NULL;

  if (!view)
    return;
  done = g_new0 (gboolean, view->n_tracks + 1);
  for (gsize n = 0; n < view->n_tracks; n++) {
    gsize best = view->n_tracks;

    for (gsize i = 0; i < view->n_tracks; i++)
      if (!done[i] &&
          (best == view->n_tracks || view->tracks[i].t_seen > view->tracks[best].t_seen))
        best = i;
    done[best] = TRUE;
    offer_track (completer, &view->tracks[best], view->now);
  }
}

static void
offer_units (OrderCompleter *completer)
{
  OrderBook *book = book_of (completer);

  if (!completer->parser->view || order_parser_aim (completer->parser) == SIM_AIM_ANY)
    return;
  for (gsize i = 0; i < book->n_machines; i++)
    offer_target (completer, order_book_spoken_name (book, i),
                  order_book_platoon_name (book, book->machines[i].platoon));
}

/* Could this be the beginning of a square, "g", "g0" or, on a wide map, "ab"?  "to" is none.  */
static gboolean
begins_square (const char *word, guint columns)
{
  if (!g_ascii_isalpha (word[0]) || strlen (word) > 3)
    return FALSE;
  return word[1] == '\0' || g_ascii_isdigit (word[1]) ||
         (columns > 26 && g_ascii_isalpha (word[1]) && g_ascii_isdigit (word[2]));
}

/* "g" and "g0" go on to squares of column G.  */
static void
offer_squares (OrderCompleter *completer)
{
  OrderBook *book = book_of (completer);
  guint columns = order_grid_columns (book->map_width_m),
        rows = order_grid_rows (book->map_height_m);
  const char *word = strrchr (completer->typed, ' ');

  word = word ? word + 1 : completer->typed;
  if (!begins_square (word, columns))
    return;
  for (guint column = 0; column < columns; column++)
    for (guint row = 0; row < rows && !order_completer_full (completer); row++) {
      OrderSquare square = {column, row, 0};
      char text[ORDER_GRID_LENGTH];

      order_square_format (&square, FALSE, text);
      if (strlen (word) > 1 || column < 26)
        offer_target (completer, text, C_ ("completion", "a square of one kilometre"));
    }
}

static void
offer_grid (OrderCompleter *completer)
{
  const OrderParser *parser = completer->parser;
  const char *key = parser->verb.set ? order_preposition (parser->command.verb) : NULL;
  const char *word;
  g_autofree char *label = NULL;

  if (*completer->typed) {
    offer_squares (completer);
    return;
  }
  if (!(completer->expect & ORDER_EXPECT_CONNECTOR) || !key ||
      book_of (completer)->phrases.grammar.connectors_after)
    return;
  word = order_book_word (book_of (completer), ORDER_PHRASE_CONNECTOR, key);
  /* Translators: the order line goes on after this word: “to …”.  */
  label = order_fill_slots (C_ ("completion", "{word} …"), &(OrderSlot){"word", word}, 1, FALSE);
  order_completer_offer (completer, word, label, C_ ("completion", "a square, place or track"));
}

/* With "to" before it where the line has none yet, as canonical text has it.  */
static void
offer_listened (OrderCompleter *completer)
{
  OrderBook *book = book_of (completer);
  const char *to = order_book_word (book, ORDER_PHRASE_CONNECTOR, "to");

  for (guint platoon = 0; platoon < book->n_platoons; platoon++) {
    const char *name = order_book_platoon_name (book, platoon);
    g_autofree char *text = g_strdup_printf ("%s %s", to, name);

    if (!order_book_has_platoon (book, platoon))
      continue;
    if (completer->expect & ORDER_EXPECT_SETTING)
      order_completer_offer (completer, text, NULL, C_ ("completion", "its own net"));
    else
      order_completer_offer (completer, name, NULL, C_ ("completion", "its own net"));
  }
}

static void
offer_targets (OrderCompleter *completer)
{
  if (order_parser_aim (completer->parser) == SIM_AIM_LISTENED) {
    offer_listened (completer);
    return;
  }
  offer_grid (completer);
  if (order_parser_aim (completer->parser) == SIM_AIM_ANY) {
    offer_tracks (completer);
    offer_places (completer);
    return;
  }
  offer_places (completer);
  offer_tracks (completer);
  offer_units (completer);
}

/* ---- After a target -------------------------------------------------------------------------- */

/* The square that the line ends with, as it is written there.  */
static char *
last_square (OrderCompleter *completer)
{
  const SimCommand *command = &completer->parser->command;
  const SimTarget *target =
      command->n_via > 0 ? &command->via[command->n_via - 1] : &command->target;

  return order_grid_text (book_of (completer), target->position, FALSE, ORDER_WRITTEN);
}

static void
offer_keypad (OrderCompleter *completer)
{
  const char *word = order_book_word (book_of (completer), ORDER_PHRASE_CONNECTOR, "keypad");
  g_autofree char *square = last_square (completer);
  g_autofree char *label =
      order_fill_slots (C_ ("completion", "{word} …"), &(OrderSlot){"word", word}, 1, FALSE);
  g_autofree char *hint =
      /* Translators: a grid square is divided like the keys of a telephone.  */
      order_fill (C_ ("completion", "a ninth of {square}, 1 to 9"), "square", square, NULL);

  order_completer_offer (completer, word, label, hint);
}

static void
offer_keys (OrderCompleter *completer)
{
  static const guint8 directions[] = {5, 4, 3, 6, 8, 2, 7, 0, 1};

  for (guint key = 1; key <= 9; key++) {
    char digit[4];
    guint direction = directions[key - 1];

    g_snprintf (digit, sizeof digit, "%u", key);
    order_completer_offer (completer, digit, NULL,
                           direction == 8 ? C_ ("completion", "the middle")
                                          : order_direction_text (direction));
  }
}

static void
offer_via (OrderCompleter *completer)
{
  const char *word = order_book_word (book_of (completer), ORDER_PHRASE_CONNECTOR, "via");
  g_autofree char *label =
      order_fill_slots (C_ ("completion", "{word} …"), &(OrderSlot){"word", word}, 1, FALSE);

  if (completer->parser->command.n_via < SIM_MAX_VIA)
    order_completer_offer (completer, word,
                           book_of (completer)->phrases.grammar.connectors_after ? NULL : label,
                           C_ ("completion", "another point"));
}

/* The words of a choice; all in one row until one of them is begun or a comma asks for them.  */
static void
offer_choice (OrderCompleter *completer, OrderPhraseGroup group, guint count,
              const char *(*name) (unsigned), const char *hint)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new();
  g_autofree char *label = NULL;

  for (guint i = 1; i < count; i++)
    g_ptr_array_add (words, (gpointer) order_book_word (book_of (completer), group, name (i)));
  if (*completer->typed || completer->parser->tokens->ends_with_comma) {
    for (guint i = 0; i < words->len; i++)
      order_completer_offer (completer, g_ptr_array_index (words, i), NULL, hint);
    return;
  }
  g_ptr_array_add (words, NULL);
  label = g_strjoinv (" · ", (char **) words->pdata);
  /* Taking the row sets a comma, after which the words are offered one by one.  */
  completer->after = "";
  order_completer_take (completer, "", label, hint);
  completer->after = book_of (completer)->phrases.grammar.space;
}

/* Each direction with what stands after it: there is no word to begin with.  */
static void
offer_directions_with (OrderCompleter *completer, const char *connector, const char *hint)
{
  const char *key;

  for (guint i = 0; (key = order_phrases_key (ORDER_PHRASE_DIRECTION, i)); i++) {
    g_autofree char *text = order_with_connector (
        book_of (completer), connector,
        order_book_word (book_of (completer), ORDER_PHRASE_DIRECTION, key));

    order_completer_offer (completer, text, NULL, hint);
  }
}

static void
offer_facing (OrderCompleter *completer)
{
  const char *word = order_book_word (book_of (completer), ORDER_PHRASE_CONNECTOR, "facing");
  g_autofree char *label =
      order_fill_slots (C_ ("completion", "{word} …"), &(OrderSlot){"word", word}, 1, FALSE);

  if (book_of (completer)->phrases.grammar.connectors_after)
    offer_directions_with (completer, "facing", C_ ("completion", "a direction"));
  else
    order_completer_offer (completer, word, label, C_ ("completion", "a direction"));
}

/* ---- Telling --------------------------------------------------------------------------------- */

static void
offer_connector (OrderCompleter *completer, const char *key, gboolean more, const char *hint)
{
  const char *word = order_book_word (book_of (completer), ORDER_PHRASE_CONNECTOR, key);
  g_autofree char *label =
      order_fill_slots (C_ ("completion", "{word} …"), &(OrderSlot){"word", word}, 1, FALSE);

  if (more && book_of (completer)->phrases.grammar.connectors_after)
    offer_directions_with (completer, key, hint);
  else
    order_completer_offer (completer, word, more ? label : NULL, hint);
}

static void
offer_helps (OrderCompleter *completer)
{
  for (guint help = 0; help < SIM_N_HELPS; help++)
    order_completer_offer (
        completer, order_book_word (book_of (completer), ORDER_PHRASE_HELP, sim_help_name (help)),
        NULL, C_ ("completion", "what is promised"));
}

/* A few that are often right; any other is typed.  */
static void
offer_minutes (OrderCompleter *completer, gboolean whole)
{
  static const guint often[] = {3, 5, 10};

  for (guint i = 0; i < G_N_ELEMENTS (often); i++) {
    g_autofree char *text =
        whole ? order_within_minutes (book_of (completer), often[i])
              : g_strdup_printf ("%u %s", often[i],
                                 order_book_word (book_of (completer), ORDER_PHRASE_CONNECTOR,
                                                  "minutes"));

    order_completer_offer (completer, text, NULL, C_ ("completion", "until when"));
  }
}

static void
offer_delay (OrderCompleter *completer)
{
  g_autofree char *text = order_after_minutes (book_of (completer), 2);

  order_completer_offer (completer, text, NULL, C_ ("completion", "begun then"));
}

static void
offer_mark (OrderCompleter *completer)
{
  const char *word = order_book_word (book_of (completer), ORDER_PHRASE_CONNECTOR, "mark");
  g_autofree char *label =
      order_fill_slots (C_ ("completion", "{word} …"), &(OrderSlot){"word", word}, 1, FALSE);

  order_completer_offer (completer, word, label, C_ ("completion", "prepared, begun on your word"));
}

static void
offer_directions (OrderCompleter *completer)
{
  const char *key;

  for (guint i = 0; (key = order_phrases_key (ORDER_PHRASE_DIRECTION, i)); i++)
    order_completer_offer (completer,
                           order_book_word (book_of (completer), ORDER_PHRASE_DIRECTION, key), NULL,
                           C_ ("completion", "direction"));
}

static void
offer_another (OrderCompleter *completer)
{
  const char *word = order_book_word (book_of (completer), ORDER_PHRASE_CONNECTOR, "and");
  g_autofree char *label =
      order_fill_slots (C_ ("completion", "{word} …"), &(OrderSlot){"word", word}, 1, FALSE);

  order_completer_offer (completer, word, label, C_ ("completion", "one more to hear it"));
}

void
order_completer_expect (OrderCompleter *completer, OrderExpect expect)
{
  switch (expect) {
  case ORDER_EXPECT_ADDRESSEE:
    offer_addressees (completer);
    break;
  case ORDER_EXPECT_ANOTHER:
    offer_another (completer);
    break;
  case ORDER_EXPECT_VERB:
    offer_verbs (completer, TRUE);
    break;
  case ORDER_EXPECT_OWN_VERB:
    offer_verbs (completer, FALSE);
    break;
  case ORDER_EXPECT_SETTING:
    offer_settings (completer);
    break;
  case ORDER_EXPECT_TARGET:
    offer_targets (completer);
    break;
  case ORDER_EXPECT_TOPIC:
    offer_topics (completer);
    break;
  case ORDER_EXPECT_KEYPAD:
    offer_keypad (completer);
    break;
  case ORDER_EXPECT_KEY:
    offer_keys (completer);
    break;
  case ORDER_EXPECT_VIA:
    offer_via (completer);
    break;
  case ORDER_EXPECT_POSTURE:
    offer_choice (completer, ORDER_PHRASE_POSTURE, SIM_N_POSTURES, sim_posture_name,
                  C_ ("completion", "posture"));
    break;
  case ORDER_EXPECT_TIMING:
    offer_choice (completer, ORDER_PHRASE_TIMING, SIM_N_TIMINGS, sim_timing_name,
                  C_ ("completion", "time"));
    break;
  case ORDER_EXPECT_FACING:
    offer_facing (completer);
    break;
  case ORDER_EXPECT_MARK:
    offer_mark (completer);
    break;
  case ORDER_EXPECT_DIRECTION:
    offer_directions (completer);
    break;
  case ORDER_EXPECT_POSSIBLE:
    offer_connector (completer, "possible", FALSE, C_ ("completion", "you are not sure of it"));
    break;
  case ORDER_EXPECT_FROM:
    offer_connector (completer, "from", TRUE, C_ ("completion", "where they come from"));
    break;
  case ORDER_EXPECT_HELP:
    offer_helps (completer);
    break;
  case ORDER_EXPECT_MINUTES:
    offer_minutes (completer, TRUE);
    break;
  case ORDER_EXPECT_NUMBER:
    offer_minutes (completer, FALSE);
    break;
  case ORDER_EXPECT_DELAY:
    offer_delay (completer);
    break;
  case ORDER_EXPECT_RELIEF:
    offer_connector (completer, "relieved", FALSE, C_ ("completion", "until others take over"));
    break;
  case ORDER_EXPECT_CONNECTOR:
  default:
    break;
  }
}

/* ---- Questions ------------------------------------------------------------------------------- */

/* The words of a pattern up to its first place to fill, and with an ellipsis as a label.  */
static void
offer_question (OrderCompleter *completer, const char *pattern)
{
  const char *brace = strchr (pattern, '{');
  g_autofree char *head = g_strndup (pattern, brace ? (gsize) (brace - pattern) : strlen (pattern));
  g_autofree char *label = brace ? g_strconcat (head, "…", NULL) : g_strdup (head);

  g_strchomp (head);
  completer->after = brace ? " " : "";
  order_completer_offer (completer, head, label, C_ ("completion", "question, no air time"));
}

void
order_complete_questions (OrderCompleter *completer, const char *text)
{
  const GPtrArray *entries = book_of (completer)->phrases.groups[ORDER_PHRASE_QUESTION];

  g_free (completer->typed);
  g_free (completer->before);
  completer->before = g_strdup ("");
  completer->typed = order_text_fold (text, FALSE);
  if (*completer->typed == '\0')
    return;
  for (guint i = 0; i < entries->len; i++) {
    const OrderPhraseEntry *entry = g_ptr_array_index (entries, i);

    offer_question (completer, g_ptr_array_index (entry->words, 0));
  }
}
