/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-sprites.h"

#include <math.h>
#include <string.h>

#define MAX_SPRITES 2000
#define MAX_TEXTS 4000
/* Trims, which is pictures, for which one is kept that nobody uses.  */
#define KEPT_UNUSED 60

struct _HandlerMapSprites {
  const HandlerMapPalette *palette;
  double scale, text_scale;
  char *family;

  GHashTable *sprites;  /* HandlerMapSpriteKey -> HandlerMapSprite, both in an Entry */
  GHashTable *numbers;  /* text -> number */
  GPtrArray *texts;     /* by number */
  PangoContext *context;
  guint n_made;
  guint generation;
  guint n_trimmed; /* times */
  gboolean by_cairo;
};

typedef struct {
  HandlerMapSpriteKey key;
  HandlerMapSprite sprite;
  cairo_surface_t *surface; /* of the texture's pixels; NULL with it */
  HandlerMapBlit *blit;     /* NULL: not asked for */
  guint used; /* `n_trimmed` when it was last asked for */
} Entry;

static guint
key_hash (gconstpointer data)
{
  guint32 words[sizeof (HandlerMapSpriteKey) / 4];
  guint32 hash = 2166136261u;

  G_STATIC_ASSERT (sizeof (HandlerMapSpriteKey) == 12);
  memcpy (words, data, sizeof words);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    hash = (hash ^ words[i]) * 16777619u;
  return hash ^ (hash >> 15);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (HandlerMapSpriteKey)) == 0;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->sprite.texture);
  g_clear_pointer (&entry->surface, cairo_surface_destroy);
  g_clear_pointer (&entry->blit, handler_map_blit_unref);
  g_free (entry);
}

static void
forget_texts (HandlerMapSprites *self)
{
  g_hash_table_remove_all (self->numbers);
  g_ptr_array_set_size (self->texts, 0);
  g_ptr_array_add (self->texts, g_strdup (""));
  self->generation++;
}

HandlerMapSprites *
handler_map_sprites_new (void)
{
  HandlerMapSprites *self = g_new0 (HandlerMapSprites, 1);

  self->palette = handler_map_palette_get (FALSE, FALSE);
  self->scale = self->text_scale = 1;
  self->family = g_strdup ("sans");
  self->sprites = g_hash_table_new_full (key_hash, key_equal, NULL, entry_free);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  /* Positions to a fraction of a pixel: letters keep their distances at any zoom.  */
  pango_context_set_round_glyph_positions (self->context, FALSE);
  forget_texts (self);
  return self;
}

void
handler_map_sprites_free (HandlerMapSprites *self)
{
  g_hash_table_unref (self->sprites);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->texts);
  g_object_unref (self->context);
  g_free (self->family);
  g_free (self);
}

gboolean
handler_map_sprites_set_style (HandlerMapSprites *self, const HandlerMapPalette *palette,
                               double scale, double text_scale, const char *family)
{
  g_return_val_if_fail (palette != NULL && scale > 0 && text_scale > 0 && family != NULL, FALSE);

  if (self->palette == palette && self->scale == scale && self->text_scale == text_scale &&
      g_str_equal (self->family, family))
    return FALSE;
  self->palette = palette;
  self->scale = scale;
  self->text_scale = text_scale;
  g_set_str (&self->family, family);
  g_hash_table_remove_all (self->sprites);
  self->generation++;
  return TRUE;
}

void
handler_map_sprites_set_by_cairo (HandlerMapSprites *self, gboolean by_cairo)
{
  if (self->by_cairo == by_cairo)
    return;
  self->by_cairo = by_cairo;
  self->generation++;
}

gboolean
handler_map_sprites_get_by_cairo (HandlerMapSprites *self)
{
  return self->by_cairo;
}

static gboolean
is_unused (gpointer key, gpointer value, gpointer user_data)
{
  return ((Entry *) value)->used + KEPT_UNUSED < ((HandlerMapSprites *) user_data)->n_trimmed;
}

/* What is in view stays: to make all of it anew takes longer than several frames.  */
void
handler_map_sprites_trim (HandlerMapSprites *self)
{
  self->n_trimmed++;
  if (g_hash_table_size (self->sprites) > MAX_SPRITES && self->n_trimmed % KEPT_UNUSED == 0)
    g_hash_table_foreach_remove (self->sprites, is_unused, self);
  /* Numbers are in the keys of the textures: both go together.  */
  if (self->texts->len > MAX_TEXTS) {
    g_hash_table_remove_all (self->sprites);
    forget_texts (self);
  }
}

