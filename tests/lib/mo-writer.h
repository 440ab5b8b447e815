/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiled catalogues for tests, written by hand so that they can also be damaged.  */
#pragma once

#include <glib.h>

typedef struct _MoWriter MoWriter;

/* With a head that names the language, UTF-8 and this rule for plurals (NULL: one form).  */
MoWriter *mo_writer_new (const char *language, const char *plural_forms);
/* `context` may be NULL.  A message that is there already is replaced.  */
void mo_writer_add (MoWriter *writer, const char *context, const char *msgid, const char *text);
/* `forms` NULL-terminated.  */
void mo_writer_add_plural (MoWriter *writer, const char *context, const char *one,
                           const char *other, const char *const *forms);
/* In the byte order of this machine or the other one; the writer is freed.  */
GBytes *mo_writer_end (MoWriter *writer, gboolean swapped);
/* The same as FOLDER/LANGUAGE/LC_MESSAGES/handler-one.mo.  */
void mo_writer_save (MoWriter *writer, const char *folder);

/* Has the process's gettext speak this language from FOLDER.  Only a real locale of the system lets
 * it: any with UTF-8 will do.  */
void mo_use_language (const char *folder, const char *language);

/* Deletes a folder of catalogues with all that is in it, and frees the path.  */
void mo_remove_folder (char *folder);
