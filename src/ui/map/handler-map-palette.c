/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-palette.h"

#include <math.h>

static const char *const light_tints[HANDLER_MAP_N_TINTS] = {
    [HANDLER_MAP_TINT_OWN] = "#0072b2",
    [HANDLER_MAP_TINT_OWN_TEXT] = "#ffffff",
    [HANDLER_MAP_TINT_GHOST] = "#00527f",
    [HANDLER_MAP_TINT_DESTROYED] = "#4a4a4f",
    [HANDLER_MAP_TINT_STROKE] = "#e01b24",
    [HANDLER_MAP_TINT_HOSTILE] = "#dd6206",
    [HANDLER_MAP_TINT_HOSTILE_TEXT] = "#1a0900",
    [HANDLER_MAP_TINT_UNKNOWN] = "#f0e442",
    [HANDLER_MAP_TINT_UNKNOWN_TEXT] = "#1c1a00",
    [HANDLER_MAP_TINT_UNKNOWN_LINE] = "#7d7100",
    [HANDLER_MAP_TINT_HEARING] = "#00785a",
    [HANDLER_MAP_TINT_JAM] = "#a0457d",
    [HANDLER_MAP_TINT_ORDER] = "#0072b2",
    [HANDLER_MAP_TINT_INK_GREY] = "#38383d",
    [HANDLER_MAP_TINT_INK_BLUE] = "#0a4fa0",
    [HANDLER_MAP_TINT_INK_ORANGE] = "#9c3f00",
    [HANDLER_MAP_TINT_INK_GREEN] = "#00614a",
    [HANDLER_MAP_TINT_DRAFT] = "#0461be",
    [HANDLER_MAP_TINT_WARNING] = "#e5a50a",
    [HANDLER_MAP_TINT_TEXT] = "#1d1d20",
    [HANDLER_MAP_TINT_TEXT_DIM] = "#4c4c52",
    [HANDLER_MAP_TINT_HALO] = "rgba(255,255,255,0.86)",
    [HANDLER_MAP_TINT_GRID] = "rgba(40,45,40,0.30)",
    [HANDLER_MAP_TINT_EDGE] = "#ffffff",
    [HANDLER_MAP_TINT_PAPER] = "#e4ecd8",
    [HANDLER_MAP_TINT_BAND] = "#fafafb",
    [HANDLER_MAP_TINT_BAND_TEXT] = "#5e5e65",
};

static const char *const dark_tints[HANDLER_MAP_N_TINTS] = {
    [HANDLER_MAP_TINT_OWN] = "#56b4e9",
    [HANDLER_MAP_TINT_OWN_TEXT] = "#06202e",
    [HANDLER_MAP_TINT_GHOST] = "#a9dcf8",
    [HANDLER_MAP_TINT_DESTROYED] = "#d4d4d8",
    [HANDLER_MAP_TINT_STROKE] = "#e0303c",
    [HANDLER_MAP_TINT_HOSTILE] = "#e2680a",
    [HANDLER_MAP_TINT_HOSTILE_TEXT] = "#1a0900",
    [HANDLER_MAP_TINT_UNKNOWN] = "#f0e442",
    [HANDLER_MAP_TINT_UNKNOWN_TEXT] = "#1c1a00",
    [HANDLER_MAP_TINT_UNKNOWN_LINE] = "#f0e442",
    [HANDLER_MAP_TINT_HEARING] = "#2fc79b",
    [HANDLER_MAP_TINT_JAM] = "#d58bb5",
    [HANDLER_MAP_TINT_ORDER] = "#56b4e9",
    [HANDLER_MAP_TINT_INK_GREY] = "#e4e4e8",
    [HANDLER_MAP_TINT_INK_BLUE] = "#8cc4ff",
    [HANDLER_MAP_TINT_INK_ORANGE] = "#ffae66",
    [HANDLER_MAP_TINT_INK_GREEN] = "#56d9b2",
    [HANDLER_MAP_TINT_DRAFT] = "#78b9ff",
    [HANDLER_MAP_TINT_WARNING] = "#f8c73c",
    [HANDLER_MAP_TINT_TEXT] = "#f4f4f5",
    [HANDLER_MAP_TINT_TEXT_DIM] = "#c3c3c8",
    [HANDLER_MAP_TINT_HALO] = "rgba(18,22,21,0.80)",
    [HANDLER_MAP_TINT_GRID] = "rgba(235,240,235,0.20)",
    [HANDLER_MAP_TINT_EDGE] = "#10181c",
    [HANDLER_MAP_TINT_PAPER] = "#2c3834",
    [HANDLER_MAP_TINT_BAND] = "#222226",
    [HANDLER_MAP_TINT_BAND_TEXT] = "#a6a6ac",
};

