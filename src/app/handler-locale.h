/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of the program: which locale it runs in, where its catalogues lie.  */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets the locale and binds the program's messages.  To be called first in main(), while there is
 * one thread; a second call does no harm.
 *
 * LANGUAGE counts wherever it is set, but not against a locale "C" or "POSIX" that is named: that
 * stays English.  Where the environment names no locale, or one that this system has not got,
 * characters follow C.UTF-8, and the language that was named becomes LANGUAGE unless that is set.  */
void handler_locale_begin (void);

/* From now on messages are the program's own, in English, and numbers have a decimal point: what
 * other programs read does not depend on who calls.  For one-threaded sub-commands alone.  */
void handler_locale_for_machines (void);

/* Folder of the compiled catalogues (LANGUAGE/LC_MESSAGES/handler-one.mo): HANDLER_ONE_LOCALE_DIR,
 * else the folder `locale` beside the program's data in XDG_DATA_DIRS, else where it was
 * installed.  */
const char *handler_locale_dir (void);

G_END_DECLS
