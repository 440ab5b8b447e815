/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-words.h"

#include "base/base-math.h"

#include <glib/gi18n.h>
#include <math.h>

#define FRESH_S 5

/* ---- On the map ---------------------------------------------------------------------------- */

guint
handler_map_age_s (SimTick now, SimTick then)
{
  if (then == SIM_TICK_NEVER)
    return G_MAXUINT;
  return now > then ? (now - then) / SIM_TICKS_PER_SECOND : 0;
}

const char *
handler_map_age_text (SimTick now, SimTick then, char buffer[HANDLER_MAP_AGE_LENGTH])
{
  guint age_s = handler_map_age_s (now, then);

  if (age_s < FRESH_S || age_s == G_MAXUINT)
    *buffer = '\0';
  else if (age_s < 100)
    /* Translators: age of a report on the map, in seconds; keep it as short as can be */
    g_snprintf (buffer, HANDLER_MAP_AGE_LENGTH, C_ ("age on the map", "%u s"), age_s);
  else
    /* Translators: age of a report on the map, in minutes; keep it as short as can be */
    g_snprintf (buffer, HANDLER_MAP_AGE_LENGTH, C_ ("age on the map", "%u min"),
                (age_s + 30) / 60);
  return buffer;
}

/* How a track is known, when it was not seen; else NULL.  */
static const char *
how_text (guint8 how)
{
  switch (how) {
  case SIM_HOW_FELT:
    /* Translators: beside a track on the map: its vibration was felt */
    return C_ ("how a track is known", "felt");
  case SIM_HOW_HEARD:
    return C_ ("how a track is known", "heard");
  case SIM_HOW_GUESSED:
    return C_ ("how a track is known", "guessed");
  case SIM_HOW_TELEMETRY:
    return C_ ("how a track is known", "telemetry");
  case SIM_HOW_SEEN:
  default:
    return NULL;
  }
}

const char *
handler_map_track_text (const PictureTrack *track, char buffer[HANDLER_MAP_AGE_LENGTH])
{
  char name[8];

  order_track_name (track->number, name);
  if (track->count <= 1 && track->count_exact)
    g_snprintf (buffer, HANDLER_MAP_AGE_LENGTH, "%s", name);
  else if (track->count == 0)
    g_snprintf (buffer, HANDLER_MAP_AGE_LENGTH, "%s", name);
  else
    g_snprintf (buffer, HANDLER_MAP_AGE_LENGTH, "%s ×%u%s", name, track->count,
                track->count_exact ? "" : "?");
  return buffer;
}

const char *
handler_map_track_age_text (const PictureTrack *track, SimTick now,
                            char buffer[HANDLER_MAP_AGE_LENGTH])
{
  char age[HANDLER_MAP_AGE_LENGTH];
  const char *how = how_text (track->how);

  handler_map_age_text (now, track->t_seen, age);
  if (how == NULL)
    g_snprintf (buffer, HANDLER_MAP_AGE_LENGTH, "%s", age);
  else if (*age == '\0')
    g_snprintf (buffer, HANDLER_MAP_AGE_LENGTH, "%s", how);
  else
    /* Translators: under a track on the map: its age, and how it is known ("6 s, felt") */
    g_snprintf (buffer, HANDLER_MAP_AGE_LENGTH, C_ ("map", "%1$s, %2$s"), age, how);
  return buffer;
}

/* ---- Sentences ----------------------------------------------------------------------------- */

/* "14 seconds ago", "3 minutes ago".  */
static char *
ago_text (SimTick now, SimTick then)
{
  guint age_s = handler_map_age_s (now, then);

  if (age_s == G_MAXUINT)
    return g_strdup (C_ ("map", "never"));
  if (age_s < 2)
    return g_strdup (C_ ("map", "just now"));
  if (age_s < 100)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u second ago", "%u seconds ago", age_s), age_s);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute ago", "%u minutes ago",
                                       (age_s + 30) / 60),
                          (age_s + 30) / 60);
}

static const char *
grid_text (const HandlerMapScene *scene, BaseVec at, char buffer[ORDER_GRID_LENGTH])
{
  return order_grid_format (at, TRUE, (float) scene->projection.map_width_m,
                            (float) scene->projection.map_height_m, buffer);
}

char *
handler_map_own_name (OrderBook *book, const PictureOwn *own)
{
  if (book == NULL || own->id.index >= order_book_n_machines (book))
    /* Translators: a machine whose name is not known, by its number */
    return g_strdup_printf (_("Machine %u"), own->id.index + 1);
  return g_strdup (order_book_spoken_name (book, own->id.index));
}

