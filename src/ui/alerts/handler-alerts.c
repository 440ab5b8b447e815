/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/alerts/handler-alerts.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

/* How long an alert stays, in seconds of the battle.  */
#define KEPT_S 120
/* Tracks that appear within this of each other are told together.  */
#define GATHER_S 45
/* Numbers of tracks that such an alert tells.  */
#define N_NAMED 4

/* ---- One alert ------------------------------------------------------------------------------- */

struct _HandlerAlert {
  GObject parent_instance;
  HandlerAlertKind kind;
  char *title;
  char *detail;
  SimTick tick;
  gboolean placed;
  BaseVec place;
  int machine;
  guint subject; /* with the kind: what makes it the same alert */
  guint track;
  GArray *tracks; /* guint: of a gathered contact alert */
};

G_DEFINE_FINAL_TYPE (HandlerAlert, handler_alert, G_TYPE_OBJECT)

enum { PROP_0, PROP_TITLE, PROP_DETAIL, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
handler_alert_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HandlerAlert *self = HANDLER_ALERT (object);

  switch (id) {
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_DETAIL:
    g_value_set_string (value, self->detail);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
handler_alert_finalize (GObject *object)
{
  HandlerAlert *self = HANDLER_ALERT (object);

  g_free (self->title);
  g_free (self->detail);
  g_clear_pointer (&self->tracks, g_array_unref);
  G_OBJECT_CLASS (handler_alert_parent_class)->finalize (object);
}

static void
handler_alert_class_init (HandlerAlertClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = handler_alert_get_property;
  object_class->finalize = handler_alert_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
handler_alert_init (HandlerAlert *self)
{
  self->machine = -1;
  self->tracks = g_array_new (FALSE, FALSE, sizeof (guint));
}

static HandlerAlert *
alert_new (HandlerAlertKind kind, guint subject, SimTick tick, const char *title,
           const char *detail)
{
  HandlerAlert *self = g_object_new (HANDLER_TYPE_ALERT, NULL);

  self->kind = kind;
  self->subject = subject;
  self->tick = tick;
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  return self;
}

static void
put_at (HandlerAlert *self, BaseVec place)
{
  self->place = place;
  self->placed = TRUE;
}

HandlerAlertKind
handler_alert_get_kind (HandlerAlert *self)
{
  g_return_val_if_fail (HANDLER_IS_ALERT (self), HANDLER_ALERT_LOSS);
  return self->kind;
}

const char *
handler_alert_get_title (HandlerAlert *self)
{
  g_return_val_if_fail (HANDLER_IS_ALERT (self), NULL);
  return self->title;
}

const char *
handler_alert_get_detail (HandlerAlert *self)
{
  g_return_val_if_fail (HANDLER_IS_ALERT (self), NULL);
  return self->detail;
}

const char *
handler_alert_get_icon (HandlerAlert *self)
{
  static const char *const icons[HANDLER_N_ALERTS] = {
    [HANDLER_ALERT_PAUSE] = "media-playback-pause-symbolic",
    [HANDLER_ALERT_LOSS] = "handler-lost-symbolic",
    [HANDLER_ALERT_LINK] = "handler-emergency-symbolic",
    [HANDLER_ALERT_UNDER_FIRE] = "handler-emergency-symbolic",
    [HANDLER_ALERT_CONTACT] = "handler-contact-symbolic",
    [HANDLER_ALERT_HINT] = "dialog-information-symbolic",
    [HANDLER_ALERT_REFUSED] = "handler-refused-symbolic",
    [HANDLER_ALERT_AMMUNITION] = "handler-ammunition-symbolic",
    [HANDLER_ALERT_JAM] = "handler-jam-symbolic",
    [HANDLER_ALERT_OBJECTIVE] = "handler-objective-symbolic",
  };

  g_return_val_if_fail (HANDLER_IS_ALERT (self), NULL);
  return icons[self->kind];
}

SimTick
handler_alert_get_tick (HandlerAlert *self)
{
  g_return_val_if_fail (HANDLER_IS_ALERT (self), 0);
  return self->tick;
}

gboolean
handler_alert_get_place (HandlerAlert *self, BaseVec *place)
{
  g_return_val_if_fail (HANDLER_IS_ALERT (self), FALSE);
  if (self->placed && place != NULL)
    *place = self->place;
  return self->placed;
}

int
handler_alert_get_machine (HandlerAlert *self)
{
  g_return_val_if_fail (HANDLER_IS_ALERT (self), -1);
  return self->machine;
}

guint
handler_alert_get_track (HandlerAlert *self)
{
  g_return_val_if_fail (HANDLER_IS_ALERT (self), 0);
  return self->track;
}

guint
handler_alert_get_subject (HandlerAlert *self)
{
  g_return_val_if_fail (HANDLER_IS_ALERT (self), 0);
  return self->subject;
}

/* ---- The list -------------------------------------------------------------------------------- */

struct _HandlerAlerts {
  GObject parent_instance;
  OrderBook *book;
  GPtrArray *alerts; /* HandlerAlert, gravest first, newest first within a kind */
  GHashTable *tracks; /* numbers of tracks that somebody has reported; a lookup, never walked */
  gsize n_jams;
  gboolean link_cut;
  gboolean has_view;
  guint64 lost; /* bit i: machine i is known lost */
};

static void handler_alerts_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HandlerAlerts, handler_alerts, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      handler_alerts_list_model_init))

enum { SIGNAL_RAISED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GType
handler_alerts_get_item_type (GListModel *model)
{
  return HANDLER_TYPE_ALERT;
}

static guint
handler_alerts_get_n_items (GListModel *model)
{
  return HANDLER_ALERTS (model)->alerts->len;
}

static gpointer
handler_alerts_get_item (GListModel *model, guint position)
{
  HandlerAlerts *self = HANDLER_ALERTS (model);

  if (position >= self->alerts->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->alerts, position));
}

static void
handler_alerts_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = handler_alerts_get_item_type;
  iface->get_n_items = handler_alerts_get_n_items;
  iface->get_item = handler_alerts_get_item;
}

