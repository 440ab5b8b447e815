/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists behind the panels: squadron, contacts, alerts, and words for orders.  */
#include "ui-fixture.h"

#include "ui/alerts/handler-alerts.h"
#include "ui/orders/handler-order-words.h"
#include "ui/alerts/handler-hints.h"
#include "ui/comms/handler-queue-text.h"
#include "ui/squad/handler-mark.h"
#include "ui/squad/handler-contact.h"
#include "ui/squad/handler-squad.h"

typedef struct {
  OrderBook *book;
  PictureView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->book = fixture_book ();
  fixture->view = fixture_view ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  order_book_unref (fixture->book);
  g_free (fixture->view);
}

static void
count_cb (guint *count)
{
  ++*count;
}

/* ---- Squadron --------------------------------------------------------------------------------- */

static void
test_squad_roster (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HandlerSquad) squad = handler_squad_new (fixture->book, 2);
  g_autofree char *condition = NULL;
  HandlerPlatoon *platoon;
  g_autofree char *strength = NULL;

  handler_squad_update (squad, fixture->view);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (squad)), ==, 5);
  g_assert_cmpstr (handler_machine_get_name (handler_squad_get_machine (squad, 3)), ==, "Magpie");
  g_object_get (handler_squad_get_machine (squad, 2), "condition", &condition, NULL);
  g_assert_cmpstr (condition, ==, "Ann Weir · calm");
  platoon = handler_machine_get_platoon (handler_squad_get_machine (squad, 0));
  g_object_get (platoon, "strength", &strength, NULL);
  g_assert_cmpstr (strength, ==, "3 / 3");
  g_assert_null (handler_squad_get_machine (squad, 5));
}

/* Nothing new is said twice: a row that binds the properties is not woken.  */
static void
test_squad_is_quiet (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HandlerSquad) squad = handler_squad_new (fixture->book, 2);
  guint changed = 0, notified = 0;

  handler_squad_update (squad, fixture->view);
  g_signal_connect_swapped (squad, "changed", G_CALLBACK (count_cb), &changed);
  g_signal_connect_swapped (handler_squad_get_machine (squad, 0), "notify", G_CALLBACK (count_cb),
                            &notified);
  handler_squad_update (squad, fixture->view);
  g_assert_cmpuint (changed, ==, 0);
  g_assert_cmpuint (notified, ==, 0);
  fixture->view->own[0].ammunition--;
  handler_squad_update (squad, fixture->view);
  g_assert_cmpuint (changed, ==, 1);
  g_assert_cmpuint (notified, >, 0);
}

/* A machine at a time: told of once, when all were looked at.  */
static void
test_squad_by_pieces (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HandlerSquad) squad = handler_squad_new (fixture->book, 2);
  guint changed = 0, next = 0;

  handler_squad_update (squad, fixture->view);
  g_signal_connect_swapped (squad, "changed", G_CALLBACK (count_cb), &changed);
  fixture->view->own[0].known_lost = fixture->view->own[4].known_lost = 1;
  for (guint i = 1; i < 5; i++) {
    g_assert_false (handler_squad_update_some (squad, fixture->view, &next, 0));
    g_assert_cmpuint (next, ==, i);
  }
  g_assert_true (handler_machine_get_lost (handler_squad_get_machine (squad, 0)));
  g_assert_false (handler_machine_get_lost (handler_squad_get_machine (squad, 4)));
  g_assert_cmpuint (changed, ==, 0);
  g_assert_true (handler_squad_update_some (squad, fixture->view, &next, 0));
  g_assert_cmpuint (handler_squad_get_n_alive (squad), ==, 3);
  g_assert_cmpuint (changed, ==, 1);
}

static void
test_squad_ages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HandlerSquad) squad = handler_squad_new (fixture->book, 2);
  HandlerMachine *machine = handler_squad_get_machine (squad, 1);

  handler_squad_update (squad, fixture->view);
  g_assert_false (handler_machine_get_stale (machine));
  g_assert_cmpint (handler_machine_get_gravity (machine), ==, HANDLER_GRAVITY_NONE);
  fixture->view->now += SIM_SECONDS (20);
  handler_squad_update (squad, fixture->view);
  g_assert_true (handler_machine_get_stale (machine));
  fixture->view->now += SIM_SECONDS (60);
  handler_squad_update (squad, fixture->view);
  g_assert_cmpint (handler_machine_get_gravity (machine), ==, HANDLER_GRAVITY_WARNING);
  g_assert_cmpstr (handler_machine_get_status (machine), ==, "no word");
}