char *
handler_map_describe_own (const HandlerMapScene *scene, const PictureOwn *own)
{
  SimTick now = scene->view->now;
  g_autofree char *name = handler_map_own_name (scene->book, own);
  g_autofree char *ago = ago_text (now, own->t_fix);
  char grid[ORDER_GRID_LENGTH];
  GString *text = g_string_new (NULL);

  grid_text (scene, own->fix, grid);
  if (own->known_lost)
    /* Translators: tooltip; the call sign of a lost machine, and its last place */
    g_string_append_printf (text, _("%1$s: destroyed, last known at %2$s"), name, grid);
  else
    /* Translators: tooltip; call sign, what it is doing, its place */
    g_string_append_printf (text, _("%1$s: %2$s at %3$s"), name,
                            order_activity_text ((SimActivity) own->activity), grid);
  g_string_append_c (text, '\n');
  if (own->fix_how == SIM_HOW_TELEMETRY)
    /* Translators: tooltip; when and how sure, in metres */
    g_string_append_printf (text, _("By telemetry %1$s, within %2$.0f m"), ago,
                            (double) own->fix_error_m);
  else
    g_string_append_printf (text, _("By its own word %1$s, within %2$.0f m"), ago,
                            (double) own->fix_error_m);
  return g_string_free (text, FALSE);
}

/* What a track is: "4 Grauwolf", "about 6 of an unknown type".  */
static char *
strength_text (const HandlerMapScene *scene, const PictureTrack *track)
{
  const OrderTypeName *type = scene->book != NULL && track->type != SIM_TYPE_UNKNOWN
                                  ? order_book_type (scene->book, track->type)
                                  : NULL;
  guint count = MAX (track->count, 1);

  if (type == NULL)
    return g_strdup (_("of unknown type"));
  if (track->count_exact)
    /* Translators: number of machines, their type: "4 Grauwolf".  */
    return g_strdup_printf (C_ ("strength", "%1$u %2$s"), count,
                            count == 1 ? type->one : type->other);
  /* Translators: a strength that is not sure: number, type in the plural or singular */
  return g_strdup_printf (_("about %1$u %2$s"), count, count == 1 ? type->one : type->other);
}

/* Who said it, and when.  */
static char *
source_sentence (guint8 how, const char *who, const char *when)
{
  switch (how) {
  case SIM_HOW_FELT:
    /* Translators: tooltip; who, when ("Felt by Kirschblüte, 6 seconds ago") */
    return g_strdup_printf (_("Felt by %1$s, %2$s"), who, when);
  case SIM_HOW_HEARD:
    return g_strdup_printf (_("Heard by %1$s, %2$s"), who, when);
  case SIM_HOW_GUESSED:
    return g_strdup_printf (_("Guessed by %1$s, %2$s"), who, when);
  case SIM_HOW_TELEMETRY:
    return g_strdup_printf (_("By the telemetry of %1$s, %2$s"), who, when);
  case SIM_HOW_SEEN:
  default:
    return g_strdup_printf (_("Seen by %1$s, %2$s"), who, when);
  }
}

static char *
sources_text (const HandlerMapScene *scene, const PictureTrack *track)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (track->n_sources, 3) && scene->book != NULL; i++) {
    guint index = track->sources[i].index;

    if (index >= order_book_n_machines (scene->book))
      continue;
    if (names->len > 0)
      /* Translators: between names in a list */
      g_string_append (names, C_ ("list of names", ", "));
    g_string_append (names, order_book_spoken_name (scene->book, index));
  }
  if (names->len == 0)
    /* Translators: the operator desk of the headquarters, as the source of a report */
    g_string_append (names, _("the desk"));
  return g_string_free (names, FALSE);
}

char *
handler_map_describe_track (const HandlerMapScene *scene, const PictureTrack *track)
{
  g_autofree char *strength = strength_text (scene, track);
  g_autofree char *sources = sources_text (scene, track);
  g_autofree char *ago = ago_text (scene->view->now, track->t_seen);
  g_autofree char *source = source_sentence (track->how, sources, ago);
  GString *text = g_string_new (NULL);
  char grid[ORDER_GRID_LENGTH];
  char name[8];

  grid_text (scene, track->position, grid);
  order_track_name (track->number, name);
  /* Translators: tooltip; track, what it is, place */
  g_string_append_printf (text, _("%1$s, %2$s at %3$s"), name, strength, grid);
  g_string_append_printf (text, "\n%s\n", source);
  if (track->type == SIM_TYPE_UNKNOWN)
    /* Translators: tooltip; how sure the place of a track is */
    g_string_append_printf (text, _("Within %.0f m"), (double) track->major_m);
  else
    /* Translators: tooltip; how sure the place and the type of a track are */
    g_string_append_printf (text, _("Within %1$.0f m, type sure to %2$.0f %%"),
                            (double) track->major_m, (double) (track->type_confidence * 100));
  if (track->destroyed)
    g_string_append_printf (text, "\n%s", _("Reported destroyed"));
  return g_string_free (text, FALSE);
}

