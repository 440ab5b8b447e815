/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-labels.h"

#include <math.h>

#define WORDS_GAP 3.0
#define ARROW_REACH 8.0
#define FRAME_REACH 5.0
#define CLUSTER_HALF 13.0
#define SIGN_WIDTH 18.0
#define SIGN_HEIGHT 11.0
#define SIGN_GAP 2.5

/* Share of words that may be covered: of those that come to a place.  */
#define COVERED_NEW 0.03
/* Of a name that says who speaks or is in trouble.  */
#define COVERED_LOUD 0.35

/* ---- What symbols cover --------------------------------------------------------------------- */

HandlerMapBox
handler_map_symbol_box (const HandlerMapScene *scene, const HandlerMapSymbol *symbol)
{
  double unit = handler_map_scene_unit (scene);
  gboolean own = symbol->kind == HANDLER_SELECTION_OWN;
  int width = own ? HANDLER_MAP_OWN_HALF_WIDTH + 1 : HANDLER_MAP_TRACK_HALF;
  int height = own ? HANDLER_MAP_OWN_HALF_HEIGHT + 1 : HANDLER_MAP_TRACK_HALF;
  int half_width = (int) ceil (width * unit);
  int half_height = (int) ceil (height * unit);

  return (HandlerMapBox){symbol->x - half_width, symbol->y - half_height, 2 * half_width,
                         2 * half_height};
}

/* Where the arrow of an own machine ends; FALSE if it has none.  */
static gboolean
arrow_tip (const HandlerMapScene *scene, const HandlerMapSymbol *symbol, const HandlerMapBox *box,
           int *x, int *y)
{
  double reach = ARROW_REACH * handler_map_scene_unit (scene);
  double angle;

  if (symbol->kind != HANDLER_SELECTION_OWN || symbol->lost)
    return FALSE;
  angle = (double) scene->view->own[symbol->index].heading_deg * G_PI / 180;
  *x = (int) lrint (symbol->x + sin (angle) * (box->width / 2.0 + reach));
  *y = (int) lrint (symbol->y - cos (angle) * (box->height / 2.0 + reach));
  return TRUE;
}

/* The box that words keep clear of: with the frame of the selection and an own machine's arrow.  */
static HandlerMapBox
box_with_heading (const HandlerMapScene *scene, const HandlerMapSymbol *symbol)
{
  HandlerMapBox box = handler_map_symbol_box (scene, symbol);
  int x, y, right, bottom;

  if (symbol->selected) {
    int frame = (int) lrint (FRAME_REACH * handler_map_scene_unit (scene));

    box = (HandlerMapBox){box.x - frame, box.y - frame, box.width + 2 * frame,
                          box.height + 2 * frame};
  }
  if (!arrow_tip (scene, symbol, &box, &x, &y))
    return box;
  right = box.x + box.width;
  bottom = box.y + box.height;
  box.x = MIN (box.x, x);
  box.y = MIN (box.y, y);
  box.width = MAX (right, x) - box.x;
  box.height = MAX (bottom, y) - box.y;
  return box;
}

/* Nobody's words lie under an arrow, nor the name of a wood.  */
static void
take_arrow (HandlerMapSymbols *self, const HandlerMapScene *scene, const HandlerMapSymbol *symbol,
            const HandlerMapBox *box)
{
  int half = (int) lrint (ARROW_REACH * handler_map_scene_unit (scene) / 2);
  int x, y;

  if (arrow_tip (scene, symbol, box, &x, &y))
    handler_map_placer_take (
        self->placer, &(HandlerMapBox){x - half, y - half, 2 * half, 2 * half});
}

/* Above it, or below where that is less in the way.  */
static void
place_signs (HandlerMapSymbols *self, const HandlerMapScene *scene, HandlerMapSymbol *symbol)
{
  double unit = handler_map_scene_unit (scene);
  int width = (int) lrint (SIGN_WIDTH * unit), height = (int) lrint (SIGN_HEIGHT * unit);
  int reach = (int) lrint ((HANDLER_MAP_OWN_HALF_HEIGHT + SIGN_GAP) * unit);
  HandlerMapBox above = {symbol->x - width / 2, symbol->y - reach - height, width, height};
  HandlerMapBox below = {above.x, symbol->y + reach, width, height};

  if (!symbol->speaking && !symbol->trouble)
    return;
  symbol->signs_below = handler_map_placer_overlap (self->placer, &above) > 0.4 * width * height &&
                        handler_map_placer_overlap (self->placer, &below) <= 0;
  handler_map_placer_take (self->placer, symbol->signs_below ? &below : &above);
}