static void
test_squad_loss (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HandlerSquad) squad = handler_squad_new (fixture->book, 2);
  HandlerMachine *machine = handler_squad_get_machine (squad, 4);

  g_autofree char *condition = NULL;

  fixture->view->own[4].known_lost = 1;
  handler_squad_update (squad, fixture->view);
  g_assert_true (handler_machine_get_lost (machine));
  g_object_get (machine, "condition", &condition, NULL);
  g_assert_cmpstr (condition, ==, ""); /* how the pilot felt before is no word of now */
  g_assert_cmpuint (handler_squad_get_n_alive (squad), ==, 4);
  g_assert_cmpstr (handler_machine_get_status (machine), ==,
                   order_activity_text (SIM_ACTIVITY_DESTROYED));
}

static void
test_task_text (Fixture *fixture, gconstpointer data)
{
  PictureOwn *own = &fixture->view->own[0];
  g_autofree char *none = handler_squad_task_text (fixture->book, own);
  g_autofree char *begun = NULL, *waits = NULL, *done = NULL;

  g_assert_cmpstr (none, ==, "");
  own->order = 3;
  own->order_verb = SIM_VERB_MOVE;
  own->order_state = SIM_ORDER_BEGUN;
  own->order_target = (SimTarget){SIM_TARGET_PLACE, 0, {3000, 3000}, 200};
  begun = handler_squad_task_text (fixture->book, own);
  g_assert_true (g_str_has_prefix (begun, "move to "));
  g_assert_true (g_str_has_suffix (begun, order_book_place (fixture->book, 0)->name));
  own->order_state = SIM_ORDER_WAITING;
  own->order_cause = SIM_CAUSE_UNDER_FIRE;
  waits = handler_squad_task_text (fixture->book, own);
  g_assert_nonnull (strstr (waits, order_cause_text (SIM_CAUSE_UNDER_FIRE)));
  own->order_state = SIM_ORDER_DONE;
  done = handler_squad_task_text (fixture->book, own);
  g_assert_cmpstr (done, ==, "");
}

/* ---- Contacts --------------------------------------------------------------------------------- */

static void
test_contacts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HandlerContacts) contacts = handler_contacts_new (fixture->book, 8000, 6000);
  HandlerContact *second;
  g_autofree char *title = NULL;

  fixture_add_track (fixture->view, 2, base_vec (1500, 500), 0);
  fixture_add_track (fixture->view, 5, base_vec (2500, 500), 1);
  handler_contacts_update (contacts, fixture->view);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (contacts)), ==, 2);
  second = handler_contacts_find (contacts, 5);
  g_assert_nonnull (second);
  title = g_strdup_printf ("T05 · 3 %s", order_book_type (fixture->book, 1)->other);
  g_assert_cmpstr (handler_contact_get_title (second), ==, title);
  g_assert_nonnull (strstr (handler_contact_get_description (second), "seen by Heron"));
  g_assert_nonnull (strstr (handler_contact_get_description (second), "C01-5"));
}

/* A track that goes takes its own row alone; the object of the others stays the same.  */
static void
test_contacts_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HandlerContacts) contacts = handler_contacts_new (fixture->book, 8000, 6000);
  HandlerContact *kept;

  fixture_add_track (fixture->view, 1, base_vec (500, 500), 0);
  fixture_add_track (fixture->view, 2, base_vec (1500, 500), 0);
  fixture_add_track (fixture->view, 3, base_vec (2500, 500), 0);
  handler_contacts_update (contacts, fixture->view);
  kept = handler_contacts_find (contacts, 3);
  fixture->view->tracks[1] = fixture->view->tracks[2];
  fixture->view->n_tracks = 2;
  fixture_add_track (fixture->view, 4, base_vec (3500, 500), 0);
  handler_contacts_update (contacts, fixture->view);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (contacts)), ==, 3);
  g_assert_null (handler_contacts_find (contacts, 2));
  g_assert_true (handler_contacts_find (contacts, 3) == kept);
  fixture->view->n_tracks = 0;
  handler_contacts_update (contacts, fixture->view);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (contacts)), ==, 0);
}

/* ---- Alerts ----------------------------------------------------------------------------------- */

