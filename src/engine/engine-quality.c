/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-quality.h"

#include <math.h>

/* A place of a track and an enemy that may be one.  */
typedef struct {
  float distance; /* squared */
  guint16 track, enemy;
} Pair;

/* What an enemy or a track has come to, while pairs are taken.  */
typedef struct {
  double x, y;
  guint taken;
} Middle;

/* More than any battle of a handler's has.  */
#define MOST_ENEMIES 8192

/* ---- Room ---------------------------------------------------------------------------------- */

void
engine_quality_room_init (EngineQualityRoom *room)
{
  room->tracks = g_array_new (FALSE, FALSE, sizeof (EngineBelieved));
  room->enemies = g_array_new (FALSE, FALSE, sizeof (EngineEnemy));
  room->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
}

void
engine_quality_room_clear (EngineQualityRoom *room)
{
  g_clear_pointer (&room->tracks, g_array_unref);
  g_clear_pointer (&room->enemies, g_array_unref);
  g_clear_pointer (&room->pairs, g_array_unref);
}

/* ---- Who stands for whom ------------------------------------------------------------------- */

static void
find_pairs (EngineQualityRoom *room)
{
  const EngineEnemy *enemies = (const EngineEnemy *) room->enemies->data;

  g_array_set_size (room->pairs, 0);
  for (guint t = 0; t < room->tracks->len; t++) {
    BaseVec at = g_array_index (room->tracks, EngineBelieved, t).position;

    for (guint e = 0; e < room->enemies->len; e++) {
      Pair pair = {base_vec_distance_squared (at, enemies[e].position), (guint16) t, (guint16) e};

      if (pair.distance <= ENGINE_GATE_M * ENGINE_GATE_M)
        g_array_append_val (room->pairs, pair);
    }
  }
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *first = a, *second = b;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;
  if (first->track != second->track)
    return first->track < second->track ? -1 : 1;
  return first->enemy < second->enemy ? -1 : first->enemy > second->enemy;
}

static void
add_track (EngineQuality *quality, const EngineBelieved *track, const Middle *middle)
{
  BaseVec place;

  quality->tracks++;
  if (middle->taken == 0) {
    quality->empty++;
    return;
  }
  place = base_vec ((float) (middle->x / middle->taken), (float) (middle->y / middle->taken));
  quality->track_error_m += (double) base_vec_distance (track->position, place);
}

/* Nearest first, each enemy and each place once.  */
static void
take_pairs (EngineQualityRoom *room, Middle *middles)
{
  for (guint i = 0; i < room->pairs->len; i++) {
    const Pair *pair = &g_array_index (room->pairs, Pair, i);
    EngineEnemy *enemy = &g_array_index (room->enemies, EngineEnemy, pair->enemy);
    Middle *middle = &middles[pair->track];

    if (enemy->known ||
        middle->taken >= g_array_index (room->tracks, EngineBelieved, pair->track).places)
      continue;
    enemy->known = TRUE;
    middle->taken++;
    middle->x += (double) enemy->position.x;
    middle->y += (double) enemy->position.y;
  }
}

static void
count_enemy (EngineQuality *quality, const EngineEnemy *enemy)
{
  quality->enemies++;
  quality->known += enemy->known;
  quality->near += enemy->near;
  quality->near_known += enemy->near && enemy->known;
}

void
engine_quality_compare (EngineQuality *quality, EngineQualityRoom *room)
{
  Middle middles[PICTURE_MAX_TRACKS] = {0};

  g_assert (room->tracks->len <= PICTURE_MAX_TRACKS && room->enemies->len <= MOST_ENEMIES);
  find_pairs (room);
  if (room->pairs->len > 1)
    g_array_sort (room->pairs, compare_pairs);
  take_pairs (room, middles);
  for (guint e = 0; e < room->enemies->len; e++)
    count_enemy (quality, &g_array_index (room->enemies, EngineEnemy, e));
  for (guint t = 0; t < room->tracks->len; t++)
    add_track (quality, &g_array_index (room->tracks, EngineBelieved, t), &middles[t]);
}

/* ---- A sample ------------------------------------------------------------------------------ */

static gboolean
is_fresh (const PictureTrack *track, SimTick now)
{
  return !track->destroyed && !track->lost_from_sight &&
         track->t_seen + SIM_SECONDS (ENGINE_FRESH_S) >= now;
}

