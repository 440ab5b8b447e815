/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-words.h"

#include "base/base-math.h"
#include "ui/widgets/handler-text.h"

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

/* What does not fit is cut between letters.  */
static const char *
fill (char buffer[HANDLER_MAP_AGE_LENGTH], const char *text)
{
  const char *end;

  g_strlcpy (buffer, text != NULL ? text : "", HANDLER_MAP_AGE_LENGTH);
  if (!g_utf8_validate (buffer, -1, &end))
    buffer[end - buffer] = '\0';
  return buffer;
}

const char *
handler_map_age_text (SimTick now, SimTick then, char buffer[HANDLER_MAP_AGE_LENGTH])
{
  guint age_s = handler_map_age_s (now, then);
  g_autofree char *age = NULL;

  if (age_s >= FRESH_S && age_s != G_MAXUINT)
    age = handler_text_age (age_s);
  return fill (buffer, age);
}

/* How a track is known, when it was not seen; else NULL.  */
static const char *
how_text (guint8 how)
{
  switch (how) {
  case SIM_HOW_FELT:
    /* Translators: beside a contact on the map: its vibration was felt.  */
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
  char number[8], name[8 + PICTURE_NAME_SIZE];

  order_track_name (track->number, number);
  /* As she calls it.  */
  g_snprintf (name, sizeof name, "%s%s%s", number, track->name[0] != '\0' ? " " : "", track->name);
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
  const char *items[] = {handler_map_age_text (now, track->t_seen, age), how_text (track->how),
                         NULL};
  g_autofree char *text = NULL;

  if (items[0][0] == '\0')
    text = g_strdup (items[1]);
  else
    text = handler_text_list (items);
  return fill (buffer, text);
}

/* ---- Sentences ----------------------------------------------------------------------------- */

/* "14 seconds ago", "3 minutes ago".  */
static char *
ago_text (SimTick now, SimTick then)
{
  return handler_text_age_spoken (handler_text_seconds_since (then, now));
}

/* Where a point is, to go into a sentence.  */
static char *
grid_text (const HandlerMapScene *scene, BaseVec at, gboolean keypad)
{
  char buffer[ORDER_GRID_LENGTH];

  return handler_text_isolate (order_grid_format (at, keypad,
                                                  (float) scene->projection.map_width_m,
                                                  (float) scene->projection.map_height_m, buffer));
}

char *
handler_map_own_name (OrderBook *book, const PictureOwn *own)
{
  if (book == NULL || own->id.index >= order_book_n_machines (book))
    /* Translators: a machine whose name is not known, by its number.  */
    return g_strdup_printf (C_ ("machine", "Machine %u"), own->id.index + 1);
  return g_strdup (order_book_spoken_name (book, own->id.index));
}

char *
handler_map_describe_fix (const HandlerMapScene *scene, const PictureOwn *own)
{
  g_autofree char *error = handler_text_metres (own->fix_error_m);
  g_autofree char *ago = ago_text (scene->view->now, own->t_fix);

  if (own->t_fix == SIM_TICK_NEVER)
    /* Translators: tooltip; nothing was heard of a machine's place.  */
    return g_strdup (C_ ("place of a machine", "No fix yet"));
  if (own->fix_how == SIM_HOW_TELEMETRY)
    /* Translators: tooltip; how a machine's place is known: "14 seconds ago", how sure: "40 m".  */
    return g_strdup_printf (C_ ("place of a machine", "By telemetry %1$s, within %2$s"), ago,
                            error);
  /* Translators: tooltip; how a machine's place is known: "14 seconds ago", how sure: "40 m".  */
  return g_strdup_printf (C_ ("place of a machine", "By its own word %1$s, within %2$s"), ago,
                          error);
}

char *
handler_map_describe_own (const HandlerMapScene *scene, const PictureOwn *own)
{
  g_autofree char *bare_name = handler_map_own_name (scene->book, own);
  g_autofree char *name = handler_text_isolate (bare_name);
  g_autofree char *grid = grid_text (scene, own->fix, TRUE);
  g_autofree char *fix = handler_map_describe_fix (scene, own);
  g_autofree char *state = NULL;

  if (own->known_lost)
    /* Translators: tooltip; the call sign of a lost machine, and its last place.  */
    state = g_strdup_printf (C_ ("machine", "%1$s: destroyed, last known at %2$s"), name, grid);
  else
    /* Translators: tooltip; call sign, what it is doing ("moving"), its place.  */
    state = g_strdup_printf (C_ ("machine", "%1$s: %2$s at %3$s"), name,
                             order_activity_text ((SimActivity) own->activity), grid);
  return g_strdup_printf ("%s\n%s", state, fix);
}

/* Who said it, and when.  */
static char *
source_sentence (guint8 how, const char *who, const char *when)
{
  if (who == NULL)
    /* Translators: tooltip; the operator desk of the headquarters told of a contact: "6 seconds
     * ago".  */
    return g_strdup_printf (C_ ("source of a contact", "Told by the desk, %s"), when);
  switch (how) {
  case SIM_HOW_FELT:
    /* Translators: tooltip; its vibration was felt: who, when ("Felt by Falke, 6 seconds ago").  */
    return g_strdup_printf (C_ ("source of a contact", "Felt by %1$s, %2$s"), who, when);
  case SIM_HOW_HEARD:
    /* Translators: tooltip; who, when.  */
    return g_strdup_printf (C_ ("source of a contact", "Heard by %1$s, %2$s"), who, when);
  case SIM_HOW_GUESSED:
    /* Translators: tooltip; who, when.  */
    return g_strdup_printf (C_ ("source of a contact", "Guessed by %1$s, %2$s"), who, when);
  case SIM_HOW_TELEMETRY:
    /* Translators: tooltip; who, when.  */
    return g_strdup_printf (C_ ("source of a contact", "By the telemetry of %1$s, %2$s"), who,
                            when);
  case SIM_HOW_SEEN:
  default:
    /* Translators: tooltip; who, when.  */
    return g_strdup_printf (C_ ("source of a contact", "Seen by %1$s, %2$s"), who, when);
  }
}

/* Names of the first sources; NULL when none is a machine of one's own.  */
static char *
sources_text (const HandlerMapScene *scene, const PictureTrack *track)
{
  const char *names[4];
  gsize n = 0;

  for (guint i = 0; i < MIN (track->n_sources, 3) && scene->book != NULL; i++)
    if (track->sources[i].index < order_book_n_machines (scene->book))
      names[n++] = order_book_spoken_name (scene->book, track->sources[i].index);
  names[n] = NULL;
  return n > 0 ? handler_text_list (names) : NULL;
}

static char *
certainty_sentence (const PictureTrack *track)
{
  g_autofree char *error = handler_text_metres (track->major_m);
  g_autofree char *share = handler_text_percent (track->type_confidence * 100);

  if (track->type == SIM_TYPE_UNKNOWN)
    /* Translators: tooltip; how sure the place of a contact is: "120 m".  */
    return g_strdup_printf (C_ ("contact", "Within %s"), error);
  /* Translators: tooltip; how sure the place and the type of a contact are: "120 m", "80 %".  */
  return g_strdup_printf (C_ ("contact", "Within %1$s, type sure to %2$s"), error, share);
}

char *
handler_map_describe_track (const HandlerMapScene *scene, const PictureTrack *track)
{
  const OrderTypeName *type = scene->book != NULL && track->type != SIM_TYPE_UNKNOWN
                                  ? order_book_type (scene->book, track->type)
                                  : NULL;
  g_autofree char *strength = handler_text_enemies (type, track->count, track->count_exact);
  g_autofree char *sources = sources_text (scene, track);
  g_autofree char *ago = ago_text (scene->view->now, track->t_seen);
  g_autofree char *source = source_sentence (track->how, sources, ago);
  g_autofree char *certainty = certainty_sentence (track);
  g_autofree char *grid = grid_text (scene, track->position, TRUE);
  g_autofree char *name = NULL, *called = NULL;
  GString *text = g_string_new (NULL);
  char number[8];

  order_track_name (track->number, number);
  called = track->name[0] != '\0' ? g_strdup_printf ("%s %s", number, track->name) : g_strdup (number);
  name = handler_text_isolate (called);
  /* Translators: tooltip; a contact: its number, what it is ("4 Grauwolf"), its place.  */
  g_string_append_printf (text, C_ ("contact", "%1$s, %2$s at %3$s"), name, strength, grid);
  g_string_append_printf (text, "\n%s\n%s", source, certainty);
  if (track->destroyed)
    g_string_append_printf (text, "\n%s", C_ ("contact", "Reported destroyed"));
  return g_string_free (text, FALSE);
}

char *
handler_map_describe_place (const HandlerMapScene *scene, const PicturePlace *place)
{
  g_autofree char *name = handler_text_isolate (place->name);
  g_autofree char *grid = grid_text (scene, place->position, TRUE);

  /* Translators: tooltip; name of a place, its grid square.  */
  return g_strdup_printf (C_ ("place", "%1$s at %2$s"), name, grid);
}

static char *
describe_mark (const HandlerMapScene *scene, const PictureMark *mark)
{
  g_autofree char *name = handler_text_isolate (mark->name);
  g_autofree char *grid = grid_text (scene, mark->position, TRUE);

  /* Translators: tooltip; a place that the player has marked, its grid square.  */
  return g_strdup_printf (C_ ("place", "Mark %1$s at %2$s"), name, grid);
}

char *
handler_map_describe_stroke (const HandlerMapScene *scene, const PictureStroke *stroke)
{
  g_autofree char *from = grid_text (scene, stroke->points[0], TRUE);
  g_autofree char *to = grid_text (scene, stroke->points[stroke->n_points - 1], TRUE);

  return handler_text_stroke (stroke, from, to);
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
  case HANDLER_SELECTION_MARK:
    return scene->view != NULL && scene->selected_id > 0
                   && scene->selected_id <= scene->view->n_marks
               ? describe_mark (scene, &scene->view->marks[scene->selected_id - 1])
               : NULL;
  case HANDLER_SELECTION_STROKE: {
    const PictureStroke *stroke =
        scene->view != NULL ? picture_view_stroke (scene->view, scene->selected_id) : NULL;

    return stroke != NULL ? handler_map_describe_stroke (scene, stroke) : NULL;
  }
  case HANDLER_SELECTION_PLATOON:
    return g_strdup (order_platoon_title (scene->selected_id));
  case HANDLER_SELECTION_NONE:
  default:
    return NULL;
  }
}