static HandlerAlert *
alert_at (HandlerAlerts *alerts, guint position)
{
  g_autoptr (HandlerAlert) alert = g_list_model_get_item (G_LIST_MODEL (alerts), position);

  g_assert_nonnull (alert);
  return alert; /* the list keeps it */
}

static SimReport
report_of (guint machine, SimReportKind kind, SimPhrase phrase)
{
  return (SimReport){
    .kind = kind,
    .from = {machine, 1},
    .t_heard = 1000,
    .position = {1500, 1500},
    .words = {.phrase = phrase},
  };
}

static void
test_alerts_gravest_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HandlerAlerts) alerts = handler_alerts_new (fixture->book);
  SimReport low = report_of (3, SIM_REPORT_OWN_STATE, SIM_PHRASE_LOW_AMMUNITION);
  SimReport fire = report_of (1, SIM_REPORT_UNDER_FIRE, SIM_PHRASE_UNDER_FIRE);

  low.words.arguments[0].number = 9;
  handler_alerts_take_view (alerts, fixture->view);
  handler_alerts_take_report (alerts, &low);
  handler_alerts_take_report (alerts, &fire);
  fixture_add_track (fixture->view, 7, base_vec (2000, 2000), 0);
  fixture->view->own[4].known_lost = 1;
  handler_alerts_take_view (alerts, fixture->view);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (alerts)), ==, 4);
  g_assert_cmpstr (handler_alert_get_title (alert_at (alerts, 0)), ==, "Wren destroyed");
  g_assert_cmpstr (handler_alert_get_title (alert_at (alerts, 1)), ==, "Heron under fire");
  g_assert_cmpstr (handler_alert_get_detail (alert_at (alerts, 2)), ==, "T07");
  g_assert_cmpstr (handler_alert_get_detail (alert_at (alerts, 3)), ==, "9 rounds");
}

static void
test_alerts_gather (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HandlerAlerts) alerts = handler_alerts_new (fixture->book);
  SimReport fire = report_of (1, SIM_REPORT_UNDER_FIRE, SIM_PHRASE_UNDER_FIRE);
  BaseVec place;

  fixture_add_track (fixture->view, 1, base_vec (1000, 1000), 0);
  handler_alerts_take_view (alerts, fixture->view);
  fixture_add_track (fixture->view, 2, base_vec (2000, 1000), 0);
  handler_alerts_take_view (alerts, fixture->view);
  handler_alerts_take_report (alerts, &fire);
  handler_alerts_take_report (alerts, &fire);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (alerts)), ==, 2);
  g_assert_cmpstr (handler_alert_get_title (alert_at (alerts, 1)), ==, "2 new contacts");
  g_assert_cmpstr (handler_alert_get_detail (alert_at (alerts, 1)), ==, "T01, T02");
  g_assert_true (handler_alert_get_place (alert_at (alerts, 1), &place));
  g_assert_cmpfloat (place.x, ==, 2000);
}

/* Too much strain cuts her off: that is told at once, and that it is over.  */
static void
test_alerts_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HandlerAlerts) alerts = handler_alerts_new (fixture->book);

  fixture->view->link.cut_s = 90;
  handler_alerts_take_view (alerts, fixture->view);
  fixture->view->link.cut_s = 60;
  handler_alerts_take_view (alerts, fixture->view);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (alerts)), ==, 1);
  g_assert_cmpstr (handler_alert_get_title (alert_at (alerts, 0)), ==, "Link cut");
  g_assert_cmpstr (handler_alert_get_detail (alert_at (alerts, 0)), ==, "back in 90 s");
  fixture->view->link.cut_s = 0;
  handler_alerts_take_view (alerts, fixture->view);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (alerts)), ==, 1);
  g_assert_cmpstr (handler_alert_get_title (alert_at (alerts, 0)), ==, "Link back");
}

/* What the briefing marked is no contact until somebody has seen it.  */
static void
test_alerts_known_tracks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HandlerAlerts) alerts = handler_alerts_new (fixture->book);

  fixture_add_track (fixture->view, 1, base_vec (1000, 1000), 0);
  fixture->view->tracks[0].n_sources = 0;
  handler_alerts_take_view (alerts, fixture->view);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (alerts)), ==, 0);
  fixture->view->tracks[0].n_sources = 1;
  handler_alerts_take_view (alerts, fixture->view);
  handler_alerts_take_view (alerts, fixture->view);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (alerts)), ==, 1);
}

