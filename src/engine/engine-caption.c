/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-caption.h"

#include "base/base-math.h"

struct _EngineCaption {
  GObject parent_instance;

  guint64 id;
  EngineCaptionKind kind;
  SimTick tick;
  SimAirClass air_class;
  int machine;
  char *speaker;
  char *text;
  char *spoken;
  const char *spoken_language; /* interned */
  gboolean speaking, cut, own_net;
  float air_s, stress;
  gboolean placed;
  float bearing_deg, distance_m;
  BaseVec position;
  SimWords words;

  SimCommand command; /* id 0: no order */
  guint states;
  SimOrderState state;
  SimCause cause;
  SimTick ticks[SIM_N_ORDER_STATES];
};

G_DEFINE_FINAL_TYPE (EngineCaption, engine_caption, G_TYPE_OBJECT)

enum {
  PROP_ID = 1,
  PROP_KIND,
  PROP_TICK,
  PROP_SPEAKER,
  PROP_MACHINE,
  PROP_TEXT,
  PROP_SPOKEN,
  PROP_SPEAKING,
  PROP_CUT,
  PROP_ORDER,
  PROP_ORDER_STATE,
  PROP_ORDER_STATES,
  PROP_ORDER_CAUSE,
  PROP_BEARING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* ---- Making and changing ------------------------------------------------------------------- */

EngineCaption *
engine_caption_new (const EngineCaptionSeed *seed)
{
  EngineCaption *self = g_object_new (ENGINE_TYPE_CAPTION, NULL);

  self->id = seed->id;
  self->kind = seed->kind;
  self->tick = seed->tick;
  self->air_class = seed->air_class;
  self->machine = seed->machine;
  g_set_str (&self->speaker, seed->speaker);
  return self;
}

void
engine_caption_set_text (EngineCaption *self, const char *text)
{
  if (g_set_str (&self->text, text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

void
engine_caption_set_spoken (EngineCaption *self, const char *spoken, const char *language)
{
  self->spoken_language = language;
  if (g_set_str (&self->spoken, spoken))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPOKEN]);
}

static void
set_flag (EngineCaption *self, gboolean *flag, gboolean value, guint property)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
engine_caption_begin (EngineCaption *self, const SimTransmission *transmission)
{
  self->words = transmission->words;
  self->air_s = (float) (transmission->t_end - transmission->t_begin) / SIM_TICKS_PER_SECOND;
  self->stress = transmission->stress / 100.0f;
  self->own_net = (transmission->id & SIM_TRANSMISSION_OF_PLATOON) != 0;
  set_flag (self, &self->cut, FALSE, PROP_CUT);
  set_flag (self, &self->speaking, TRUE, PROP_SPEAKING);
}

void
engine_caption_end (EngineCaption *self, const SimTransmission *transmission)
{
  self->words = transmission->words;
  set_flag (self, &self->cut, transmission->cut != 0, PROP_CUT);
  set_flag (self, &self->speaking, FALSE, PROP_SPEAKING);
}

void
engine_caption_set_place (EngineCaption *self, BaseVec listening_point, BaseVec position)
{
  BaseVec away = base_vec_sub (position, listening_point);

  self->placed = TRUE;
  self->position = position;
  self->bearing_deg = base_bearing_deg (away.x, away.y);
  self->distance_m = base_vec_length (away);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BEARING]);
}

void
engine_caption_set_command (EngineCaption *self, const SimCommand *command)
{
  self->command = *command;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

const SimCommand *
engine_caption_get_command (EngineCaption *self)
{
  return &self->command;
}

void
engine_caption_reach (EngineCaption *self, SimOrderState state, SimCause cause, SimTick tick)
{
  gboolean new_state = self->states == 0 || self->state != state;
  gboolean new_cause = self->cause != cause;

  self->ticks[state] = tick;
  self->state = state;
  self->cause = cause;
  if ((self->states & (1u << state)) == 0) {
    self->states |= 1u << state;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER_STATES]);
  }
  if (new_cause)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER_CAUSE]);
  if (new_state)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER_STATE]);
}

/* ---- Reading ------------------------------------------------------------------------------- */

#define DEFINE_GETTER(type, name, field, failed)                                                  \
  type engine_caption_get_##name (EngineCaption *self)                                            \
  {                                                                                               \
    g_return_val_if_fail (ENGINE_IS_CAPTION (self), failed);                                      \
    return self->field;                                                                           \
  }

DEFINE_GETTER (guint64, id, id, 0)
DEFINE_GETTER (EngineCaptionKind, kind, kind, ENGINE_CAPTION_CONSOLE)
DEFINE_GETTER (SimTick, tick, tick, 0)
DEFINE_GETTER (SimAirClass, air_class, air_class, SIM_AIR_TALK)
DEFINE_GETTER (const char *, speaker, speaker, "")
DEFINE_GETTER (int, machine, machine, -1)
DEFINE_GETTER (const char *, text, text, "")
DEFINE_GETTER (const char *, spoken, spoken, "")
DEFINE_GETTER (const char *, spoken_language, spoken_language, "en")
DEFINE_GETTER (gboolean, speaking, speaking, FALSE)
DEFINE_GETTER (gboolean, cut, cut, FALSE)
DEFINE_GETTER (gboolean, own_net, own_net, FALSE)
DEFINE_GETTER (float, air_s, air_s, 0)
DEFINE_GETTER (float, stress, stress, 0)
DEFINE_GETTER (guint32, order, command.id, 0)
DEFINE_GETTER (guint, order_states, states, 0)
DEFINE_GETTER (SimOrderState, order_state, state, SIM_ORDER_ENTERED)
DEFINE_GETTER (SimCause, order_cause, cause, SIM_CAUSE_NONE)

