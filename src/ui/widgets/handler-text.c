/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>
#include <math.h>

double
handler_text_seconds_since (SimTick then, SimTick now)
{
  if (then == SIM_TICK_NEVER)
    return -1;
  return now > then ? (now - then) / (double) SIM_TICKS_PER_SECOND : 0;
}

char *
handler_text_age (double seconds)
{
  if (seconds < 0)
    return g_strdup (C_("age of the last word", "never"));
  if (seconds < 2)
    return g_strdup (C_("age of the last word", "now"));
  if (seconds < 100)
    /* Translators: age of a report in seconds, as short as can be. */
    return g_strdup_printf (C_("age", "%d s"), (int) seconds);
  if (seconds < 100 * 60)
    /* Translators: age of a report in minutes, as short as can be. */
    return g_strdup_printf (C_("age", "%d min"), (int) (seconds / 60));
  /* Translators: age of a report in hours, as short as can be. */
  return g_strdup_printf (C_("age", "%d h"), (int) (seconds / 3600));
}

char *
handler_text_age_spoken (double seconds)
{
  int whole = (int) seconds;

  if (seconds < 0)
    return g_strdup (C_("spoken age", "no word yet"));
  if (whole < 2)
    return g_strdup (C_("spoken age", "just now"));
  if (whole < 100)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d second ago", "%d seconds ago",
                                         (gulong) whole), whole);
  whole /= 60;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute ago", "%d minutes ago",
                                       (gulong) whole), whole);
}

char *
handler_text_distance (double metres)
{
  if (metres < 995)
    /* Translators: a distance in metres. */
    return g_strdup_printf (C_("distance", "%d m"), (int) (round (metres / 10) * 10));
  /* Translators: a distance in kilometres. */
  return g_strdup_printf (C_("distance", "%.1f km"), metres / 1000);
}

char *
handler_text_place (float bearing_deg, float distance_m)
{
  g_autofree char *distance = handler_text_distance (distance_m);

  /* Translators: where a speaker is, seen from the listening point: direction, then distance. */
  return g_strdup_printf (C_("place", "%1$s · %2$s"),
                          order_direction_short (order_direction_of (bearing_deg)), distance);
}