/* High contrast: only what differs.  */
static const char *const light_contrast_tints[HANDLER_MAP_N_TINTS] = {
    [HANDLER_MAP_TINT_OWN] = "#00507d",
    [HANDLER_MAP_TINT_GHOST] = "#003a5a",
    [HANDLER_MAP_TINT_DESTROYED] = "#1d1d20",
    [HANDLER_MAP_TINT_STROKE] = "#c0000a",
    [HANDLER_MAP_TINT_HOSTILE] = "#8a3a00",
    [HANDLER_MAP_TINT_HOSTILE_TEXT] = "#ffffff",
    [HANDLER_MAP_TINT_UNKNOWN_TEXT] = "#000000",
    [HANDLER_MAP_TINT_UNKNOWN_LINE] = "#4c4500",
    [HANDLER_MAP_TINT_JAM] = "#7a1f59",
    [HANDLER_MAP_TINT_HEARING] = "#00543f",
    [HANDLER_MAP_TINT_ORDER] = "#00507d",
    [HANDLER_MAP_TINT_INK_GREY] = "#000000",
    [HANDLER_MAP_TINT_INK_BLUE] = "#003a80",
    [HANDLER_MAP_TINT_INK_ORANGE] = "#6e2c00",
    [HANDLER_MAP_TINT_INK_GREEN] = "#00432f",
    [HANDLER_MAP_TINT_DRAFT] = "#00418a",
    [HANDLER_MAP_TINT_TEXT] = "#000000",
    [HANDLER_MAP_TINT_TEXT_DIM] = "#1d1d20",
    [HANDLER_MAP_TINT_HALO] = "#ffffff",
    [HANDLER_MAP_TINT_GRID] = "rgba(0,0,0,0.55)",
    [HANDLER_MAP_TINT_EDGE] = "#000000",
    [HANDLER_MAP_TINT_BAND] = "#ffffff",
    [HANDLER_MAP_TINT_BAND_TEXT] = "#1d1d20",
};

static const char *const dark_contrast_tints[HANDLER_MAP_N_TINTS] = {
    [HANDLER_MAP_TINT_OWN] = "#7fd0ff",
    [HANDLER_MAP_TINT_OWN_TEXT] = "#00121c",
    [HANDLER_MAP_TINT_GHOST] = "#d6f0ff",
    [HANDLER_MAP_TINT_DESTROYED] = "#ffffff",
    [HANDLER_MAP_TINT_STROKE] = "#ff5f68",
    [HANDLER_MAP_TINT_HOSTILE] = "#ff9440",
    [HANDLER_MAP_TINT_HOSTILE_TEXT] = "#000000",
    [HANDLER_MAP_TINT_UNKNOWN_TEXT] = "#000000",
    [HANDLER_MAP_TINT_JAM] = "#f0b4d6",
    [HANDLER_MAP_TINT_HEARING] = "#5be8bf",
    [HANDLER_MAP_TINT_ORDER] = "#8fd6ff",
    [HANDLER_MAP_TINT_INK_GREY] = "#ffffff",
    [HANDLER_MAP_TINT_INK_BLUE] = "#a9d2ff",
    [HANDLER_MAP_TINT_INK_ORANGE] = "#ffc48f",
    [HANDLER_MAP_TINT_INK_GREEN] = "#8cf0d2",
    [HANDLER_MAP_TINT_DRAFT] = "#a9d2ff",
    [HANDLER_MAP_TINT_TEXT] = "#ffffff",
    [HANDLER_MAP_TINT_TEXT_DIM] = "#f0f0f2",
    [HANDLER_MAP_TINT_HALO] = "#000000",
    [HANDLER_MAP_TINT_GRID] = "rgba(255,255,255,0.45)",
    [HANDLER_MAP_TINT_EDGE] = "#000000",
    [HANDLER_MAP_TINT_BAND] = "#000000",
    [HANDLER_MAP_TINT_BAND_TEXT] = "#f4f4f5",
};

