/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-menu.h"

#include "handler-map-words.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>
#include <string.h>

void
handler_map_menu_item_free (HandlerMapMenuItem *item)
{
  g_free (item->title);
  g_free (item->words);
  g_free (item);
}

static void
take_item (GPtrArray *items, char *title, char *words, gboolean question)
{
  HandlerMapMenuItem *item = g_new0 (HandlerMapMenuItem, 1);

  item->title = title;
  item->words = words;
  item->question = question;
  g_ptr_array_add (items, item);
}

/* ---- Targets ------------------------------------------------------------------------------- */

/* The ninth of a square: what can be said is what is meant.  */
static SimTarget
target_at (const HandlerMapScene *scene, BaseVec at)
{
  float width = (float) scene->projection.map_width_m;
  float height = (float) scene->projection.map_height_m;
  SimTarget target = {.kind = SIM_TARGET_POSITION, .position = at, .precise_m = 500.0f / 3};
  char grid[ORDER_GRID_LENGTH];

  order_grid_format (at, TRUE, width, height, grid);
  order_grid_parse (grid, width, height, &target.position, &target.precise_m);
  return target;
}

static SimTarget
target_of (const HandlerMapScene *scene, BaseVec at, HandlerSelectionKind kind, guint id)
{
  SimTarget target = target_at (scene, at);

  if (kind == HANDLER_SELECTION_PLACE && scene->sheet != NULL && id < scene->sheet->n_places) {
    target.kind = SIM_TARGET_PLACE;
    target.number = id;
    target.position = scene->sheet->places[id].position;
    target.precise_m = 0;
  }
  return target;
}

static SimTarget
target_of_track (const PictureTrack *track)
{
  return (SimTarget){.kind = SIM_TARGET_TRACK,
                     .number = track->number,
                     .position = track->position,
                     .precise_m = track->major_m};
}

static const PictureTrack *
find_track (const PictureView *view, guint number)
{
  for (size_t i = 0; view != NULL && i < view->n_tracks; i++)
    if (view->tracks[i].number == number)
      return &view->tracks[i];
  return NULL;
}

static const PictureOwn *
find_own (const PictureView *view, guint index)
{
  for (size_t i = 0; view != NULL && i < view->n_own; i++)
    if (view->own[i].id.index == index)
      return &view->own[i];
  return NULL;
}

/* The platoon that has a living machine nearest to a place, by the last fixes; -1 for none.  */
static int
nearest_platoon (const PictureView *view, BaseVec at)
{
  float best = G_MAXFLOAT;
  int platoon = -1;

  for (size_t i = 0; view != NULL && i < view->n_own; i++) {
    float distance = base_vec_distance_squared (view->own[i].fix, at);

    if (!view->own[i].known_lost && view->own[i].platoon != SIM_SUPPLY_PLATOON &&
        distance < best) {
      best = distance;
      platoon = view->own[i].platoon;
    }
  }
  return platoon;
}

/* ---- Orders -------------------------------------------------------------------------------- */

/* Who is spoken to; FALSE when nobody of one's own is meant.  */
static gboolean
addressee_of (const HandlerMapScene *scene, HandlerSelectionKind kind, guint id,
              SimAddressee *addressee)
{
  if (scene->selected_kind == HANDLER_SELECTION_PLATOON) {
    *addressee = (SimAddressee){SIM_ADDRESSEE_PLATOON, scene->selected_id};
    return TRUE;
  }
  *addressee = (SimAddressee){SIM_ADDRESSEE_UNIT, scene->selected_id};
  if (scene->selected_kind == HANDLER_SELECTION_OWN)
    return TRUE;
  addressee->index = id;
  return kind == HANDLER_SELECTION_OWN;
}

static SimCommand
command_new (SimAddressee addressee, SimVerb verb, SimTarget target)
{
  SimCommand command = {.verb = (guint8) verb, .n_addressees = 1, .facing_deg = -1};

  command.addressees[0] = addressee;
  command.target = target;
  return command;
}

static void
add_order (GPtrArray *items, const HandlerMapScene *scene, char *title, SimAddressee addressee,
           SimVerb verb, SimTarget target)
{
  SimCommand command = command_new (addressee, verb, target);

  take_item (items, title, order_canonical (scene->book, &command), FALSE);
}

static void
add_track_orders (GPtrArray *items, const HandlerMapScene *scene, SimAddressee addressee,
                  const PictureTrack *track)
{
  g_autofree char *name = NULL;
  char number[8];

  name = handler_text_isolate (order_track_name (track->number, number));
  /* Translators: in the map's menu; the number of a contact goes in, as "T07".  */
  add_order (items, scene, g_strdup_printf (C_ ("map menu", "Attack track %s"), name), addressee,
             SIM_VERB_ATTACK, target_of_track (track));
}

