/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the deep tests that play many battles share: which battles, with how many seeds, and where the figures
 * go, by HANDLER_ONE_BATTLES, HANDLER_ONE_SEEDS and HANDLER_ONE_RESULTS.  */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Ids or paths of battles, those of `standard` (parted by spaces) unless others are asked for; at most
 * `most` and their number in `n`.  (transfer full): g_strfreev() */
char **figures_battles (const char *standard, guint most, guint *n);
/* How often each is played, 2 at least; `standard` unless another number is asked for.  */
guint figures_seeds (guint standard);

/* Adds a number of so many decimals; `name` is NULL in an array.  */
void figures_add (JsonBuilder *builder, const char *name, double value, guint decimals);
typedef void (*FiguresFunc) (JsonBuilder *builder);
/* Writes an object of the number of seeds and the members that `add` adds, if a file is asked for.  */
void figures_write (guint n_seeds, FiguresFunc add);

G_END_DECLS
