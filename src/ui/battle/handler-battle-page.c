/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/battle/handler-battle-page-private.h"
#include "ui/comms/handler-caption-text.h"
#include "ui/comms/handler-queue-text.h"
#include "ui/orders/handler-order-words.h"
#include "ui/widgets/handler-panel-handle.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>
#include <stdlib.h>

G_DEFINE_FINAL_TYPE (HandlerBattlePage, handler_battle_page, ADW_TYPE_NAVIGATION_PAGE)

enum {
  PROP_0,
  PROP_SIZE,
  PROP_TIME,
  PROP_PACING,
  PROP_MUTED,
  PROP_FLASHING,
  PROP_SHOW_SQUAD,
  PROP_SHOW_COMMS,
  PROP_SQUAD_WINDOW,
  PROP_COMMS_WINDOW,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum { SIGNAL_ENDED, SIGNAL_LEAVE, SIGNAL_FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- The order line's source ------------------------------------------------------------------ */

static OrderReading *
source_read (const char *text, gpointer data)
{
  HandlerBattlePage *self = data;
  BaseVec here;
  gboolean known = handler_battle_page_map_cursor (self, &here);

  return engine_battle_read_order (self->battle, known ? &here : NULL, text);
}

static GPtrArray *
source_complete (const char *text, guint limit, gpointer data)
{
  HandlerBattlePage *self = data;

  return order_complete (engine_battle_get_book (self->battle),
                         &engine_battle_get_frame (self->battle)->view, text, limit);
}

static gboolean
source_say (const char *text, gpointer data)
{
  HandlerBattlePage *self = data;
  BaseVec here;
  gboolean known = handler_battle_page_map_cursor (self, &here);

  return engine_battle_say (self->battle, known ? &here : NULL, text, NULL);
}

static gboolean
source_is_question (const char *text, gpointer data)
{
  HandlerBattlePage *self = data;
  g_autofree char *answer = order_answer (engine_battle_get_book (self->battle),
                                          &engine_battle_get_frame (self->battle)->view,
                                          engine_battle_get_sheet (self->battle), text);

  return answer != NULL;
}

static const PictureView *
source_view (gpointer data)
{
  HandlerBattlePage *self = data;

  return &engine_battle_get_frame (self->battle)->view;
}

/* A platoon that is selected on the map, else the machine that is selected; a lost one hears nothing.  */
static char *
source_selected (gpointer data)
{
  HandlerBattlePage *self = data;
  OrderBook *book = engine_battle_get_book (self->battle);
  const PictureView *view = &engine_battle_get_frame (self->battle)->view;
  guint platoon;

  if (handler_battle_page_map_platoon (self, &platoon))
    return g_strdup (order_book_platoon_name (book, platoon));
  if (self->machine < 0 || view->own[self->machine].known_lost)
    return NULL;
  return g_strdup (order_book_spoken_name (book, (gsize) self->machine));
}

/* ---- What the person does --------------------------------------------------------------------- */

static void
show_selection (HandlerBattlePage *self)
{
  handler_squad_panel_select_machine (self->squad_panel, self->machine);
  handler_squad_panel_select_contact (self->squad_panel, self->track);
  handler_squad_panel_select_mark (self->squad_panel, self->mark_kind, self->mark);
  handler_comms_panel_set_selected (self->comms_panel, self->machine);
  handler_order_line_selection_changed (self->order_line);
}

void
handler_battle_page_select (HandlerBattlePage *self, int machine, guint track)
{
  if (self->machine == machine && self->track == track && self->mark == 0)
    return;
  self->machine = machine;
  self->track = track;
  self->mark = 0;
  show_selection (self);
}

void
handler_battle_page_select_mark (HandlerBattlePage *self, HandlerMarkKind kind, guint mark)
{
  if (self->mark_kind == kind && self->mark == mark)
    return;
  self->mark_kind = kind;
  self->mark = mark;
  show_selection (self);
}

static void
machine_selected_cb (HandlerBattlePage *self, guint index)
{
  handler_battle_page_select (self, (int) index, 0);
  handler_battle_page_map_select (self);
}

static void
contact_selected_cb (HandlerBattlePage *self, guint number)
{
  handler_battle_page_select (self, self->machine, number);
  handler_battle_page_map_select (self);
}

static void
mark_selected_cb (HandlerBattlePage *self, HandlerMark *mark)
{
  handler_battle_page_select_mark (self, handler_mark_get_kind (mark), handler_mark_get_id (mark));
  handler_battle_page_map_select (self);
}

static void
mark_activated_cb (HandlerBattlePage *self, HandlerMark *mark)
{
  g_autofree char *words = NULL;

  if (handler_mark_get_kind (mark) != HANDLER_MARK_ORDER) {
    handler_battle_page_show_panel (self, "map");
    handler_battle_page_map_show (self, handler_mark_get_position (mark));
    return;
  }
  words = handler_order_words_mark (engine_battle_get_book (self->battle),
                                    (guint8) handler_mark_get_mark (mark));
  handler_order_line_set_text (self->order_line, words);
}

/* An order to the machine begins with its call sign.  */
static void
machine_activated_cb (HandlerBattlePage *self, guint index)
{
  OrderBook *book = engine_battle_get_book (self->battle);
  g_autofree char *text = g_strdup_printf ("%s, ", order_book_spoken_name (book, index));

  handler_order_line_set_text (self->order_line, text);
}

static void
show_on_map (HandlerBattlePage *self, BaseVec place)
{
  handler_battle_page_show_panel (self, "map");
  handler_battle_page_map_show (self, place);
}

static void
contact_activated_cb (HandlerBattlePage *self, guint number)
{
  HandlerContact *contact = handler_contacts_find (self->contacts, number);

  if (contact != NULL)
    show_on_map (self, handler_contact_get_position (contact));
}

static void
caption_activated_cb (HandlerBattlePage *self, EngineCaption *caption)
{
  int machine = engine_caption_get_machine (caption);
  BaseVec place;

  if (machine >= 0) {
    handler_battle_page_select (self, machine, self->track);
    handler_battle_page_map_select (self);
  }
  if (engine_caption_get_place (caption, NULL, NULL, &place))
    show_on_map (self, place);
}

static void
alert_activated_cb (HandlerBattlePage *self, HandlerAlert *alert)
{
  int machine = handler_alert_get_machine (alert);
  guint track = handler_alert_get_track (alert);
  BaseVec place;

  if (handler_alert_get_kind (alert) == HANDLER_ALERT_HINT) {
    handler_battle_page_show_patterns (self, handler_alert_get_subject (alert));
    return;
  }
  handler_battle_page_select (self, machine >= 0 ? machine : self->machine,
                              track != 0 ? track : self->track);
  handler_battle_page_map_select (self);
  if (handler_alert_get_place (alert, &place))
    show_on_map (self, place);
}

static void
draft_changed_cb (HandlerBattlePage *self, gpointer command)
{
  handler_battle_page_map_draft (self, command);
  handler_battle_page_update_switcher (self);
}

static void
page_shown_cb (HandlerBattlePage *self)
{
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "comms") == 0)
    self->unseen = 0;
  adw_view_stack_page_set_badge_number (self->comms_page, self->unseen);
  handler_battle_page_place_lesson (self);
}