static void
gather_tracks (EngineQualityRoom *room, const Picture *picture, SimTick now)
{
  g_array_set_size (room->tracks, 0);
  for (gsize i = 0; i < picture_n_tracks (picture); i++) {
    const PictureTrack *track = picture_track (picture, i);
    EngineBelieved believed = {track->position, MAX (track->count, 1)};

    if (is_fresh (track, now))
      g_array_append_val (room->tracks, believed);
  }
}

/* Working machines of ours, of which a handler has no more.  */
typedef struct {
  gsize n;
  BaseVec places[PICTURE_MAX_OWN];
} Ours;

static gboolean
is_near (const Ours *ours, BaseVec position)
{
  for (gsize i = 0; i < ours->n; i++)
    if (base_vec_distance_squared (ours->places[i], position) <= ENGINE_NEAR_M * ENGINE_NEAR_M)
      return TRUE;
  return FALSE;
}

/* They come after ours.  */
static void
gather_enemies (EngineQualityRoom *room, const SimWorld *world, const SimRules *rules,
                const Ours *ours, gsize n_own)
{
  gsize n_units = sim_world_n_units (world);

  g_array_set_size (room->enemies, 0);
  for (gsize i = n_own; i < n_units && room->enemies->len < MOST_ENEMIES; i++) {
    SimStand unit = sim_world_stand (world, i);
    EngineEnemy enemy = {.position = unit.position};

    if (!unit.works || unit.side == SIM_SIDE_REPUBLIC ||
        sim_role_flies (rules->types[unit.type].role))
      continue;
    enemy.near = is_near (ours, unit.position);
    g_array_append_val (room->enemies, enemy);
  }
}

static void
compare_own (EngineQuality *quality, const Picture *picture, const SimWorld *world, Ours *ours)
{
  for (gsize i = 0; i < picture_n_own (picture); i++) {
    const PictureOwn *own = picture_own (picture, i);
    SimStand unit = sim_world_stand (world, i);
    float error_m;

    if (!unit.works)
      continue;
    ours->places[ours->n++] = unit.position;
    if (own->known_lost)
      continue;
    quality->own++;
    quality->fix_error_m += (double) base_vec_distance (own->fix, unit.position);
    quality->ghost_error_m +=
        (double) base_vec_distance (picture_ghost (picture, i, &error_m), unit.position);
  }
}

void
engine_quality_sample (EngineQuality *quality, EngineQualityRoom *room, const Picture *picture,
                       const SimWorld *world, const SimRules *rules)
{
  Ours ours = {0};

  compare_own (quality, picture, world, &ours);
  gather_tracks (room, picture, sim_world_tick (world));
  gather_enemies (room, world, rules, &ours, picture_n_own (picture));
  engine_quality_compare (quality, room);
}

void
engine_quality_take (EngineQuality *quality, const SimMessage *message)
{
  SimTick delay;

  if (message->kind != SIM_MESSAGE_REPORT)
    return;
  delay = message->report.t_heard - MIN (message->report.t_sensed, message->report.t_heard);
  quality->delays[MIN (delay, ENGINE_DELAY_TICKS)]++;
}

/* ---- Figures ------------------------------------------------------------------------------- */

/* The shortest delay that `percent` of a hundred reports do not exceed.  */
static double
delay_s (const EngineQuality *quality, guint percent)
{
  guint64 all = 0, rank, sum = 0;
  guint tick = 0;

  for (guint i = 0; i <= ENGINE_DELAY_TICKS; i++)
    all += quality->delays[i];
  if (all == 0)
    return (double) NAN;
  rank = (all * percent + 99) / 100;
  for (; tick < ENGINE_DELAY_TICKS; tick++) {
    sum += quality->delays[tick];
    if (sum >= rank)
      break;
  }
  return (double) tick / SIM_TICKS_PER_SECOND;
}

static double
mean (double sum, guint64 n)
{
  return n > 0 ? sum / (double) n : (double) NAN;
}

EngineQualityFigures
engine_quality_figures (const EngineQuality *quality)
{
  return (EngineQualityFigures){
      .enemies_known = mean ((double) quality->known, quality->enemies),
      .near_enemies_known = mean ((double) quality->near_known, quality->near),
      .track_error_m = mean (quality->track_error_m, quality->tracks - quality->empty),
      .tracks_empty = mean ((double) quality->empty, quality->tracks),
      .own_fix_error_m = mean (quality->fix_error_m, quality->own),
      .own_ghost_error_m = mean (quality->ghost_error_m, quality->own),
      .report_delay_median_s = delay_s (quality, 50),
      .report_delay_p95_s = delay_s (quality, 95),
  };
}
