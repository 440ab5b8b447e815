/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/battle/handler-pacer.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

/* So many emergencies without anybody attending stop the battle.  */
#define UNREAD 2
/* What Guided stops for besides what was chosen.  */
#define GUIDED_EVENTS                                                                              \
  (BIT (CONTACT) | BIT (EMERGENCY) | BIT (RESCUE) | BIT (OBJECTION) | BIT (WAIT))
/* What takes a speed back that was chosen by hand.  */
#define GRAVE_EVENTS (BIT (CONTACT) | BIT (EMERGENCY) | BIT (RESCUE) | BIT (OBJECTION))
#define BIT(kind) (1u << ENGINE_DECISION_##kind)

struct _HandlerPacer {
  GObject parent_instance;
  EngineBattle *battle;
  GSettings *settings; /* NULL: no rules */

  gboolean follow;
  gboolean working; /* sets the time itself just now */
  gboolean begun;   /* has seen a frame */
  gboolean hasty;   /* the person chose to go faster than the rule */
  EnginePace pace;  /* of the last frame */
  EngineAsked asked[ENGINE_N_DECISIONS];
  SimTick stopped_at[ENGINE_N_DECISIONS]; /* SIM_TICK_NEVER: not yet */
  double most;      /* the rule plays no faster than the person asked for */
  guint unread;     /* emergencies since somebody attended */
  gboolean dialog;  /* stopped for a dialog: to go on after it */
  gboolean stopped;
  int machine;
  char *words;
};

G_DEFINE_FINAL_TYPE (HandlerPacer, handler_pacer, G_TYPE_OBJECT)

