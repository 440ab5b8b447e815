/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Legion may be playing, said once in a guided battle; and the page that tells of all patterns.  */
#include "ui/battle/handler-battle-page-private.h"

#include <glib/gi18n.h>

static char *
hint_text (HandlerPattern pattern)
{
  HandlerPatternWords words = handler_pattern_words (pattern);

  /* Translators: a hint: a pattern of the enemy ("Feeler"), how it shows, what follows, what to do. */
  return g_strdup_printf (C_("hint", "This may be a pattern: %1$s. %2$s %3$s %4$s"), words.name,
                          words.tell, words.meaning, words.answer);
}

/* In the captions, where it is announced and stays, and as an alert that leads to the page.  */
void
handler_battle_page_hint (HandlerBattlePage *self, const SimReport *report)
{
  HandlerPattern pattern;
  g_autofree char *text = NULL;

  if (self->hints == NULL)
    return;
  pattern = handler_hints_take_report (self->hints, report,
                                       &engine_battle_get_frame (self->battle)->view);
  if (pattern == HANDLER_N_PATTERNS)
    return;
  text = hint_text (pattern);
  engine_battle_notice (self->battle, text);
  handler_alerts_take_hint (self->alerts, pattern, report);
}

/* ---- The page ---------------------------------------------------------------------------------- */

static void
add_line (AdwExpanderRow *row, const char *title, const char *text)
{
  GtkWidget *line = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), text);
  adw_expander_row_add_row (row, line);
}

static GtkWidget *
row_new (HandlerPattern pattern, gboolean open)
{
  HandlerPatternWords words = handler_pattern_words (pattern);
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words.name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), words.tell);
  /* Translators: of a pattern of the enemy: what comes after its sign. */
  add_line (ADW_EXPANDER_ROW (row), C_("pattern", "What follows"), words.meaning);
  add_line (ADW_EXPANDER_ROW (row), C_("pattern", "What to do"), words.answer);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), open);
  return row;
}

void
handler_battle_page_show_patterns (HandlerBattlePage *self, HandlerPattern open)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      C_("patterns", "Every sign reaches you as a report. A guided battle says once when one may be there."));
  for (guint i = 0; i < HANDLER_N_PATTERNS; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row_new (i, i == open));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, C_("dialog", "Patterns of the Legion"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
handler_battle_page_patterns_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  handler_battle_page_show_patterns (HANDLER_BATTLE_PAGE (widget), HANDLER_N_PATTERNS);
}
