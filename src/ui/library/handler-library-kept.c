/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/library/handler-library-kept.h"
#include "scenario/scenario-problems.h"
#include "ui/library/handler-library-card.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

/* ---- When and where --------------------------------------------------------------------------- */

/* The battle's own clock.  */
static char *
clock_text (const ScenarioBattle *scenario, SimTick tick)
{
  GDateTime *start = scenario_battle_get_start (scenario);
  g_autoptr (GDateTime) now
      = g_date_time_add_seconds (start, (double) tick / SIM_TICKS_PER_SECOND);

  return now == NULL ? g_strdup ("") : g_date_time_format (now, "%H:%M:%S");
}

char *
handler_library_offer_title (const ScenarioOffer *offer)
{
  if (offer->path == NULL)
    return g_strdup ("");
  /* Translators: title of the battle that was left last. */
  return g_strdup_printf (C_("library", "Continue “%s”"),
                          scenario_battle_get_title (offer->scenario));
}

char *
handler_library_offer_facts (const ScenarioOffer *offer)
{
  g_autofree char *clock = NULL, *elapsed = NULL, *moment = NULL, *saved = NULL;

  if (offer->path == NULL)
    return g_strdup ("");
  clock = clock_text (offer->scenario, offer->tick);
  elapsed = handler_text_elapsed (offer->tick);
  moment = handler_text_moment (offer->session.written_us);
  /* Translators: date and time. */
  saved = g_strdup_printf (C_("library", "saved on %s"), moment);
  return handler_text_facts (clock, elapsed, saved, NULL);
}

char *
handler_library_damage_text (const ScenarioOffer *offer)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; offer != NULL && i < offer->problems->len; i++) {
    if (i > 0)
      g_string_append (text, "\n\n");
    g_string_append (text, g_ptr_array_index (offer->problems, i));
  }
  return g_string_free (text, FALSE);
}

/* ---- Cards ------------------------------------------------------------------------------------ */

static char *
summary_of (const ScenarioKept *kept)
{
  gint64 us = kept->is_save ? kept->session.written_us : kept->session.begun_us;
  g_autofree char *moment = us != 0 ? handler_text_moment (us) : NULL;
  g_autofree char *name = g_path_get_basename (kept->path);

  if (moment == NULL)
    return g_filename_display_name (name);
  if (kept->is_save)
    /* Translators: on a card of the library; date and time. */
    return g_strdup_printf (C_("library", "A save of %s"), moment);
  /* Translators: on a card of the library; date and time. */
  return g_strdup_printf (C_("library", "A replay of %s"), moment);
}

GtkWidget *
handler_library_kept_card (const ScenarioKept *kept)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autofree char *summary = summary_of (kept);
  g_autofree char *kind = g_strdup (kept->is_save ? "save" : "replay");
  ScenarioEntry entry = {
    .title = kept->title,
    .summary = summary,
    .path = kept->path,
    .kind = kind,
    .user = TRUE,
    .machines = kept->machines,
    .duration_s = kept->end / SIM_TICKS_PER_SECOND,
    .problems = problems,
  };

  if (kept->problem != NULL)
    scenario_problem_add (problems, SCENARIO_PROBLEM_ERROR, 0, 0, "/", SCENARIO_CODE_REFERENCE, "%s",
                          kept->problem);
  return handler_library_card_new (&entry);
}

ScenarioBattle *
handler_library_load_battle (const char *path, GError **error)
{
  g_autoptr (ScenarioReplay) head = NULL;

  if (!g_str_has_suffix (path, ".h1replay") && !g_str_has_suffix (path, ".h1save"))
    return scenario_battle_load (path, error);
  head = scenario_replay_load_head (path, error);
  return head == NULL ? NULL : scenario_replay_load_battle (head, error);
}