/* A battle gone on with: what was told lately stands again, each with its own time; what is old does not.  */
static void
test_alerts_recall (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HandlerAlerts) alerts = handler_alerts_new (fixture->book);
  SimReport fire = report_of (1, SIM_REPORT_UNDER_FIRE, SIM_PHRASE_UNDER_FIRE);
  SimReport down = report_of (0, SIM_REPORT_OWN_DOWN, SIM_PHRASE_DOWN_OTHER);

  fixture->view->now = SIM_SECONDS (1000);
  fire.t_heard = SIM_SECONDS (950);
  down.t_heard = SIM_SECONDS (930);
  down.subject = fixture->view->own[2].id;
  fixture->view->own[1].known_lost = fixture->view->own[2].known_lost = 1;
  fixture->view->own[1].t_word = fixture->view->own[2].t_word = SIM_SECONDS (300);
  fixture_add_track (fixture->view, 1, base_vec (1000, 1000), 0);
  fixture_add_track (fixture->view, 2, base_vec (2000, 1000), 0);
  fixture->view->tracks[0].t_first = SIM_SECONDS (400);
  fixture->view->tracks[1].t_first = SIM_SECONDS (990);
  handler_alerts_recall_report (alerts, &fire, fixture->view);
  handler_alerts_recall_report (alerts, &down, fixture->view);
  handler_alerts_take_view (alerts, fixture->view);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (alerts)), ==, 3);
  g_assert_cmpint (handler_alert_get_kind (alert_at (alerts, 0)), ==, HANDLER_ALERT_LOSS);
  g_assert_cmpint (handler_alert_get_machine (alert_at (alerts, 0)), ==, 2);
  g_assert_cmpint (handler_alert_get_kind (alert_at (alerts, 1)), ==, HANDLER_ALERT_UNDER_FIRE);
  g_assert_cmpstr (handler_alert_get_title (alert_at (alerts, 2)), ==, "1 new contact");
  g_assert_cmpstr (handler_alert_get_detail (alert_at (alerts, 2)), ==, "T02");
  /* They go when their time is over, not that of the going on.  */
  fixture->view->now = SIM_SECONDS (1075);
  handler_alerts_take_view (alerts, fixture->view);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (alerts)), ==, 1);
  g_assert_cmpint (handler_alert_get_kind (alert_at (alerts, 0)), ==, HANDLER_ALERT_CONTACT);
}

static void
test_alerts_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HandlerAlerts) alerts = handler_alerts_new (fixture->book);
  SimReport fire = report_of (1, SIM_REPORT_UNDER_FIRE, SIM_PHRASE_UNDER_FIRE);
  SimOrderChange refused = {.order = 4, .state = SIM_ORDER_REFUSED,
                            .cause = SIM_CAUSE_TOO_DANGEROUS, .unit = {2, 1}, .t = 1000};

  handler_alerts_take_view (alerts, fixture->view);
  handler_alerts_take_report (alerts, &fire);
  handler_alerts_take_order (alerts, &refused);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (alerts)), ==, 2);
  handler_alerts_dismiss (alerts, alert_at (alerts, 0));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (alerts)), ==, 1);
  g_assert_cmpint (handler_alert_get_machine (alert_at (alerts, 0)), ==, 2);
  fixture->view->now += SIM_SECONDS (200);
  handler_alerts_take_view (alerts, fixture->view);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (alerts)), ==, 0);
}

/* ---- Orders as words -------------------------------------------------------------------------- */

/* What a menu writes is what could have been typed: it reads as the same order.  */
static void
test_order_words (Fixture *fixture, gconstpointer data)
{
  const SimTarget target = {SIM_TARGET_POSITION, 0, {2500, 3500}, 500};
  g_autofree char *move = handler_order_words (fixture->book, handler_order_to_machine (1),
                                               SIM_VERB_MOVE, &target);
  g_autofree char *open = handler_order_words_open (fixture->book, handler_order_to_platoon (1),
                                                    SIM_VERB_MOVE);
  g_autofree char *whole = g_strconcat (open, "C04", NULL);
  g_autofree char *report = handler_order_words_report (fixture->book, handler_order_to_all (),
                                                        SIM_TOPIC_AMMUNITION);
  const char *texts[] = {move, whole, report};

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (OrderReading) reading = order_parse (fixture->book, NULL, NULL, texts[i]);

    g_assert_cmpint (reading->problem, ==, ORDER_OK);
    g_assert_cmpstr (reading->canonical, ==, texts[i]);
  }
  g_assert_true (g_str_has_suffix (open, " "));
}

