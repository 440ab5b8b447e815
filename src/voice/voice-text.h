/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes any text safe and sensible to hand to the speech synthesiser.
 */
#pragma once

#include <glib.h>

/* Characters of one transmission that are spoken; the rest is left out at a word boundary. */
#define VOICE_TEXT_MAX_CHARS 480

/* (transfer full): `text` with everything gone that a synthesiser could take for a command or that
 * has no sound: control and format characters, markup and bracket characters, symbols, bytes that
 * are not UTF-8.  White space is collapsed, the length capped.  Empty if nothing can be spoken. */
char *voice_text_clean (const char *text);