/* ---- Areas --------------------------------------------------------------------------------- */

/* The smallest that the point lies in, or NULL.  */
static const HandlerMapObjective *
objective_at (const HandlerMapScene *scene, BaseVec at)
{
  const HandlerMapObjective *best = NULL;

  for (guint i = 0; scene->objectives != NULL && i < scene->objectives->len; i++) {
    const HandlerMapObjective *objective =
        &g_array_index (scene->objectives, HandlerMapObjective, i);

    if (objective->state != SIM_OBJECTIVE_HIDDEN &&
        objective->state != SIM_OBJECTIVE_CALLED_OFF &&
        base_vec_distance (objective->position, at) <= objective->radius_m &&
        (best == NULL || objective->radius_m < best->radius_m))
      best = objective;
  }
  return best;
}

static const PictureJam *
jam_at (const HandlerMapScene *scene, BaseVec at)
{
  for (size_t i = 0; scene->view != NULL && i < scene->view->n_jams; i++)
    if (base_vec_distance (scene->view->jams[i].centre, at) <= scene->view->jams[i].radius_m)
      return &scene->view->jams[i];
  return NULL;
}

static char *
describe_objective (const HandlerMapObjective *objective)
{
  g_autofree char *share = handler_text_percent (floorf (objective->progress * 100));

  /* Translators: an objective, its state ("open"), how far it has got: "40 %". */
  return g_strdup_printf (C_ ("objective", "%1$s: %2$s, %3$s"), objective->title,
                          handler_text_objective_state ((SimObjectiveState) objective->state),
                          share);
}