/* An order to Kestrel that has a mark to wait for.  */
static SimOrderChange
prepared (guint order, guint mark, SimOrderState state, SimCause cause)
{
  SimOrderChange change = {.order = order, .state = (guint8) state, .cause = (guint8) cause};

  change.command = (SimCommand){.verb = SIM_VERB_HOLD, .n_addressees = 1, .facing_deg = -1};
  change.command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_UNIT, 0};
  change.command.mark = (guint8) mark;
  return change;
}

/* ---- Promises ---------------------------------------------------------------------------------- */

/* Its end is said, to whom and what; what else becomes of an order is none.  */
static void
test_promise_ends (Fixture *fixture, gconstpointer data)
{
  SimOrderChange change = prepared (3, 0, SIM_ORDER_BEGUN, SIM_CAUSE_NONE);
  g_autofree char *kept = NULL, *broken = NULL;

  change.command.verb = SIM_VERB_PROMISE;
  change.command.help = SIM_HELP_RESUPPLY;
  g_assert_null (handler_promise_end_text (fixture->book, &change));
  change.state = SIM_ORDER_DONE;
  kept = handler_promise_end_text (fixture->book, &change);
  g_assert_cmpstr (kept, ==, "Promise kept: Kestrel, resupply");
  change.state = SIM_ORDER_FAILED;
  change.cause = SIM_CAUSE_NOT_KEPT;
  broken = handler_promise_end_text (fixture->book, &change);
  g_assert_cmpstr (broken, ==, "Promise broken: Kestrel, resupply");
  change.command.verb = SIM_VERB_HOLD;
  g_assert_null (handler_promise_end_text (fixture->book, &change));
}

/* ---- Hints ------------------------------------------------------------------------------------ */

static SimReport
tell_of (SimPhrase phrase, char letter, guint count, guint contact, double at_s)
{
  g_autoptr (OrderBook) book = fixture_book ();
  SimReport report = {.contact = contact, .t_heard = SIM_SECONDS (at_s)};
  SimTypeIndex type = 0;

  while (letter != '?' && order_book_type (book, type)->letter != letter)
    type++;
  report.words.phrase = (guint16) phrase;
  report.words.arguments[0].number = (gint32) count;
  report.words.arguments[0].type = letter == '?' ? SIM_TYPE_UNKNOWN : type;
  return report;
}

static void
assert_hint (Fixture *fixture, HandlerHints *hints, SimReport report, HandlerPattern expected)
{
  g_assert_cmpuint (handler_hints_take_report (hints, &report, fixture->view), ==, expected);
}

/* Each pattern by the report that shows it, once; what shows nothing gives no hint.  */
static void
test_hints (Fixture *fixture, gconstpointer data)
{
  HandlerHints *hints = handler_hints_new (fixture->book);
  const HandlerPattern none = HANDLER_N_PATTERNS;

  assert_hint (fixture, hints, tell_of (SIM_PHRASE_CONTACT_SEEN, 'A', 2, 1, 1), none);
  assert_hint (fixture, hints, tell_of (SIM_PHRASE_CONTACT_SEEN, 'A', 3, 1, 2), HANDLER_PATTERN_FEELER);
  assert_hint (fixture, hints, tell_of (SIM_PHRASE_CONTACT_SEEN, 'A', 4, 1, 3), none);
  assert_hint (fixture, hints, tell_of (SIM_PHRASE_CONTACT_UPDATE, 'G', 6, 2, 10), HANDLER_PATTERN_HOOK);
  assert_hint (fixture, hints, tell_of (SIM_PHRASE_CONTACT_HALTED, 'L', 3, 3, 100), HANDLER_PATTERN_ANVIL);
  assert_hint (fixture, hints, tell_of (SIM_PHRASE_CONTACT_HALTED, 'G', 3, 4, 130), none);
  assert_hint (fixture, hints, tell_of (SIM_PHRASE_CONTACT_HALTED, 'G', 3, 4, 132), none);
  assert_hint (fixture, hints, tell_of (SIM_PHRASE_CONTACT_HALTED, 'G', 3, 5, 134), none);
  assert_hint (fixture, hints, tell_of (SIM_PHRASE_CONTACT_HALTED, '?', 1, 6, 140), HANDLER_PATTERN_BREATH);
  assert_hint (fixture, hints, tell_of (SIM_PHRASE_RANGING_ROUND, '?', 0, 0, 150), HANDLER_PATTERN_GUN_LINE);
  assert_hint (fixture, hints, tell_of (SIM_PHRASE_CONTACT_WITHDRAWS, 'G', 1, 3, 160), none);
  assert_hint (fixture, hints, tell_of (SIM_PHRASE_CONTACT_WITHDRAWS, 'D', 1, 3, 161), HANDLER_PATTERN_BAIT);
  assert_hint (fixture, hints, tell_of (SIM_PHRASE_CONTACT_MOVING, 'C', 1, 9, 170), HANDLER_PATTERN_GLEANERS);
  assert_hint (fixture, hints, tell_of (SIM_PHRASE_AREA_CLEAR, '?', 0, 0, 180), HANDLER_PATTERN_CLOSED_DOOR);
  handler_hints_free (hints);
  /* Where tanks or somebody near by are known, there is neither hook nor closed door.  */
  hints = handler_hints_new (fixture->book);
  fixture_add_track (fixture->view, 1, base_vec (500, 500), 0);
  assert_hint (fixture, hints, tell_of (SIM_PHRASE_AREA_CLEAR, '?', 0, 0, 1), none);
  fixture->view->tracks[0].type = tell_of (SIM_PHRASE_CONTACT_SEEN, 'L', 1, 1, 1).words.arguments[0].type;
  assert_hint (fixture, hints, tell_of (SIM_PHRASE_CONTACT_MOVING, 'G', 6, 2, 10), none);
  handler_hints_free (hints);
}

