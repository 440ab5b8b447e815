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

/* A menu being made.  */
typedef struct {
  GPtrArray *items;
  const HandlerMapScene *scene;
  HandlerOrderManner manner;
  guint group;
} Menu;

static void
take_item (Menu *menu, char *title, char *words, gboolean question)
{
  HandlerMapMenuItem *item = g_new0 (HandlerMapMenuItem, 1);

  item->title = title;
  item->words = words;
  item->question = question;
  item->group = menu->group;
  g_ptr_array_add (menu->items, item);
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

  if (kind == HANDLER_SELECTION_MARK && scene->view != NULL && id > 0 && id <= scene->view->n_marks)
    return target_at (scene, scene->view->marks[id - 1].position);
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
take_order (Menu *menu, char *title, SimCommand command)
{
  handler_order_manner_apply (&menu->manner, menu->scene->book, menu->scene->view, &command);
  take_item (menu, title, order_canonical (menu->scene->book, &command), FALSE);
}

static void
add_order (Menu *menu, char *title, SimAddressee addressee, SimVerb verb, SimTarget target)
{
  take_order (menu, title, command_new (addressee, verb, target));
}

typedef struct {
  SimVerb verb;
  const char *title; /* untranslated, context "map menu" */
} Entry;

static void
add_orders (Menu *menu, const Entry *entries, guint n, SimAddressee addressee, SimTarget target)
{
  for (guint i = 0; i < n; i++)
    add_order (menu, g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "map menu", entries[i].title)),
               addressee, entries[i].verb, target);
}

