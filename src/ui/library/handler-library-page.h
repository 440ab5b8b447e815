/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: every battle there is, as cards.
 *
 * Signals:
 *   open (path)               a card was chosen
 *   problems (title, text)    a card whose file failed was chosen
 *   continue (path, slot)     the battle that was left last is to go on: an autosave
 *   loaded ()                 the library has been read
 *   kept-loaded ()            what was played and is kept has been read  */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_LIBRARY_PAGE (handler_library_page_get_type ())
G_DECLARE_FINAL_TYPE (HandlerLibraryPage, handler_library_page, HANDLER, LIBRARY_PAGE,
                      AdwNavigationPage)

/* The note about what the story tells of is shown until it was closed once (key "content-note").  */
void handler_library_page_set_settings (HandlerLibraryPage *self, GSettings *settings);
/* Reads the catalogue again, off the main thread.  */
void handler_library_page_reload (HandlerLibraryPage *self);
/* What was played and is kept: again, off the main thread.  */
void handler_library_page_reload_kept (HandlerLibraryPage *self);
/* The autosave in this place of the ring can not be gone on with: offers the next.  */
void handler_library_page_pass_over (HandlerLibraryPage *self, guint slot);
/* The autosave that is offered, or NULL.  */
const char *handler_library_page_get_offer (HandlerLibraryPage *self);
/* Path of the training battle, or NULL while not read or not there.  */
const char *handler_library_page_get_training (HandlerLibraryPage *self);
/* What has the focus when one comes back: the battle that was left, else the card that was opened.  */
GtkWidget *handler_library_page_get_default (HandlerLibraryPage *self);
guint handler_library_page_get_n_cards (HandlerLibraryPage *self);

G_END_DECLS
