/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the layers of orders show: those given, the draft, a route drawn by hand, the ruler.  */
#include "handler-map-layer.h"

#include "handler-map-symbols.h"
#include "handler-map-words.h"

#include <math.h>

/* A machine moves under its symbol: the start of its line need not follow every pixel.  */
#define START_STEP 4

static void
add_waypoint (HandlerMapList *list, HandlerMapTint tint, int x, int y)
{
  HandlerMapSpriteKey key = {.shape = HANDLER_MAP_SHAPE_WAYPOINT, .tint = (guint8) tint};

  handler_map_list_add_mark (list, 0, &key, x, y);
}

static void
add_start (const HandlerMapScene *scene, HandlerMapList *list, BaseVec from)
{
  int x, y;

  handler_map_scene_spot (scene, from, &x, &y);
  handler_map_list_add_spot (list, x / START_STEP * START_STEP, y / START_STEP * START_STEP);
}

/* A line from `from` over the command's points to its target.  */
static void
add_route (const HandlerMapScene *scene, HandlerMapList *list, BaseVec from,
           const SimTarget *target, const SimCommand *command, HandlerMapTint tint,
           HandlerMapDash dash, guint8 level)
{
  HandlerMapStroke *stroke = handler_map_list_begin_stroke (list, tint, dash, 1.9);
  int x, y;

  stroke->arrow = TRUE;
  stroke->halo = TRUE;
  stroke->level = level;
  add_start (scene, list, from);
  for (guint i = 0; command != NULL && i < MIN (command->n_via, SIM_MAX_VIA); i++) {
    handler_map_scene_spot (scene, command->via[i].position, &x, &y);
    handler_map_list_add_spot (list, x, y);
    add_waypoint (list, tint, x, y);
  }
  handler_map_scene_spot (scene, target->position, &x, &y);
  handler_map_list_add_spot (list, x, y);
}

/* ---- Orders given -------------------------------------------------------------------------- */

gboolean
handler_map_goes_somewhere (const PictureOwn *own)
{
  if (own->order == 0 || own->known_lost || own->order_target.kind == SIM_TARGET_NONE)
    return FALSE;
  switch (own->order_state) {
  case SIM_ORDER_HEARD:
  case SIM_ORDER_READ_BACK:
  case SIM_ORDER_WAITING:
  case SIM_ORDER_BEGUN:
    return own->order_verb == SIM_VERB_MOVE || own->order_verb == SIM_VERB_SCOUT ||
           own->order_verb == SIM_VERB_ATTACK || own->order_verb == SIM_VERB_FALL_BACK ||
           own->order_verb == SIM_VERB_HOLD || own->order_verb == SIM_VERB_RESUPPLY ||
           own->order_verb == SIM_VERB_RECOVER || own->order_verb == SIM_VERB_RESCUE ||
           own->order_verb == SIM_VERB_SUPPRESS || own->order_verb == SIM_VERB_OVERWATCH ||
           own->order_verb == SIM_VERB_AMBUSH || own->order_verb == SIM_VERB_REGROUP;
  default:
    return FALSE;
  }
}

/* Where a machine is thought to be: the end of its ghost when that is shown.  */
BaseVec
handler_map_believed_place (const HandlerMapScene *scene, guint index)
{
  for (guint i = 0; i < scene->symbols->symbols->len; i++) {
    const HandlerMapSymbol *symbol =
        &g_array_index (scene->symbols->symbols, HandlerMapSymbol, i);

    if (symbol->kind == HANDLER_SELECTION_OWN && symbol->index == index)
      return symbol->ghost ? scene->view->own[index].ghost : scene->view->own[index].fix;
  }
  return scene->view->own[index].fix;
}

void
handler_map_collect_routes (const HandlerMapScene *scene, HandlerMapList *list)
{
  double mpp = handler_map_projection_device_mpp (&scene->projection);
  double least = 18 * handler_map_scene_unit (scene);

  for (guint i = 0; scene->view != NULL && i < scene->view->n_own; i++) {
    const PictureOwn *own = &scene->view->own[i];
    BaseVec from = handler_map_believed_place (scene, i);
    const SimCommand *command =
        scene->commands != NULL
            ? g_hash_table_lookup (scene->commands, GUINT_TO_POINTER (own->order))
            : NULL;

    if (!handler_map_goes_somewhere (own) ||
        base_vec_distance (from, own->order_target.position) / mpp < least)
      continue;
    add_route (scene, list, from, &own->order_target, command, HANDLER_MAP_TINT_ORDER,
               own->order_state == SIM_ORDER_BEGUN ? HANDLER_MAP_DASH_SOLID
                                                   : HANDLER_MAP_DASH_DASHED,
               handler_map_scene_is_selected (scene, own) ? HANDLER_MAP_LEVELS : 4);
  }
}

