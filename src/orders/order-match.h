/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How alike two words are.
 *
 * The rule for names: a misspelt call sign or place is taken silently when its distance is small
 * for its length (order_match_limit) and no other name is within one more step; digits are never
 * corrected, because 304 and 305 are both right.  Names a little farther off
 * (order_offer_limit) are offered as readings, never taken.  */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Optimal string alignment distance in code points: insertions, deletions, substitutions and
 * swaps of neighbours cost 1 (Damerau 1964, without overlapping edits).  G_MAXUINT when a text is
 * longer than 64 characters.  Both are valid UTF-8.  */
guint order_edit_distance (const char *a, const char *b);

/* The distance at which a name of this many characters is still taken for what was meant:
 * 0 below five characters, 1 below nine, 2 below fourteen, then 3.  */
guint order_match_limit (guint length);

/* The distance at which it is offered: a third of the length, rounded up.  */
guint order_offer_limit (guint length);

/* Do the digits of both texts agree, in order?  */
gboolean order_same_digits (const char *a, const char *b);

G_END_DECLS
