/* SPDX-License-Identifier: GPL-3.0-or-later */
/* EngineBattle: the battle as the main thread sees it.  What the worker lets out arrives in
 * pump_dispatch(), which is the only place that emits signals about the course of the battle.  */
#include "engine/engine.h"

#include "engine/engine-clock.h"
#include "engine/engine-comms.h"
#include "engine/engine-beginning-private.h"
#include "engine/engine-core-private.h"
#include "engine/engine-pump.h"
#include "engine/engine-resume-private.h"
#include "engine/engine-worker.h"

/* Time for events in one iteration of the main loop.  */
#define PUMP_BUDGET_US 2000

struct _EngineBattle {
  GObject parent_instance;

  ScenarioBattle *scenario; /* (owned) */
  OrderBook *book;          /* (owned) */
  char *order_language;     /* (owned) of the order line */
  SimDifficulty difficulty;
  guint64 seed;
  PictureSheet *sheet;      /* (owned) */
  EngineComms *comms;       /* (owned) */
  EngineWorker *worker;     /* (owned) */
  EngineFrame *frame;       /* (owned) */
  GArray *recent;           /* (owned) (nullable) SimMessage told before it was gone on with */
  GSource *pump;            /* (owned) NULL after the shutdown */
  GArray *events;           /* (owned) EngineEvent received, from `next_event` on not yet told */
  guint next_event;

  gboolean paused;
  double speed;
  gboolean finished;
  gboolean is_kept;
  gboolean has_result;
  EngineResult result;
};

G_DEFINE_FINAL_TYPE (EngineBattle, engine_battle, G_TYPE_OBJECT)

enum {
  PROP_PAUSED = 1,
  PROP_SPEED,
  PROP_FINISHED,
  PROP_SCENARIO,
  N_PROPS,
};

enum {
  SIGNAL_FRAME,
  SIGNAL_CAPTION,
  SIGNAL_CAPTION_ENDED,
  SIGNAL_REPORT,
  SIGNAL_ORDER_CHANGED,
  SIGNAL_OBJECTIVE,
  SIGNAL_BEARINGS_MOVED,
  SIGNAL_BATTLE_ENDED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* ---- What the worker lets out -------------------------------------------------------------- */

static void
tell_transmission (EngineBattle *self, guint signal, EngineCaption *caption)
{
  if (caption == NULL)
    return;
  g_object_ref (caption);
  g_signal_emit (self, signals[signal], 0, caption);
  g_object_unref (caption);
}

static void
tell_message (EngineBattle *self, const SimMessage *message)
{
  switch (message->kind) {
  case SIM_MESSAGE_TRANSMISSION_BEGUN:
    tell_transmission (self, SIGNAL_CAPTION,
                       engine_comms_begin (self->comms, &message->transmission));
    break;
  case SIM_MESSAGE_TRANSMISSION_ENDED:
    tell_transmission (self, SIGNAL_CAPTION_ENDED,
                       engine_comms_end (self->comms, &message->transmission_ended));
    break;
  case SIM_MESSAGE_REPORT:
    g_signal_emit (self, signals[SIGNAL_REPORT], 0, &message->report);
    break;
  case SIM_MESSAGE_ORDER:
    engine_comms_change_order (self->comms, &message->order);
    g_signal_emit (self, signals[SIGNAL_ORDER_CHANGED], 0, &message->order);
    break;
  case SIM_MESSAGE_OBJECTIVE:
    g_signal_emit (self, signals[SIGNAL_OBJECTIVE], 0, &message->objective);
    break;
  default: /* telemetry and the link are in the frames; the end comes with its result */
    break;
  }
}

static void
tell_end (EngineBattle *self, const EngineAftermath *aftermath)
{
  engine_result_init (&self->result, aftermath, self->scenario, self->book);
  self->has_result = TRUE;
  self->finished = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINISHED]);
  g_signal_emit (self, signals[SIGNAL_BATTLE_ENDED], 0, (guint) self->result.outcome);
}

static void
tell_event (EngineBattle *self, const EngineEvent *event)
{
  switch (event->kind) {
  case ENGINE_EVENT_MESSAGE:
    tell_message (self, &event->message);
    break;
  case ENGINE_EVENT_ENDED:
    tell_end (self, event->aftermath);
    break;
  case ENGINE_EVENT_FAILED:
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, event->failure);
    break;
  default:
    g_assert_not_reached ();
  }
}

