/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <math.h>
#include <stdarg.h>

/* ---- Direction and rows ----------------------------------------------------------------------- */

gboolean
handler_text_is_rtl (void)
{
  /* Translators: "rtl" if your language is written from right to left, else "ltr"; nothing else. */
  return g_str_equal (C_("direction of this translation", "ltr"), "rtl");
}

/* U+2068 and U+2069 keep a text apart from what is around it.  U+200F before it keeps a sentence
 * that begins with a Latin name a sentence from right to left, for what looks at the first letter
 * alone; in a mirrored window whose words run from left to right it would do harm.  */
char *
handler_text_isolate (const char *text)
{
  if (text == NULL || text[0] == '\0')
    return g_strdup ("");
  if (handler_text_is_rtl ())
    return g_strconcat ("\u200f\u2068", text, "\u2069", NULL);
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    return g_strconcat ("\u2068", text, "\u2069", NULL);
  return g_strdup (text);
}

/* Takes `row`, which may be NULL, and gives it with one more.  */
static char *
join (char *row, const char *item, char *(*pair) (const char *first, const char *second))
{
  g_autofree char *isolated = NULL;
  char *longer;

  if (item == NULL || item[0] == '\0')
    return row;
  isolated = handler_text_isolate (item);
  if (row == NULL || row[0] == '\0') {
    g_free (row);
    return g_steal_pointer (&isolated);
  }
  longer = pair (row, isolated);
  g_free (row);
  return longer;
}

static char *
pair_of_facts (const char *first, const char *second)
{
  /* Translators: two facts beside each other, such as "NE" and "1.4 km"; more are joined the same
   * way. */
  return g_strdup_printf (C_("facts in a row", "%1$s · %2$s"), first, second);
}

static char *
pair_of_names (const char *first, const char *second)
{
  /* Translators: two items of a list, such as names; more are joined the same way. */
  return g_strdup_printf (C_("list of names", "%1$s, %2$s"), first, second);
}

char *
handler_text_facts (const char *first, ...)
{
  char *row = join (NULL, first, pair_of_facts);
  va_list arguments;

  va_start (arguments, first);
  for (const char *item; (item = va_arg (arguments, const char *)) != NULL;)
    row = join (row, item, pair_of_facts);
  va_end (arguments);
  return row != NULL ? row : g_strdup ("");
}

char *
handler_text_list (const char *const *items)
{
  char *row = NULL;

  for (; *items != NULL; items++)
    row = join (row, *items, pair_of_names);
  return row != NULL ? row : g_strdup ("");
}

/* ---- Times and measures ----------------------------------------------------------------------- */

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
    /* Translators: instead of an age: it has not been heard yet. */
    return g_strdup (C_("age of the last word", "never"));
  if (seconds < 2)
    /* Translators: instead of an age: less than two seconds; as short as can be. */
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
  guint whole = seconds < 0 ? 0 : (guint) seconds;

  if (seconds < 0)
    return g_strdup (C_("spoken age", "no word yet"));
  if (whole < 2)
    return g_strdup (C_("spoken age", "just now"));
  if (whole < 100)
    /* Translators: how old a report is; stands alone or within a sentence. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u second ago", "%u seconds ago", whole),
                            whole);
  whole /= 60;
  /* Translators: how old a report is; stands alone or within a sentence. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute ago", "%u minutes ago", whole),
                          whole);
}

char *
handler_text_metres (double metres)
{
  /* Translators: a distance in metres. */
  return g_strdup_printf (C_("distance", "%d m"), (int) lround (metres));
}

static char *
kilometres (double metres)
{
  /* Translators: a distance in kilometres. */
  return g_strdup_printf (C_("distance", "%.1f km"), metres / 1000);
}

char *
handler_text_distance (double metres)
{
  return metres < 995 ? handler_text_metres (round (metres / 10) * 10) : kilometres (metres);
}

char *
handler_text_length (double metres)
{
  if (metres < 999.5)
    return handler_text_metres (metres);
  if (fabs (metres / 1000 - round (metres / 1000)) > 1e-6)
    return kilometres (metres);
  /* Translators: a whole number of kilometres. */
  return g_strdup_printf (C_("distance", "%d km"), (int) lround (metres / 1000));
}

char *
handler_text_ruler (double metres, double bearing_deg)
{
  g_autofree char *distance
      = metres < 999.5 ? handler_text_metres (metres) : kilometres (metres);

  /* Translators: the ruler on the map: distance, bearing in degrees with three digits. */
  return g_strdup_printf (C_("ruler", "%1$s · %2$03d°"), distance,
                          (int) lround (bearing_deg) % 360);
}