static void
add_track_orders (Menu *menu, SimAddressee addressee, const PictureTrack *track)
{
  static const Entry entries[] = {
      /* Translators: in the map's menu of a contact: to fire at the place where it is.  */
      {SIM_VERB_SUPPRESS, NC_ ("map menu", "Suppress it")},
      /* Translators: to tell them that this enemy comes.  */
      {SIM_VERB_EXPECT, NC_ ("map menu", "Expect it")},
      {SIM_VERB_FIRE_ON, NC_ ("map menu", "Missiles on it")},
  };
  g_autofree char *name = NULL;
  char number[8];

  name = handler_text_isolate (order_track_name (track->number, number));
  /* Translators: in the map's menu; the number of a contact goes in, as "T07".  */
  add_order (menu, g_strdup_printf (C_ ("map menu", "Attack track %s"), name), addressee,
             SIM_VERB_ATTACK, target_of_track (track));
  add_orders (menu, entries, G_N_ELEMENTS (entries), addressee, target_of_track (track));
  menu->group++;
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
add_supply_orders (Menu *menu, SimAddressee addressee, SimTarget target)
{
  static const Entry entries[] = {
      {SIM_VERB_MOVE, NC_ ("map menu", "Move here")},
      {SIM_VERB_RESUPPLY, NC_ ("map menu", "Resupply here")},
      {SIM_VERB_RESCUE, NC_ ("map menu", "Rescue here")},
      {SIM_VERB_RECOVER, NC_ ("map menu", "Recover wrecks here")},
      {SIM_VERB_FALL_BACK, NC_ ("map menu", "Fall back here")},
  };

  add_orders (menu, entries, G_N_ELEMENTS (entries), addressee, target);
  menu->group++;
}

static void
add_place_orders (Menu *menu, SimAddressee addressee, SimTarget target)
{
  static const Entry entries[] = {
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
      {SIM_VERB_FIRE_ON, NC_ ("map menu", "Missiles here")},
  };

  add_orders (menu, entries, G_N_ELEMENTS (entries), addressee, target);
  menu->group++;
}

/* What others can do about one of ours.  */
static void
add_company_orders (Menu *menu, SimAddressee addressee, guint id)
{
  static const Entry fighting[] = {
      /* Translators: in the map's menu of another own machine.  */
      {SIM_VERB_FOLLOW, NC_ ("map menu", "Follow it")},
      {SIM_VERB_REGROUP, NC_ ("map menu", "Regroup on it")},
  };
  static const Entry supplying[] = {
      {SIM_VERB_RESUPPLY, NC_ ("map menu", "Resupply it")},
      {SIM_VERB_RECOVER, NC_ ("map menu", "Recover its wreck")},
  };
  const Entry fetch = {SIM_VERB_RESCUE, NC_ ("map menu", "Fetch its pilot")};
  const PictureOwn *own = find_own (menu->scene->view, id);
  const gboolean lost = own != NULL && own->known_lost;
  SimTarget target = {.kind = SIM_TARGET_UNIT, .number = id};

  if (own == NULL)
    return;
  target.position = own->fix;
  if (is_supply (menu->scene, addressee))
    add_orders (menu, &supplying[lost], 1, addressee, target);
  else if (!lost)
    add_orders (menu, fighting, G_N_ELEMENTS (fighting), addressee, target);
  if (lost)
    add_orders (menu, &fetch, 1, addressee, target);
  menu->group++;
}

/* What needs no place.  */
static void
add_plain_orders (Menu *menu, SimAddressee addressee)
{
  static const Entry fighting[] = {
      {SIM_VERB_FREE_HAND, NC_ ("map menu", "Free hand")},
      {SIM_VERB_CEASE_FIRE, NC_ ("map menu", "Cease fire")},
      {SIM_VERB_WEAPONS_FREE, NC_ ("map menu", "Weapons free")},
      {SIM_VERB_RESUPPLY, NC_ ("map menu", "Get resupplied")},
      /* Translators: who hears the Legion holds still and listens.  */
      {SIM_VERB_LISTEN, NC_ ("map menu", "Listen")},
  };
  static const Entry all[] = {
      {SIM_VERB_REPORT, NC_ ("map menu", "Report")},
      {SIM_VERB_SAY_AGAIN, NC_ ("map menu", "Say again")},
  };
  const PictureOwn *own = find_own (menu->scene->view, addressee.index);
  const SimTarget nothing = {.kind = SIM_TARGET_NONE};

  if (!is_supply (menu->scene, addressee))
    add_orders (menu, fighting, G_N_ELEMENTS (fighting), addressee, nothing);
  add_orders (menu, all, G_N_ELEMENTS (all), addressee, nothing);
  if (addressee.kind == SIM_ADDRESSEE_PLATOON || (own != NULL && own->order != 0))
    add_order (menu, g_strdup (C_ ("map menu", "Cancel the order")), addressee, SIM_VERB_CANCEL,
               nothing);
  menu->group++;
}

/* Help within five minutes, to be changed in the order line; and what may be answered to an objection.  */
static void
add_telling (Menu *menu, SimAddressee addressee)
{
  static const Entry answers[] = {
      /* Translators: answers to a pilot who objects to an order.  */
      {SIM_VERB_INSIST, NC_ ("map menu", "Insist")},
      {SIM_VERB_DROP, NC_ ("map menu", "Drop the order")},
  };
  SimCommand promise = command_new (addressee, SIM_VERB_PROMISE,
                                    (SimTarget){.kind = SIM_TARGET_NONE});

  if (is_supply (menu->scene, addressee))
    return;
  promise.help = SIM_HELP_RESUPPLY;
  promise.minutes = 5;
  take_order (menu, g_strdup (C_ ("map menu", "Promise resupply…")), promise);
  add_orders (menu, answers, G_N_ELEMENTS (answers), addressee,
              (SimTarget){.kind = SIM_TARGET_NONE});
  menu->group++;
}

/* The guns on the wall, which the desk asks: a round that looks, and rounds that burst.  */
static void
add_wall (Menu *menu, SimTarget target)
{
  static const Entry entries[] = {
      /* Translators: in the map's menu: the interception guns on the wall far behind.  */
      {SIM_VERB_LOOK, NC_ ("map menu", "Guns on the wall: look here")},
      {SIM_VERB_FIRE_ON, NC_ ("map menu", "Guns on the wall: fire here")},
  };

  add_orders (menu, entries, G_N_ELEMENTS (entries),
              (SimAddressee){SIM_ADDRESSEE_INTERCEPTORS, 0}, target);
}

/* Two words for all: which mark is still to be given.  */
static void
add_mark (Menu *menu)
{
  SimCommand command = command_new ((SimAddressee){SIM_ADDRESSEE_ALL, 0}, SIM_VERB_MARK,
                                    (SimTarget){.kind = SIM_TARGET_NONE});
  g_autofree char *words = NULL;

  command.mark = 1;
  words = order_canonical (menu->scene->book, &command);
  if (g_str_has_suffix (words, "1"))
    words[strlen (words) - 1] = '\0';
  /* Translators: in the map's menu: sets off orders that were prepared for a mark; its number is typed then.  */
  take_item (menu, g_strdup (C_ ("map menu", "Give mark…")), g_steal_pointer (&words), FALSE);
}

static void
add_questions (Menu *menu, BaseVec at, const PictureTrack *track)
{
  char grid[ORDER_GRID_LENGTH];

  menu->group++;
  if (track != NULL)
    /* The question itself is part of the order language and stays as it is.  */
    take_item (menu, g_strdup (C_ ("map menu", "What is known of it?")),
               g_strdup_printf ("read track %u", track->number), TRUE);
  order_grid_format (at, FALSE, (float) menu->scene->projection.map_width_m,
                     (float) menu->scene->projection.map_height_m, grid);
  if (*grid != '\0')
    take_item (menu, g_strdup (C_ ("map menu", "What is here?")),
               g_strdup_printf ("describe %s", grid), TRUE);
}

/* Her own hand on the map: nobody hears of it.  */
static void
add_marking (Menu *menu, BaseVec at)
{
  char grid[ORDER_GRID_LENGTH];
  HandlerMapMenuItem *item;

  if (*order_grid_format (at, TRUE, (float) menu->scene->projection.map_width_m,
                          (float) menu->scene->projection.map_height_m, grid) == '\0')
    return;
  /* Translators: in the map's menu: to give a place a name.  */
  take_item (menu, g_strdup (C_ ("map menu", "Mark this place…")),
             g_strdup_printf ("mark point %s as …", grid), TRUE);
  item = g_ptr_array_index (menu->items, menu->items->len - 1);
  item->mark = TRUE;
}

/* What bearings and distances are counted from: the thing itself, which is followed when it moves.  */
static void
add_bearings (Menu *menu, SimTarget target, HandlerSelectionKind kind, guint id,
              const PictureTrack *track)
{
  const HandlerMapScene *scene = menu->scene;
  g_autofree char *name = NULL;

  if (track != NULL)
    target = target_of_track (track);
  if (kind == HANDLER_SELECTION_OWN)
    target = (SimTarget){.kind = SIM_TARGET_UNIT, .number = id};
  name = order_bearings_name (scene->book, scene->view, &target);
  if (*name != '\0')
    /* Translators: in the map's menu: bearings and distances are counted from here on the map.  */
    take_item (menu, g_strdup (C_ ("map menu", "Bearings from here")),
               order_bearings_words (scene->book, name), TRUE);
}

/* With nobody selected: what the platoon that is nearest could do.  */
static void
add_nearest (Menu *menu, BaseVec at, SimTarget target, const PictureTrack *track)
{
  int platoon = nearest_platoon (menu->scene->view, at);
  SimAddressee addressee = {SIM_ADDRESSEE_PLATOON, (guint32) MAX (platoon, 0)};
  g_autofree char *name = NULL;

  if (platoon < 0)
    return;
  name = handler_text_isolate (order_platoon_title (addressee.index));
  if (track != NULL)
    /* Translators: in the map's menu; the name of the nearest platoon goes in.  */
    add_order (menu, g_strdup_printf (C_ ("map menu", "%s: attack it"), name), addressee,
               SIM_VERB_ATTACK, target_of_track (track));
  /* Translators: in the map's menu; the name of the nearest platoon goes in.  */
  add_order (menu, g_strdup_printf (C_ ("map menu", "%s: move here"), name), addressee,
             SIM_VERB_MOVE, target);
  /* Translators: in the map's menu; the name of the nearest platoon goes in.  */
  add_order (menu, g_strdup_printf (C_ ("map menu", "%s: scout here"), name), addressee,
             SIM_VERB_SCOUT, target);
  menu->group++;
}

static gboolean
is_lost (const HandlerMapScene *scene, SimAddressee addressee)
{
  const PictureOwn *own = find_own (scene->view, addressee.index);

  return addressee.kind == SIM_ADDRESSEE_UNIT && own != NULL && own->known_lost;
}

/* A lost machine whose pilot may be alive: Scavengers could fetch him.  */
static void
add_rescue (Menu *menu, guint id)
{
  const PictureView *view = menu->scene->view;
  const PictureOwn *own = find_own (view, id);
  const SimTarget target = {.kind = SIM_TARGET_UNIT, .number = id};

  if (own == NULL || !own->known_lost ||
      (own->person != SIM_PERSON_DOWN && own->person != SIM_PERSON_ABOARD))
    return;
  for (size_t i = 0; i < view->n_own; i++)
    if (view->own[i].platoon == SIM_SUPPLY_PLATOON && !view->own[i].known_lost) {
      /* Translators: in the map's menu of a lost machine.  */
      add_order (menu, g_strdup (C_ ("map menu", "Scavengers: fetch the pilot")),
                 (SimAddressee){SIM_ADDRESSEE_PLATOON, SIM_SUPPLY_PLATOON}, SIM_VERB_RESCUE,
                 target);
      return;
    }
}

/* All that this addressee can be told about what lies there.  */
static void
add_all (Menu *menu, SimAddressee addressee, SimTarget target, HandlerSelectionKind kind, guint id,
         const PictureTrack *track)
{
  gboolean own = kind == HANDLER_SELECTION_OWN;
  gboolean at_itself = own && addressee.kind == SIM_ADDRESSEE_UNIT && id == addressee.index;

  if (track != NULL && !is_supply (menu->scene, addressee))
    add_track_orders (menu, addressee, track);
  if (at_itself) {
    const SimTarget nothing = {.kind = SIM_TARGET_NONE};

    add_order (menu, g_strdup (C_ ("map menu", "Hold")), addressee, SIM_VERB_HOLD, nothing);
    add_order (menu, g_strdup (C_ ("map menu", "Overwatch")), addressee, SIM_VERB_OVERWATCH,
               nothing);
    menu->group++;
  } else {
    if (own)
      add_company_orders (menu, addressee, id);
    if (is_supply (menu->scene, addressee))
      add_supply_orders (menu, addressee, target);
    else
      add_place_orders (menu, addressee, target);
  }
  add_plain_orders (menu, addressee);
  add_telling (menu, addressee);
}

GPtrArray *
handler_map_menu_items (const HandlerMapScene *scene, BaseVec at, HandlerSelectionKind kind,
                        guint id, const HandlerOrderManner *manner)
{
  Menu menu = {
      .items = g_ptr_array_new_with_free_func ((GDestroyNotify) handler_map_menu_item_free),
      .scene = scene,
  };
  const PictureTrack *track =
      kind == HANDLER_SELECTION_TRACK ? find_track (scene->view, id) : NULL;
  SimAddressee addressee;
  SimTarget target;

  if (scene->book == NULL)
    return menu.items;
  if (manner != NULL)
    menu.manner = *manner;
  target = target_of (scene, at, kind, id);
  if (addressee_of (scene, kind, id, &addressee) && !is_lost (scene, addressee))
    add_all (&menu, addressee, target, kind, id, track);
  else if (scene->selected_kind != HANDLER_SELECTION_OWN)
    add_nearest (&menu, at, target, track);
  add_wall (&menu, track != NULL ? target_of_track (track) : target);
  add_mark (&menu);
  if (kind == HANDLER_SELECTION_OWN)
    add_rescue (&menu, id);
  add_questions (&menu, at, track);
  add_bearings (&menu, target, kind, id, track);
  add_marking (&menu, at);
  return menu.items;
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