/* Tells events until the budget is spent.  A handler may shut the battle down.  */
static void
tell_events (EngineBattle *self, gint64 until_us)
{
  while (self->pump != NULL && self->next_event < self->events->len) {
    /* A copy: a handler may run the loop, and then the array may grow.  */
    EngineEvent event = g_array_index (self->events, EngineEvent, self->next_event++);

    tell_event (self, &event);
    engine_event_clear (&event);
    if (g_get_monotonic_time () >= until_us)
      break;
  }
  if (self->next_event == self->events->len) {
    g_array_set_size (self->events, 0);
    self->next_event = 0;
  }
}

static void
take_output (EngineBattle *self)
{
  EngineFrame *frame =
      engine_mailbox_take_output (engine_worker_get_mailbox (self->worker), self->events);

  if (frame == NULL)
    return;
  g_clear_pointer (&self->frame, engine_frame_unref);
  self->frame = frame;
  engine_comms_follow_bearings (self->comms, &frame->view);
  g_signal_emit (self, signals[SIGNAL_FRAME], 0, frame);
}

static gboolean
has_output (gpointer data)
{
  EngineBattle *self = data;

  return self->next_event < self->events->len ||
         engine_mailbox_has_output (engine_worker_get_mailbox (self->worker));
}

static gboolean
pump_output (gpointer data)
{
  g_autoptr (EngineBattle) self = g_object_ref (ENGINE_BATTLE (data));
  gint64 until_us = g_get_monotonic_time () + PUMP_BUDGET_US;

  if (engine_mailbox_has_output (engine_worker_get_mailbox (self->worker)))
    take_output (self);
  tell_events (self, until_us);
  return self->pump != NULL;
}

/* ---- Making -------------------------------------------------------------------------------- */

/* What the window has of a battle before its worker runs.  */
static gboolean
prepare (EngineBattle *self, EngineCore *core, const EngineOptions *options, GError **error)
{
  self->scenario = scenario_battle_ref (engine_core_scenario (core));
  self->book = scenario_battle_book (self->scenario, options->language, error);
  if (self->book == NULL)
    return FALSE;
  self->order_language = g_strdup (options->language);
  self->difficulty = engine_core_difficulty (core);
  self->seed = engine_core_seed (core);
  self->paused = options->start_paused;
  if (self->sheet == NULL)
    self->sheet = engine_core_make_sheet (core);
  self->frame = engine_core_make_frame (core);
  self->frame->paused = self->paused;
  self->frame->speed = self->speed;
  self->comms = engine_comms_new (self->scenario, self->book);
  return TRUE;
}

/* Takes the core.  */
static gboolean
start (EngineBattle *self, EngineCore *core, EngineKeeper *keeper, gint64 begun_us, GError **error)
{
  EngineKeeping *keeping = NULL;

  if (keeper != NULL)
    keeping = engine_keeping_new (keeper, core, begun_us);
  self->is_kept = keeping != NULL;
  self->worker = engine_worker_new (core, keeping, self->speed, self->paused, error);
  if (self->worker == NULL)
    return FALSE;
  self->pump = engine_pump_new (&(EnginePumpFuncs){has_output, pump_output}, self);
  return TRUE;
}

