/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: every battle there is, as cards.
 *
 * Signals:
 *   open (path)               a card was chosen
 *   problems (title, text)    a card whose file failed was chosen
 *   loaded ()                 the library has been read  */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_LIBRARY_PAGE (handler_library_page_get_type ())
G_DECLARE_FINAL_TYPE (HandlerLibraryPage, handler_library_page, HANDLER, LIBRARY_PAGE,
                      AdwNavigationPage)

/* Reads the catalogue again, off the main thread.  */
void handler_library_page_reload (HandlerLibraryPage *self);
/* Path of the training battle, or NULL while not read or not there.  */
const char *handler_library_page_get_training (HandlerLibraryPage *self);
guint handler_library_page_get_n_cards (HandlerLibraryPage *self);

G_END_DECLS