/* ---- What the battle tells -------------------------------------------------------------------- */

/* Over the map's scale and buttons, not on them: how high those are is known once they are shown,
 * which may be after the first caption.  */
static void
place_last_caption (HandlerBattlePage *self)
{
  int bottom = handler_battle_page_map_bottom (self);

  if (bottom > 0)
    gtk_widget_set_margin_bottom (GTK_WIDGET (self->last_caption), bottom + 8);
}

static void
frame_cb (HandlerBattlePage *self)
{
  EngineFrame *frame = engine_battle_get_frame (self->battle);

  handler_alerts_take_view (self->alerts, &frame->view);
  handler_pacer_take_frame (self->pacer, frame);
  handler_battle_page_take_lesson (self, frame);
  handler_battle_page_take_frame (self, frame);
  place_last_caption (self);
}

static void
show_last_caption (HandlerBattlePage *self, EngineCaption *caption)
{
  g_autofree char *text = handler_caption_line (caption);

  place_last_caption (self);
  gtk_label_set_label (self->last_caption, text);
  gtk_revealer_set_reveal_child (self->last_caption_revealer, TRUE);
}

static void
caption_cb (HandlerBattlePage *self, EngineCaption *caption)
{
  handler_announcer_caption (self->announcer, caption,
                             handler_battle_page_is_muted (self, caption));
  if (engine_caption_get_kind (caption) == ENGINE_CAPTION_SPOKEN
      && engine_caption_get_air_class (caption) == SIM_AIR_EMERGENCY)
    handler_pacer_take_emergency (self->pacer, engine_caption_get_speaker (caption));
  show_last_caption (self, caption);
  if (!handler_battle_page_is_narrow (self))
    return;
  self->unseen++;
  page_shown_cb (self);
}