char *
handler_map_describe_place (const HandlerMapScene *scene, const PicturePlace *place)
{
  char grid[ORDER_GRID_LENGTH];

  /* Translators: tooltip; name of a place, its grid square */
  return g_strdup_printf (_("%1$s at %2$s"), place->name,
                          grid_text (scene, place->position, grid));
}

char *
handler_map_describe_selection (const HandlerMapScene *scene)
{
  switch (scene->selected_kind) {
  case HANDLER_SELECTION_OWN: {
    for (size_t i = 0; scene->view != NULL && i < scene->view->n_own; i++)
      if (scene->view->own[i].id.index == scene->selected_id)
        return handler_map_describe_own (scene, &scene->view->own[i]);
    return NULL;
  }
  case HANDLER_SELECTION_TRACK: {
    for (size_t i = 0; scene->view != NULL && i < scene->view->n_tracks; i++)
      if (scene->view->tracks[i].number == scene->selected_id)
        return handler_map_describe_track (scene, &scene->view->tracks[i]);
    return NULL;
  }
  case HANDLER_SELECTION_PLACE:
    return scene->sheet != NULL && scene->selected_id < scene->sheet->n_places
               ? handler_map_describe_place (scene, &scene->sheet->places[scene->selected_id])
               : NULL;
  case HANDLER_SELECTION_PLATOON:
    return scene->book != NULL
               ? g_strdup (order_book_platoon_name (scene->book, scene->selected_id))
               : NULL;
  case HANDLER_SELECTION_NONE:
  default:
    return NULL;
  }
}

/* ---- Places and legs ----------------------------------------------------------------------- */

const char *
handler_map_cover_text (PictureCover cover)
{
  switch (cover) {
  case PICTURE_COVER_OPEN:
    return C_ ("land cover", "open ground");
  case PICTURE_COVER_WOODS:
    return C_ ("land cover", "woods");
  case PICTURE_COVER_TOWN:
    return C_ ("land cover", "town");
  case PICTURE_COVER_MARSH:
    return C_ ("land cover", "marsh");
  case PICTURE_COVER_WATER:
    return C_ ("land cover", "water");
  case PICTURE_COVER_ROAD:
    return C_ ("land cover", "road");
  case PICTURE_COVER_FORD:
    return C_ ("land cover", "ford");
  case PICTURE_COVER_BRIDGE:
    return C_ ("land cover", "bridge");
  case PICTURE_COVER_UNKNOWN:
  case PICTURE_N_COVERS:
  default:
    return C_ ("land cover", "not on the map");
  }
}

char *
handler_map_describe_point (const HandlerMapScene *scene, BaseVec at)
{
  char grid[ORDER_GRID_LENGTH];
  PictureCover cover;

  if (scene->sheet == NULL || at.x < 0 || at.y < 0 || at.x > scene->sheet->width_m ||
      at.y > scene->sheet->height_m)
    return g_strdup ("");
  grid_text (scene, at, grid);
  cover = picture_sheet_cover (scene->sheet, at);
  if (cover == PICTURE_COVER_UNKNOWN)
    /* Translators: grid square and land cover */
    return g_strdup_printf (C_ ("place under the pointer", "%1$s · %2$s"), grid,
                            handler_map_cover_text (cover));
  /* Translators: grid square, height in metres, land cover */
  return g_strdup_printf (C_ ("place under the pointer", "%1$s · %2$.0f m · %3$s"), grid,
                          (double) picture_sheet_height (scene->sheet, at),
                          handler_map_cover_text (cover));
}

char *
handler_map_describe_map (const HandlerMapScene *scene)
{
  guint machines = scene->view != NULL ? (guint) scene->view->n_own : 0;
  guint contacts = scene->view != NULL ? (guint) scene->view->n_tracks : 0;
  g_autofree char *own = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u machine", "%u machines", machines), machines);
  g_autofree char *enemy = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u contact", "%u contacts", contacts), contacts);

  /* Translators: what the map shows: "21 machines, 5 contacts" */
  return g_strdup_printf (C_ ("map", "%1$s, %2$s"), own, enemy);
}

char *
handler_map_describe_leg (BaseVec from, BaseVec to)
{
  BaseVec leg = base_vec_sub (to, from);
  double distance = base_vec_length (leg);
  int bearing = (int) lrintf (base_bearing_deg (leg.x, leg.y)) % 360;

  if (distance < 1000)
    /* Translators: the ruler on the map: metres, bearing in degrees */
    return g_strdup_printf (C_ ("ruler", "%1$.0f m · %2$03d°"), distance, bearing);
  /* Translators: the ruler on the map: kilometres, bearing in degrees */
  return g_strdup_printf (C_ ("ruler", "%1$.1f km · %2$03d°"), distance / 1000, bearing);
}
