/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-comms.h"

#include "scenario/scenario-truth.h"

#include <glib/gi18n-lib.h>

/* A place as near as this to the objective gives its name to it.  */
#define OBJECTIVE_NAME_M 700.0f
/* Of a ninth of a square.  */
#define KEYPAD_HALF_M (500.0f / 3)

struct _EngineComms {
  ScenarioBattle *scenario;    /* (owned) */
  OrderBook *book;             /* (owned) of the window */
  OrderBook *speech_book;      /* (owned) of the voices */
  const char *speech_language; /* interned */
  GListStore *store;           /* (owned) */
  GHashTable *by_order;        /* (owned) order id -> EngineCaption, borrowed from the store */
  GHashTable *by_transmission; /* (owned) id on the air -> EngineCaption, likewise */
  BaseVec objective;
  BaseVec listening_point;
  SimTarget bearings; /* SIM_TARGET_NONE: the objective */
  guint64 last_id;
};

/* The first objective that is a place; without one, the squadron's base.  */
static BaseVec
find_objective (const ScenarioBattle *scenario)
{
  const SimWorldDef *world = &scenario->world;

  for (gsize i = 0; i < world->n_objectives; i++)
    if (world->objectives[i].radius_m > 0 && !world->objectives[i].hidden)
      return world->objectives[i].position;
  return world->base;
}

EngineComms *
engine_comms_new (ScenarioBattle *scenario, OrderBook *book)
{
  EngineComms *comms = g_new0 (EngineComms, 1);
  g_autofree char *window_language = scenario_window_language ();

  comms->scenario = scenario_battle_ref (scenario);
  comms->book = order_book_ref (book);
  comms->speech_book = order_book_ref (book);
  comms->speech_language = g_intern_string (window_language);
  comms->store = g_list_store_new (ENGINE_TYPE_CAPTION);
  comms->by_order = g_hash_table_new (NULL, NULL);
  comms->by_transmission = g_hash_table_new (NULL, NULL);
  comms->objective = comms->listening_point = find_objective (scenario);
  return comms;
}

void
engine_comms_free (EngineComms *comms)
{
  if (comms == NULL)
    return;
  g_hash_table_unref (comms->by_order);
  g_hash_table_unref (comms->by_transmission);
  g_object_unref (comms->store);
  order_book_unref (comms->book);
  order_book_unref (comms->speech_book);
  scenario_battle_unref (comms->scenario);
  g_free (comms);
}

void
engine_comms_set_speech (EngineComms *comms, OrderBook *book, const char *language)
{
  order_book_ref (book);
  order_book_unref (comms->speech_book);
  comms->speech_book = book;
  comms->speech_language = g_intern_string (language);
}

const char *
engine_comms_get_speech_language (EngineComms *comms)
{
  return comms->speech_language;
}

GListStore *
engine_comms_get_store (EngineComms *comms)
{
  return comms->store;
}

BaseVec
engine_comms_get_listening_point (EngineComms *comms)
{
  return comms->listening_point;
}

/* ---- From where bearings are ---------------------------------------------------------------- */

const SimTarget *
engine_comms_get_bearings (EngineComms *comms)
{
  return &comms->bearings;
}

gboolean
engine_comms_takes_bearings (EngineComms *comms, const SimTarget *from)
{
  switch (from->kind) {
  case SIM_TARGET_NONE:
  case SIM_TARGET_POSITION:
  case SIM_TARGET_TRACK:
    return TRUE;
  case SIM_TARGET_PLACE:
    return from->number < order_book_n_places (comms->book);
  case SIM_TARGET_UNIT:
    return from->number < order_book_n_machines (comms->book);
  case SIM_TARGET_PLATOON:
    return from->number <= SIM_SUPPLY_PLATOON;
  default:
    return FALSE;
  }
}

/* The objective is called by the place that lies at it, else by its square.  */
static char *
objective_name (const EngineComms *comms)
{
  const SimTarget square = {
      .kind = SIM_TARGET_POSITION, .position = comms->objective, .precise_m = KEYPAD_HALF_M};
  const PicturePlace *nearest = NULL;
  float best = OBJECTIVE_NAME_M;

  for (gsize i = 0; i < order_book_n_places (comms->book); i++) {
    const PicturePlace *place = order_book_place (comms->book, i);
    float distance = base_vec_distance (place->position, comms->objective);

    if (distance <= best) {
      best = distance;
      nearest = place;
    }
  }
  return nearest != NULL ? g_strdup (nearest->name)
                         : order_bearings_name (comms->book, NULL, &square);
}

