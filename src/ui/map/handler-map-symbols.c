/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-symbols.h"

#include "handler-map-labels.h"
#include "handler-map-names.h"
#include "handler-map-spread.h"
#include "handler-map-words.h"

#include <math.h>

#define GHOST_AGE_S 8
#define GHOST_PIXELS 16.0
#define TRACK_FADE_S 150.0
#define OUTLINE_BELOW 0.6
#define CLUSTER_PIXELS 110.0

HandlerMapSymbols *
handler_map_symbols_new (void)
{
  HandlerMapSymbols *self = g_new0 (HandlerMapSymbols, 1);

  self->symbols = g_array_new (FALSE, TRUE, sizeof (HandlerMapSymbol));
  self->clusters = g_array_new (FALSE, TRUE, sizeof (HandlerMapCluster));
  self->places = g_array_new (FALSE, TRUE, sizeof (HandlerMapPlaceName));
  self->goals = g_array_new (FALSE, TRUE, sizeof (HandlerMapGoal));
  self->hits = handler_map_hits_new ();
  self->placer = handler_map_placer_new ();
  self->sides = g_hash_table_new (NULL, NULL);
  self->spots = g_array_new (FALSE, FALSE, sizeof (HandlerMapPlaceXY));
  return self;
}

void
handler_map_symbols_free (HandlerMapSymbols *self)
{
  g_array_unref (self->symbols);
  g_array_unref (self->clusters);
  g_array_unref (self->places);
  g_array_unref (self->goals);
  handler_map_hits_free (self->hits);
  handler_map_placer_free (self->placer);
  g_hash_table_unref (self->sides);
  g_array_unref (self->spots);
  g_free (self);
}

HandlerMapSpriteKey
handler_map_label_key (guint32 text, HandlerMapFace face)
{
  return (HandlerMapSpriteKey){
      .shape = HANDLER_MAP_SHAPE_LABEL, .flags = (guint8) face, .text = text};
}

guint8
handler_map_own_level (guint age_s)
{
  return age_s < 5 ? 7 : (age_s < 30 ? 6 : (age_s < 60 ? 5 : (age_s < 180 ? 3 : 2)));
}

/* Share of its worth that knowledge of a track still has.  */
static double
freshness (guint age_s)
{
  return MAX (0.0, 1.0 - age_s / TRACK_FADE_S);
}

guint8
handler_map_track_level (guint age_s)
{
  return (guint8) lrint (freshness (age_s) * HANDLER_MAP_LEVELS);
}

gboolean
handler_map_track_outlined (guint age_s)
{
  return freshness (age_s) < OUTLINE_BELOW;
}

/* ---- Own machines and tracks --------------------------------------------------------------- */

static int
own_rank (const HandlerMapSymbol *symbol, gboolean leader, guint index)
{
  int rank = HANDLER_MAP_RANK_OWN;

  if (symbol->selected)
    rank = HANDLER_MAP_RANK_SELECTED;
  else if (symbol->speaking)
    rank = HANDLER_MAP_RANK_SPEAKING;
  else if (symbol->trouble)
    rank = HANDLER_MAP_RANK_TROUBLE;
  else if (leader && !symbol->lost)
    rank = HANDLER_MAP_RANK_LEADER;
  return rank - (int) index;
}

static void
place_ghost (const HandlerMapScene *scene, const PictureOwn *own, guint age_s,
             HandlerMapSymbol *symbol)
{
  double unit = handler_map_scene_unit (scene);

  handler_map_scene_spot (scene, own->ghost, &symbol->ghost_x, &symbol->ghost_y);
  symbol->ghost = !symbol->lost && age_s >= GHOST_AGE_S &&
                  hypot (symbol->ghost_x - symbol->x, symbol->ghost_y - symbol->y) >=
                      GHOST_PIXELS * unit;
}

