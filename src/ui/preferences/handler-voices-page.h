/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page below the preferences on which voices are chosen and heard.
 *
 * It knows neither battles nor sound: the owner tells who speaks, and lets an example be heard.  What is
 * chosen goes into the settings (handler-voices.h) at once.
 *
 * Signal `hear` (string speaker): let somebody be heard as was chosen.  */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_VOICES_PAGE (handler_voices_page_get_type ())
G_DECLARE_FINAL_TYPE (HandlerVoicesPage, handler_voices_page, HANDLER, VOICES_PAGE, AdwNavigationPage)

/* `english`: whether accents can be chosen, of which only English has several.  Floating.  */
HandlerVoicesPage *handler_voices_page_new (GSettings *settings, gboolean english);

/* Speakers that are added come into the group that was begun last.  Texts are not markup.  */
void handler_voices_page_begin_group (HandlerVoicesPage *self, const char *title);
void handler_voices_page_add (HandlerVoicesPage *self, const char *speaker, const char *name);

/* Whether anything can be heard; else why not, which is said below the heading.  */
void handler_voices_page_set_heard (HandlerVoicesPage *self, gboolean heard, const char *why);

G_END_DECLS