static void
handler_alerts_finalize (GObject *object)
{
  HandlerAlerts *self = HANDLER_ALERTS (object);

  g_clear_pointer (&self->alerts, g_ptr_array_unref);
  g_clear_pointer (&self->tracks, g_hash_table_unref);
  g_clear_pointer (&self->book, order_book_unref);
  G_OBJECT_CLASS (handler_alerts_parent_class)->finalize (object);
}

static void
handler_alerts_class_init (HandlerAlertsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = handler_alerts_finalize;
  signals[SIGNAL_RAISED]
      = g_signal_new ("raised", HANDLER_TYPE_ALERTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, HANDLER_TYPE_ALERT);
}

static void
handler_alerts_init (HandlerAlerts *self)
{
  self->alerts = g_ptr_array_new_with_free_func (g_object_unref);
  self->tracks = g_hash_table_new (NULL, NULL);
}

HandlerAlerts *
handler_alerts_new (OrderBook *book)
{
  HandlerAlerts *self = g_object_new (HANDLER_TYPE_ALERTS, NULL);

  self->book = order_book_ref (book);
  return self;
}

static void
remove_at (HandlerAlerts *self, guint position)
{
  g_ptr_array_remove_index (self->alerts, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static guint
find_same (HandlerAlerts *self, HandlerAlertKind kind, guint subject)
{
  for (guint i = 0; i < self->alerts->len; i++) {
    HandlerAlert *alert = g_ptr_array_index (self->alerts, i);

    if (alert->kind == kind && alert->subject == subject)
      return i;
  }
  return G_MAXUINT;
}

/* Takes the alert; a standing one of the same kind and subject goes.  */
static void
raise_alert (HandlerAlerts *self, HandlerAlert *alert)
{
  guint same = find_same (self, alert->kind, alert->subject);
  guint at = 0;

  if (same != G_MAXUINT)
    remove_at (self, same);
  while (at < self->alerts->len
         && handler_alert_get_kind (g_ptr_array_index (self->alerts, at)) < alert->kind)
    at++;
  g_ptr_array_insert (self->alerts, (int) at, alert);
  g_list_model_items_changed (G_LIST_MODEL (self), at, 0, 1);
  g_signal_emit (self, signals[SIGNAL_RAISED], 0, alert);
}

/* To go into a sentence, or NULL for what is no machine of ours.  */
static char *
machine_name (HandlerAlerts *self, SimUnitId unit)
{
  if (!sim_unit_is_some (unit) || unit.index >= order_book_n_machines (self->book))
    return NULL;
  return handler_text_isolate (order_book_spoken_name (self->book, unit.index));
}

/* ---- Reports and orders ---------------------------------------------------------------------- */

static void
raise_about (HandlerAlerts *self, HandlerAlertKind kind, SimUnitId unit, const char *title,
             const char *detail, const SimReport *report)
{
  HandlerAlert *alert = alert_new (kind, unit.index, report->t_heard, title, detail);

  alert->machine = (int) unit.index;
  if (report->position.x != 0 || report->position.y != 0)
    put_at (alert, report->position);
  raise_alert (self, alert);
}

static void
take_under_fire (HandlerAlerts *self, const SimReport *report, const char *name)
{
  /* Translators: an alert; a call sign goes in. */
  g_autofree char *title = g_strdup_printf (C_("alert", "%s under fire"), name);

  raise_about (self, HANDLER_ALERT_UNDER_FIRE, report->from, title, "", report);
}

static void
take_ammunition (HandlerAlerts *self, const SimReport *report, const char *name)
{
  /* Translators: an alert; a call sign goes in. */
  g_autofree char *title = g_strdup_printf (C_("alert", "%s low on ammunition"), name);
  guint rounds = report->words.phrase == SIM_PHRASE_LOW_AMMUNITION
                     ? (guint) MAX (0, report->words.arguments[0].number)
                     : 0;
  g_autofree char *detail = handler_text_rounds (rounds);

  raise_about (self, HANDLER_ALERT_AMMUNITION, report->from, title, detail, report);
}

void
handler_alerts_take_report (HandlerAlerts *self, const SimReport *report)
{
  g_autofree char *name = NULL;

  g_return_if_fail (HANDLER_IS_ALERTS (self));
  name = machine_name (self, report->from);
  if (name == NULL)
    return;
  if (report->kind == SIM_REPORT_UNDER_FIRE || report->words.phrase == SIM_PHRASE_HIT)
    take_under_fire (self, report, name);
  else if (report->words.phrase == SIM_PHRASE_LOW_AMMUNITION
           || report->words.phrase == SIM_PHRASE_NO_AMMUNITION)
    take_ammunition (self, report, name);
}

/* `name` may be NULL: nobody took the order.  */
static char *
order_title (SimOrderState state, const char *name)
{
  switch (state) {
  case SIM_ORDER_REFUSED:
    if (name == NULL)
      return g_strdup (C_("alert", "Order refused"));
    /* Translators: an alert; a call sign goes in. */
    return g_strdup_printf (C_("alert", "%s: order refused"), name);
  case SIM_ORDER_FAILED:
    if (name == NULL)
      return g_strdup (C_("alert", "Order failed"));
    /* Translators: an alert; a call sign goes in. */
    return g_strdup_printf (C_("alert", "%s: order failed"), name);
  default:
    if (name == NULL)
      /* Translators: an alert: nobody is left who could take the order. */
      return g_strdup (C_("alert", "Order lost"));
    /* Translators: an alert: the order found nobody who could take it; a call sign goes in. */
    return g_strdup_printf (C_("alert", "%s: order lost"), name);
  }
}

void
handler_alerts_take_order (HandlerAlerts *self, const SimOrderChange *change)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  HandlerAlert *alert;

  g_return_if_fail (HANDLER_IS_ALERTS (self));
  if (change->state != SIM_ORDER_REFUSED && change->state != SIM_ORDER_FAILED
      && change->state != SIM_ORDER_LOST)
    return;
  name = machine_name (self, change->unit);
  title = order_title ((SimOrderState) change->state, name);
  alert = alert_new (HANDLER_ALERT_REFUSED, change->order, change->t, title,
                     change->cause == SIM_CAUSE_NONE ? ""
                                                     : order_cause_text ((SimCause) change->cause));
  alert->machine = name == NULL ? -1 : (int) change->unit.index;
  raise_alert (self, alert);
}

/* ---- The picture ----------------------------------------------------------------------------- */

static void
raise_loss (HandlerAlerts *self, guint i, const PictureOwn *own, SimTick tick)
{
  g_autofree char *name = handler_text_isolate (order_book_spoken_name (self->book, i));
  /* Translators: an alert; a call sign goes in. */
  g_autofree char *title = g_strdup_printf (C_("alert", "%s destroyed"), name);
  HandlerAlert *alert = alert_new (HANDLER_ALERT_LOSS, i, tick, title, "");

  alert->machine = (int) i;
  put_at (alert, own->fix);
  raise_alert (self, alert);
}

/* Of a battle that is gone on with, what happened long ago is no news.  */
static gboolean
is_news (HandlerAlerts *self, SimTick tick, const PictureView *view)
{
  return self->has_view
         || (tick <= view->now && view->now - tick <= SIM_SECONDS (KEPT_S));
}

/* A machine that is lost says no word after.  */
static void
take_losses (HandlerAlerts *self, const PictureView *view)
{
  for (guint i = 0; i < MIN (view->n_own, MIN (64, order_book_n_machines (self->book))); i++) {
    guint64 bit = G_GUINT64_CONSTANT (1) << i;

    if (!view->own[i].known_lost || (self->lost & bit) != 0)
      continue;
    self->lost |= bit;
    if (is_news (self, view->own[i].t_word, view))
      raise_loss (self, i, &view->own[i], self->has_view ? view->now : view->own[i].t_word);
  }
}

static void
name_contacts (HandlerAlert *alert)
{
  const char *names[N_NAMED + 2] = {NULL};
  char tracks[N_NAMED][8];
  guint n = alert->tracks->len;

  g_free (alert->title);
  alert->title = g_strdup_printf (
      /* Translators: an alert: enemies, or groups of them, that were not known before. */
      g_dngettext (GETTEXT_PACKAGE, "%u new contact", "%u new contacts", n), n);
  for (guint i = 0; i < MIN (n, N_NAMED); i++)
    names[i] = order_track_name (g_array_index (alert->tracks, guint, i), tracks[i]);
  if (n > N_NAMED)
    names[N_NAMED] = "…";
  g_free (alert->detail);
  alert->detail = handler_text_list (names);
}

/* A new track joins the standing alert while that is fresh.  */
static void
take_track (HandlerAlerts *self, const PictureTrack *track, SimTick now)
{
  guint same = find_same (self, HANDLER_ALERT_CONTACT, 0);
  HandlerAlert *alert = alert_new (HANDLER_ALERT_CONTACT, 0, now, "", "");

  if (same != G_MAXUINT) {
    HandlerAlert *standing = g_ptr_array_index (self->alerts, same);

    if (now - standing->tick < SIM_SECONDS (GATHER_S))
      g_array_append_vals (alert->tracks, standing->tracks->data, standing->tracks->len);
  }
  g_array_append_val (alert->tracks, track->number);
  alert->track = track->number;
  put_at (alert, track->position);
  name_contacts (alert);
  raise_alert (self, alert);
}

/* What the briefing marked is no news until somebody has seen it.  */
static void
take_tracks (HandlerAlerts *self, const PictureView *view)
{
  for (gsize i = 0; i < view->n_tracks; i++) {
    const PictureTrack *track = &view->tracks[i];

    if (track->n_sources > 0 && g_hash_table_add (self->tracks, GUINT_TO_POINTER (track->number))
        && is_news (self, track->t_first, view))
      take_track (self, track, self->has_view ? view->now : track->t_first);
  }
}

static void
take_jams (HandlerAlerts *self, const PictureView *view)
{
  if (view->n_jams > self->n_jams) {
    const PictureJam *jam = &view->jams[view->n_jams - 1];
    HandlerAlert *alert = alert_new (HANDLER_ALERT_JAM, 0, view->now,
                                     C_("alert", "Telemetry jammed"), "");

    put_at (alert, jam->centre);
    raise_alert (self, alert);
  }
  self->n_jams = view->n_jams;
}

/* When strain cuts her off, and when it ends.  */
static void
take_link (HandlerAlerts *self, const PictureView *view)
{
  gboolean cut = view->link.cut_s > 0;

  if (cut && !self->link_cut) {
    g_autofree char *detail = g_strdup_printf (
        /* Translators: beside "Link cut": for so many seconds. */
        g_dngettext (GETTEXT_PACKAGE, "back in %u s", "back in %u s", view->link.cut_s),
        (guint) view->link.cut_s);

    raise_alert (self, alert_new (HANDLER_ALERT_LINK, 0, view->now, C_("alert", "Link cut"), detail));
  } else if (!cut && self->link_cut) {
    raise_alert (self, alert_new (HANDLER_ALERT_LINK, 0, view->now, C_("alert", "Link back"), ""));
  }
  self->link_cut = cut;
}

static void
drop_old (HandlerAlerts *self, SimTick now)
{
  for (guint i = self->alerts->len; i > 0; i--) {
    HandlerAlert *alert = g_ptr_array_index (self->alerts, i - 1);

    if (now > alert->tick && now - alert->tick > SIM_SECONDS (KEPT_S))
      remove_at (self, i - 1);
  }
}

void
handler_alerts_take_view (HandlerAlerts *self, const PictureView *view)
{
  g_return_if_fail (HANDLER_IS_ALERTS (self));
  drop_old (self, view->now);
  take_losses (self, view);
  take_tracks (self, view);
  take_jams (self, view);
  take_link (self, view);
  self->has_view = TRUE;
}

/* A comrade's word of a loss is heard when the machine itself was silent long since.  */
static void
recall_loss (HandlerAlerts *self, const SimReport *report, const PictureView *view)
{
  SimUnitId unit = sim_unit_is_some (report->subject) ? report->subject : report->from;
  guint64 bit;

  if (report->kind != SIM_REPORT_OWN_DOWN || unit.index >= MIN (view->n_own, 64)
      || unit.index >= order_book_n_machines (self->book) || !view->own[unit.index].known_lost)
    return;
  bit = G_GUINT64_CONSTANT (1) << unit.index;
  if ((self->lost & bit) == 0 && is_news (self, report->t_heard, view))
    raise_loss (self, unit.index, &view->own[unit.index], report->t_heard);
  self->lost |= bit;
}

void
handler_alerts_recall_report (HandlerAlerts *self, const SimReport *report, const PictureView *view)
{
  g_return_if_fail (HANDLER_IS_ALERTS (self));
  handler_alerts_take_report (self, report);
  recall_loss (self, report, view);
}

void
handler_alerts_take_objective (HandlerAlerts *self, const char *title, SimObjectiveState state,
                               BaseVec place, SimTick now)
{
  HandlerAlert *alert;

  g_return_if_fail (HANDLER_IS_ALERTS (self));
  if (state == SIM_OBJECTIVE_OPEN || state == SIM_OBJECTIVE_LATER)
    return;
  alert = alert_new (HANDLER_ALERT_OBJECTIVE, g_str_hash (title), now, title,
                     handler_text_objective_state (state));
  put_at (alert, place);
  raise_alert (self, alert);
}

/* One that is broken is as grave as a refusal.  */
void
handler_alerts_take_promise (HandlerAlerts *self, const char *text, const SimOrderChange *change)
{
  HandlerAlertKind kind =
      change->state == SIM_ORDER_DONE ? HANDLER_ALERT_OBJECTIVE : HANDLER_ALERT_REFUSED;

  g_return_if_fail (HANDLER_IS_ALERTS (self));
  raise_alert (self, alert_new (kind, change->order, change->t, text, ""));
}

void
handler_alerts_take_hint (HandlerAlerts *self, HandlerPattern pattern, const SimReport *report)
{
  g_autofree char *title = NULL;
  HandlerAlert *alert;

  g_return_if_fail (HANDLER_IS_ALERTS (self));
  /* Translators: an alert: a report may show a pattern of the enemy: "Feeler". */
  title = g_strdup_printf (C_("alert", "Hint: %s?"), handler_pattern_words (pattern).name);
  alert = alert_new (HANDLER_ALERT_HINT, pattern, report->t_heard, title, "");
  if (report->position.x != 0 || report->position.y != 0)
    put_at (alert, report->position);
  raise_alert (self, alert);
}

void
handler_alerts_take_pause (HandlerAlerts *self, const char *why, int machine,
                           const PictureView *view)
{
  HandlerAlert *alert;
  guint same;

  g_return_if_fail (HANDLER_IS_ALERTS (self));
  if (why == NULL) {
    same = find_same (self, HANDLER_ALERT_PAUSE, 0);
    if (same != G_MAXUINT)
      remove_at (self, same);
    return;
  }
  alert = alert_new (HANDLER_ALERT_PAUSE, 0, view->now, why, "");
  alert->machine = machine;
  if (machine >= 0 && (gsize) machine < view->n_own)
    put_at (alert, view->own[machine].fix);
  raise_alert (self, alert);
}

void
handler_alerts_dismiss (HandlerAlerts *self, HandlerAlert *alert)
{
  guint position;

  g_return_if_fail (HANDLER_IS_ALERTS (self));
  if (g_ptr_array_find (self->alerts, alert, &position))
    remove_at (self, position);
}

void
handler_alerts_clear (HandlerAlerts *self)
{
  guint n;

  g_return_if_fail (HANDLER_IS_ALERTS (self));
  n = self->alerts->len;
  g_ptr_array_set_size (self->alerts, 0);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}