char *
handler_text_place (float bearing_deg, float distance_m)
{
  g_autofree char *distance = handler_text_distance (distance_m);

  return handler_text_facts (order_direction_short (order_direction_of (bearing_deg)), distance,
                             NULL);
}

char *
handler_text_percent (double percent)
{
  /* Translators: a share in per cent, as your language writes it. */
  g_autofree char *share = g_strdup_printf (C_("share", "%d %%"), (int) lround (percent));

  /* Neither figure nor sign has a direction: from right to left they would change places.  */
  return handler_text_isolate (share);
}

char *
handler_text_seconds (double seconds)
{
  /* Translators: a short time in seconds. */
  return g_strdup_printf (C_("short time", "%.1f s"), seconds);
}

char *
handler_text_elapsed (SimTick tick)
{
  guint seconds = tick / SIM_TICKS_PER_SECOND;
  g_autofree char *text = NULL;

  if (seconds < 3600)
    /* Translators: time since the battle began: minutes, seconds, both with two digits. */
    text = g_strdup_printf (C_("time since the start", "+%1$02u:%2$02u"), seconds / 60,
                            seconds % 60);
  else
    /* Translators: time since the battle began: hours, minutes, seconds. */
    text = g_strdup_printf (C_("time since the start", "+%1$u:%2$02u:%3$02u"), seconds / 3600,
                            seconds / 60 % 60, seconds % 60);
  return handler_text_isolate (text);
}

char *
handler_text_duration (guint seconds)
{
  guint minutes = MAX ((seconds + 30) / 60, 1);

  if (minutes < 60)
    /* Translators: planned length of a battle in minutes. */
    return g_strdup_printf (C_("length", "%u min"), minutes);
  /* Translators: planned length of a battle in hours and minutes. */
  return g_strdup_printf (C_("length", "%1$u h %2$u min"), minutes / 60, minutes % 60);
}

char *
handler_text_speed (double speed)
{
  g_autofree char *text = NULL;

  /* Translators: how many times faster than real time the battle runs. */
  text = g_strdup_printf (C_("speed of the battle", "%d×"), (int) (speed + 0.5));
  /* Translators: half as fast as real time. */
  return handler_text_isolate (speed < 0.75 ? C_("speed of the battle", "½×") : text);
}

const char *
handler_text_ink (guint ink)
{
  switch (ink) {
  case PICTURE_INK_GREY:
    /* Translators: an ink of the pencil: its colour and how its line is dashed.  */
    return C_("ink", "grey, solid");
  case PICTURE_INK_BLUE:
    return C_("ink", "blue, dashed");
  case PICTURE_INK_ORANGE:
    return C_("ink", "orange, dotted");
  default:
    return C_("ink", "green, dashes and dots");
  }
}

char *
handler_text_stroke (const PictureStroke *stroke, const char *from, const char *to)
{
  g_autofree char *start = handler_text_isolate (from);
  g_autofree char *end = handler_text_isolate (to);
  g_autofree char *length = handler_text_distance ((double) picture_stroke_length_m (stroke));

  /* Translators: a line that the player drew on the map: the ink, the squares where it begins and ends, its length.  */
  return g_strdup_printf (C_("pencil", "Pencil line, %1$s, from %2$s to %3$s, %4$s"),
                          handler_text_ink (stroke->ink), start, end, length);
}

const char *
handler_text_strain (double strain)
{
  if (strain < 40)
    /* Translators: how hard it is for the handler to keep up the link. */
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
    /* Translators: how a pilot feels; said of men and women. */
    return C_("pilot", "calm");
  if (stress < 35)
    return C_("pilot", "steady");
  if (stress < 60)
    return C_("pilot", "strained");
  if (stress < 80)
    return C_("pilot", "afraid");
  return C_("pilot", "breaking");
}

static const char *
fatigue_word (guint fatigue)
{
  if (fatigue >= 75)
    return C_("pilot", "exhausted");
  return fatigue >= 45 ? C_("pilot", "tired") : "";
}

static const char *
wounds_word (guint wounds)
{
  if (wounds > 1)
    return C_("pilot", "heavy wound");
  return wounds == 1 ? C_("pilot", "light wound") : "";
}

char *
handler_text_condition (guint stress, guint fatigue, guint wounds)
{
  return handler_text_facts (stress_word (stress), fatigue_word (fatigue), wounds_word (wounds),
                             NULL);
}

char *
handler_text_wounds (guint wounds)
{
  return handler_text_facts (wounds_word (wounds), NULL);
}

/* ---- Machines and enemies --------------------------------------------------------------------- */

char *
handler_text_steps (guint steps)
{
  /* Translators: how long a tutorial is.  */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u step", "%u steps", steps), steps);
}

