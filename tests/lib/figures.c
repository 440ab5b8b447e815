/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

#include <math.h>
#include <stdlib.h>

char **
figures_battles (const char *standard, guint most, guint *n)
{
  const char *chosen = g_getenv ("HANDLER_ONE_BATTLES");
  char **battles = g_strsplit (chosen != NULL ? chosen : standard, " ", (int) most);

  *n = g_strv_length (battles);
  return battles;
}

guint
figures_seeds (guint standard)
{
  const char *seeds = g_getenv ("HANDLER_ONE_SEEDS");

  return seeds != NULL ? (guint) CLAMP (atoi (seeds), 2, 10000) : standard;
}

void
figures_add (JsonBuilder *builder, const char *name, double value, guint decimals)
{
  double parts = pow (10, decimals);

  if (name != NULL)
    json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, round (value * parts) / parts);
}

void
figures_write (guint n_seeds, FiguresFunc add)
{
  const char *path = g_getenv ("HANDLER_ONE_RESULTS");
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonGenerator) generator = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "seeds");
  json_builder_add_int_value (builder, n_seeds);
  add (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  generator = json_generator_new ();
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  g_assert_true (json_generator_to_file (generator, path, &error));
  g_assert_no_error (error);
}
