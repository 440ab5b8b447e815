/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on the map, worked out from the picture: where each symbol and its words lie, which
 * are dressed, which collapse into clusters, and what a click meets.
 *
 * At most HANDLER_MAP_MAX_DRESSED symbols in view are shown one by one; the others become counted
 * clusters with one ellipse around their members.  */
#pragma once

#include "handler-map-hits.h"
#include "handler-map-placer.h"
#include "handler-map-scene.h"

G_BEGIN_DECLS

#define HANDLER_MAP_MAX_DRESSED 150

/* Order of importance: who keeps a symbol and words of its own, and who lies on top.  */
enum {
  HANDLER_MAP_RANK_PLACE = 0,
  HANDLER_MAP_RANK_TRACK = 1000,
  HANDLER_MAP_RANK_OWN = 2000,
  HANDLER_MAP_RANK_LEADER = 3000,
  HANDLER_MAP_RANK_TROUBLE = 4000,
  HANDLER_MAP_RANK_SPEAKING = 5000,
  HANDLER_MAP_RANK_SELECTED = 6000,
};

typedef struct {
  guint8 kind; /* HandlerSelectionKind: own or track */
  guint8 clustered;
  guint8 selected;
  guint8 speaking;
  guint8 trouble;
  guint8 lost;     /* own: destroyed; track: claimed destroyed */
  guint8 ghost;    /* own: the ghost is shown */
  guint8 outlined; /* track: faded */
  guint8 level;    /* 0..HANDLER_MAP_LEVELS */
  guint8 side;     /* of the words, HandlerMapSide */
  guint8 labelled; /* the words are shown */
  guint8 signs_below; /* its signs (speaking, in trouble) stand below it, as above is no room */
  guint8 known;    /* track: its type is known */
  guint16 index;   /* in the view's array */
  guint32 id;
  int rank;
  int x, y;           /* where it is shown */
  int true_x, true_y; /* where it is: symbols that would cover each other are moved aside */
  int ghost_x, ghost_y;
  guint32 code_text;  /* in the symbol */
  guint32 name_text;  /* beside it, 0 none */
  guint32 age_text;   /* under that, 0 none */
  HandlerMapBox words; /* both lines together */
} HandlerMapSymbol;

typedef struct {
  int x, y;
  guint n_own, n_hostile, n_unknown;
  int half_width, half_height; /* of the ellipse */
  guint32 count_text;
} HandlerMapCluster;

/* A printed name.  */
typedef struct {
  guint16 index; /* in the sheet's places */
  guint8 face, side;
  gboolean shown, symbol;
  gboolean covered; /* too much of the words lies under machines, contacts and their words */
  guint16 bearing; /* of bridges and fords, of HANDLER_MAP_BEARINGS */
  int x, y;
  guint32 text;
  HandlerMapBox words;
} HandlerMapPlaceName;

/* Ring and words of an objective.  */
typedef struct {
  int x, y, radius;
  guint8 side;
  guint8 state; /* SimObjectiveState */
  guint32 title_text, state_text;
  HandlerMapBox words;
} HandlerMapGoal;

struct _HandlerMapSymbols {
  GArray *symbols;  /* HandlerMapSymbol: own, then tracks */
  GArray *clusters; /* HandlerMapCluster */
  GArray *places;   /* HandlerMapPlaceName */
  GArray *goals;    /* HandlerMapGoal, as the scene's objectives */
  HandlerMapHits *hits;
  HandlerMapPlacer *placer;
  GHashTable *sides; /* kind << 24 | id -> where its words were last (handler-map-labels.c, names) */
  GArray *spots;     /* HandlerMapPlaceXY: what was spread last */
  struct {
    double x, y;
  } aside[PICTURE_MAX_OWN]; /* of own machines, by their index in the view: how far they were moved */
  struct {
    const PictureSheet *sheet;
    double mpp;
    guint generation;
  } places_for;
};

HandlerMapSymbols *handler_map_symbols_new (void);
void handler_map_symbols_free (HandlerMapSymbols *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HandlerMapSymbols, handler_map_symbols_free)

/* Works everything out again.  */
void handler_map_symbols_update (HandlerMapSymbols *self, const HandlerMapScene *scene);

/* Symbols and clusters that the viewport shows, as worked out last.  */
guint handler_map_symbols_count_drawn (HandlerMapSymbols *self, const HandlerMapScene *scene);

/* What a symbol covers, without arrow, frame and signs.  */
HandlerMapBox handler_map_symbol_box (const HandlerMapScene *scene, const HandlerMapSymbol *symbol);

/* A sprite for words; 0 means none.  */
HandlerMapSpriteKey handler_map_label_key (guint32 text, HandlerMapFace face);

/* Fade of something last known `age_s` seconds ago, 0..HANDLER_MAP_LEVELS; and whether a track
 * of that age is only an outline.  */
guint8 handler_map_own_level (guint age_s);
guint8 handler_map_track_level (guint age_s);
gboolean handler_map_track_outlined (guint age_s);

G_END_DECLS
