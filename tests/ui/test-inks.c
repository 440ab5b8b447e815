/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists and map show the same things in the same colours, in each of the four appearances, and words can be
 * read on what they stand on.  The map's colours are in handler-map-palette.c, the lists' in four style sheets of
 * which each overrides those before it.  */
#include "handler-resources.h"
#include "ui/map/handler-map-palette.h"

#include <gtk/gtk.h>

#define FOLDER "/io/github/handlerone/HandlerOne/"

static char *
read_sheet (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The sheets in force, in the order in which they override each other.  */
static GPtrArray *
sheets_of (gboolean dark, gboolean contrast)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (sheets, read_sheet ("style.css"));
  if (dark)
    g_ptr_array_add (sheets, read_sheet ("style-dark.css"));
  if (contrast)
    g_ptr_array_add (sheets, read_sheet ("style-hc.css"));
  if (dark && contrast)
    g_ptr_array_add (sheets, read_sheet ("style-hc-dark.css"));
  return sheets;
}

/* The first colour after `start` in the last sheet that has it.  */
static GdkRGBA
colour_of (GPtrArray *sheets, const char *start)
{
  GdkRGBA colour = {0};

  for (guint i = sheets->len; i > 0; i--) {
    const char *found = strstr (g_ptr_array_index (sheets, i - 1), start);
    const char *sign = found == NULL ? NULL : strchr (found, '#');
    g_autofree char *text = sign == NULL ? NULL : g_strndup (sign, 7);

    if (text == NULL)
      continue;
    if (!gdk_rgba_parse (&colour, text))
      g_error ("“%s” after “%s” is no colour", text, start);
    return colour;
  }
  g_error ("no style sheet has “%s”", start);
  return colour;
}

static void
test_same (void)
{
  static const struct {
    const char *start;
    HandlerMapTint tint;
  } inks[] = {
    {"--friend:", HANDLER_MAP_TINT_OWN},          {"--friend-text:", HANDLER_MAP_TINT_OWN_TEXT},
    {"--hostile:", HANDLER_MAP_TINT_HOSTILE},     {"--hostile-text:", HANDLER_MAP_TINT_HOSTILE_TEXT},
    {".ink-grey {", HANDLER_MAP_TINT_INK_GREY},   {".ink-blue {", HANDLER_MAP_TINT_INK_BLUE},
    {".ink-orange {", HANDLER_MAP_TINT_INK_ORANGE}, {".ink-green {", HANDLER_MAP_TINT_INK_GREEN},
  };

  for (int look = 0; look < 4; look++) {
    const HandlerMapPalette *palette = handler_map_palette_get ((look & 1) != 0, (look & 2) != 0);
    g_autoptr (GPtrArray) sheets = sheets_of ((look & 1) != 0, (look & 2) != 0);

    for (gsize i = 0; i < G_N_ELEMENTS (inks); i++) {
      GdkRGBA colour = colour_of (sheets, inks[i].start);
      g_autofree char *list = gdk_rgba_to_string (&colour);
      g_autofree char *map = gdk_rgba_to_string (&palette->tints[inks[i].tint]);

      if (g_strcmp0 (list, map) != 0)
        g_error ("%s in lists %s, on the map %s (dark %d, high contrast %d)", inks[i].start, list, map,
                 palette->dark, palette->high_contrast);
    }
  }
}

static void
assert_read (GPtrArray *sheets, const char *start, const GdkRGBA *ground, double least)
{
  GdkRGBA colour = colour_of (sheets, start);

  if (handler_map_contrast (&colour, ground) < least)
    g_error ("%s: %.2f, not %.1f", start, handler_map_contrast (&colour, ground), least);
}

/* On the darkest and the lightest of the grounds that panels have.  */
static void
test_contrast (void)
{
  static const char *const words[] = {"--warn-text:", "--grave-text:", "--order-text:"};
  static const char *const grounds[2][2] = {{"#ebebed", "#ffffff"}, {"#1d1d20", "#36363a"}};

  for (int look = 0; look < 4; look++) {
    double least = (look & 2) != 0 ? 7 : 4.5;
    g_autoptr (GPtrArray) sheets = sheets_of ((look & 1) != 0, (look & 2) != 0);
    GdkRGBA ground = colour_of (sheets, "--friend:");

    assert_read (sheets, "--friend-text:", &ground, least);
    ground = colour_of (sheets, "--hostile:");
    assert_read (sheets, "--hostile-text:", &ground, least);
    for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
      for (int n = 0; n < 2; n++) {
        g_assert_true (gdk_rgba_parse (&ground, grounds[look & 1][n]));
        assert_read (sheets, words[i], &ground, least);
      }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  handler_register_resource ();
  g_test_add_func ("/ui/inks/same", test_same);
  g_test_add_func ("/ui/inks/contrast", test_contrast);
  return g_test_run ();
}
