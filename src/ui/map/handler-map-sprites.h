/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Symbols and words as textures at the device's scale, each made once.  Main thread only.  */
#pragma once

#include "handler-map-blit.h"
#include "handler-map-shapes.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A texture and where it lies: its top left corner from the hot spot, device pixels.  */
typedef struct {
  GdkTexture *texture; /* NULL: nothing to see */
  int x, y;
  int width, height;
} HandlerMapSprite;

typedef struct _HandlerMapSprites HandlerMapSprites;

HandlerMapSprites *handler_map_sprites_new (void);
void handler_map_sprites_free (HandlerMapSprites *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HandlerMapSprites, handler_map_sprites_free)

/* Forgets the textures if anything differs.  `scale`: device pixels in a logical pixel,
 * `text_scale`: the text size setting.  TRUE if it did.  */
gboolean handler_map_sprites_set_style (HandlerMapSprites *self, const HandlerMapPalette *palette,
                                        double scale, double text_scale, const char *family);
/* Whether the window is painted by GTK's cairo renderer (handler-map-cairo.h); FALSE at first.  */
void handler_map_sprites_set_by_cairo (HandlerMapSprites *self, gboolean by_cairo);
gboolean handler_map_sprites_get_by_cairo (HandlerMapSprites *self);

/* Forgets the least used when there are too many; call between frames.  */
void handler_map_sprites_trim (HandlerMapSprites *self);

/* Counts up when keys come to mean other pictures: style changed, texts forgotten.  */
guint handler_map_sprites_get_generation (HandlerMapSprites *self);

/* Device pixels of a logical pixel of a symbol.  */
double handler_map_sprites_get_unit (HandlerMapSprites *self);
const HandlerMapPalette *handler_map_sprites_get_palette (HandlerMapSprites *self);

/* Number of a text for HandlerMapSpriteKey.text; 0 for "".  */
guint32 handler_map_sprites_text (HandlerMapSprites *self, const char *text);

/* Never NULL; valid until the style changes or the next trim.  */
const HandlerMapSprite *handler_map_sprites_get (HandlerMapSprites *self,
                                                 const HandlerMapSpriteKey *key);

/* (transfer full) (nullable): the same pixels as cairo's painting takes them, made when they are asked for first; NULL: nothing to
 * see.  */
HandlerMapBlit *handler_map_sprites_ref_blit (HandlerMapSprites *self, const HandlerMapSpriteKey *key);

/* Textures made so far, for tests and benchmarks.  */
guint handler_map_sprites_get_n_made (HandlerMapSprites *self);

G_END_DECLS