char *
handler_text_elapsed (SimTick tick)
{
  guint seconds = tick / SIM_TICKS_PER_SECOND;

  if (seconds < 3600)
    return g_strdup_printf ("%02u:%02u", seconds / 60, seconds % 60);
  return g_strdup_printf ("%u:%02u:%02u", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

char *
handler_text_duration (guint seconds)
{
  guint minutes = (seconds + 30) / 60;

  if (minutes < 60)
    /* Translators: planned length of a battle in minutes. */
    return g_strdup_printf (C_("length", "%u min"), minutes);
  /* Translators: planned length of a battle in hours and minutes. */
  return g_strdup_printf (C_("length", "%1$u h %2$u min"), minutes / 60, minutes % 60);
}

char *
handler_text_speed (double speed)
{
  if (speed < 0.75)
    return g_strdup (C_("speed of the battle", "½×"));
  /* Translators: how many times faster than real time the battle runs. */
  return g_strdup_printf (C_("speed of the battle", "%d×"), (int) (speed + 0.5));
}

const char *
handler_text_strain (double strain)
{
  if (strain < 40)
    return C_("strain of the link", "easy");
  if (strain < 60)
    return C_("strain of the link", "strained");
  if (strain < 75)
    return C_("strain of the link", "losing words");
  return C_("strain of the link", "near the cut");
}

guint
handler_text_strain_bars (double strain)
{
  static const double steps[] = {10, 40, 60, 75, 85};
  guint bars = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    bars += strain >= steps[i];
  return bars;
}

static const char *
stress_word (guint stress)
{
  if (stress < 15)
    return C_("pilot", "calm");
  if (stress < 35)
    return C_("pilot", "steady");
  if (stress < 60)
    return C_("pilot", "strained");
  if (stress < 80)
    return C_("pilot", "afraid");
  return C_("pilot", "breaking");
}

char *
handler_text_condition (guint stress, guint fatigue, guint wounds)
{
  const char *words[4] = {stress_word (stress)};
  gsize n = 1;

  if (fatigue >= 75)
    words[n++] = C_("pilot", "exhausted");
  else if (fatigue >= 45)
    words[n++] = C_("pilot", "tired");
  if (wounds == 1)
    words[n++] = C_("pilot", "light wound");
  else if (wounds > 1)
    words[n++] = C_("pilot", "heavy wound");
  words[n] = NULL;
  return g_strjoinv (" · ", (char **) words);
}

const char *
handler_text_air_class (SimAirClass air_class)
{
  switch (air_class) {
  case SIM_AIR_EMERGENCY:
    return C_("class of a transmission", "emergency");
  case SIM_AIR_CONTACT:
    return C_("class of a transmission", "contact");
  case SIM_AIR_ORDER:
    return C_("class of a transmission", "order");
  case SIM_AIR_STATUS:
    return C_("class of a transmission", "status");
  case SIM_AIR_TALK:
  default:
    return C_("class of a transmission", "talk");
  }
}

const char *
handler_text_air_class_icon (SimAirClass air_class)
{
  static const char *const icons[SIM_N_AIR_CLASSES] = {
    [SIM_AIR_EMERGENCY] = "handler-emergency-symbolic",
    [SIM_AIR_CONTACT] = "handler-contact-symbolic",
    [SIM_AIR_ORDER] = "handler-order-symbolic",
    [SIM_AIR_STATUS] = "handler-status-symbolic",
    [SIM_AIR_TALK] = "handler-talk-symbolic",
  };

  return (guint) air_class < SIM_N_AIR_CLASSES ? icons[air_class] : icons[SIM_AIR_TALK];
}

const char *
handler_text_outcome (SimOutcome outcome)
{
  switch (outcome) {
  case SIM_OUTCOME_WON:
    return C_("outcome", "The task is done");
  case SIM_OUTCOME_HELD:
    return C_("outcome", "Held, but not all of it");
  case SIM_OUTCOME_LOST:
    return C_("outcome", "The task failed");
  case SIM_OUTCOME_UNDECIDED:
  default:
    return C_("outcome", "Undecided");
  }
}

const char *
handler_text_difficulty (SimDifficulty difficulty)
{
  switch (difficulty) {
  case SIM_DIFFICULTY_GUIDED:
    return C_("difficulty", "Guided");
  case SIM_DIFFICULTY_SEVERE:
    return C_("difficulty", "Severe");
  case SIM_DIFFICULTY_STANDARD:
  default:
    return C_("difficulty", "Standard");
  }
}

const char *
handler_text_objective_state (SimObjectiveState state)
{
  switch (state) {
  case SIM_OBJECTIVE_DONE:
    return C_("objective", "done");
  case SIM_OBJECTIVE_LOST:
    return C_("objective", "lost");
  case SIM_OBJECTIVE_OPEN:
  default:
    return C_("objective", "open");
  }
}

char *
handler_text_spoken_caption (const char *text)
{
  GString *spoken = g_string_new (NULL);
  gboolean lost = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c != 0x2592)
      g_string_append_unichar (spoken, c);
    else if (!lost)
      /* Translators: read aloud in place of a word that the link swallowed. */
      g_string_append (spoken, _("word lost"));
    lost = c == 0x2592;
  }
  return g_string_free (spoken, FALSE);
}

char *
handler_text_date (GDateTime *start)
{
  if (start == NULL)
    return g_strdup ("");
  /* Translators: the date of a battle, see g_date_time_format: day without zero, month, year. */
  return g_date_time_format (start, C_("date of a battle", "%-e %B %Y"));
}
