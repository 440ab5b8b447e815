/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values as words and figures for the window: pure functions, one place for each wording.
 *
 * All returned `char *` are newly allocated, all `const char *` are static and translated.
 * Numbers follow the person's locale.  */
#pragma once

#include "engine/engine.h"

G_BEGIN_DECLS

/* Seconds from `then` to `now`; 0 when `then` is later, -1 when it never was.  */
double handler_text_seconds_since (SimTick then, SimTick now);

/* "now" below 2 s, "12 s", "3 min", "2 h"; "never" for a negative age.  */
char *handler_text_age (double seconds);
/* The same to be read aloud: "12 seconds ago", "no word yet".  */
char *handler_text_age_spoken (double seconds);
/* "850 m" below a kilometre, else "1.4 km".  */
char *handler_text_distance (double metres);
/* "NE · 1.4 km".  */
char *handler_text_place (float bearing_deg, float distance_m);
/* Battle time since the start: "31:12", "1:02:03".  */
char *handler_text_elapsed (SimTick tick);
/* "25 min", "1 h 15 min" of a planned length.  */
char *handler_text_duration (guint seconds);
/* "½×", "1×", "20×".  */
char *handler_text_speed (double speed);

/* The link's load as a word: "easy", "strained", "losing words", "near the cut".  */
const char *handler_text_strain (double strain);
/* Bars of the strain meter, 0 to 5.  */
guint handler_text_strain_bars (double strain);

/* "steady · light wound"; never empty.  */
char *handler_text_condition (guint stress, guint fatigue, guint wounds);

/* A pilot's transmission class: "emergency", "contact", …  */
const char *handler_text_air_class (SimAirClass air_class);
/* Name of its mark, an icon of the program.  */
const char *handler_text_air_class_icon (SimAirClass air_class);

const char *handler_text_outcome (SimOutcome outcome);
const char *handler_text_difficulty (SimDifficulty difficulty);
const char *handler_text_objective_state (SimObjectiveState state);

/* Lost words (runs of U+2592) become "word lost", for those who hear the caption read.  */
char *handler_text_spoken_caption (const char *text);

/* Full date and weather-free headline of a battle: "22 May 2148".  `start` may be NULL.  */
char *handler_text_date (GDateTime *start);

G_END_DECLS