EngineBattle *
engine_battle_begin (EngineBeginning *beginning, const EngineOptions *options, GError **error)
{
  g_autoptr (EngineBattle) self = NULL;

  g_return_val_if_fail (beginning != NULL && beginning->core != NULL && options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (ENGINE_TYPE_BATTLE, NULL);
  self->sheet = g_steal_pointer (&beginning->sheet);
  if (!prepare (self, beginning->core, options, error) ||
      !start (self, g_steal_pointer (&beginning->core), options->keeper, g_get_real_time (), error))
    return NULL;
  return g_steal_pointer (&self);
}

EngineBattle *
engine_battle_new (ScenarioBattle *scenario, const EngineOptions *options, GError **error)
{
  g_autoptr (EngineBeginning) beginning = engine_beginning_new (scenario, options, error);

  return beginning != NULL ? engine_battle_begin (beginning, options, error) : NULL;
}

/* ---- Going on ------------------------------------------------------------------------------ */

/* What was said and answered, and the orders that nobody has taken yet.  */
static void
recall_comms (EngineBattle *self, const EngineCore *core)
{
  engine_comms_recall (self->comms, core->kept, core->notices);
  engine_comms_set_bearings (self->comms, engine_comms_get_bearings (self->comms),
                             &self->frame->view);
  self->recent = core->recent != NULL ? g_array_copy (core->recent) : NULL;
  for (guint i = 0; i < core->waiting->len; i++)
    engine_comms_add_order (self->comms, &g_array_index (core->waiting, SimCommand, i),
                            self->frame->now);
}

EngineBattle *
engine_battle_resume (EngineResume *resume, const EngineOptions *options, GError **error)
{
  g_autoptr (EngineBattle) self = NULL;
  g_autoptr (EngineCore) core = NULL;
  EngineOptions paused;
  gint64 begun_us;

  g_return_val_if_fail (resume != NULL && options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  core = engine_resume_take_core (resume);
  g_return_val_if_fail (core != NULL, NULL);
  paused = *options;
  paused.start_paused = TRUE;
  begun_us = engine_resume_get_begun_us (resume);
  self = g_object_new (ENGINE_TYPE_BATTLE, NULL);
  self->speed = CLAMP (engine_resume_get_speed (resume), ENGINE_SPEED_LEAST, ENGINE_SPEED_MOST);
  if (!prepare (self, core, &paused, error))
    return NULL;
  recall_comms (self, core);
  if (!start (self, g_steal_pointer (&core), options->keeper,
              begun_us != 0 ? begun_us : g_get_real_time (), error))
    return NULL;
  return g_steal_pointer (&self);
}

void
engine_battle_shutdown (EngineBattle *self)
{
  g_return_if_fail (ENGINE_IS_BATTLE (self));

  if (self->pump != NULL) {
    g_source_destroy (self->pump);
    g_clear_pointer (&self->pump, g_source_unref);
  }
  if (self->worker != NULL)
    engine_worker_join (self->worker);
}

void
engine_battle_hold_output (EngineBattle *self, gint64 from_us, gint64 until_us)
{
  g_return_if_fail (ENGINE_IS_BATTLE (self));

  if (self->pump != NULL)
    engine_pump_hold (self->pump, from_us, until_us);
}

/* ---- Looking ------------------------------------------------------------------------------- */

const GArray *
engine_battle_get_recent (EngineBattle *self)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), NULL);

  return self->recent;
}

ScenarioBattle *
engine_battle_get_scenario (EngineBattle *self)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), NULL);

  return self->scenario;
}

OrderBook *
engine_battle_get_book (EngineBattle *self)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), NULL);

  return self->book;
}

guint64
engine_battle_get_seed (EngineBattle *self)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), 0);

  return self->seed;
}

SimDifficulty
engine_battle_get_difficulty (EngineBattle *self)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), SIM_DIFFICULTY_STANDARD);

  return self->difficulty;
}

const PictureSheet *
engine_battle_get_sheet (EngineBattle *self)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), NULL);

  return self->sheet;
}

EngineFrame *
engine_battle_get_frame (EngineBattle *self)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), NULL);

  return self->frame;
}

GListModel *
engine_battle_get_captions (EngineBattle *self)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), NULL);

  return G_LIST_MODEL (engine_comms_get_store (self->comms));
}

BaseVec
engine_battle_get_listening_point (EngineBattle *self)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), base_vec (0, 0));

  return engine_comms_get_listening_point (self->comms);
}

const SimTarget *
engine_battle_get_bearings (EngineBattle *self)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), NULL);

  return engine_comms_get_bearings (self->comms);
}

char *
engine_battle_dup_bearings_name (EngineBattle *self)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), NULL);

  return engine_comms_dup_bearings_name (self->comms, &self->frame->view);
}

char *
engine_battle_format_clock (EngineBattle *self, SimTick tick, gboolean seconds)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), NULL);

  return engine_format_clock (self->scenario, tick, seconds);
}

const EngineResult *
engine_battle_get_result (EngineBattle *self)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), NULL);

  return self->has_result ? &self->result : NULL;
}

ScenarioReplay *
engine_battle_dup_replay (EngineBattle *self)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), NULL);
  g_return_val_if_fail (self->finished || self->pump == NULL, NULL);

  return engine_core_dup_replay (engine_worker_get_core (self->worker));
}

/* ---- Pace ---------------------------------------------------------------------------------- */

