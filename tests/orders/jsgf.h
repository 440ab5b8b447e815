/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does a grammar in JSGF take a sentence?  Enough of it for what the program writes: rules, words,
 * alternatives with weights, groups, options, '+' and '*'.  */
#pragma once

#include <glib.h>

#define JSGF_MOST_WORDS 255

typedef struct _Jsgf Jsgf;

/* Aborts on what it can not read.  */
Jsgf *jsgf_new (const char *text);
void jsgf_free (Jsgf *jsgf);
gboolean jsgf_accepts (Jsgf *jsgf, const char *rule, const char *words);
/* A sentence of a rule, by chance.  */
char *jsgf_speak (Jsgf *jsgf, const char *rule, GRand *random);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Jsgf, jsgf_free)
