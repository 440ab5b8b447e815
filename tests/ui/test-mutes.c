/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is not heard: kept among the settings, and said in the row of the machine.  */
#include "ui-fixture.h"

#include "ui/comms/handler-mutes.h"
#include "ui/squad/handler-squad.h"

static void
test_settings (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.handlerone.HandlerOne");
  const char *const before[] = {"of another story", NULL};
  g_auto (GStrv) after = NULL;

  g_settings_set_strv (settings, "muted-speakers", before);
  handler_mutes_set (settings, "kestrel", TRUE);
  handler_mutes_set (settings, "kestrel", TRUE);
  handler_mutes_set (settings, "desk", TRUE);
  g_assert_true (handler_mutes_contains (settings, "kestrel"));
  handler_mutes_set (settings, "kestrel", FALSE);
  g_assert_false (handler_mutes_contains (settings, "kestrel"));
  after = g_settings_get_strv (settings, "muted-speakers");
  g_assert_cmpuint (g_strv_length (after), ==, 2);
  g_assert_true (handler_mutes_contains (settings, "of another story"));
  handler_mutes_set (NULL, "kestrel", TRUE);
  g_assert_false (handler_mutes_contains (NULL, "desk"));
  g_settings_reset (settings, "muted-speakers");
}

/* The row says so, also to who does not see its sign, and goes on saying it.  */
static void
test_row (void)
{
  g_autoptr (OrderBook) book = fixture_book ();
  g_autofree PictureView *view = fixture_view ();
  g_autoptr (HandlerSquad) squad = handler_squad_new (book, 2);
  HandlerMachine *machine;

  handler_squad_update (squad, view);
  machine = handler_squad_get_machine (squad, 1);
  g_assert_null (strstr (handler_machine_get_description (machine), "muted"));
  handler_machine_set_muted (machine, TRUE);
  g_assert_nonnull (strstr (handler_machine_get_description (machine), "muted"));
  view->own[1].ammunition = 12;
  handler_squad_update (squad, view);
  g_assert_nonnull (strstr (handler_machine_get_description (machine), "muted"));
  handler_machine_set_muted (machine, FALSE);
  g_assert_null (strstr (handler_machine_get_description (machine), "muted"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/mutes/settings", test_settings);
  g_test_add_func ("/ui/mutes/row", test_row);
  return g_test_run ();
}