gboolean
engine_caption_get_place (EngineCaption *self, float *bearing_deg, float *distance_m,
                          BaseVec *position)
{
  g_return_val_if_fail (ENGINE_IS_CAPTION (self), FALSE);

  if (!self->placed)
    return FALSE;
  if (bearing_deg != NULL)
    *bearing_deg = self->bearing_deg;
  if (distance_m != NULL)
    *distance_m = self->distance_m;
  if (position != NULL)
    *position = self->position;
  return TRUE;
}

SimTick
engine_caption_get_order_tick (EngineCaption *self, SimOrderState state)
{
  g_return_val_if_fail (ENGINE_IS_CAPTION (self), SIM_TICK_NEVER);
  g_return_val_if_fail (state < SIM_N_ORDER_STATES, SIM_TICK_NEVER);

  return self->ticks[state];
}

const SimWords *
engine_caption_get_words (EngineCaption *self)
{
  g_return_val_if_fail (ENGINE_IS_CAPTION (self), NULL);

  return &self->words;
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
engine_caption_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EngineCaption *self = ENGINE_CAPTION (object);

  switch (id) {
  case PROP_ID:
    g_value_set_uint64 (value, self->id);
    break;
  case PROP_KIND:
    g_value_set_uint (value, self->kind);
    break;
  case PROP_TICK:
    g_value_set_uint (value, self->tick);
    break;
  case PROP_SPEAKER:
    g_value_set_string (value, self->speaker);
    break;
  case PROP_MACHINE:
    g_value_set_int (value, self->machine);
    break;
  case PROP_TEXT:
    g_value_set_string (value, self->text);
    break;
  case PROP_SPOKEN:
    g_value_set_string (value, self->spoken);
    break;
  case PROP_SPEAKING:
    g_value_set_boolean (value, self->speaking);
    break;
  case PROP_CUT:
    g_value_set_boolean (value, self->cut);
    break;
  case PROP_ORDER:
    g_value_set_uint (value, self->command.id);
    break;
  case PROP_ORDER_STATE:
    g_value_set_uint (value, self->state);
    break;
  case PROP_ORDER_STATES:
    g_value_set_uint (value, self->states);
    break;
  case PROP_ORDER_CAUSE:
    g_value_set_uint (value, self->cause);
    break;
  case PROP_BEARING:
    g_value_set_float (value, self->placed ? self->bearing_deg : -1);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
engine_caption_finalize (GObject *object)
{
  EngineCaption *self = ENGINE_CAPTION (object);

  g_free (self->speaker);
  g_free (self->text);
  g_free (self->spoken);
  G_OBJECT_CLASS (engine_caption_parent_class)->finalize (object);
}

static void
engine_caption_class_init (EngineCaptionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags =
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = engine_caption_get_property;
  object_class->finalize = engine_caption_finalize;
  properties[PROP_ID] = g_param_spec_uint64 ("id", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROP_KIND] =
      g_param_spec_uint ("kind", NULL, NULL, 0, ENGINE_CAPTION_CONSOLE, 0, flags);
  properties[PROP_TICK] = g_param_spec_uint ("tick", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SPEAKER] = g_param_spec_string ("speaker", NULL, NULL, NULL, flags);
  properties[PROP_MACHINE] = g_param_spec_int ("machine", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, flags);
  properties[PROP_SPEAKING] = g_param_spec_boolean ("speaking", NULL, NULL, FALSE, flags);
  properties[PROP_CUT] = g_param_spec_boolean ("cut", NULL, NULL, FALSE, flags);
  properties[PROP_ORDER] = g_param_spec_uint ("order", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ORDER_STATE] =
      g_param_spec_uint ("order-state", NULL, NULL, 0, SIM_N_ORDER_STATES - 1, 0, flags);
  properties[PROP_ORDER_STATES] =
      g_param_spec_uint ("order-states", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ORDER_CAUSE] =
      g_param_spec_uint ("order-cause", NULL, NULL, 0, SIM_N_CAUSES - 1, 0, flags);
  /* Degrees, −1 when the place is not known; distance and place change with it.  */
  properties[PROP_BEARING] =
      g_param_spec_float ("bearing", NULL, NULL, -1, 360, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
engine_caption_init (EngineCaption *self)
{
  self->machine = -1;
  self->speaker = g_strdup ("");
  self->text = g_strdup ("");
  self->spoken = g_strdup ("");
  self->spoken_language = "en";
  for (guint state = 0; state < SIM_N_ORDER_STATES; state++)
    self->ticks[state] = SIM_TICK_NEVER;
}
