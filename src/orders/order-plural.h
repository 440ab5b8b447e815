/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule by which a language chooses among plural forms (private to the room).
 *
 * Catalogues carry it as an expression of C over `n`: "nplurals=2; plural=(n != 1);" (GNU gettext
 * manual, "Plural forms").  The text is hostile: its length, its depth and the number of its parts
 * are bounded, and a division by zero is 0.  Immutable once made; any thread.  */
#pragma once

#include <glib.h>

typedef struct _OrderPlural OrderPlural;

/* The rule in the value of a header's Plural-Forms field; NULL when it can not be used.  */
OrderPlural *order_plural_new (const char *field);
void order_plural_free (OrderPlural *plural);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrderPlural, order_plural_free)

/* The form for a count, less than the number of forms; the first where the expression says more.
 * NULL is the rule of English: one and other.  */
guint order_plural_form (const OrderPlural *plural, gulong n);
