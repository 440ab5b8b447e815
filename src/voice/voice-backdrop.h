/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bed and whispers in the mix: one source of its own, built with the pipeline and never removed.
 *
 * appsrc (stereo) → audioresample → format → mixer
 *
 * Pulled as a slot is (voice-slot.h): silent, it gives nothing and costs nothing.  Functions are
 * for the voice thread.
 */
#pragma once

#include "voice/voice-ambience.h"

#include <gst/gst.h>

typedef struct _VoiceBackdrop VoiceBackdrop;

/* (transfer full) (nullable): built into `bin` and connected to `mixer`, silent. */
VoiceBackdrop *voice_backdrop_new (GstBin *bin, GstElement *mixer, GError **error);

/* After the pipeline has stopped. */
void voice_backdrop_free (VoiceBackdrop *backdrop);

/* What is to be heard, and how loud bed and whispers are (linear, 0: off). */
void voice_backdrop_set (VoiceBackdrop *backdrop, const VoiceAmbience *ambience);
void voice_backdrop_set_gains (VoiceBackdrop *backdrop, double bed, double whispers);

/* Goes back while somebody speaks. */
void voice_backdrop_duck (VoiceBackdrop *backdrop, gboolean ducked);

/* Nothing is heard, and nothing will be until it is told otherwise. */
gboolean voice_backdrop_is_silent (VoiceBackdrop *backdrop);

/* Begins at the running time `now`, if there is something to be heard and it has not begun. */
void voice_backdrop_wake (VoiceBackdrop *backdrop, GstClockTime now);

/* Pieces that came after the moment they were for. */
guint voice_backdrop_get_n_late (VoiceBackdrop *backdrop);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoiceBackdrop, voice_backdrop_free)