static void
add_own (HandlerMapSymbols *self, const HandlerMapScene *scene, guint index)
{
  const PictureOwn *own = &scene->view->own[index];
  const OrderMachine *machine =
      scene->book != NULL && own->id.index < order_book_n_machines (scene->book)
          ? order_book_machine (scene->book, own->id.index)
          : NULL;
  guint age_s = handler_map_age_s (scene->view->now, own->t_fix);
  char buffer[HANDLER_MAP_AGE_LENGTH];
  HandlerMapSymbol symbol = {.kind = HANDLER_SELECTION_OWN,
                             .index = (guint16) index,
                             .id = own->id.index};

  symbol.selected = handler_map_scene_is_selected (scene, own);
  symbol.speaking = own->speaking != 0;
  symbol.lost = own->known_lost || own->activity == SIM_ACTIVITY_DESTROYED;
  symbol.trouble = !symbol.lost && (own->activity == SIM_ACTIVITY_UNDER_FIRE ||
                                    own->activity == SIM_ACTIVITY_DISABLED);
  symbol.level = handler_map_own_level (age_s);
  symbol.rank = own_rank (&symbol, machine != NULL && machine->leader, index);
  handler_map_scene_spot (scene, own->fix, &symbol.true_x, &symbol.true_y);
  symbol.x = symbol.true_x;
  symbol.y = symbol.true_y;
  place_ghost (scene, own, age_s, &symbol);
  symbol.code_text =
      handler_map_sprites_text (scene->sprites, machine != NULL ? machine->code : "?");
  if (symbol.rank > HANDLER_MAP_RANK_OWN && machine != NULL)
    symbol.name_text = handler_map_sprites_text (
        scene->sprites, order_book_spoken_name (scene->book, own->id.index));
  if (!symbol.lost)
    symbol.age_text = handler_map_sprites_text (
        scene->sprites, handler_map_age_text (scene->view->now, own->t_fix, buffer));
  g_array_append_val (self->symbols, symbol);
}

static guint32
letter_text (const HandlerMapScene *scene, const PictureTrack *track)
{
  const OrderTypeName *type = scene->book != NULL && track->type != SIM_TYPE_UNKNOWN
                                  ? order_book_type (scene->book, track->type)
                                  : NULL;
  char letter[2] = {type != NULL ? type->letter : '?', '\0'};

  return handler_map_sprites_text (scene->sprites, letter);
}

static void
add_track (HandlerMapSymbols *self, const HandlerMapScene *scene, guint index)
{
  const PictureTrack *track = &scene->view->tracks[index];
  guint age_s = handler_map_age_s (scene->view->now, track->t_seen);
  char buffer[HANDLER_MAP_AGE_LENGTH];
  HandlerMapSymbol symbol = {.kind = HANDLER_SELECTION_TRACK,
                             .index = (guint16) index,
                             .id = track->number,
                             .known = track->type != SIM_TYPE_UNKNOWN,
                             .lost = track->destroyed};

  symbol.selected =
      scene->selected_kind == HANDLER_SELECTION_TRACK && scene->selected_id == track->number;
  symbol.level = handler_map_track_level (age_s);
  symbol.outlined = handler_map_track_outlined (age_s);
  symbol.rank = symbol.selected ? HANDLER_MAP_RANK_SELECTED : HANDLER_MAP_RANK_TRACK - (int) MIN (age_s, 900);
  handler_map_scene_spot (scene, track->position, &symbol.true_x, &symbol.true_y);
  symbol.x = symbol.true_x;
  symbol.y = symbol.true_y;
  symbol.code_text = letter_text (scene, track);
  symbol.name_text =
      handler_map_sprites_text (scene->sprites, handler_map_track_text (track, buffer));
  symbol.age_text = handler_map_sprites_text (
      scene->sprites, handler_map_track_age_text (track, scene->view->now, buffer));
  g_array_append_val (self->symbols, symbol);
}

/* ---- Close together ------------------------------------------------------------------------ */

#define SPREAD_MOST 46.0