static gboolean
is_supply (const HandlerMapScene *scene, SimAddressee addressee)
{
  const PictureOwn *own = find_own (scene->view, addressee.index);

  if (addressee.kind == SIM_ADDRESSEE_PLATOON)
    return addressee.index == SIM_SUPPLY_PLATOON;
  return own != NULL && own->platoon == SIM_SUPPLY_PLATOON;
}

/* What a Scavenger can do at a place.  */
static void
add_supply_orders (GPtrArray *items, const HandlerMapScene *scene, SimAddressee addressee,
                   SimTarget target)
{
  add_order (items, scene, g_strdup (C_ ("map menu", "Move here")), addressee, SIM_VERB_MOVE,
             target);
  add_order (items, scene, g_strdup (C_ ("map menu", "Resupply here")), addressee,
             SIM_VERB_RESUPPLY, target);
  add_order (items, scene, g_strdup (C_ ("map menu", "Rescue here")), addressee, SIM_VERB_RESCUE,
             target);
  add_order (items, scene, g_strdup (C_ ("map menu", "Recover wrecks here")), addressee,
             SIM_VERB_RECOVER, target);
}

static void
add_place_orders (GPtrArray *items, const HandlerMapScene *scene, SimAddressee addressee,
                  SimTarget target)
{
  static const struct {
    SimVerb verb;
    const char *title;
  } orders[] = {
      /* Translators: in the map's menu; "here" is where the menu was opened.  */
      {SIM_VERB_MOVE, NC_ ("map menu", "Move here")},
      {SIM_VERB_SCOUT, NC_ ("map menu", "Scout here")},
      {SIM_VERB_HOLD, NC_ ("map menu", "Hold here")},
      {SIM_VERB_ATTACK, NC_ ("map menu", "Attack here")},
      {SIM_VERB_SUPPRESS, NC_ ("map menu", "Suppress here")},
      {SIM_VERB_OVERWATCH, NC_ ("map menu", "Overwatch from here")},
      {SIM_VERB_AMBUSH, NC_ ("map menu", "Lie in ambush here")},
      {SIM_VERB_FALL_BACK, NC_ ("map menu", "Fall back here")},
      {SIM_VERB_REGROUP, NC_ ("map menu", "Regroup here")},
      {SIM_VERB_EXPECT, NC_ ("map menu", "Expect them here")},
  };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    add_order (items, scene,
               g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "map menu", orders[i].title)), addressee,
               orders[i].verb, target);
}

static void
add_plain_orders (GPtrArray *items, const HandlerMapScene *scene, SimAddressee addressee)
{
  const PictureOwn *own = find_own (scene->view, addressee.index);
  const SimTarget nothing = {.kind = SIM_TARGET_NONE};

  add_order (items, scene, g_strdup (C_ ("map menu", "Report")), addressee, SIM_VERB_REPORT,
             nothing);
  add_order (items, scene, g_strdup (C_ ("map menu", "Say again")), addressee, SIM_VERB_SAY_AGAIN,
             nothing);
  if (addressee.kind == SIM_ADDRESSEE_PLATOON || (own != NULL && own->order != 0))
    add_order (items, scene, g_strdup (C_ ("map menu", "Cancel the order")), addressee,
               SIM_VERB_CANCEL, nothing);
}

/* Two words for all: which mark is still to be given.  */
static void
add_mark (GPtrArray *items, const HandlerMapScene *scene)
{
  SimCommand command = command_new ((SimAddressee){SIM_ADDRESSEE_ALL, 0}, SIM_VERB_MARK,
                                    (SimTarget){.kind = SIM_TARGET_NONE});
  g_autofree char *words = NULL;

  command.mark = 1;
  words = order_canonical (scene->book, &command);
  if (g_str_has_suffix (words, "1"))
    words[strlen (words) - 1] = '\0';
  /* Translators: in the map's menu: sets off orders that were prepared for a mark; its number is typed then.  */
  take_item (items, g_strdup (C_ ("map menu", "Give mark…")), g_steal_pointer (&words), FALSE);
}

static void
add_questions (GPtrArray *items, const HandlerMapScene *scene, BaseVec at,
               const PictureTrack *track)
{
  char grid[ORDER_GRID_LENGTH];

  if (track != NULL)
    /* The question itself is part of the order language and stays as it is.  */
    take_item (items, g_strdup (C_ ("map menu", "What is known of it?")),
               g_strdup_printf ("read track %u", track->number), TRUE);
  order_grid_format (at, FALSE, (float) scene->projection.map_width_m,
                     (float) scene->projection.map_height_m, grid);
  if (*grid != '\0')
    take_item (items, g_strdup (C_ ("map menu", "What is here?")),
               g_strdup_printf ("describe %s", grid), TRUE);
}

