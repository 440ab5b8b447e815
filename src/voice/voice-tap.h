/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a tape is connected to the mix: a probe on one pad.
 *
 * It is there as long as the mix is, so beginning and ending a tape changes neither pads nor states.
 */
#pragma once

#include "voice/voice-tape.h"

typedef struct _VoiceTap VoiceTap;

/* (transfer full): `pad` gives what is to be taped. */
VoiceTap *voice_tap_new (GstPad *pad);

/* After the pipeline has stopped. */
void voice_tap_free (VoiceTap *tap);

/* From now on to this tape; NULL to none. */
void voice_tap_set_tape (VoiceTap *tap, VoiceTape *tape);

/* A transmission of so many seconds sounds from this running time on. */
void voice_tap_mark (VoiceTap *tap, GstClockTime running_time, guint64 id, double length_s);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoiceTap, voice_tap_free)