/* The symbols that are shown one by one, as boxes at their places; `indices` says whose they are.  */
static void
list_spots (HandlerMapSymbols *self, const HandlerMapScene *scene, GArray *spots, GArray *indices)
{
  /* A diamond fills its box by half.  */
  const double diamond = 0.8 * HANDLER_MAP_TRACK_HALF;
  double unit = handler_map_scene_unit (scene);

  for (guint i = 0; i < self->symbols->len; i++) {
    const HandlerMapSymbol *symbol = &g_array_index (self->symbols, HandlerMapSymbol, i);
    gboolean own = symbol->kind == HANDLER_SELECTION_OWN;
    HandlerMapPlaceXY spot = {
        .home_x = symbol->x,
        .home_y = symbol->y,
        .x = symbol->x,
        .y = symbol->y,
        .half_width = (own ? HANDLER_MAP_OWN_HALF_WIDTH + 1.5 : diamond) * unit,
        .half_height = (own ? HANDLER_MAP_OWN_HALF_HEIGHT + 1.5 : diamond) * unit,
        .fixed = !own};

    if (symbol->clustered)
      continue;
    g_array_append_val (spots, spot);
    g_array_append_val (indices, i);
  }
}

/* TRUE if these stand as those did, who have been spread already.  */
static gboolean
are_where_they_were (const GArray *spots, const GArray *before)
{
  if (spots->len != before->len)
    return FALSE;
  for (guint i = 0; i < spots->len; i++) {
    const HandlerMapPlaceXY *a = &g_array_index (spots, HandlerMapPlaceXY, i);
    const HandlerMapPlaceXY *b = &g_array_index (before, HandlerMapPlaceXY, i);

    if (fabs (a->home_x - b->home_x) > 0 || fabs (a->home_y - b->home_y) > 0 ||
        fabs (a->half_width - b->half_width) > 0 || a->fixed != b->fixed)
      return FALSE;
  }
  return TRUE;
}

/* From where each was shown before, as far from its place.  */
static void
begin_where_shown (HandlerMapSymbols *self, GArray *spots, const GArray *indices)
{
  for (guint i = 0; i < spots->len; i++) {
    HandlerMapPlaceXY *spot = &g_array_index (spots, HandlerMapPlaceXY, i);
    guint own = g_array_index (self->symbols, HandlerMapSymbol, g_array_index (indices, guint, i)).index;

    if (!spot->fixed && own < PICTURE_MAX_OWN) {
      spot->x += self->aside[own].x;
      spot->y += self->aside[own].y;
    }
  }
}

static void
show_spots (HandlerMapSymbols *self, const GArray *spots, const GArray *indices)
{
  for (guint i = 0; i < spots->len; i++) {
    const HandlerMapPlaceXY *spot = &g_array_index (spots, HandlerMapPlaceXY, i);
    HandlerMapSymbol *symbol =
        &g_array_index (self->symbols, HandlerMapSymbol, g_array_index (indices, guint, i));

    symbol->x = (int) lrint (spot->x);
    symbol->y = (int) lrint (spot->y);
    if (!spot->fixed && symbol->index < PICTURE_MAX_OWN) {
      self->aside[symbol->index].x = spot->x - spot->home_x;
      self->aside[symbol->index].y = spot->y - spot->home_y;
    }
  }
}

/* Own machines that are shown one by one make room for each other and for contacts.  Own ones come
 * first in the array.  */
static void
spread_own (HandlerMapSymbols *self, const HandlerMapScene *scene)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (HandlerMapPlaceXY));
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));

  list_spots (self, scene, spots, indices);
  if (are_where_they_were (spots, self->spots)) {
    g_array_unref (spots);
  } else {
    begin_where_shown (self, spots, indices);
    handler_map_spread ((HandlerMapPlaceXY *) (gpointer) spots->data, spots->len,
                        SPREAD_MOST * handler_map_scene_unit (scene));
    g_array_unref (self->spots);
    self->spots = spots;
  }
  show_spots (self, self->spots, indices);
}

/* ---- Clusters ------------------------------------------------------------------------------ */

static HandlerMapSymbol *
symbol_at (HandlerMapSymbols *self, guint index)
{
  return &g_array_index (self->symbols, HandlerMapSymbol, index);
}

static gboolean
in_box (const HandlerMapSymbol *symbol, const HandlerMapBox *box)
{
  return symbol->x >= box->x && symbol->x < box->x + box->width && symbol->y >= box->y &&
         symbol->y < box->y + box->height;
}

static int
compare_rank (gconstpointer a, gconstpointer b, gpointer user_data)
{
  HandlerMapSymbols *self = user_data;
  const HandlerMapSymbol *p = symbol_at (self, *(const guint *) a);
  const HandlerMapSymbol *q = symbol_at (self, *(const guint *) b);

  return p->rank != q->rank ? q->rank - p->rank : (int) p->id - (int) q->id;
}