static void
send (EngineBattle *self, const EngineInput *input)
{
  if (self->pump != NULL)
    engine_mailbox_send (engine_worker_get_mailbox (self->worker), input);
}

void
engine_battle_set_paused (EngineBattle *self, gboolean paused)
{
  EngineInput input = {.kind = ENGINE_INPUT_PAUSED, .paused = !!paused};

  g_return_if_fail (ENGINE_IS_BATTLE (self));

  if (self->paused == input.paused)
    return;
  self->paused = input.paused;
  send (self, &input);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAUSED]);
}

gboolean
engine_battle_get_paused (EngineBattle *self)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), TRUE);

  return self->paused;
}

void
engine_battle_set_speed (EngineBattle *self, double speed)
{
  EngineInput input = {.kind = ENGINE_INPUT_SPEED};

  g_return_if_fail (ENGINE_IS_BATTLE (self));

  input.speed = CLAMP (speed, ENGINE_SPEED_LEAST, ENGINE_SPEED_MOST);
  if (G_APPROX_VALUE (self->speed, input.speed, 1e-9))
    return;
  self->speed = input.speed;
  send (self, &input);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEED]);
}

double
engine_battle_get_speed (EngineBattle *self)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), 1);

  return self->speed;
}

/* ---- Orders -------------------------------------------------------------------------------- */

OrderReading *
engine_battle_read_order (EngineBattle *self, const BaseVec *here, const char *text)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return order_parse (self->book, &self->frame->view, here, text);
}

guint32
engine_battle_give_order (EngineBattle *self, const SimCommand *command)
{
  EngineInput input = {.kind = ENGINE_INPUT_COMMAND};

  g_return_val_if_fail (ENGINE_IS_BATTLE (self), 0);
  g_return_val_if_fail (command != NULL, 0);

  if (self->finished || self->pump == NULL)
    return 0;
  input.command = *command;
  input.command.id = engine_core_next_id (engine_worker_get_core (self->worker));
  engine_comms_add_order (self->comms, &input.command, self->frame->now);
  send (self, &input);
  return input.command.id;
}

