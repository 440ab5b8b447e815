/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of HandlerMap, shared by its files: handler-map.c (object, selection),
 * handler-map-show.c (what it shows), handler-map-draw.c, handler-map-move.c (zoom and pan),
 * handler-map-pointer.c, handler-map-pencil.c, handler-map-corners.c (what is drawn by hand),
 * handler-map-keys.c, handler-map-orders.c (menu and routes).  */
#pragma once

#include "handler-map-layer.h"
#include "handler-map-painter.h"
#include "handler-map-symbols.h"
#include "handler-map.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum {
  HANDLER_MAP_LAYER_RELIEF,
  HANDLER_MAP_LAYER_GRID,
  HANDLER_MAP_LAYER_NAMES, /* goes with the grid */
  HANDLER_MAP_LAYER_PENCIL,
  HANDLER_MAP_LAYER_AREAS,
  HANDLER_MAP_LAYER_ROUTES,
  HANDLER_MAP_LAYER_HEARING, /* goes with the tracks */
  HANDLER_MAP_LAYER_TRACKS,
  HANDLER_MAP_LAYER_OWN,
  HANDLER_MAP_LAYER_SELECTION,
  HANDLER_MAP_LAYER_DRAFT,
  HANDLER_MAP_N_LAYERS
} HandlerMapLayerIndex;

/* What a drag that has begun does.  */
typedef enum {
  HANDLER_MAP_DRAG_NONE,
  HANDLER_MAP_DRAG_PAN,
  HANDLER_MAP_DRAG_ROUTE,
  HANDLER_MAP_DRAG_RULER,
  HANDLER_MAP_DRAG_PENCIL,
  HANDLER_MAP_DRAG_RUBBER,
} HandlerMapDrag;

struct _HandlerMap {
  GtkWidget parent_instance;

  /* What is shown.  */
  EngineBattle *battle;      /* (owned) */
  GSignalGroup *battle_signals;
  const PictureSheet *sheet; /* (borrowed) of the battle or the caller */
  OrderBook *book;           /* (owned) */
  EngineFrame *frame;        /* (owned) */
  PictureView *own_view;     /* (owned) copy, without a frame */
  GHashTable *commands;      /* order id -> SimCommand (owned) */
  SimCommand draft;
  gboolean has_draft;
  GArray *drawn;      /* BaseVec, the hand's line */
  GArray *route;      /* BaseVec, its corners */
  GArray *objectives; /* HandlerMapObjective */

  HandlerSelection *selection; /* (owned) */
  GSignalGroup *selection_signals;

  /* How.  */
  HandlerMapProjection projection;
  HandlerMapSprites *sprites;
  HandlerMapSymbols *symbols;
  HandlerMapRelief *relief;
  HandlerMapLayer *layers[HANDLER_MAP_N_LAYERS];
  HandlerMapBand *band;
  int band_px;
  gboolean stale;   /* layers have to look again */
  gboolean fitted;  /* the first size has been used to show the map */
  gboolean centred; /* the first picture has been used to show one's own */
  HandlerMapProjection first; /* what was shown then by itself */
  gboolean kept;    /* this box is kept in view */
  BaseVec kept_low, kept_high;
  GdkSurface *surface;

  HandlerMapPainter *painter; /* (owned) where cairo paints */
  gboolean paint_again;       /* what it paints now is not the newest */
  guint look_id;              /* the next frame looks; or 0 */
  gboolean due;               /* something is to be drawn, or being painted */

  /* For which the description was written.  */
  gsize described_own, described_tracks;

  /* Cursor, ruler, following.  */
  gboolean follow, ruler, ruler_shown;
  BaseVec ruler_from, ruler_to;
  gboolean pointer_inside, crosshair;
  double pointer_x, pointer_y; /* as told last */
  BaseVec cursor;

  /* Pencil.  */
  gboolean pencil, rubber;
  guint ink;     /* PictureInk */
  GArray *line;  /* BaseVec, being drawn */
  guint rubbed;  /* number of the line rubbed out last in this drag, or 0 */

  /* Gestures.  */
  HandlerMapDrag drag;
  double drag_x, drag_y; /* last offset */
  double pinch_before;       /* scale … */
  double pinch_x, pinch_y;   /* … and middle of the fingers, as last seen */
  gboolean pinching;
  guint kinetic_id;
  double kinetic_x, kinetic_y; /* pixels a second */
  gint64 kinetic_time;

