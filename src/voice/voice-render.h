/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Speech through the radio chain into a file, without any sound device.
 */
#pragma once

#include "voice/voice-error.h"
#include "voice/voice-profile.h"

/* Speaks `text` with the voice of `profile` and writes it to `path` as WAV, 48 kHz, 16 bit, mono.
 * `distance_m` to the speaker and `strain` of the link (0…1) are heard as in the program; with
 * `dry` the radio is left out.  Needs no display, no audio device and no main loop; blocks.  Main
 * thread.
 *
 * Errors: VOICE_ERROR_WRITE when the file can not be written, VOICE_ERROR_TEXT when nothing in the
 * text can be spoken, VOICE_ERROR_NO_SPEECH and VOICE_ERROR_ELEMENT when a part is missing. */
gboolean voice_render_to_wav (const char *text, const VoiceProfile *profile, double distance_m,
                              double strain, gboolean dry, const char *path, GError **error);