static void
take_symbol (HandlerMapSymbols *self, const HandlerMapScene *scene, const HandlerMapSymbol *symbol)
{
  HandlerMapBox box = handler_map_symbol_box (scene, symbol);

  handler_map_placer_take (self->placer, &box);
  take_arrow (self, scene, symbol, &box);
  if (!symbol->ghost)
    return;
  box.x += symbol->ghost_x - symbol->x;
  box.y += symbol->ghost_y - symbol->y;
  handler_map_placer_take (self->placer, &box);
}

static void
take_clusters (HandlerMapSymbols *self, const HandlerMapScene *scene)
{
  int half = (int) lrint (CLUSTER_HALF * handler_map_scene_unit (scene));

  for (guint i = 0; i < self->clusters->len; i++) {
    const HandlerMapCluster *cluster = &g_array_index (self->clusters, HandlerMapCluster, i);

    handler_map_placer_take (self->placer, &(HandlerMapBox){cluster->x - half, cluster->y - half,
                                                            2 * half, 2 * half});
  }
}

void
handler_map_labels_take_symbols (HandlerMapSymbols *self, const HandlerMapScene *scene)
{
  for (guint i = 0; i < self->symbols->len; i++) {
    const HandlerMapSymbol *symbol = &g_array_index (self->symbols, HandlerMapSymbol, i);

    if (!symbol->clustered)
      take_symbol (self, scene, symbol);
  }
  take_clusters (self, scene);
  for (guint i = 0; i < self->symbols->len; i++)
    place_signs (self, scene, &g_array_index (self->symbols, HandlerMapSymbol, i));
}

/* ---- Where words were ----------------------------------------------------------------------- */

/* How much of a symbol's words is shown.  */
typedef enum {
  WORDS_NEW, /* nobody knows: it has just come */
  WORDS_ALL,
  WORDS_SHORT,
  WORDS_NONE,
} Words;

typedef struct {
  guint side;
  Words words;
} Memory;

static gpointer
memory_key (guint of, guint id)
{
  return GUINT_TO_POINTER (of << 24 | (id & 0xffffff));
}

static Memory
recall (HandlerMapSymbols *self, guint of, guint id)
{
  guint value = GPOINTER_TO_UINT (g_hash_table_lookup (self->sides, memory_key (of, id)));

  return (Memory){value & 0xff, (Words) (value >> 8)};
}

static void
remember (HandlerMapSymbols *self, guint of, guint id, Memory memory)
{
  g_hash_table_insert (self->sides, memory_key (of, id),
                       GUINT_TO_POINTER (memory.side | (guint) memory.words << 8));
}

/* ---- Words of symbols ----------------------------------------------------------------------- */

/* Size of both lines together.  */
static void
words_size (const HandlerMapScene *scene, const HandlerMapSymbol *symbol, int *width, int *height)
{
  *width = *height = 0;
  if (symbol->name_text != 0) {
    HandlerMapSpriteKey key = handler_map_label_key (symbol->name_text, HANDLER_MAP_FACE_NAME);

    *width = handler_map_sprites_get (scene->sprites, &key)->width;
    *height = (int) ceil (13 * handler_map_scene_unit (scene));
  }
  if (symbol->age_text != 0) {
    HandlerMapSpriteKey key = handler_map_label_key (symbol->age_text, HANDLER_MAP_FACE_AGE);

    *width = MAX (*width, handler_map_sprites_get (scene->sprites, &key)->width);
    *height += (int) ceil (11 * handler_map_scene_unit (scene));
  }
}

/* What is left of the words where there is little room: the name of a contact, of who speaks or is in
 * trouble; of others how old it is.  FALSE: nothing is.  */
static gboolean
shorten (HandlerMapSymbol *symbol)
{
  guint32 *goes = symbol->kind == HANDLER_SELECTION_TRACK ||
                          symbol->rank > HANDLER_MAP_RANK_LEADER
                      ? &symbol->age_text
                      : &symbol->name_text;

  if (*goes == 0)
    return FALSE;
  *goes = 0;
  return symbol->age_text != 0 || symbol->name_text != 0;
}