char *
handler_text_machines (guint machines)
{
  /* Translators: how many machines of one's own. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u machine", "%u machines", machines),
                          machines);
}

char *
handler_text_rounds (guint rounds)
{
  /* Translators: rounds of ammunition left. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u round", "%u rounds", rounds), rounds);
}

char *
handler_text_loads (guint loads)
{
  /* Translators: what a supply machine still carries. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u load", "%u loads", loads), loads);
}

char *
handler_text_enemies (const OrderTypeName *type, guint count, gboolean exact)
{
  guint n = MAX (count, 1);

  if (type == NULL)
    /* Translators: enemies of a type that nobody made out: "3 unknown". */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u unknown", "%u unknown", n), n);
  if (!exact)
    /* Translators: enemies: a number that is not sure, their type in the singular or plural:
     * "~4 Grauwolf". */
    return g_strdup_printf (C_("number and type", "~%1$u %2$s"), n, n == 1 ? type->one : type->other);
  /* Translators: enemies: number, type in the singular or plural: "4 Grauwolf". */
  return g_strdup_printf (C_("number and type", "%1$u %2$s"), n, n == 1 ? type->one : type->other);
}

const char *
handler_text_part_gone (SimPart part)
{
  switch (part) {
  case SIM_PART_LEGS:
    /* Translators: of a machine: destroyed. */
    return C_("part of a machine", "legs gone");
  case SIM_PART_GUN:
    return C_("part of a machine", "gun gone");
  case SIM_PART_SENSORS:
    return C_("part of a machine", "sensors gone");
  case SIM_PART_POWER:
    return C_("part of a machine", "power gone");
  case SIM_PART_COCKPIT:
  default:
    return C_("part of a machine", "cockpit gone");
  }
}

const char *
handler_text_part_hit (SimPart part)
{
  switch (part) {
  case SIM_PART_LEGS:
    /* Translators: of a machine: damaged. */
    return C_("part of a machine", "legs hit");
  case SIM_PART_GUN:
    return C_("part of a machine", "gun hit");
  case SIM_PART_SENSORS:
    return C_("part of a machine", "sensors hit");
  case SIM_PART_POWER:
    return C_("part of a machine", "power hit");
  case SIM_PART_COCKPIT:
  default:
    return C_("part of a machine", "cockpit hit");
  }
}

const char *
handler_text_moving (float bearing_deg)
{
  static const char *const words[8] = {
    /* Translators: of an enemy: which way it goes. */
    NC_("way of a contact", "moving north"), NC_("way of a contact", "moving north-east"),
    NC_("way of a contact", "moving east"),  NC_("way of a contact", "moving south-east"),
    NC_("way of a contact", "moving south"), NC_("way of a contact", "moving south-west"),
    NC_("way of a contact", "moving west"),  NC_("way of a contact", "moving north-west"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "way of a contact",
                       words[order_direction_of (bearing_deg) % 8]);
}

/* ---- The link and the battle ------------------------------------------------------------------ */

const char *
handler_text_air_class (SimAirClass air_class)
{
  switch (air_class) {
  case SIM_AIR_EMERGENCY:
    /* Translators: what a transmission is about. */
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
  case SIM_OBJECTIVE_LATER:
    /* Translators: state of an objective: another one comes first. */
    return C_("objective", "later");
  case SIM_OBJECTIVE_CALLED_OFF:
    /* Translators: state of an objective: headquarters does not ask for it any more. */
    return C_("objective", "called off");
  case SIM_OBJECTIVE_HIDDEN:
  case SIM_OBJECTIVE_OPEN:
  default:
    return C_("objective", "open");
  }
}

const char *
handler_text_help (SimHelp help)
{
  switch (help) {
  case SIM_HELP_SUPPORT:
    /* Translators: what is promised: guns or another platoon fire at the enemy. */
    return C_("promise", "support");
  case SIM_HELP_RELIEF:
    /* Translators: what is promised: another platoon takes over. */
    return C_("promise", "relief");
  case SIM_HELP_RESUPPLY:
  default:
    /* Translators: what is promised: ammunition and energy. */
    return C_("promise", "resupply");
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
  /* Translators: the date of a battle as g_date_time_format() reads it: day without zero, month in
   * words, year.
   * xgettext:no-c-format  */
  return g_date_time_format (start, C_("date of a battle", "%-e %B %Y"));
}

char *
handler_text_moment (gint64 us)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (us / G_USEC_PER_SEC);
  g_autofree char *date = moment == NULL ? g_strdup ("") : handler_text_date (moment);
  g_autofree char *time = moment == NULL ? g_strdup ("") : g_date_time_format (moment, "%H:%M");

  /* Translators: a date, a time of the day. */
  return g_strdup_printf (C_("moment", "%1$s, %2$s"), date, time);
}