/* Indices of the symbols by importance.  */
static GArray *
by_rank (HandlerMapSymbols *self)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->symbols->len);

  for (guint i = 0; i < self->symbols->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_rank, self);
  return order;
}

static void
mark_clustered (HandlerMapSymbols *self, const HandlerMapScene *scene, const GArray *order)
{
  HandlerMapBox view = handler_map_scene_box (scene, 0);
  guint dressed = 0;

  if (self->symbols->len <= HANDLER_MAP_MAX_DRESSED)
    return;
  for (guint i = 0; i < order->len; i++) {
    HandlerMapSymbol *symbol = symbol_at (self, g_array_index (order, guint, i));

    if (in_box (symbol, &view))
      symbol->clustered = dressed++ >= HANDLER_MAP_MAX_DRESSED;
  }
}

typedef struct {
  int x0, y0, x1, y1;
  guint n_own, n_hostile, n_unknown;
} Members;

static void
add_member (Members *members, const HandlerMapSymbol *symbol)
{
  gboolean first = members->n_own + members->n_hostile + members->n_unknown == 0;

  members->x0 = first ? symbol->x : MIN (members->x0, symbol->x);
  members->y0 = first ? symbol->y : MIN (members->y0, symbol->y);
  members->x1 = first ? symbol->x : MAX (members->x1, symbol->x);
  members->y1 = first ? symbol->y : MAX (members->y1, symbol->y);
  if (symbol->kind == HANDLER_SELECTION_OWN)
    members->n_own++;
  else if (symbol->known)
    members->n_hostile++;
  else
    members->n_unknown++;
}

static void
add_cluster (HandlerMapSymbols *self, const HandlerMapScene *scene, const Members *members)
{
  double unit = handler_map_scene_unit (scene);
  char count[16];
  HandlerMapCluster cluster = {.x = (members->x0 + members->x1) / 2,
                               .y = (members->y0 + members->y1) / 2,
                               .n_own = members->n_own,
                               .n_hostile = members->n_hostile,
                               .n_unknown = members->n_unknown};

  /* An ellipse through the corners of the box, and a little more.  */
  cluster.half_width = (int) lrint ((members->x1 - members->x0) / G_SQRT2 + 20 * unit);
  cluster.half_height = (int) lrint ((members->y1 - members->y0) / G_SQRT2 + 20 * unit);
  g_snprintf (count, sizeof count, "%u",
              members->n_own + members->n_hostile + members->n_unknown);
  cluster.count_text = handler_map_sprites_text (scene->sprites, count);
  g_array_append_val (self->clusters, cluster);
}

static int
compare_bin (gconstpointer a, gconstpointer b)
{
  guint64 p = *(const guint64 *) a;
  guint64 q = *(const guint64 *) b;

  return p < q ? -1 : p > q;
}

/* Clusters are the members of one square of the plane, so that they stay put under a pan.  */
static void
make_clusters (HandlerMapSymbols *self, const HandlerMapScene *scene)
{
  double side = CLUSTER_PIXELS * handler_map_scene_unit (scene);
  g_autoptr (GArray) bins = g_array_new (FALSE, FALSE, sizeof (guint64));
  Members members = {0};

  for (guint i = 0; i < self->symbols->len; i++) {
    const HandlerMapSymbol *symbol = symbol_at (self, i);
    guint64 bin = ((guint64) (guint16) (int) floor (symbol->y / side) << 48) |
                  ((guint64) (guint16) (int) floor (symbol->x / side) << 32) | i;

    if (symbol->clustered)
      g_array_append_val (bins, bin);
  }
  g_array_sort (bins, compare_bin);
  for (guint i = 0; i < bins->len; i++) {
    guint64 bin = g_array_index (bins, guint64, i);

    add_member (&members, symbol_at (self, (guint) (bin & 0xffffffff)));
    if (i + 1 == bins->len || g_array_index (bins, guint64, i + 1) >> 32 != bin >> 32) {
      add_cluster (self, scene, &members);
      members = (Members){0};
    }
  }
}

