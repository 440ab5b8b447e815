/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of what is said a caption does not show: the same words are lost to the ear and to the eye,
 * though what is written and what is said differ (G04-7, “golf zero four decimal seven”).  */
#pragma once

#include "voice/voice-radio-curve.h"

G_BEGIN_DECLS

/* Fills `lost` with the stretches of `spoken`, in thousandths of its letters, that stand for the ▒ of
 * `caption`; at most `most` of them.  Words that both have are anchors; between two of them, and in
 * another language, letters are in proportion.  Returns how many.  */
gsize lost_words_in_speech (const char *caption, const char *spoken, VoiceLostInterval *lost,
                            gsize most);

G_END_DECLS