static const HandlerMapReliefPalette light_relief = {
    .stops = {{0.00f, 0xdb, 0xe9, 0xd0},
              {0.30f, 0xe6, 0xee, 0xd8},
              {0.55f, 0xf1, 0xf0, 0xdb},
              {0.80f, 0xf5, 0xe9, 0xd2},
              {1.00f, 0xee, 0xdb, 0xc0}},
    .n_stops = 5,
    .woods = 0xb5d6b0,
    .woods_crown = 0xaad0a6,
    .woods_shade = 0x90bd93,
    .town = 0xcfc6b6,
    .building = 0xa3937f,
    .building_edge = 0x7f7061,
    .marsh = 0xcfe0d2,
    .marsh_tuft = 0x5f95bd,
    .water = 0x8dbce3,
    .water_edge = 0x5089c0,
    .unknown = 0xe2e2e0,
    .unknown_line = 0xc6c6c4,
    .road = 0xf8efd9,
    .road_casing = 0x9c8a70,
    .rubble = 0xd9d2c6,
    .rubble_block = 0x6f665c,
    .cliff = 0x6b4a2c,
    .mines = 0x9a1f2b,
    .contour = 0xb98d63,
    .shadow = 0x5a5648,
    .light = 0xffffff,
    .shadow_strength = 0.95f,
    .light_strength = 0.75f,
    .contour_strength = 0.50f,
};

static const HandlerMapReliefPalette dark_relief = {
    .stops = {{0.00f, 0x30, 0x40, 0x3a},
              {0.30f, 0x37, 0x46, 0x3e},
              {0.55f, 0x42, 0x4c, 0x42},
              {0.80f, 0x50, 0x50, 0x44},
              {1.00f, 0x5f, 0x58, 0x4a}},
    .n_stops = 5,
    .woods = 0x27392f,
    .woods_crown = 0x293d32,
    .woods_shade = 0x20332a,
    .town = 0x4b4d45,
    .building = 0x8d8775,
    .building_edge = 0x36362f,
    .marsh = 0x324540,
    .marsh_tuft = 0x5c8fb8,
    .water = 0x2f5b87,
    .water_edge = 0x1b3654,
    .unknown = 0x2f3032,
    .unknown_line = 0x414245,
    .road = 0xb8a681,
    .road_casing = 0x262720,
    .rubble = 0x45443f,
    .rubble_block = 0xb1a999,
    .cliff = 0xe0c39a,
    .mines = 0xff9a94,
    .contour = 0xb7a888,
    .shadow = 0x080d0b,
    .light = 0xf2ead2,
    .shadow_strength = 1.05f,
    .light_strength = 0.40f,
    .contour_strength = 0.26f,
};

static void
read_tints (HandlerMapPalette *palette, const char *const *colours)
{
  for (guint i = 0; i < HANDLER_MAP_N_TINTS; i++) {
    if (colours[i] != NULL && !gdk_rgba_parse (&palette->tints[i], colours[i]))
      g_assert_not_reached ();
  }
}

static void
build (HandlerMapPalette *palette, gboolean dark, gboolean high_contrast)
{
  palette->dark = dark;
  palette->high_contrast = high_contrast;
  palette->relief = dark ? dark_relief : light_relief;
  read_tints (palette, dark ? dark_tints : light_tints);
  if (high_contrast)
    read_tints (palette, dark ? dark_contrast_tints : light_contrast_tints);
}

const HandlerMapPalette *
handler_map_palette_get (gboolean dark, gboolean high_contrast)
{
  static HandlerMapPalette palettes[4];
  static gsize ready = 0;

  if (g_once_init_enter (&ready)) {
    for (guint i = 0; i < G_N_ELEMENTS (palettes); i++)
      build (&palettes[i], (i & 1) != 0, (i & 2) != 0);
    g_once_init_leave (&ready, 1);
  }
  return &palettes[(dark ? 1 : 0) + (high_contrast ? 2 : 0)];
}

static double
linear (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green) +
         0.0722 * linear (colour->blue);
}

double
handler_map_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double bright = MAX (luminance (a), luminance (b));
  double dim = MIN (luminance (a), luminance (b));

  return (bright + 0.05) / (dim + 0.05);
}