/* ---- Marks ------------------------------------------------------------------------------------ */

static void
mark_is (Fixture *fixture, guint row, const char *name, BaseVec at)
{
  PictureMark *mark = &fixture->view->marks[row];

  *mark = (PictureMark){.position = at, .precise_m = 167};
  g_strlcpy (mark->name, name, sizeof mark->name);
  fixture->view->n_marks = MAX (fixture->view->n_marks, row + 1);
}

static void
assert_marks (HandlerMarks *marks, const char *const *descriptions)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (marks));

  g_assert_cmpuint (n, ==, g_strv_length ((char **) descriptions));
  for (guint i = 0; i < n; i++) {
    g_autoptr (HandlerMark) mark = g_list_model_get_item (G_LIST_MODEL (marks), i);

    g_assert_cmpstr (handler_mark_get_description (mark), ==, descriptions[i]);
  }
}

/* Places as they are marked, called otherwise and gone; then orders that wait for their mark, by it.  */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HandlerMarks) marks = handler_marks_new (fixture->book, 8000, 6000);
  SimOrderChange second = prepared (7, 2, SIM_ORDER_WAITING, SIM_CAUSE_FOR_MARK);
  SimOrderChange first = prepared (8, 1, SIM_ORDER_WAITING, SIM_CAUSE_FOR_MARK);
  SimOrderChange plain = prepared (9, 0, SIM_ORDER_WAITING, SIM_CAUSE_MOVING);
  g_autoptr (HandlerMark) depot = NULL;

  mark_is (fixture, 0, "depot", base_vec (500, 500));
  mark_is (fixture, 1, "orchard", base_vec (2500, 3500));
  handler_marks_update (marks, fixture->view);
  depot = g_list_model_get_item (G_LIST_MODEL (marks), 0);
  handler_marks_take_order (marks, &second);
  handler_marks_take_order (marks, &second); /* of another of its addressees */
  handler_marks_take_order (marks, &first);
  handler_marks_take_order (marks, &plain);
  mark_is (fixture, 0, "well", base_vec (500, 500));
  handler_marks_update (marks, fixture->view);
  assert_marks (marks, (const char *const[]){"Mark well at A01-5", "Mark orchard at C04-5",
                                             "Prepared for mark 1: Kestrel, hold",
                                             "Prepared for mark 2: Kestrel, hold", NULL});
  g_assert_true (handler_marks_find (marks, HANDLER_MARK_PLACE, 1) == depot); /* the same row */
  first.state = SIM_ORDER_BEGUN;
  handler_marks_take_order (marks, &first);
  fixture->view->marks[0] = fixture->view->marks[1];
  fixture->view->n_marks = 1;
  handler_marks_update (marks, fixture->view);
  assert_marks (marks, (const char *const[]){"Mark orchard at C04-5",
                                             "Prepared for mark 2: Kestrel, hold", NULL});
  g_assert_cmpuint (handler_mark_get_id (handler_marks_find (marks, HANDLER_MARK_PLACE, 1)), ==, 1);
  mark_is (fixture, 1, "orchard", base_vec (2500, 3500));
  mark_is (fixture, 0, "depot", base_vec (500, 500)); /* taken back: before it */
  handler_marks_update (marks, fixture->view);
  assert_marks (marks, (const char *const[]){"Mark depot at A01-5", "Mark orchard at C04-5",
                                             "Prepared for mark 2: Kestrel, hold", NULL});
}