enum { PROP_0, PROP_FOLLOW, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { SIGNAL_CHANGED, SIGNAL_TOLD, SIGNAL_TAKEN_BACK, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- Words ------------------------------------------------------------------------------------ */

const char *
handler_pacer_decision_nick (EngineDecision kind)
{
  static const char *const nicks[ENGINE_N_DECISIONS] = {
#define X(constant, name) [ENGINE_DECISION_##constant] = name,
    ENGINE_DECISION_LIST (X)
#undef X
  };

  g_return_val_if_fail ((guint) kind < ENGINE_N_DECISIONS, NULL);
  return nicks[kind];
}

const char *
handler_pacer_decision_title (EngineDecision kind)
{
  static const char *const titles[ENGINE_N_DECISIONS] = {
    /* Translators: what the battle pauses for; also in "Paused: emergency, Falke". */
    [ENGINE_DECISION_CONTACT] = NC_ ("pause for", "New contact"),
    /* Translators: enemies heard from a new side, or seen to halt, go on or turn. */
    [ENGINE_DECISION_AXIS] = NC_ ("pause for", "New axis, or the enemy halts, turns or is lost from sight"),
    [ENGINE_DECISION_EMERGENCY] = NC_ ("pause for", "Emergency"),
    [ENGINE_DECISION_RESCUE] = NC_ ("pause for", "Machine lost, pilot to be fetched"),
    [ENGINE_DECISION_REQUEST] = NC_ ("pause for", "Somebody runs low, is hurt, stuck or tired"),
    [ENGINE_DECISION_SUPPLY] = NC_ ("pause for", "Lull, or a Scavenger free or empty"),
    [ENGINE_DECISION_INITIATIVE] = NC_ ("pause for", "Somebody acts unasked"),
    [ENGINE_DECISION_OBJECTION] = NC_ ("pause for", "Objection or advice, or an order fails"),
    [ENGINE_DECISION_WAIT] = NC_ ("pause for", "Order waits over 15 seconds"),
    /* Translators: the desk tells what the staff and the guns on the wall have to say. */
    [ENGINE_DECISION_DESK] = NC_ ("pause for", "Message from the desk"),
    [ENGINE_DECISION_JAM] = NC_ ("pause for", "Jamming begins or ends"),
    [ENGINE_DECISION_STRAIN] = NC_ ("pause for", "Strain passes a mark, link cut or back"),
    [ENGINE_DECISION_PROMISE] = NC_ ("pause for", "Promise due"),
    /* Translators: all who are to wait for a mark ("on mark 2") wait for nothing else. */
    [ENGINE_DECISION_MARK] = NC_ ("pause for", "Everybody waits for the mark"),
    [ENGINE_DECISION_READY] = NC_ ("pause for", "Somebody is where you sent him"),
  };

  g_return_val_if_fail ((guint) kind < ENGINE_N_DECISIONS, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "pause for", titles[kind]);
}

static const char *
cause_text (EnginePaceCause cause)
{
  switch (cause) {
  case ENGINE_PACE_FIGHT:
    /* Translators: why the battle runs at its speed: "1×: fighting". */
    return C_("pace", "fighting");
  case ENGINE_PACE_ASKED:
    return C_("pace", "emergency or objection");
  case ENGINE_PACE_DUE:
    return C_("pace", "promise due");
  case ENGINE_PACE_NEAR:
    return C_("pace", "contact within 3 km");
  case ENGINE_PACE_FAR:
    return C_("pace", "contact far off");
  case ENGINE_PACE_QUIET:
  default:
    return C_("pace", "quiet");
  }
}

static char *
speed_words (double speed, EnginePaceCause cause)
{
  g_autofree char *text = handler_text_speed (speed);

  /* Translators: how fast the battle runs, and why: "1×", "contact within 3 km". */
  return g_strdup_printf (C_("pace", "%1$s: %2$s"), text, cause_text (cause));
}

static char *
stop_words (const char *what, const char *who)
{
  if (who == NULL || who[0] == '\0')
    /* Translators: the battle was paused by a rule, for this: "Emergency". */
    return g_strdup_printf (C_("pace", "Paused: %s"), what);
  /* Translators: the battle was paused by a rule, for this ("Emergency") of this machine ("Falke"). */
  return g_strdup_printf (C_("pace", "Paused: %1$s, %2$s"), what, who);
}

static void
set_words (HandlerPacer *self, const char *words, gboolean stopped)
{
  if (g_str_equal (self->words, words) && self->stopped == stopped)
    return;
  g_set_str (&self->words, words);
  self->stopped = stopped;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What is true of the battle as it runs, or stands by the person's own hand.  */
static void
show_pace (HandlerPacer *self)
{
  g_autofree char *words = NULL;

  if (self->stopped)
    return;
  if (self->follow && self->begun)
    words = speed_words (engine_battle_get_speed (self->battle), self->pace.cause);
  set_words (self, words == NULL ? "" : words, FALSE);
}

static void
tell (HandlerPacer *self, const char *text, gboolean urgent)
{
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, text, urgent);
}

/* ---- Stopping --------------------------------------------------------------------------------- */

static gboolean
rule (HandlerPacer *self, const char *key)
{
  return self->settings != NULL && g_settings_get_boolean (self->settings, key);
}

static void
set_paused (HandlerPacer *self, gboolean paused)
{
  self->working = TRUE;
  engine_battle_set_paused (self->battle, paused);
  self->working = FALSE;
}

static void
stop (HandlerPacer *self, const char *what, const char *who, int machine)
{
  g_autofree char *words = stop_words (what, who);

  if (engine_battle_get_paused (self->battle))
    return;
  set_paused (self, TRUE);
  self->machine = machine;
  set_words (self, words, TRUE);
  tell (self, words, TRUE);
}

/* The kinds of decision to stop for, as bits.  */
static guint
chosen_events (HandlerPacer *self)
{
  g_auto (GStrv) nicks = NULL;
  guint events = 0;

  if (self->settings == NULL)
    return 0;
  nicks = g_settings_get_strv (self->settings, "pause-on");
  for (guint i = 0; i < ENGINE_N_DECISIONS; i++)
    if (g_strv_contains ((const char *const *) nicks, handler_pacer_decision_nick (i)))
      events |= 1u << i;
  if (engine_battle_get_difficulty (self->battle) == SIM_DIFFICULTY_GUIDED
      && rule (self, "pause-guided"))
    events |= GUIDED_EVENTS;
  return events;
}

/* What has asked since the last frame, as bits.  */
static guint
news_of (HandlerPacer *self, const EngineFrame *frame)
{
  guint news = 0;

  for (guint i = 0; i < ENGINE_N_DECISIONS; i++)
    if (frame->asked[i].count != self->asked[i].count)
      news |= 1u << i;
  memcpy (self->asked, frame->asked, sizeof self->asked);
  return news;
}

static gboolean
is_again (HandlerPacer *self, guint kind, SimTick now)
{
  SimTick last = self->stopped_at[kind];

  return last != SIM_TICK_NEVER && now < last + SIM_SECONDS (HANDLER_PACER_AGAIN_S);
}

static void
stop_for (HandlerPacer *self, guint kind, SimTick now)
{
  OrderBook *book = engine_battle_get_book (self->battle);
  SimUnitId unit = self->asked[kind].unit;
  gboolean known = sim_unit_is_some (unit) && unit.index < order_book_n_machines (book);
  g_autofree char *who =
      known ? handler_text_isolate (order_book_spoken_name (book, unit.index)) : NULL;

  self->stopped_at[kind] = now;
  stop (self, handler_pacer_decision_title ((EngineDecision) kind), who,
        known ? (int) unit.index : -1);
}

/* Of several that ask at once, the gravest is told.  */
static void
stop_for_news (HandlerPacer *self, guint news, SimTick now)
{
  static const EngineDecision order[] = {
    ENGINE_DECISION_EMERGENCY, ENGINE_DECISION_RESCUE,  ENGINE_DECISION_OBJECTION,
    ENGINE_DECISION_CONTACT,   ENGINE_DECISION_AXIS,    ENGINE_DECISION_STRAIN,
    ENGINE_DECISION_REQUEST,   ENGINE_DECISION_DESK,    ENGINE_DECISION_INITIATIVE,
    ENGINE_DECISION_PROMISE,   ENGINE_DECISION_MARK,    ENGINE_DECISION_JAM,
    ENGINE_DECISION_SUPPLY,    ENGINE_DECISION_READY,   ENGINE_DECISION_WAIT,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (order) == ENGINE_N_DECISIONS);
  news &= chosen_events (self);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if ((news & (1u << order[i])) != 0 && !is_again (self, order[i], now)) {
      stop_for (self, order[i], now);
      return;
    }
}

void
handler_pacer_take_emergency (HandlerPacer *self, const char *speaker)
{
  g_autofree char *who = NULL;

  g_return_if_fail (HANDLER_IS_PACER (self));
  self->unread++;
  if (self->unread < UNREAD || !rule (self, "pause-unread"))
    return;
  who = handler_text_isolate (speaker);
  /* Translators: the battle is paused for this: the player has not touched anything since two emergencies were said. */
  stop (self, C_("pace", "two unread emergencies"), who, -1);
}

void
handler_pacer_attend (HandlerPacer *self)
{
  g_return_if_fail (HANDLER_IS_PACER (self));
  self->unread = 0;
}

void
handler_pacer_hide (HandlerPacer *self)
{
  g_return_if_fail (HANDLER_IS_PACER (self));
  if (rule (self, "pause-hidden"))
    /* Translators: the battle is paused for this. */
    stop (self, C_("pace", "the window was hidden"), NULL, -1);
}

void
handler_pacer_stop_for_step (HandlerPacer *self)
{
  g_return_if_fail (HANDLER_IS_PACER (self));
  if (self->settings != NULL)
    /* Translators: the battle is paused for this. */
    stop (self, C_("pace", "the next step of the tutorial"), NULL, -1);
}

/* Nothing is told: the dialog tells enough.  */
void
handler_pacer_set_dialog (HandlerPacer *self, gboolean open)
{
  gboolean stands;

  g_return_if_fail (HANDLER_IS_PACER (self));
  stands = engine_battle_get_paused (self->battle);
  if (open && !stands && rule (self, "pause-dialogs")) {
    g_autofree char *words = stop_words (C_("pace", "a dialog is open"), NULL);

    self->dialog = TRUE;
    self->machine = -1;
    set_paused (self, TRUE);
    set_words (self, words, TRUE);
  } else if (!open && self->dialog) {
    self->dialog = FALSE;
    engine_battle_set_paused (self->battle, FALSE);
  }
}

/* ---- Speed ------------------------------------------------------------------------------------ */

static void
play_at_pace (HandlerPacer *self)
{
  double speed = MIN (self->pace.speed, self->most);
  double before = engine_battle_get_speed (self->battle);
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (!self->follow || G_APPROX_VALUE (speed, before, 0.01))
    return;
  self->working = TRUE;
  engine_battle_set_speed (self->battle, speed);
  self->working = FALSE;
  if (engine_battle_get_paused (self->battle))
    return;
  words = speed_words (speed, self->pace.cause);
  if (self->hasty && speed < before)
    g_signal_emit (self, signals[SIGNAL_TAKEN_BACK], 0, words);
  self->hasty = FALSE;
  /* Translators: the pacing rule changed the speed: "1×: contact within 3 km". */
  text = g_strdup_printf (speed < before ? C_("pace", "Slower, %s") : C_("pace", "Faster, %s"),
                          words);
  tell (self, text, FALSE);
}

void
handler_pacer_take_frame (HandlerPacer *self, const EngineFrame *frame)
{
  EnginePace before;
  gboolean begun;
  guint news;

  g_return_if_fail (HANDLER_IS_PACER (self));
  before = self->pace;
  begun = self->begun;
  news = news_of (self, frame);
  self->pace = frame->pace;
  self->begun = TRUE;
  if (frame->finished)
    return;
  if (!begun || self->pace.speed != before.speed
      || ((news & GRAVE_EVENTS) != 0 && engine_battle_get_speed (self->battle) > self->pace.speed))
    play_at_pace (self);
  if (begun && news != 0)
    stop_for_news (self, news, frame->now);
  show_pace (self);
}

/* Somebody else set the speed: the person.  */
static void
speed_cb (HandlerPacer *self)
{
  double speed = engine_battle_get_speed (self->battle);

  if (!self->working)
    self->hasty = self->begun && speed > self->pace.speed + 0.01;
  if (!self->working)
    self->most = self->begun && speed < self->pace.speed - 0.01 ? speed : G_MAXDOUBLE;
  show_pace (self);
}

static void
paused_cb (HandlerPacer *self)
{
  if (self->working)
    return;
  self->dialog = FALSE;
  self->unread = 0;
  self->stopped = self->stopped && engine_battle_get_paused (self->battle);
  if (self->stopped)
    return;
  g_set_str (&self->words, "");
  show_pace (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- Rules ------------------------------------------------------------------------------------ */

gboolean
handler_pacer_get_follow (HandlerPacer *self)
{
  g_return_val_if_fail (HANDLER_IS_PACER (self), FALSE);
  return self->follow;
}

/* Chosen anew, the rule owes nothing to a speed chosen before.  */
void
handler_pacer_set_follow (HandlerPacer *self, gboolean follow)
{
  g_return_if_fail (HANDLER_IS_PACER (self));
  if (self->follow == follow)
    return;
  self->follow = follow;
  self->most = G_MAXDOUBLE;
  if (self->begun)
    play_at_pace (self);
  show_pace (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLLOW]);
}

void
handler_pacer_set_settings (HandlerPacer *self, GSettings *settings)
{
  g_return_if_fail (HANDLER_IS_PACER (self));
  g_settings_unbind (self, "follow");
  g_set_object (&self->settings, settings);
  if (settings == NULL)
    handler_pacer_set_follow (self, FALSE);
  else
    g_settings_bind (settings, "pacing", self, "follow", G_SETTINGS_BIND_DEFAULT);
}

/* ---- Public ----------------------------------------------------------------------------------- */

const char *
handler_pacer_get_words (HandlerPacer *self)
{
  g_return_val_if_fail (HANDLER_IS_PACER (self), "");
  return self->words;
}

gboolean
handler_pacer_get_stopped (HandlerPacer *self)
{
  g_return_val_if_fail (HANDLER_IS_PACER (self), FALSE);
  return self->stopped;
}

int
handler_pacer_get_machine (HandlerPacer *self)
{
  g_return_val_if_fail (HANDLER_IS_PACER (self), -1);
  return self->machine;
}

HandlerPacer *
handler_pacer_new (EngineBattle *battle)
{
  HandlerPacer *self = g_object_new (HANDLER_TYPE_PACER, NULL);

  self->battle = g_object_ref (battle);
  g_signal_connect_object (battle, "notify::speed", G_CALLBACK (speed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (battle, "notify::paused", G_CALLBACK (paused_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* ---- Class ------------------------------------------------------------------------------------ */

static void
handler_pacer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLLOW)
    g_value_set_boolean (value, HANDLER_PACER (object)->follow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
handler_pacer_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLLOW)
    handler_pacer_set_follow (HANDLER_PACER (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
handler_pacer_dispose (GObject *object)
{
  HandlerPacer *self = HANDLER_PACER (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->battle);
  G_OBJECT_CLASS (handler_pacer_parent_class)->dispose (object);
}

static void
handler_pacer_finalize (GObject *object)
{
  g_free (HANDLER_PACER (object)->words);
  G_OBJECT_CLASS (handler_pacer_parent_class)->finalize (object);
}

static void
handler_pacer_class_init (HandlerPacerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = handler_pacer_get_property;
  object_class->set_property = handler_pacer_set_property;
  object_class->dispose = handler_pacer_dispose;
  object_class->finalize = handler_pacer_finalize;
  properties[PROP_FOLLOW] =
      g_param_spec_boolean ("follow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HANDLER_TYPE_PACER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TAKEN_BACK]
      = g_signal_new ("taken-back", HANDLER_TYPE_PACER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_TOLD] = g_signal_new ("told", HANDLER_TYPE_PACER, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
handler_pacer_init (HandlerPacer *self)
{
  self->most = G_MAXDOUBLE;
  self->machine = -1;
  self->words = g_strdup ("");
  for (guint i = 0; i < ENGINE_N_DECISIONS; i++)
    self->stopped_at[i] = SIM_TICK_NEVER;
}