/* With nobody selected: what the platoon that is nearest could do.  */
static void
add_nearest (GPtrArray *items, const HandlerMapScene *scene, BaseVec at, SimTarget target,
             const PictureTrack *track)
{
  int platoon = nearest_platoon (scene->view, at);
  SimAddressee addressee = {SIM_ADDRESSEE_PLATOON, (guint32) MAX (platoon, 0)};
  g_autofree char *name = NULL;

  if (platoon < 0)
    return;
  name = handler_text_isolate (order_platoon_title (addressee.index));
  if (track != NULL)
    /* Translators: in the map's menu; the name of the nearest platoon goes in.  */
    add_order (items, scene, g_strdup_printf (C_ ("map menu", "%s: attack it"), name), addressee,
               SIM_VERB_ATTACK, target_of_track (track));
  /* Translators: in the map's menu; the name of the nearest platoon goes in.  */
  add_order (items, scene, g_strdup_printf (C_ ("map menu", "%s: move here"), name), addressee,
             SIM_VERB_MOVE, target);
  /* Translators: in the map's menu; the name of the nearest platoon goes in.  */
  add_order (items, scene, g_strdup_printf (C_ ("map menu", "%s: scout here"), name), addressee,
             SIM_VERB_SCOUT, target);
}

static gboolean
is_lost (const HandlerMapScene *scene, SimAddressee addressee)
{
  const PictureOwn *own = find_own (scene->view, addressee.index);

  return addressee.kind == SIM_ADDRESSEE_UNIT && own != NULL && own->known_lost;
}

/* A lost machine whose pilot may be alive: Scavengers could fetch him.  */
static void
add_rescue (GPtrArray *items, const HandlerMapScene *scene, guint id)
{
  const PictureOwn *own = find_own (scene->view, id);
  const SimTarget target = {.kind = SIM_TARGET_UNIT, .number = id};

  if (own == NULL || !own->known_lost ||
      (own->person != SIM_PERSON_DOWN && own->person != SIM_PERSON_ABOARD))
    return;
  for (size_t i = 0; i < scene->view->n_own; i++)
    if (scene->view->own[i].platoon == SIM_SUPPLY_PLATOON && !scene->view->own[i].known_lost) {
      /* Translators: in the map's menu of a lost machine.  */
      add_order (items, scene, g_strdup (C_ ("map menu", "Scavengers: fetch the pilot")),
                 (SimAddressee){SIM_ADDRESSEE_PLATOON, SIM_SUPPLY_PLATOON}, SIM_VERB_RESCUE,
                 target);
      return;
    }
}

GPtrArray *
handler_map_menu_items (const HandlerMapScene *scene, BaseVec at, HandlerSelectionKind kind,
                        guint id)
{
  GPtrArray *items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) handler_map_menu_item_free);
  const PictureTrack *track =
      kind == HANDLER_SELECTION_TRACK ? find_track (scene->view, id) : NULL;
  SimAddressee addressee;

  if (scene->book == NULL)
    return items;
  if (addressee_of (scene, kind, id, &addressee) && !is_lost (scene, addressee)) {
    gboolean at_itself = kind == HANDLER_SELECTION_OWN &&
                         addressee.kind == SIM_ADDRESSEE_UNIT && id == addressee.index;

    if (track != NULL && !is_supply (scene, addressee))
      add_track_orders (items, scene, addressee, track);
    if (!at_itself && is_supply (scene, addressee))
      add_supply_orders (items, scene, addressee, target_of (scene, at, kind, id));
    else if (!at_itself)
      add_place_orders (items, scene, addressee, target_of (scene, at, kind, id));
    else
      add_order (items, scene, g_strdup (C_ ("map menu", "Hold")), addressee, SIM_VERB_HOLD,
                 (SimTarget){.kind = SIM_TARGET_NONE});
    add_plain_orders (items, scene, addressee);
  } else if (scene->selected_kind != HANDLER_SELECTION_OWN) {
    add_nearest (items, scene, at, target_of (scene, at, kind, id), track);
  }
  add_mark (items, scene);
  if (kind == HANDLER_SELECTION_OWN)
    add_rescue (items, scene, id);
  add_questions (items, scene, at, track);
  return items;
}

char *
handler_map_menu_route (const HandlerMapScene *scene, guint unit, const BaseVec *points,
                        guint n_points)
{
  SimCommand command;

  if (scene->book == NULL || n_points < 2)
    return NULL;
  command = command_new ((SimAddressee){SIM_ADDRESSEE_UNIT, unit}, SIM_VERB_MOVE,
                         target_at (scene, points[n_points - 1]));
  for (guint i = 1; i + 1 < n_points && command.n_via < SIM_MAX_VIA; i++)
    command.via[command.n_via++] = target_at (scene, points[i]);
  return order_canonical (scene->book, &command);
}
