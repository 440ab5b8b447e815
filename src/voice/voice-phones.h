/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sounds of English as the recogniser's dictionary writes them (ARPAbet): "F AO L K".
 */
#pragma once

#include <glib.h>

/* (transfer full) (nullable): from the mnemonics of espeak-ng, parted by '_' ("f_'O:_l_k@").  NULL
 * when one of them has no like in English.  `is_british`: as they sound in Britain, else as in America. */
char *voice_phones_from_mnemonics (const char *mnemonics, gboolean is_british);

/* (transfer full) (nullable): how an English voice of the synthesiser ("gmw/en-US") would say a text;
 * waits for the synthesis thread.  Not the main thread of a window. */
char *voice_phones_of (const char *text, const char *voice);