/* Looks for room; returns how much of the words would be covered.  */
static double
find_room (HandlerMapSymbols *self, const HandlerMapScene *scene, HandlerMapSymbol *symbol,
           guint before, double keep)
{
  HandlerMapBox box = box_with_heading (scene, symbol);
  int gap = (int) lrint (WORDS_GAP * handler_map_scene_unit (scene));
  HandlerMapSide side;
  int width, height;
  double covered;

  words_size (scene, symbol, &width, &height);
  covered = handler_map_placer_find (self->placer, &box, width, height, gap,
                                     (HandlerMapSide) before, keep, &side, &symbol->words);
  symbol->side = (guint8) side;
  return covered;
}

static double
may_be_covered (const HandlerMapSymbol *symbol, Words words, Words before)
{
  if (symbol->selected)
    return 1;
  if (words == WORDS_SHORT && symbol->rank > HANDLER_MAP_RANK_LEADER)
    return COVERED_LOUD;
  return words == before ? HANDLER_MAP_COVERED_OLD : COVERED_NEW;
}

static void
label_symbol (HandlerMapSymbols *self, const HandlerMapScene *scene, HandlerMapSymbol *symbol)
{
  Memory memory = recall (self, symbol->kind, symbol->id);
  Words before = memory.words;

  symbol->labelled = FALSE;
  memory.words = WORDS_ALL;
  if (symbol->name_text == 0 && symbol->age_text == 0)
    return;
  do {
    double keep = memory.words == before ? HANDLER_MAP_COVERED_OLD : 0;
    double covered = find_room (self, scene, symbol, memory.side, keep);

    symbol->labelled = covered <= may_be_covered (symbol, memory.words, before);
  } while (!symbol->labelled && memory.words++ == WORDS_ALL && shorten (symbol));
  if (symbol->labelled) {
    memory.side = symbol->side;
    handler_map_placer_take (self->placer, &symbol->words);
  } else {
    memory.words = WORDS_NONE;
  }
  remember (self, symbol->kind, symbol->id, memory);
}

void
handler_map_labels_update (HandlerMapSymbols *self, const HandlerMapScene *scene,
                           const GArray *order)
{
  for (guint i = 0; i < order->len; i++) {
    HandlerMapSymbol *symbol =
        &g_array_index (self->symbols, HandlerMapSymbol, g_array_index (order, guint, i));

    if (!symbol->clustered)
      label_symbol (self, scene, symbol);
  }
}

/* ---- Other words ---------------------------------------------------------------------------- */

guint
handler_map_labels_choose (HandlerMapSymbols *self, guint of, guint id, const HandlerMapBox *boxes,
                           guint n)
{
  Memory memory = recall (self, of, id);
  guint before = MIN (memory.side, n - 1);
  guint best = before;
  double least = handler_map_placer_covered (self->placer, &boxes[before]);

  if (least > (memory.words == WORDS_NEW ? 0 : HANDLER_MAP_COVERED_OLD))
    for (guint i = 0; i < n; i++) {
      double covered = handler_map_placer_covered (self->placer, &boxes[i]);

      if (covered < least) {
        least = covered;
        best = i;
      }
    }
  handler_map_placer_take (self->placer, &boxes[best]);
  remember (self, of, id, (Memory){best, WORDS_ALL});
  return best;
}

gboolean
handler_map_labels_choose_side (HandlerMapSymbols *self, guint of, guint id,
                                const HandlerMapBox *dot, int width, int height, int gap,
                                HandlerMapBox *box_out)
{
  Memory memory = recall (self, of, id);
  HandlerMapSide side;
  double covered = handler_map_placer_find (self->placer, dot, width, height, gap,
                                            (HandlerMapSide) memory.side,
                                            memory.words == WORDS_ALL ? HANDLER_MAP_COVERED_OLD : 0, &side,
                                            box_out);
  gboolean shown = covered <= (memory.words == WORDS_ALL ? COVERED_LOUD : HANDLER_MAP_COVERED_OLD);

  remember (self, of, id, (Memory){side, shown ? WORDS_ALL : WORDS_NONE});
  if (shown)
    handler_map_placer_take (self->placer, box_out);
  return shown;
}