guint
handler_map_sprites_get_generation (HandlerMapSprites *self)
{
  return self->generation;
}

double
handler_map_sprites_get_unit (HandlerMapSprites *self)
{
  return self->scale * self->text_scale;
}

const HandlerMapPalette *
handler_map_sprites_get_palette (HandlerMapSprites *self)
{
  return self->palette;
}

guint32
handler_map_sprites_text (HandlerMapSprites *self, const char *text)
{
  gpointer number;
  char *copy;

  if (text == NULL || *text == '\0')
    return 0;
  if (g_hash_table_lookup_extended (self->numbers, text, NULL, &number))
    return GPOINTER_TO_UINT (number);
  copy = g_strdup (text);
  g_ptr_array_add (self->texts, copy);
  g_hash_table_insert (self->numbers, copy, GUINT_TO_POINTER (self->texts->len - 1));
  return self->texts->len - 1;
}

static PangoLayout *
layout_new (HandlerMapSprites *self)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, self->family);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

/* Draws once to learn the size, then paints the recording on a surface of whole pixels.  */
static void
make_sprite (HandlerMapSprites *self, Entry *entry)
{
  double unit = handler_map_sprites_get_unit (self);
  const char *text = entry->key.text < self->texts->len
                         ? g_ptr_array_index (self->texts, entry->key.text)
                         : NULL;
  g_autoptr (PangoLayout) layout = layout_new (self);
  cairo_surface_t *recording =
      cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (recording);
  double x, y, width, height;

  cairo_scale (cr, unit, unit);
  handler_map_shape_draw (cr, &entry->key, text, self->palette, layout);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (recording, &x, &y, &width, &height);
  entry->sprite.x = (int) floor (x);
  entry->sprite.y = (int) floor (y);
  entry->sprite.width = (int) ceil (x + width) - entry->sprite.x;
  entry->sprite.height = (int) ceil (y + height) - entry->sprite.y;
  if (entry->sprite.width > 0 && entry->sprite.height > 0) {
    cairo_surface_t *surface = cairo_image_surface_create (
        CAIRO_FORMAT_ARGB32, entry->sprite.width, entry->sprite.height);
    gsize stride = (gsize) cairo_image_surface_get_stride (surface);
    g_autoptr (GBytes) bytes = NULL;

    cr = cairo_create (surface);
    cairo_set_source_surface (cr, recording, -entry->sprite.x, -entry->sprite.y);
    cairo_paint (cr);
    cairo_destroy (cr);
    cairo_surface_flush (surface);
    entry->surface = surface;
    bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                        stride * (gsize) entry->sprite.height,
                                        (GDestroyNotify) cairo_surface_destroy,
                                        cairo_surface_reference (surface));
    entry->sprite.texture = gdk_memory_texture_new (entry->sprite.width, entry->sprite.height,
                                                    GDK_MEMORY_DEFAULT, bytes, stride);
  }
  cairo_surface_destroy (recording);
}

static Entry *
find_entry (HandlerMapSprites *self, const HandlerMapSpriteKey *key)
{
  Entry *entry = g_hash_table_lookup (self->sprites, key);

  if (entry == NULL) {
    entry = g_new0 (Entry, 1);
    entry->key = *key;
    make_sprite (self, entry);
    self->n_made++;
    g_hash_table_insert (self->sprites, &entry->key, entry);
  }
  entry->used = self->n_trimmed;
  return entry;
}

const HandlerMapSprite *
handler_map_sprites_get (HandlerMapSprites *self, const HandlerMapSpriteKey *key)
{
  return &find_entry (self, key)->sprite;
}

HandlerMapBlit *
handler_map_sprites_ref_blit (HandlerMapSprites *self, const HandlerMapSpriteKey *key)
{
  Entry *entry = find_entry (self, key);

  if (entry->surface == NULL)
    return NULL;
  if (entry->blit == NULL)
    entry->blit = handler_map_blit_new (entry->surface);
  return handler_map_blit_ref (entry->blit);
}

guint
handler_map_sprites_get_n_made (HandlerMapSprites *self)
{
  return self->n_made;
}