static void
report_cb (HandlerBattlePage *self, const SimReport *report)
{
  handler_alerts_take_report (self->alerts, report);
  handler_battle_page_hint (self, report);
}

/* The end of a promise is told in the captions too, once.  */
static void
alert_order (HandlerBattlePage *self, const SimOrderChange *change, gboolean tell)
{
  g_autofree char *promise =
      handler_promise_end_text (engine_battle_get_book (self->battle), change);

  if (promise == NULL) {
    handler_alerts_take_order (self->alerts, change);
    return;
  }
  handler_alerts_take_promise (self->alerts, promise, change);
  if (tell)
    engine_battle_notice (self->battle, promise);
}

static void
alert_objective (HandlerBattlePage *self, const SimObjectiveChange *change, SimTick now)
{
  ScenarioBattle *scenario = engine_battle_get_scenario (self->battle);
  const ScenarioObjective *objective;

  if (change->index >= scenario_battle_n_objectives (scenario))
    return;
  objective = scenario_battle_get_objective (scenario, change->index);
  handler_alerts_take_objective (self->alerts, objective->title, (SimObjectiveState) change->state,
                                 objective->def.position, now);
}

/* What stood when the battle was left stands again; nothing of it is told anew.  */
static void
recall_alerts (HandlerBattlePage *self)
{
  const GArray *recent = engine_battle_get_recent (self->battle);
  const PictureView *view = &engine_battle_get_frame (self->battle)->view;

  for (guint i = 0; recent != NULL && i < recent->len; i++) {
    const SimMessage *message = &g_array_index (recent, SimMessage, i);

    if (message->kind == SIM_MESSAGE_REPORT)
      handler_alerts_recall_report (self->alerts, &message->report, view);
    else if (message->kind == SIM_MESSAGE_ORDER)
      alert_order (self, &message->order, FALSE);
    else if (message->kind == SIM_MESSAGE_OBJECTIVE)
      alert_objective (self, &message->objective, message->t);
  }
  handler_alerts_take_view (self->alerts, view);
}

static void
order_changed_cb (HandlerBattlePage *self, const SimOrderChange *change)
{
  alert_order (self, change, TRUE);
  handler_marks_take_order (self->marks, change);
}

static void
objective_cb (HandlerBattlePage *self, const SimObjectiveChange *change)
{
  alert_objective (self, change, engine_battle_get_frame (self->battle)->now);
}

static void
ended_cb (HandlerBattlePage *self)
{
  if (self->ended)
    return;
  self->ended = TRUE;
  frame_cb (self);
  handler_battle_page_show_words (self);
  g_signal_emit (self, signals[SIGNAL_ENDED], 0);
}

static void
failed_cb (HandlerBattlePage *self, const char *message)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, message);
}

/* ---- Time ------------------------------------------------------------------------------------- */

static const char *
name_of_time (EngineBattle *battle)
{
  static const struct {
    double speed;
    const char *name;
  } names[] = {{0.5, "0.5"}, {1, "1"}, {5, "5"}, {20, "20"}, {60, "60"}};
  double speed = engine_battle_get_speed (battle);
  const char *name = names[0].name;

  if (engine_battle_get_paused (battle))
    return "pause";
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (speed >= names[i].speed - 0.01)
      name = names[i].name;
  return name;
}