char *
engine_comms_dup_bearings_name (EngineComms *comms, const PictureView *view)
{
  return comms->bearings.kind == SIM_TARGET_NONE
             ? objective_name (comms)
             : order_bearings_name (comms->book, view, &comms->bearings);
}

/* Where a platoon's people are on average, by their last fixes; FALSE when nobody is left.  */
static gboolean
find_platoon (const PictureView *view, guint platoon, BaseVec *place)
{
  BaseVec sum = {0, 0};
  guint n = 0;

  for (gsize i = 0; i < view->n_own; i++)
    if (view->own[i].platoon == platoon && !view->own[i].known_lost) {
      sum = base_vec_add (sum, view->own[i].fix);
      n++;
    }
  if (n > 0)
    *place = base_vec_scale (sum, 1 / (float) n);
  return n > 0;
}

/* Who is gone stays where she was last.  */
void
engine_comms_follow_bearings (EngineComms *comms, const PictureView *view)
{
  const SimTarget *from = &comms->bearings;
  const PictureTrack *track;

  switch (from->kind) {
  case SIM_TARGET_UNIT:
    if (from->number < view->n_own)
      comms->listening_point = view->own[from->number].fix;
    break;
  case SIM_TARGET_PLATOON:
    find_platoon (view, from->number, &comms->listening_point);
    break;
  case SIM_TARGET_TRACK:
    track = picture_view_track (view, from->number);
    if (track != NULL)
      comms->listening_point = track->position;
    break;
  default:
    break;
  }
}

void
engine_comms_set_bearings (EngineComms *comms, const SimTarget *from, const PictureView *view)
{
  GListModel *captions = G_LIST_MODEL (comms->store);

  comms->bearings = *from;
  comms->listening_point = from->kind == SIM_TARGET_NONE ? comms->objective : from->position;
  engine_comms_follow_bearings (comms, view);
  for (guint i = 0; i < g_list_model_get_n_items (captions); i++) {
    g_autoptr (EngineCaption) caption = g_list_model_get_item (captions, i);
    BaseVec position;

    if (engine_caption_get_place (caption, NULL, NULL, &position))
      engine_caption_set_place (caption, comms->listening_point, position);
  }
}

/* ---- Making captions ----------------------------------------------------------------------- */

/* What is received of the phrase with `order`.  */
static void
set_text (EngineComms *comms, EngineCaption *caption, const SimWords *words,
          const SimCommand *order)
{
  g_autofree char *text = order_render_words (comms->book, words, order, FALSE);

  engine_caption_set_text (caption, text);
}

/* The same, and what is said.  */
static void
set_words (EngineComms *comms, EngineCaption *caption, const SimWords *words,
           const SimCommand *order)
{
  g_autofree char *spoken = order_render_words (comms->speech_book, words, order, TRUE);

  set_text (comms, caption, words, order);
  engine_caption_set_spoken (caption, spoken, comms->speech_language);
}

static EngineCaption *
append (EngineComms *comms, EngineCaptionSeed *seed)
{
  g_autoptr (EngineCaption) caption = NULL;

  seed->id = ++comms->last_id;
  caption = engine_caption_new (seed);
  g_list_store_append (comms->store, caption);
  return caption; /* the store holds it */
}

static const char *
handler_name (void)
{
  /* Translators: the player's call sign, as the speaker of a line of radio traffic.  */
  return C_ ("speaker", "Handler One");
}

static EngineCaption *
append_order (EngineComms *comms, const SimCommand *command, SimTick now)
{
  EngineCaptionSeed seed = {
      .kind = ENGINE_CAPTION_ORDER,
      .tick = now,
      .air_class = SIM_AIR_ORDER,
      .speaker = handler_name (),
      .machine = -1,
  };
  SimWords words = {.phrase = SIM_PHRASE_ORDER};
  EngineCaption *caption = append (comms, &seed);

  words.arguments[0].number = (gint32) command->id;
  engine_caption_set_command (caption, command);
  set_words (comms, caption, &words, command);
  g_hash_table_insert (comms->by_order, GUINT_TO_POINTER (command->id), caption);
  return caption;
}

static EngineCaption *
append_spoken (EngineComms *comms, const SimTransmission *transmission)
{
  gboolean pilot = transmission->speaker == SIM_SPEAKER_PILOT &&
                   transmission->from.index < order_book_n_machines (comms->book);
  EngineCaptionSeed seed = {
      .kind = ENGINE_CAPTION_SPOKEN,
      .tick = transmission->t_begin,
      .air_class = transmission->air_class,
      .machine = pilot ? (int) transmission->from.index : -1,
  };

  if (pilot)
    seed.speaker = order_book_spoken_name (comms->book, transmission->from.index);
  else if (transmission->speaker == SIM_SPEAKER_HANDLER)
    seed.speaker = handler_name ();
  else
    /* Translators: the operators behind the wall, as the speaker of a line of radio traffic.  */
    seed.speaker = C_ ("speaker", "Operator desk");
  return append (comms, &seed);
}