/* ---- All ----------------------------------------------------------------------------------- */

#define MARK_REACH 7 /* logical pixels around a marked place */

/* The dot of a marked place.  */
static void
update_mark_hits (HandlerMapSymbols *self, const HandlerMapScene *scene)
{
  int reach = (int) ceil (MARK_REACH * handler_map_scene_unit (scene));

  for (guint i = 0; scene->view != NULL && i < scene->view->n_marks; i++) {
    HandlerMapHit hit = {{0, 0, 2 * reach, 2 * reach}, HANDLER_SELECTION_MARK, i + 1, HANDLER_MAP_RANK_PLACE};

    handler_map_scene_spot (scene, scene->view->marks[i].position, &hit.box.x, &hit.box.y);
    hit.box.x -= reach;
    hit.box.y -= reach;
    handler_map_hits_add (self->hits, &hit);
  }
}

static void
update_hits (HandlerMapSymbols *self, const HandlerMapScene *scene)
{
  handler_map_hits_empty (self->hits);
  for (guint i = 0; i < self->symbols->len; i++) {
    const HandlerMapSymbol *symbol = symbol_at (self, i);
    HandlerMapHit hit = {handler_map_symbol_box (scene, symbol), symbol->kind, symbol->id,
                         symbol->rank};

    if (symbol->clustered)
      continue;
    handler_map_hits_add (self->hits, &hit);
    if (symbol->ghost) {
      hit.box.x += symbol->ghost_x - symbol->x;
      hit.box.y += symbol->ghost_y - symbol->y;
      handler_map_hits_add (self->hits, &hit);
    }
  }
  for (guint i = 0; i < self->places->len; i++) {
    const HandlerMapPlaceName *place = &g_array_index (self->places, HandlerMapPlaceName, i);
    HandlerMapHit hit = {place->words, HANDLER_SELECTION_PLACE, place->index, HANDLER_MAP_RANK_PLACE};

    if (place->shown && !place->covered)
      handler_map_hits_add (self->hits, &hit);
  }
  update_mark_hits (self, scene);
  handler_map_hits_sort (self->hits);
}

/* What is shown, without what lies under the tools at the top.  */
static void
set_view (HandlerMapSymbols *self, const HandlerMapScene *scene)
{
  const HandlerMapProjection *p = &scene->projection;
  int top = (int) lrint (MIN (p->top, p->height / 3) * p->scale);
  int x, y;

  handler_map_projection_origin (p, &x, &y);
  handler_map_placer_set_view (self->placer,
                               &(HandlerMapBox){-x, top - y, (int) floor (p->width * p->scale),
                                                (int) floor (p->height * p->scale) - top});
}

void
handler_map_symbols_update (HandlerMapSymbols *self, const HandlerMapScene *scene)
{
  g_autoptr (GArray) order = NULL;

  g_array_set_size (self->symbols, 0);
  g_array_set_size (self->clusters, 0);
  handler_map_names_update_places (self, scene);
  for (guint i = 0; scene->view != NULL && i < scene->view->n_own; i++)
    add_own (self, scene, i);
  for (guint i = 0; scene->view != NULL && i < scene->view->n_tracks; i++)
    add_track (self, scene, i);
  order = by_rank (self);
  mark_clustered (self, scene, order);
  make_clusters (self, scene);
  spread_own (self, scene);
  handler_map_placer_reset (self->placer);
  set_view (self, scene);
  handler_map_labels_take_symbols (self, scene);
  handler_map_names_cover_places (self);
  handler_map_names_take_places (self, scene);
  handler_map_names_update_goals (self, scene);
  handler_map_labels_update (self, scene, order);
  handler_map_names_cover_places (self);
  update_hits (self, scene);
}

guint
handler_map_symbols_count_drawn (HandlerMapSymbols *self, const HandlerMapScene *scene)
{
  HandlerMapBox view = handler_map_scene_box (scene, 0);
  guint n = 0;

  for (guint i = 0; i < self->symbols->len; i++) {
    const HandlerMapSymbol *symbol = symbol_at (self, i);

    n += !symbol->clustered && in_box (symbol, &view);
  }
  return n + self->clusters->len;
}