gboolean
engine_battle_edit_picture (EngineBattle *self, const PictureEdit *edit)
{
  EngineInput input = {.kind = ENGINE_INPUT_EDIT};

  g_return_val_if_fail (ENGINE_IS_BATTLE (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  if (self->finished || self->pump == NULL || !picture_edit_is_fit (edit))
    return FALSE;
  input.edit = *edit;
  send (self, &input);
  return TRUE;
}

gboolean
engine_battle_edit_queue (EngineBattle *self, const SimQueueEdit *edit)
{
  EngineInput input = {.kind = ENGINE_INPUT_QUEUE};

  g_return_val_if_fail (ENGINE_IS_BATTLE (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  if (self->finished || self->pump == NULL || !sim_queue_edit_is_fit (edit))
    return FALSE;
  input.queue = *edit;
  send (self, &input);
  return TRUE;
}

gboolean
engine_battle_act (EngineBattle *self, const ScenarioAct *act)
{
  EngineInput input = {.kind = ENGINE_INPUT_ACT};

  g_return_val_if_fail (ENGINE_IS_BATTLE (self), FALSE);
  g_return_val_if_fail (act != NULL, FALSE);

  if (self->finished || self->pump == NULL || !scenario_act_is_fit (act) ||
      scenario_battle_get_tutorial (self->scenario) == NULL)
    return FALSE;
  input.act = *act;
  send (self, &input);
  return TRUE;
}

/* A question that was answered, or a line that nobody understood (-1), is something for the tutor.  */
static void
tell_tutor (EngineBattle *self, int question)
{
  ScenarioAct act = {.kind = question < 0 ? SCENARIO_ACT_MISREAD : SCENARIO_ACT_ASKED,
                     .question = (guint8) MAX (question, 0)};

  engine_battle_act (self, &act);
}

gboolean
engine_battle_save_to (EngineBattle *self, const char *path)
{
  EngineInput input = {.kind = ENGINE_INPUT_SAVE};

  g_return_val_if_fail (ENGINE_IS_BATTLE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!self->is_kept || self->finished || self->pump == NULL)
    return FALSE;
  input.text = g_strdup (path);
  send (self, &input);
  return TRUE;
}

/* What is asked of her, with the titles that the briefing has.  */
static char *
answer_question (EngineBattle *self, const char *text)
{
  const EngineFrame *frame = self->frame;
  g_autofree char *bearings = engine_battle_dup_bearings_name (self);
  OrderObjective objectives[SIM_MAX_OBJECTIVES];
  OrderTask task = {
      .objectives = objectives,
      .n_objectives = MIN (frame->n_objectives, scenario_battle_n_objectives (self->scenario)),
      .now = frame->now,
      .ends = scenario_battle_get_duration (self->scenario),
      .bearings_name = bearings,
      .bearings_place = engine_comms_get_listening_point (self->comms),
  };

  for (gsize i = 0; i < task.n_objectives; i++)
    objectives[i] = (OrderObjective){
        .title = scenario_battle_get_objective (self->scenario, (guint) i)->title,
        .state = frame->objectives[i].change.state,
        .progress = frame->objectives[i].change.progress,
    };
  return order_answer_task (self->book, &frame->view, self->sheet, &task, text);
}

gboolean
engine_battle_say (EngineBattle *self, const BaseVec *here, const char *text,
                   OrderReading **reading_out)
{
  g_autoptr (OrderReading) reading = NULL;
  g_autofree char *answer = NULL;
  PictureEdit edit;
  SimQueueEdit queue_edit;
  SimTarget bearings;
  gboolean understood;

  g_return_val_if_fail (ENGINE_IS_BATTLE (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (reading_out != NULL)
    *reading_out = NULL;
  answer = order_hand (self->book, &self->frame->view, here, text, &edit);
  if (answer != NULL) {
    engine_battle_edit_picture (self, &edit);
    engine_battle_notice (self, answer);
    return TRUE;
  }
  answer = order_queue (self->book, &self->frame->view, text, &queue_edit);
  if (answer != NULL) {
    if (queue_edit.order != 0)
      engine_battle_edit_queue (self, &queue_edit);
    engine_battle_notice (self, answer);
    return TRUE;
  }
  answer = order_bearings (self->book, &self->frame->view, here, text, &bearings);
  if (answer != NULL) {
    engine_battle_set_bearings (self, &bearings);
    return TRUE;
  }
  answer = answer_question (self, text);
  if (answer != NULL) {
    engine_battle_notice (self, answer);
    tell_tutor (self, MAX (order_question (self->book, &self->frame->view, text), 0));
    return TRUE;
  }
  reading = engine_battle_read_order (self, here, text);
  understood = reading->problem == ORDER_OK;
  if (understood)
    engine_battle_give_order (self, &reading->command);
  else
    tell_tutor (self, -1);
  if (reading_out != NULL)
    *reading_out = g_steal_pointer (&reading);
  return understood;
}

void
engine_battle_set_speech_language (EngineBattle *self, const char *language)
{
  g_autofree char *window = NULL;
  g_autoptr (OrderCatalogue) messages = NULL;
  g_autoptr (OrderBook) book = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ENGINE_IS_BATTLE (self));

  window = scenario_window_language ();
  if (language == NULL || *language == '\0' || g_str_equal (language, window)) {
    engine_comms_set_speech (self->comms, self->book, window);
    return;
  }
  messages = scenario_language_messages (language);
  book = scenario_battle_speech_book (self->scenario, self->order_language, messages, &error);
  if (book == NULL)
    g_message ("The voices keep their language: %s", error->message);
  else
    engine_comms_set_speech (self->comms, book, order_catalogue_get_language (messages));
}

const char *
engine_battle_get_speech_language (EngineBattle *self)
{
  g_return_val_if_fail (ENGINE_IS_BATTLE (self), "en");

  return engine_comms_get_speech_language (self->comms);
}

/* `bearings`: it says that they are counted from there now; or NULL.  */
static void
notice (EngineBattle *self, const char *text, const SimTarget *bearings)
{
  EngineInput input = {.kind = ENGINE_INPUT_NOTICE, .moves_bearings = bearings != NULL};

  if (bearings != NULL)
    input.bearings = *bearings;
  if (self->is_kept && self->pump != NULL) {
    input.text = g_strdup (text);
    send (self, &input);
  }
  tell_transmission (self, SIGNAL_CAPTION,
                     engine_comms_add_notice (self->comms, text, self->frame->now));
}

void
engine_battle_notice (EngineBattle *self, const char *text)
{
  g_return_if_fail (ENGINE_IS_BATTLE (self));
  g_return_if_fail (text != NULL);

  notice (self, text, NULL);
}

gboolean
engine_battle_set_bearings (EngineBattle *self, const SimTarget *from)
{
  g_autofree char *name = NULL, *text = NULL;

  g_return_val_if_fail (ENGINE_IS_BATTLE (self), FALSE);
  g_return_val_if_fail (from != NULL, FALSE);

  if (!engine_comms_takes_bearings (self->comms, from))
    return FALSE;
  engine_comms_set_bearings (self->comms, from, &self->frame->view);
  g_signal_emit (self, signals[SIGNAL_BEARINGS_MOVED], 0);
  name = engine_battle_dup_bearings_name (self);
  text = order_bearings_sentence (name);
  notice (self, text, from);
  return TRUE;
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
engine_battle_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EngineBattle *self = ENGINE_BATTLE (object);

  switch (id) {
  case PROP_PAUSED:
    g_value_set_boolean (value, self->paused);
    break;
  case PROP_SPEED:
    g_value_set_double (value, self->speed);
    break;
  case PROP_FINISHED:
    g_value_set_boolean (value, self->finished);
    break;
  case PROP_SCENARIO:
    g_value_set_pointer (value, self->scenario);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
engine_battle_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EngineBattle *self = ENGINE_BATTLE (object);

  switch (id) {
  case PROP_PAUSED:
    engine_battle_set_paused (self, g_value_get_boolean (value));
    break;
  case PROP_SPEED:
    engine_battle_set_speed (self, g_value_get_double (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
engine_battle_dispose (GObject *object)
{
  engine_battle_shutdown (ENGINE_BATTLE (object));
  G_OBJECT_CLASS (engine_battle_parent_class)->dispose (object);
}

static void
engine_battle_finalize (GObject *object)
{
  EngineBattle *self = ENGINE_BATTLE (object);

  /* What was told already has been cleared.  */
  g_array_remove_range (self->events, 0, self->next_event);
  engine_events_free (self->events);
  g_clear_pointer (&self->worker, engine_worker_free);
  g_clear_pointer (&self->comms, engine_comms_free);
  g_clear_pointer (&self->recent, g_array_unref);
  g_clear_pointer (&self->frame, engine_frame_unref);
  g_clear_pointer (&self->sheet, picture_sheet_free);
  g_clear_pointer (&self->book, order_book_unref);
  g_clear_pointer (&self->order_language, g_free);
  g_clear_pointer (&self->scenario, scenario_battle_unref);
  engine_result_clear (&self->result);
  G_OBJECT_CLASS (engine_battle_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  static const struct {
    guint signal;
    const char *name;
  } with_pointer[] = {
      {SIGNAL_FRAME, "frame"},
      {SIGNAL_REPORT, "report"},
      {SIGNAL_ORDER_CHANGED, "order-changed"},
      {SIGNAL_OBJECTIVE, "objective"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (with_pointer); i++)
    signals[with_pointer[i].signal] =
        g_signal_new (with_pointer[i].name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_CAPTION] = g_signal_new ("caption", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, ENGINE_TYPE_CAPTION);
  signals[SIGNAL_CAPTION_ENDED] =
      g_signal_new ("caption-ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                    ENGINE_TYPE_CAPTION);
  signals[SIGNAL_BEARINGS_MOVED] = g_signal_new ("bearings-moved", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_BATTLE_ENDED] = g_signal_new ("battle-ended", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
engine_battle_class_init (EngineBattleClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = engine_battle_get_property;
  object_class->set_property = engine_battle_set_property;
  object_class->dispose = engine_battle_dispose;
  object_class->finalize = engine_battle_finalize;
  properties[PROP_PAUSED] =
      g_param_spec_boolean ("paused", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  properties[PROP_SPEED] =
      g_param_spec_double ("speed", NULL, NULL, ENGINE_SPEED_LEAST, ENGINE_SPEED_MOST, 1,
                           G_PARAM_READWRITE | flags);
  properties[PROP_FINISHED] =
      g_param_spec_boolean ("finished", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  properties[PROP_SCENARIO] =
      g_param_spec_pointer ("scenario", NULL, NULL, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (G_TYPE_FROM_CLASS (class));
}

static void
engine_battle_init (EngineBattle *self)
{
  self->speed = 1;
  self->events = g_array_new (FALSE, FALSE, sizeof (EngineEvent));
}
