/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map says in words: ages, names, tooltips, descriptions.  All translated.  */
#pragma once

#include "handler-map-scene.h"

G_BEGIN_DECLS

/* "14 s", "3 min"; "" below five seconds.  The buffer is filled and returned.  */
#define HANDLER_MAP_AGE_LENGTH 96
const char *handler_map_age_text (SimTick now, SimTick then, char buffer[HANDLER_MAP_AGE_LENGTH]);
/* Seconds between two moments; G_MAXUINT for never.  */
guint handler_map_age_s (SimTick now, SimTick then);

/* Beside a track: "T07 ×4", "T06 ×1?", "T08".  */
const char *handler_map_track_text (const PictureTrack *track, char buffer[HANDLER_MAP_AGE_LENGTH]);
/* Under it: "14 s", "61 s, heard", "felt" or "".  */
const char *handler_map_track_age_text (const PictureTrack *track, SimTick now,
                                        char buffer[HANDLER_MAP_AGE_LENGTH]);

/* Bare name of what an own machine or a track is: "Wehrwolf", "T07"; newly allocated.  */
char *handler_map_own_name (OrderBook *book, const PictureOwn *own);

/* Sentences for a tooltip and for the screen reader: who said it, when, how sure.  Newly
 * allocated.  `book` may be NULL.  */
char *handler_map_describe_own (const HandlerMapScene *scene, const PictureOwn *own);
char *handler_map_describe_track (const HandlerMapScene *scene, const PictureTrack *track);
char *handler_map_describe_place (const HandlerMapScene *scene, const PicturePlace *place);
char *handler_map_describe_stroke (const HandlerMapScene *scene, const PictureStroke *stroke);
/* What is selected, or NULL.  */
char *handler_map_describe_selection (const HandlerMapScene *scene);
/* The objective and the jam that a point lies in, or NULL.  */
char *handler_map_describe_area (const HandlerMapScene *scene, BaseVec at);
/* The route of an order that a point lies on, give or take `reach_m`, or NULL: whose, the order, how far it has got, how
 * the machine's place is known.  */
char *handler_map_describe_route (const HandlerMapScene *scene, BaseVec at, float reach_m);
/* The wedge of a voice that a point lies in, or NULL: what, who heard it, when, how sure.  */
char *handler_map_describe_hearing (const HandlerMapScene *scene, BaseVec at);
/* "By telemetry 2 seconds ago, within 40 m".  */
char *handler_map_describe_fix (const HandlerMapScene *scene, const PictureOwn *own);
/* "H07-6 · 151 m · town": grid, height and cover at a point; "" off the map.  */
char *handler_map_describe_point (const HandlerMapScene *scene, BaseVec at);
/* Only the cover: "town".  */
const char *handler_map_cover_text (PictureCover cover);
/* "12 machines, 5 contacts": what the whole map shows.  */
char *handler_map_describe_map (const HandlerMapScene *scene);
/* "2.8 km · 072°".  */
char *handler_map_describe_leg (BaseVec from, BaseVec to);

G_END_DECLS