static char *
describe_jam (const HandlerMapScene *scene, const PictureJam *jam)
{
  g_autofree char *age = handler_text_duration (handler_map_age_s (scene->view->now, jam->t_since));

  /* Translators: %s is a time ("3 min"): how long an area of the map has been jammed.  */
  return g_strdup_printf (C_ ("map", "Jammed, known for %s.\nMachines here send no telemetry; voices "
                                     "are heard."),
                          age);
}

char *
handler_map_describe_area (const HandlerMapScene *scene, BaseVec at)
{
  const HandlerMapObjective *objective = objective_at (scene, at);
  const PictureJam *jam = jam_at (scene, at);
  g_autofree char *about = objective != NULL ? describe_objective (objective) : NULL;
  g_autofree char *jammed = jam != NULL ? describe_jam (scene, jam) : NULL;

  if (about != NULL && jammed != NULL)
    return g_strdup_printf ("%s\n%s", about, jammed);
  return about != NULL ? g_steal_pointer (&about) : g_steal_pointer (&jammed);
}

/* ---- Places and legs ----------------------------------------------------------------------- */

const char *
handler_map_cover_text (PictureCover cover)
{
  switch (cover) {
  case PICTURE_COVER_OPEN:
    /* Translators: what the ground is at a point of the map.  */
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
  case PICTURE_COVER_RUBBLE:
    return C_ ("land cover", "rubble");
  case PICTURE_COVER_CLIFF:
    return C_ ("land cover", "cliff");
  case PICTURE_COVER_UNKNOWN:
  case PICTURE_N_COVERS:
  default:
    return C_ ("land cover", "not on the map");
  }
}