static void
draw_line (Fixture *fixture, guint row, guint number, BaseVec from, BaseVec to)
{
  fixture->view->strokes[row] = (PictureStroke){
      .number = number, .ink = PICTURE_INK_BLUE, .n_points = 2, .points = {from, to}};
  fixture->view->n_strokes = row + 1;
}

/* Lines of the pencil come last, each with its ink, where it leads, and how long it is.  */
static void
test_marks_lines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HandlerMarks) marks = handler_marks_new (fixture->book, 8000, 6000);
  SimOrderChange order = prepared (7, 2, SIM_ORDER_WAITING, SIM_CAUSE_FOR_MARK);
  const char *first = "Pencil line, blue, dashed, from A01-5 to C04-5, 3.6 km";
  const char *second = "Pencil line, blue, dashed, from C04-5 to C04-2, 330 m";
  const char *prepared_words = "Prepared for mark 2: Kestrel, hold";
  g_autoptr (HandlerMark) line = NULL;

  draw_line (fixture, 0, 1, base_vec (500, 500), base_vec (2500, 3500));
  draw_line (fixture, 1, 4, base_vec (2500, 3500), base_vec (2500, 3167));
  handler_marks_update (marks, fixture->view);
  handler_marks_take_order (marks, &order);
  mark_is (fixture, 0, "depot", base_vec (500, 500));
  handler_marks_update (marks, fixture->view);
  assert_marks (marks, (const char *const[]){"Mark depot at A01-5", prepared_words, first, second,
                                             NULL});
  line = g_object_ref (handler_marks_find (marks, HANDLER_MARK_STROKE, 4));
  fixture->view->strokes[0] = fixture->view->strokes[1];
  fixture->view->n_strokes = 1;
  handler_marks_update (marks, fixture->view);
  assert_marks (marks, (const char *const[]){"Mark depot at A01-5", prepared_words, second, NULL});
  g_assert_true (handler_marks_find (marks, HANDLER_MARK_STROKE, 4) == line); /* the same row */
  draw_line (fixture, 0, 1, base_vec (500, 500), base_vec (2500, 3500)); /* taken back */
  draw_line (fixture, 1, 4, base_vec (2500, 3500), base_vec (2500, 3167));
  handler_marks_update (marks, fixture->view);
  assert_marks (marks, (const char *const[]){"Mark depot at A01-5", prepared_words, first, second,
                                             NULL});
  fixture->view->n_strokes = 0;
  handler_marks_update (marks, fixture->view);
  assert_marks (marks, (const char *const[]){"Mark depot at A01-5", prepared_words, NULL});
}

/* The words that are offered mark the place, by a name that nothing has; what can not be a name is told.  */
static void
test_mark_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first =
      handler_marks_words (fixture->book, fixture->view, 8000, 6000, base_vec (2500, 3500));
  g_autofree char *second = NULL, *answer = NULL, *problem = NULL, *taken = NULL;
  char name[PICTURE_NAME_SIZE];
  PictureEdit edit;

  g_assert_cmpstr (first, ==, "mark point C04-5 as anchor");
  answer = order_hand (fixture->book, fixture->view, NULL, first, &edit);
  g_assert_cmpuint (edit.kind, ==, PICTURE_EDIT_MARK);
  mark_is (fixture, 0, edit.name, edit.position);
  second = handler_marks_words (fixture->book, fixture->view, 8000, 6000, base_vec (2500, 3500));
  g_assert_cmpstr (second, ==, "mark point C04-5 as barrel");
  g_assert_null (handler_marks_words (fixture->book, fixture->view, 8000, 6000,
                                      base_vec (-9000, 0)));
  g_assert_false (handler_marks_take_name (fixture->book, fixture->view, "Kestrel", name, &problem));
  g_assert_cmpstr (problem, ==, "“Kestrel” means something already.");
  g_assert_false (handler_marks_take_name (fixture->book, fixture->view, "ANCHOR", name, &taken));
  fixture->view->n_marks = PICTURE_MAX_MARKS; /* renaming needs no room */
  g_assert_true (handler_marks_take_name (fixture->book, fixture->view, "old mill", name, &problem));
  g_assert_cmpstr (name, ==, "old mill");
  g_assert_null (handler_marks_words (fixture->book, fixture->view, 8000, 6000, base_vec (1, 1)));
}

