/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which language the voices speak.  */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What becomes of the setting: "" is the language of the window.  A language must have words and
 * a voice; for want of one of them it is English, so that no voice ever reads what it can not.
 * Newly allocated.  Main thread.  */
char *handler_speech_language (const char *setting);

/* The languages that have both, by code.  Newly allocated.  Main thread.  */
char **handler_spoken_languages (void);

G_END_DECLS