char *
handler_map_describe_point (const HandlerMapScene *scene, BaseVec at)
{
  g_autofree char *height = NULL;
  char grid[ORDER_GRID_LENGTH];
  PictureCover cover;

  if (scene->sheet == NULL || at.x < 0 || at.y < 0 || at.x > scene->sheet->width_m ||
      at.y > scene->sheet->height_m)
    return g_strdup ("");
  order_grid_format (at, TRUE, (float) scene->projection.map_width_m,
                     (float) scene->projection.map_height_m, grid);
  cover = picture_sheet_cover (scene->sheet, at);
  if (cover != PICTURE_COVER_UNKNOWN)
    height = handler_text_metres (picture_sheet_height (scene->sheet, at));
  return handler_text_facts (grid, height != NULL ? height : "", handler_map_cover_text (cover),
                             NULL);
}

char *
handler_map_describe_map (const HandlerMapScene *scene)
{
  guint machines = scene->view != NULL ? (guint) scene->view->n_own : 0;
  guint contacts = scene->view != NULL ? (guint) scene->view->n_tracks : 0;
  g_autofree char *own = handler_text_machines (machines);
  g_autofree char *enemy = g_strdup_printf (
      /* Translators: how many enemies, or groups of them, the map shows.  */
      g_dngettext (GETTEXT_PACKAGE, "%u contact", "%u contacts", contacts), contacts);

  return handler_text_list ((const char *const[]){own, enemy, NULL});
}

char *
handler_map_describe_leg (BaseVec from, BaseVec to)
{
  BaseVec leg = base_vec_sub (to, from);

  return handler_text_ruler (base_vec_length (leg), base_bearing_deg (leg.x, leg.y));
}
