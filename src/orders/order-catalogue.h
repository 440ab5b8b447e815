/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The messages of one language, beside those of the process.
 *
 * gettext knows one language at a time: the window's.  The voice of the link may speak another, so
 * its messages are read from the same compiled catalogue (GNU gettext manual, "The format of GNU
 * MO files") into one of these.  The bytes may be anything: what does not hold is left out, one
 * message at a time, and a message that is not there is its msgid.  Immutable once made, reference
 * counted, any thread.  */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _OrderCatalogue OrderCatalogue;

#define ORDER_CATALOGUE_ERROR (order_catalogue_error_quark ())
GQuark order_catalogue_error_quark (void);
typedef enum {
  ORDER_CATALOGUE_ERROR_FORMAT,  /* no compiled catalogue, or a damaged head */
  ORDER_CATALOGUE_ERROR_CHARSET, /* another character set than UTF-8 */
} OrderCatalogueError;

/* `language` such as "ja" or "pt_BR".  `bytes` (kept) of either byte order; NULL for the language
 * that the program is written in: every message is its msgid.  NULL with ORDER_CATALOGUE_ERROR
 * (not for translation: it is for a log).  */
OrderCatalogue *order_catalogue_new (const char *language, GBytes *bytes, GError **error);
OrderCatalogue *order_catalogue_ref (OrderCatalogue *catalogue);
void order_catalogue_unref (OrderCatalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrderCatalogue, order_catalogue_unref)

const char *order_catalogue_get_language (OrderCatalogue *catalogue);
/* Messages that can be found, the head included.  */
guint order_catalogue_get_size (OrderCatalogue *catalogue);

/* The translation, owned by the catalogue; NULL when there is none.  `context` may be NULL.  */
const char *
order_catalogue_find (OrderCatalogue *catalogue, const char *context, const char *msgid);
/* The form for a count.  A message without plural forms is its own only form.  */
const char *order_catalogue_find_plural (OrderCatalogue *catalogue, const char *context,
                                         const char *msgid, gulong n);

G_END_DECLS