/* The battle's speed or pause changed, by whomever.  */
static void
time_changed_cb (HandlerBattlePage *self)
{
  if (g_set_str (&self->time, name_of_time (self->battle)))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIME]);
  handler_battle_page_show_time (self);
  if (engine_battle_get_paused (self->battle))
    handler_battle_page_settle_words (self); /* a clock that stands does not go on for a turn */
  handler_battle_page_take_lesson (self, engine_battle_get_frame (self->battle));
}

static void
set_time (HandlerBattlePage *self, const char *name)
{
  if (self->battle == NULL || name == NULL || g_strcmp0 (name, self->time) == 0)
    return;
  if (g_str_equal (name, "pause")) {
    engine_battle_set_paused (self->battle, TRUE);
    return;
  }
  engine_battle_set_speed (self->battle, g_ascii_strtod (name, NULL));
  engine_battle_set_paused (self->battle, FALSE);
  time_changed_cb (self);
}

/* ---- Public ----------------------------------------------------------------------------------- */

static void
connect_battle (HandlerBattlePage *self)
{
  const struct {
    const char *signal;
    GCallback callback;
  } connections[] = {
    {"frame", G_CALLBACK (frame_cb)},
    {"caption", G_CALLBACK (caption_cb)},
    {"report", G_CALLBACK (report_cb)},
    {"order-changed", G_CALLBACK (order_changed_cb)},
    {"objective", G_CALLBACK (objective_cb)},
    {"battle-ended", G_CALLBACK (ended_cb)},
    {"failed", G_CALLBACK (failed_cb)},
    {"notify::paused", G_CALLBACK (time_changed_cb)},
    {"notify::speed", G_CALLBACK (time_changed_cb)},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_connect_object (self->battle, connections[i].signal, connections[i].callback, self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (engine_battle_get_captions (self->battle), "items-changed",
                           G_CALLBACK (handler_battle_page_captions_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
set_battle (HandlerBattlePage *self, EngineBattle *battle)
{
  ScenarioBattle *scenario = engine_battle_get_scenario (battle);
  const PictureSheet *sheet = engine_battle_get_sheet (battle);
  OrderBook *book = engine_battle_get_book (battle);
  const HandlerOrderSource source
      = {source_read, source_complete, source_say, source_is_question,
                                     source_view, self, source_selected};

  self->battle = g_object_ref (battle);
  self->squad = handler_squad_new (book, scenario_battle_get_telemetry_s (scenario));
  self->contacts = handler_contacts_new (book, sheet->width_m, sheet->height_m);
  self->alerts = handler_alerts_new (book);
  if (engine_battle_get_difficulty (battle) == SIM_DIFFICULTY_GUIDED)
    self->hints = handler_hints_new (book);
  self->marks = handler_marks_new (book, sheet->width_m, sheet->height_m);
  handler_squad_panel_set_models (self->squad_panel, book, self->squad, self->contacts,
                                  self->marks);
  handler_comms_panel_set_battle (self->comms_panel, battle);
  recall_alerts (self); /* before anybody listens to what is raised */
  handler_alerts_strip_set_alerts (self->alerts_strip, self->alerts, battle);
  handler_order_line_set_source (self->order_line, &source, book);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), scenario_battle_get_title (scenario));
  handler_battle_page_restore_title (self);
  handler_air_queue_set_book (self->queue, book);
  handler_air_queue_set_book (self->small_queue, book);
  handler_battle_page_init_map (self);
  handler_battle_page_init_pacer (self);
  handler_battle_page_init_lesson (self);
  connect_battle (self);
  time_changed_cb (self);
  frame_cb (self);
}

HandlerBattlePage *
handler_battle_page_new (EngineBattle *battle)
{
  HandlerBattlePage *self = g_object_new (HANDLER_TYPE_BATTLE_PAGE, NULL);

  set_battle (self, battle);
  return self;
}

EngineBattle *
handler_battle_page_get_battle (HandlerBattlePage *self)
{
  g_return_val_if_fail (HANDLER_IS_BATTLE_PAGE (self), NULL);
  return self->battle;
}

void
handler_battle_page_shutdown (HandlerBattlePage *self)
{
  g_return_if_fail (HANDLER_IS_BATTLE_PAGE (self));
  if (self->shut || self->battle == NULL)
    return;
  self->shut = TRUE;
  handler_battle_page_close_windows (self);
  handler_battle_page_forget_words (self);
  g_signal_handlers_disconnect_by_data (self->battle, self);
  engine_battle_shutdown (self->battle);
}

HandlerCommsPanel *
handler_battle_page_get_comms (HandlerBattlePage *self)
{
  g_return_val_if_fail (HANDLER_IS_BATTLE_PAGE (self), NULL);
  return self->comms_panel;
}

HandlerTalk *
handler_battle_page_get_talk (HandlerBattlePage *self)
{
  g_return_val_if_fail (HANDLER_IS_BATTLE_PAGE (self), NULL);
  return self->talk;
}

HandlerOrderLine *
handler_battle_page_get_order_line (HandlerBattlePage *self)
{
  g_return_val_if_fail (HANDLER_IS_BATTLE_PAGE (self), NULL);
  return self->order_line;
}

void
handler_battle_page_set_voiced (HandlerBattlePage *self, gboolean voiced)
{
  g_return_if_fail (HANDLER_IS_BATTLE_PAGE (self));
  handler_announcer_set_voiced (self->announcer, voiced);
}

void
handler_battle_page_show_panel (HandlerBattlePage *self, const char *name)
{
  g_return_if_fail (HANDLER_IS_BATTLE_PAGE (self));
  if (handler_battle_page_is_narrow (self)) {
    adw_view_stack_set_visible_child_name (self->pages, name);
    return;
  }
  if (g_str_equal (name, "map")
      || handler_battle_page_present_panel (self, g_str_equal (name, "squad") ? HANDLER_SIDE_SQUAD
                                                                              : HANDLER_SIDE_COMMS))
    return;
  if (g_str_equal (name, "squad"))
    adw_overlay_split_view_set_show_sidebar (self->squad_split, TRUE);
  else if (g_str_equal (name, "comms")) {
    adw_overlay_split_view_set_show_sidebar (self->comms_split, TRUE);
    /* It would be seen through the shade of what lies over the map.  */
    if (adw_overlay_split_view_get_collapsed (self->squad_split))
      adw_overlay_split_view_set_show_sidebar (self->squad_split, FALSE);
  }
}

/* ---- Class ------------------------------------------------------------------------------------ */

static void
handler_battle_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (object);

  switch (id) {
  case PROP_SIZE:
    g_value_set_string (value, self->size);
    break;
  case PROP_TIME:
    g_value_set_string (value, self->time);
    break;
  case PROP_PACING:
    g_value_set_boolean (value, self->pacer != NULL && handler_pacer_get_follow (self->pacer));
    break;
  case PROP_MUTED:
    g_value_set_boolean (value, self->muted);
    break;
  case PROP_FLASHING:
    g_value_set_boolean (value, self->flashing);
    break;
  case PROP_SHOW_SQUAD:
    g_value_set_boolean (value, adw_overlay_split_view_get_show_sidebar (self->squad_split));
    break;
  case PROP_SHOW_COMMS:
    g_value_set_boolean (value, adw_overlay_split_view_get_show_sidebar (self->comms_split));
    break;
  case PROP_SQUAD_WINDOW:
    g_value_set_boolean (value, handler_battle_page_get_apart (self, HANDLER_SIDE_SQUAD));
    break;
  case PROP_COMMS_WINDOW:
    g_value_set_boolean (value, handler_battle_page_get_apart (self, HANDLER_SIDE_COMMS));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
handler_battle_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (object);

  switch (id) {
  case PROP_SIZE:
    if (g_set_str (&self->size, g_value_get_string (value))) {
      handler_battle_page_apply_size (self);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  case PROP_TIME:
    set_time (self, g_value_get_string (value));
    break;
  case PROP_PACING:
    if (self->pacer != NULL)
      handler_pacer_set_follow (self->pacer, g_value_get_boolean (value));
    break;
  case PROP_MUTED:
    if (self->muted != g_value_get_boolean (value)) {
      self->muted = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  case PROP_FLASHING:
    if (self->flashing != g_value_get_boolean (value)) {
      self->flashing = g_value_get_boolean (value);
      handler_alerts_strip_set_flashing (self->alerts_strip, self->flashing);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  case PROP_SHOW_SQUAD:
    adw_overlay_split_view_set_show_sidebar (self->squad_split, g_value_get_boolean (value));
    break;
  case PROP_SHOW_COMMS:
    adw_overlay_split_view_set_show_sidebar (self->comms_split, g_value_get_boolean (value));
    break;
  case PROP_SQUAD_WINDOW:
    handler_battle_page_set_apart (self, HANDLER_SIDE_SQUAD, g_value_get_boolean (value));
    break;
  case PROP_COMMS_WINDOW:
    handler_battle_page_set_apart (self, HANDLER_SIDE_COMMS, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
handler_battle_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (handler_battle_page_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (handler_battle_page_update_switcher), widget,
                           G_CONNECT_SWAPPED);
  handler_battle_page_watch_window (HANDLER_BATTLE_PAGE (widget), gtk_widget_get_root (widget));
}

static void
handler_battle_page_unroot (GtkWidget *widget)
{
  handler_battle_page_close_windows (HANDLER_BATTLE_PAGE (widget));
  g_signal_handlers_disconnect_by_data (gtk_widget_get_root (widget), widget);
  GTK_WIDGET_CLASS (handler_battle_page_parent_class)->unroot (widget);
}

static void
handler_battle_page_dispose (GObject *object)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (object);

  handler_battle_page_shutdown (self);
  if (self->order_line != NULL)
    handler_order_line_set_source (self->order_line, NULL, NULL);
  if (self->map_bin != NULL)
    handler_battle_page_clear_map (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_BATTLE_PAGE);
  g_clear_pointer (&self->announcer, handler_announcer_free);
  g_clear_pointer (&self->hints, handler_hints_free);
  g_clear_object (&self->squad);
  g_clear_object (&self->contacts);
  g_clear_object (&self->marks);
  g_clear_weak_pointer (&self->mark_toast);
  g_clear_object (&self->alerts);
  g_clear_object (&self->pacer);
  g_clear_object (&self->settings);
  g_clear_object (&self->battle);
  G_OBJECT_CLASS (handler_battle_page_parent_class)->dispose (object);
}

static void
handler_battle_page_finalize (GObject *object)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (object);

  g_free (self->size);
  g_free (self->time);
  G_OBJECT_CLASS (handler_battle_page_parent_class)->finalize (object);
}

static const char *
handler_mute_icon (gpointer self, gboolean muted)
{
  return muted ? "audio-volume-muted-symbolic" : "audio-volume-high-symbolic";
}

static char *
handler_mute_icon_closure (gpointer self, gboolean muted)
{
  return g_strdup (handler_mute_icon (self, muted));
}

static void
bind_header (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, header);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, lesson_panel);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, squad_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, comms_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, mute_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, time_group);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, time_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, time_icon);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, time_label);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, clock_box);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, clock);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, elapsed);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, title);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, link_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, synced);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, strain_box);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, strain_word);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, strain_meter);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, link_details);
}