  GtkWidget *menu; /* popover, or NULL */
  GSimpleActionGroup *actions;
};

/* handler-map.c */
void handler_map_emit_order_text (HandlerMap *self, const char *text);
void handler_map_emit_question (HandlerMap *self, const char *text);
void handler_map_update_description (HandlerMap *self);

/* handler-map-draw.c */
void handler_map_class_init_drawing (GtkWidgetClass *widget_class);
const PictureView *handler_map_get_view (HandlerMap *self);
void handler_map_fill_scene (HandlerMap *self, HandlerMapScene *scene);
/* Layers look again and the map is drawn.  */
void handler_map_invalidate (HandlerMap *self);
/* Layers look now; drawn only if something differs.  */
void handler_map_look (HandlerMap *self);
/* The same for what the battle does: where cairo paints, it does so beside the window.  */
void handler_map_look_aside (HandlerMap *self);
/* The same with the next frame: much may come before that.  */
void handler_map_look_later (HandlerMap *self);
/* The painter is done.  */
void handler_map_painted (HandlerMap *self);
/* Brings symbols and hits up to date without drawing.  */
void handler_map_ensure (HandlerMap *self);
void handler_map_update_size (HandlerMap *self);
void handler_map_update_style (HandlerMap *self);
void handler_map_centre_on_own (HandlerMap *self);

/* handler-map-show.c */
void handler_map_connect_battle (HandlerMap *self);
/* Picture or selection has changed: follows, describes, looks.  */
void handler_map_view_changed (HandlerMap *self);
void handler_map_objective_clear (gpointer objective);

/* handler-map-move.c */
void handler_map_moved (HandlerMap *self);
void handler_map_pan_by (HandlerMap *self, double dx, double dy);
void handler_map_zoom_at (HandlerMap *self, double x, double y, double factor);
void handler_map_zoom_steps (HandlerMap *self, double x, double y, int steps);
void handler_map_stop_kinetic (HandlerMap *self);
void handler_map_start_kinetic (HandlerMap *self, double x, double y);
/* Point of the map under a point of the widget.  */
BaseVec handler_map_at (HandlerMap *self, double x, double y);
gboolean handler_map_selection_place (HandlerMap *self, BaseVec *at);

/* handler-map-pointer.c */
void handler_map_add_gestures (HandlerMap *self);
void handler_map_set_pointer (HandlerMap *self, gboolean inside, double x, double y);

/* handler-map-corners.c */
/* Distance of a point from the straight line between two others.  */
float handler_map_distance_from_line (BaseVec at, BaseVec a, BaseVec b);
/* Keeps of BaseVec `points` the ends and so many between that none lay farther than `tolerance` metres
 * from the line through what is left; the tolerance grows until no more than `most` (2 at least) are.  */
void handler_map_simplify (GArray *points, float tolerance, guint most);

/* handler-map-pencil.c */
/* A point of the line being drawn, unless it is within so many pixels of the last.  */
void handler_map_pencil_extend (HandlerMap *self, BaseVec at, double least_pixels);
/* The same by keys, told aloud.  */
void handler_map_pencil_point (HandlerMap *self, BaseVec at);
/* The line is done; one with fewer than two points is none.  */
void handler_map_pencil_end (HandlerMap *self);
/* What is being drawn is forgotten.  */
void handler_map_pencil_drop (HandlerMap *self);
/* Number of the line at a place, or 0.  */
guint handler_map_pencil_find (HandlerMap *self, BaseVec at);
void handler_map_pencil_rub (HandlerMap *self, BaseVec at);
void handler_map_add_pencil_actions (HandlerMap *self);

/* handler-map.c */
/* The pointer shows the tool.  */
void handler_map_update_tool (HandlerMap *self);

/* handler-map-keys.c */
void handler_map_add_actions (HandlerMap *self);
void handler_map_drop_actions (HandlerMap *self);

/* handler-map-orders.c */
/* The words of "move to the end of the route via its corners", or NULL.  */
char *handler_map_route_words (HandlerMap *self, guint unit);
void handler_map_popup_menu (HandlerMap *self, double x, double y, BaseVec at);

G_END_DECLS