/* Reads what a menu wrote; what it left open is given a square, or else a machine.  */
static guint
verb_of (Fixture *fixture, const char *words)
{
  static const char *const ends[] = {"", "C04", "Kestrel"};
  gboolean open = g_str_has_suffix (words, " ");

  for (gsize i = open; i < (open ? G_N_ELEMENTS (ends) : 1); i++) {
    g_autofree char *whole = g_strconcat (words, ends[i], NULL);
    g_autoptr (OrderReading) reading = order_parse (fixture->book, fixture->view, NULL, whole);

    if (reading->problem == ORDER_OK) {
      g_assert_cmpstr (reading->canonical, ==, whole);
      return reading->command.verb;
    }
  }
  g_error ("a menu wrote \"%s\", which is no order", words);
}

/* The verbs that a menu writes, as bits.  */
static guint64
verbs_of (Fixture *fixture, GMenuModel *menu)
{
  guint64 verbs = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++) {
    g_autoptr (GMenuLinkIter) links = g_menu_model_iterate_item_links (menu, i);
    g_autofree char *action = NULL;
    GMenuModel *link;

    g_menu_model_get_item_attribute (menu, i, "action", "s", &action);
    if (g_strcmp0 (action, "battle.order-words") == 0) {
      g_autofree char *words = NULL;

      g_assert_true (g_menu_model_get_item_attribute (menu, i, "target", "s", &words));
      verbs |= G_GUINT64_CONSTANT (1) << verb_of (fixture, words);
    }
    while (g_menu_link_iter_get_next (links, NULL, &link)) {
      verbs |= verbs_of (fixture, link);
      g_object_unref (link);
    }
  }
  return verbs;
}

/* Every verb of the language is in some menu of a row, and every item is an order.  */
static void
test_menus_have_every_verb (Fixture *fixture, gconstpointer data)
{
  const SimTarget track = {SIM_TARGET_TRACK, 1, {2500, 3500}, 167};
  g_autoptr (GMenuModel) machine = handler_order_menu (fixture->book, handler_order_to_machine (1));
  g_autoptr (GMenuModel) platoon = handler_order_menu (fixture->book, handler_order_to_platoon (0));
  g_autoptr (GMenuModel) about = NULL;
  guint64 verbs = verbs_of (fixture, machine) | verbs_of (fixture, platoon);

  fixture_add_track (fixture->view, 1, track.position, 0);
  about = handler_order_menu_track (fixture->book, handler_order_to_all (), &track);
  verbs |= verbs_of (fixture, about);
  for (guint verb = 0; verb < SIM_N_VERBS; verb++)
    if (verb != SIM_VERB_RECOVER && (verbs & (G_GUINT64_CONSTANT (1) << verb)) == 0)
      g_error ("no menu offers \"%s\"", sim_verb_name (verb));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/ui/models/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("promises", test_promise_ends);
  ADD ("hints", test_hints);
  ADD ("marks/list", test_marks);
  ADD ("marks/lines", test_marks_lines);
  ADD ("marks/words", test_mark_words);
  ADD ("orders/menus", test_menus_have_every_verb);
  ADD ("squad/roster", test_squad_roster);
  ADD ("squad/quiet", test_squad_is_quiet);
  ADD ("squad/by-pieces", test_squad_by_pieces);
  ADD ("squad/ages", test_squad_ages);
  ADD ("squad/loss", test_squad_loss);
  ADD ("squad/task", test_task_text);
  ADD ("contacts/rows", test_contacts);
  ADD ("contacts/change", test_contacts_change);
  ADD ("alerts/gravest-first", test_alerts_gravest_first);
  ADD ("alerts/gather", test_alerts_gather);
  ADD ("alerts/link", test_alerts_link);
  ADD ("alerts/known-tracks", test_alerts_known_tracks);
  ADD ("alerts/recall", test_alerts_recall);
  ADD ("alerts/go", test_alerts_go);
  ADD ("orders/words", test_order_words);
  return g_test_run ();
}