static EngineCaption *
find_order (EngineComms *comms, guint32 order)
{
  return order == 0 ? NULL : g_hash_table_lookup (comms->by_order, GUINT_TO_POINTER (order));
}

/* ---- What happens -------------------------------------------------------------------------- */

void
engine_comms_add_order (EngineComms *comms, const SimCommand *command, SimTick now)
{
  EngineCaption *caption = append_order (comms, command, now);

  engine_caption_reach (caption, SIM_ORDER_ENTERED, SIM_CAUSE_NONE, now);
}

EngineCaption *
engine_comms_begin (EngineComms *comms, const SimTransmission *transmission)
{
  EngineCaption *order = find_order (comms, transmission->order), *caption;

  if (transmission->speaker == SIM_SPEAKER_HANDLER && order != NULL)
    caption = order;
  else
    caption = append_spoken (comms, transmission);
  set_words (comms, caption, &transmission->words,
             order != NULL ? engine_caption_get_command (order) : NULL);
  if (transmission->speaker == SIM_SPEAKER_PILOT)
    engine_caption_set_place (caption, comms->listening_point, transmission->position);
  engine_caption_begin (caption, transmission);
  g_hash_table_insert (comms->by_transmission, GUINT_TO_POINTER (transmission->id), caption);
  return caption;
}

EngineCaption *
engine_comms_end (EngineComms *comms, const SimTransmission *transmission)
{
  EngineCaption *order = find_order (comms, transmission->order), *caption;

  caption = g_hash_table_lookup (comms->by_transmission, GUINT_TO_POINTER (transmission->id));
  if (caption == NULL)
    return NULL;
  g_hash_table_remove (comms->by_transmission, GUINT_TO_POINTER (transmission->id));
  /* What the link swallowed may be known only now; what was said was said.  */
  set_text (comms, caption, &transmission->words,
            order != NULL ? engine_caption_get_command (order) : NULL);
  engine_caption_end (caption, transmission);
  return caption;
}

void
engine_comms_change_order (EngineComms *comms, const SimOrderChange *change)
{
  EngineCaption *caption = find_order (comms, change->order);

  if (caption == NULL)
    caption = append_order (comms, &change->command, change->t);
  engine_caption_reach (caption, change->state, change->cause, change->t);
}

EngineCaption *
engine_comms_add_notice (EngineComms *comms, const char *text, SimTick now)
{
  EngineCaptionSeed seed = {
      .kind = ENGINE_CAPTION_CONSOLE,
      .tick = now,
      .air_class = SIM_AIR_TALK,
      .speaker = "",
      .machine = -1,
  };
  EngineCaption *caption = append (comms, &seed);

  engine_caption_set_text (caption, text);
  engine_caption_set_spoken (caption, text, comms->speech_language);
  return caption;
}

/* ---- Before -------------------------------------------------------------------------------- */

static void
recall_message (EngineComms *comms, const SimMessage *message)
{
  if (message->kind == SIM_MESSAGE_TRANSMISSION_BEGUN)
    engine_comms_begin (comms, &message->transmission);
  else if (message->kind == SIM_MESSAGE_TRANSMISSION_ENDED)
    engine_comms_end (comms, &message->transmission_ended);
  else
    engine_comms_change_order (comms, &message->order);
}

void
engine_comms_recall (EngineComms *comms, const GArray *messages, const GArray *notices)
{
  guint n_messages = messages != NULL ? messages->len : 0;
  guint n_notices = notices != NULL ? notices->len : 0;
  guint next = 0;

  for (guint i = 0; i < n_notices; i++) {
    const EngineNotice *notice = &g_array_index (notices, EngineNotice, i);

    for (; next < n_messages && g_array_index (messages, SimMessage, next).t <= notice->tick; next++)
      recall_message (comms, &g_array_index (messages, SimMessage, next));
    engine_comms_add_notice (comms, notice->text, notice->tick);
    if (notice->moves_bearings && engine_comms_takes_bearings (comms, &notice->bearings))
      comms->bearings = notice->bearings;
  }
  for (; next < n_messages; next++)
    recall_message (comms, &g_array_index (messages, SimMessage, next));
}