static void
bind_content (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, layouts);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, squad_split);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, comms_split);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, squad_handle);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, comms_handle);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, map_room);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, pages);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, switcher);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, squad_page);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, comms_page);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, map_bin);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, squad_bin);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, comms_bin);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, last_caption_revealer);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, last_caption);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, squad_panel);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, comms_panel);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, order_box);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, queue_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, queue_popover);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, order_line);
  gtk_widget_class_bind_template_child (widget_class, HandlerBattlePage, alerts_strip);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, machine_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, contact_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, machine_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, contact_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, caption_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, alert_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_shown_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "handler_mute_icon",
                                                G_CALLBACK (handler_mute_icon_closure));
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SIZE] = g_param_spec_string ("size", NULL, NULL, "wide", flags);
  properties[PROP_TIME] = g_param_spec_string ("time", NULL, NULL, "pause", flags);
  properties[PROP_PACING] = g_param_spec_boolean ("pacing", NULL, NULL, FALSE, flags);
  properties[PROP_MUTED] = g_param_spec_boolean ("muted", NULL, NULL, FALSE, flags);
  properties[PROP_FLASHING] = g_param_spec_boolean ("flashing", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_SQUAD] = g_param_spec_boolean ("show-squad", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_COMMS] = g_param_spec_boolean ("show-comms", NULL, NULL, TRUE, flags);
  properties[PROP_SQUAD_WINDOW] = g_param_spec_boolean ("squad-window", NULL, NULL, FALSE, flags);
  properties[PROP_COMMS_WINDOW] = g_param_spec_boolean ("comms-window", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
handler_battle_page_class_init (HandlerBattlePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = handler_battle_page_get_property;
  object_class->set_property = handler_battle_page_set_property;
  object_class->dispose = handler_battle_page_dispose;
  object_class->finalize = handler_battle_page_finalize;
  widget_class->root = handler_battle_page_root;
  widget_class->unroot = handler_battle_page_unroot;
  install_properties (object_class);
  signals[SIGNAL_ENDED] = g_signal_new ("ended", HANDLER_TYPE_BATTLE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LEAVE] = g_signal_new ("leave", HANDLER_TYPE_BATTLE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", HANDLER_TYPE_BATTLE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (HANDLER_TYPE_SQUAD_PANEL);
  g_type_ensure (HANDLER_TYPE_COMMS_PANEL);
  g_type_ensure (HANDLER_TYPE_ORDER_LINE);
  g_type_ensure (HANDLER_TYPE_ALERTS_STRIP);
  g_type_ensure (HANDLER_TYPE_STRAIN_METER);
  g_type_ensure (HANDLER_TYPE_LESSON_PANEL);
  g_type_ensure (HANDLER_TYPE_PANEL_HANDLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/battle/handler-battle-page.ui");
  bind_header (widget_class);
  bind_content (widget_class);
  bind_callbacks (widget_class);
  handler_battle_page_class_install_actions (widget_class);
}

/* Panels that lie over the order line make way for it.  */
static void
order_line_focused_cb (HandlerBattlePage *self)
{
  if (adw_overlay_split_view_get_collapsed (self->squad_split))
    adw_overlay_split_view_set_show_sidebar (self->squad_split, FALSE);
  if (adw_overlay_split_view_get_collapsed (self->comms_split))
    adw_overlay_split_view_set_show_sidebar (self->comms_split, FALSE);
}

/* Of two panels that lie over the map, the one that was asked for hides the other; one that has a window is fetched.  */
static void
sidebar_changed_cb (HandlerBattlePage *self, GParamSpec *pspec, AdwOverlaySplitView *split)
{
  HandlerSide side = split == self->squad_split ? HANDLER_SIDE_SQUAD : HANDLER_SIDE_COMMS;
  AdwOverlaySplitView *other = split == self->squad_split ? self->comms_split : self->squad_split;

  if (adw_overlay_split_view_get_collapsed (split) && adw_overlay_split_view_get_collapsed (other)
      && adw_overlay_split_view_get_show_sidebar (split))
    adw_overlay_split_view_set_show_sidebar (other, FALSE);
  if (!self->resizing && adw_overlay_split_view_get_show_sidebar (split)
      && handler_battle_page_stands_apart (self, side))
    handler_battle_page_set_apart (self, side, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SQUAD]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_COMMS]);
}

static void
handler_battle_page_init (HandlerBattlePage *self)
{
  GtkEventController *focus;

  self->size = g_strdup ("wide");
  self->time = g_strdup ("pause");
  self->machine = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* For the row menus too.  */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "how",
                                  handler_order_line_get_how (self->order_line));
  self->talk = HANDLER_TALK (handler_talk_new ());
  handler_order_line_set_extra (self->order_line, GTK_WIDGET (self->talk));
  self->announcer = handler_announcer_new (GTK_WIDGET (self->comms_panel));
  g_signal_connect_object (self->squad_split, "notify::show-sidebar",
                           G_CALLBACK (sidebar_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comms_split, "notify::show-sidebar",
                           G_CALLBACK (sidebar_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "map", G_CALLBACK (handler_battle_page_update_windows), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->order_line, "called",
                           G_CALLBACK (handler_battle_page_present_main), self, G_CONNECT_SWAPPED);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "enter", G_CALLBACK (order_line_focused_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->order_line), focus);
  handler_battle_page_init_queue (self);
  handler_battle_page_init_shortcuts (self);
  handler_battle_page_init_speeds (self);
  handler_battle_page_apply_size (self);
}