/* ---- Draft, route by hand, ruler ----------------------------------------------------------- */

static gboolean
is_addressed (const SimCommand *command, const PictureOwn *own)
{
  for (guint i = 0; i < MIN (command->n_addressees, SIM_MAX_ADDRESSEES); i++) {
    const SimAddressee *addressee = &command->addressees[i];

    if ((addressee->kind == SIM_ADDRESSEE_ALL && own->platoon != SIM_SUPPLY_PLATOON) ||
        (addressee->kind == SIM_ADDRESSEE_PLATOON && addressee->index == own->platoon) ||
        (addressee->kind == SIM_ADDRESSEE_UNIT && addressee->index == own->id.index))
      return TRUE;
  }
  return FALSE;
}

static void
add_draft (const HandlerMapScene *scene, HandlerMapList *list)
{
  int x, y;

  if (scene->draft->target.kind == SIM_TARGET_NONE)
    return;
  handler_map_scene_spot (scene, scene->draft->target.position, &x, &y);
  add_waypoint (list, HANDLER_MAP_TINT_DRAFT, x, y);
  for (guint i = 0; scene->view != NULL && i < scene->view->n_own; i++) {
    const PictureOwn *own = &scene->view->own[i];

    if (is_addressed (scene->draft, own) && !own->known_lost)
      add_route (scene, list, handler_map_believed_place (scene, i), &scene->draft->target, scene->draft,
                 HANDLER_MAP_TINT_DRAFT, HANDLER_MAP_DASH_DASHED, HANDLER_MAP_LEVELS);
  }
}

static void
add_hand_route (const HandlerMapScene *scene, HandlerMapList *list)
{
  HandlerMapStroke *stroke = handler_map_list_begin_stroke (list, HANDLER_MAP_TINT_DRAFT,
                                                            HANDLER_MAP_DASH_DASHED, 2.2);

  stroke->arrow = TRUE;
  stroke->halo = TRUE;
  for (guint i = 0; i < scene->route->len; i++) {
    int x, y;

    handler_map_scene_spot (scene, g_array_index (scene->route, BaseVec, i), &x, &y);
    handler_map_list_add_spot (list, x, y);
    if (i > 0 && i + 1 < scene->route->len)
      add_waypoint (list, HANDLER_MAP_TINT_DRAFT, x, y);
  }
}

static void
add_ruler (const HandlerMapScene *scene, HandlerMapList *list)
{
  g_autofree char *words = handler_map_describe_leg (scene->ruler_from, scene->ruler_to);
  HandlerMapStroke *stroke = handler_map_list_begin_stroke (list, HANDLER_MAP_TINT_TEXT,
                                                            HANDLER_MAP_DASH_DASHED, 1.6);
  HandlerMapSpriteKey label = handler_map_label_key (
      handler_map_sprites_text (scene->sprites, words), HANDLER_MAP_FACE_RULER);
  int unit = (int) lrint (handler_map_scene_unit (scene));
  int x, y;

  stroke->halo = TRUE;
  handler_map_scene_spot (scene, scene->ruler_from, &x, &y);
  handler_map_list_add_spot (list, x, y);
  add_waypoint (list, HANDLER_MAP_TINT_TEXT, x, y);
  handler_map_scene_spot (scene, scene->ruler_to, &x, &y);
  handler_map_list_add_spot (list, x, y);
  add_waypoint (list, HANDLER_MAP_TINT_TEXT, x, y);
  handler_map_list_add_mark (list, 1, &label, x + 16 * unit, y - 14 * unit);
}

void
handler_map_collect_draft (const HandlerMapScene *scene, HandlerMapList *list)
{
  if (scene->draft != NULL)
    add_draft (scene, list);
  if (scene->route != NULL && scene->route->len >= 2)
    add_hand_route (scene, list);
  if (scene->ruler_shown)
    add_ruler (scene, list);
}
