/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values as words and figures for the window: pure functions, one place for each wording.
 *
 * All returned `char *` are newly allocated, all `const char *` are static and translated.
 * Numbers follow the person's locale (LC_NUMERIC), words the person's language; what is read by
 * machines never comes from here.  Main thread.  */
#pragma once

#include "engine/engine.h"

G_BEGIN_DECLS

/* Whether the translation in use is written from right to left; not whether the window is, for a
 * window without a translation may be mirrored too.  */
gboolean handler_text_is_rtl (void);
/* A call sign, grid reference, track or clock to go into a sentence: where words or window run
 * from right to left it is kept apart from what is around it (U+2068 … U+2069), else it is as it
 * was.  NULL gives "".  */
char *handler_text_isolate (const char *text);
/* "NE · 1.4 km": facts beside each other, the empty ones left out.  The last argument is NULL.  */
char *handler_text_facts (const char *first, ...) G_GNUC_NULL_TERMINATED;
/* "Falke, Fafnir": the items of a NULL-terminated list, the empty ones left out.  */
char *handler_text_list (const char *const *items);

/* Seconds from `then` to `now`; 0 when `then` is later, -1 when it never was.  */
double handler_text_seconds_since (SimTick then, SimTick now);

/* "now" below 2 s, "12 s", "3 min", "2 h"; "never" for a negative age.  */
char *handler_text_age (double seconds);
/* The same to be read aloud: "12 seconds ago", "no word yet".  */
char *handler_text_age_spoken (double seconds);
/* "850 m" below a kilometre, else "1.4 km".  */
char *handler_text_distance (double metres);
/* "854 m": whole metres.  */
char *handler_text_metres (double metres);
/* "500 m", "2 km", "2.5 km": a length that is known exactly.  */
char *handler_text_length (double metres);
/* "450 m · 072°", "2.8 km · 108°".  */
char *handler_text_ruler (double metres, double bearing_deg);
/* "NE · 1.4 km".  */
char *handler_text_place (float bearing_deg, float distance_m);
/* "62 %" of a share in hundredths.  */
char *handler_text_percent (double percent);
/* "3.4 s".  */
char *handler_text_seconds (double seconds);
/* Battle time since the start: "+31:12", "+1:02:03".  */
char *handler_text_elapsed (SimTick tick);
/* "25 min", "1 h 15 min" of a planned length; "1 min" at least.  */
char *handler_text_duration (guint seconds);
/* "½×", "1×", "20×".  */
char *handler_text_speed (double speed);

/* What a PictureInk looks like: "grey, solid".  */
const char *handler_text_ink (guint ink);
/* "Line, blue, dashed, from D04-7 to F06-1, 2.4 km": a line of the pencil, to be read aloud.  */
char *handler_text_stroke (const PictureStroke *stroke, const char *from, const char *to);

/* The link's load as a word: "easy", "strained", "losing words", "near the cut".  */
const char *handler_text_strain (double strain);
/* Bars of the strain meter, 0 to 5.  */
guint handler_text_strain_bars (double strain);

/* "steady · light wound"; never empty.  */
char *handler_text_condition (guint stress, guint fatigue, guint wounds);

/* "9 steps", of a tutorial.  */
char *handler_text_steps (guint steps);
/* "21 machines".  */
char *handler_text_machines (guint machines);
/* "9 rounds" of ammunition.  */
char *handler_text_rounds (guint rounds);
/* "light wound", or "" for none.  */
char *handler_text_wounds (guint wounds);
char *handler_text_loads (guint loads);
/* "4 Grauwolf", "~4 Grauwolf" when that is not exact, "3 unknown" when `type` is NULL.  */
char *handler_text_enemies (const OrderTypeName *type, guint count, gboolean exact);
/* "legs gone", "legs hit".  */
const char *handler_text_part_gone (SimPart part);
const char *handler_text_part_hit (SimPart part);
/* "moving north-east".  */
const char *handler_text_moving (float bearing_deg);

/* A pilot's transmission class: "emergency", "contact", …  */
const char *handler_text_air_class (SimAirClass air_class);
/* Name of its mark, an icon of the program.  */
const char *handler_text_air_class_icon (SimAirClass air_class);

const char *handler_text_outcome (SimOutcome outcome);
const char *handler_text_difficulty (SimDifficulty difficulty);
const char *handler_text_objective_state (SimObjectiveState state);
/* What is promised: "resupply".  */
const char *handler_text_help (SimHelp help);

/* Lost words (runs of U+2592) become "word lost", for those who hear the caption read.  */
char *handler_text_spoken_caption (const char *text);

/* Full date and weather-free headline of a battle: "22 May 2148".  `start` may be NULL.  */
char *handler_text_date (GDateTime *start);
/* "11 June 2025, 10:15" of the person's own clock; microseconds since 1970.  */
char *handler_text_moment (gint64 us);

G_END_DECLS
