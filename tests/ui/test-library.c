/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card of the library says how its battle went last, to the eye and to a screen reader; replays and saves do not.  */
#include "ui/handler-window.h"
#include "ui/library/handler-library-card.h"
#include "ui/library/handler-library-results.h"
#include "ui/widgets/handler-text.h"

#include <string.h>

static HandlerLibraryCard *
card_new (const char *kind)
{
  ScenarioEntry entry = {.id = (char *) "first-link",
                         .title = (char *) "Operation <b>First</b> Link",
                         .kind = (char *) kind,
                         .path = (char *) "/nowhere/first-link.json",
                         .summary = (char *) "A summary.",
                         .machines = 21,
                         .duration_s = 1800};

  return g_object_ref_sink (HANDLER_LIBRARY_CARD (handler_library_card_new (&entry)));
}

static const char *
label_of (HandlerLibraryCard *card, const char *name)
{
  return gtk_label_get_label (
      GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (card), HANDLER_TYPE_LIBRARY_CARD, name)));
}

static void
test_last_result (void)
{
  g_autoptr (HandlerLibraryCard) card = card_new ("scenario");
  const ScenarioLastResult result = {(char *) "first-link", (gint64) 1750000000 * G_USEC_PER_SEC,
                                     SIM_OUTCOME_HELD, 21, 20};
  g_autofree char *text = handler_library_result_text (&result), *row = NULL, *described = NULL;

  g_assert_true (g_str_has_prefix (text, "Last time held, 20 of 21 alive"));
  g_assert_nonnull (strstr (text, "2025"));
  g_assert_cmpstr (handler_library_card_get_id (card), ==, "first-link");
  g_assert_cmpstr (label_of (card, "last"), ==, "");
  handler_library_card_set_last_result (card, &result);
  g_assert_cmpstr (label_of (card, "last"), ==, text);
  row = handler_text_list ((const char *const[]){label_of (card, "kind"), label_of (card, "minutes"),
                                                 label_of (card, "machines"), text, "", NULL});
  described = g_strdup_printf ("%s\nA summary.", row);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, described);
  handler_library_card_set_last_result (card, NULL);
  g_assert_cmpstr (label_of (card, "last"), ==, "");
}

static void
test_others (void)
{
  g_autoptr (HandlerLibraryCard) replay = card_new ("replay");

  g_assert_null (handler_library_card_get_id (replay));
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  handler_ui_init ();
  g_test_add_func ("/ui/library/last-result", test_last_result);
  g_test_add_func ("/ui/library/others", test_others);
  return g_test_run ();
}
