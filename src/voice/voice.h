/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sound of the link, for the rest of the program.
 *
 * A VoiceRadio is used on the main thread only; its signals and property changes come there.  No
 * function waits for the sound system: with no device, a dead server or missing parts it goes
 * silent, says so in `available` and `status`, and tries again by itself.  Nothing here drives the
 * battle, and captions never wait for it.
 *
 * Signals:
 *   started (id: guint64)                        its first sample has been given to the mix
 *   finished (id: guint64, completed: gboolean)  once for every voice_radio_say(): its last sample
 * has been given to the mix, or it was cut or dropped levels (VoiceLevels) about 15 times a second
 * while something sounds
 *   left-out (id: guint64, reason: guint)         a VoiceReason, just before the `finished` of one
 * that was not heard, or not to its end
 *   taped (id: guint64, place: VoicePlace)       it is on the tape (pointer, G_TYPE_POINTER)
 *   tape-ended (message: string)                 it could not go on, and why, translated
 *
 * Properties:
 *   muted (gboolean), volume (double, 0…1)       of everything
 *   output (string)                              name of the device that plays, see below
 *   available (gboolean, read only)              sound works; FALSE until the device has answered
 *   status (string, read only, nullable)         translated; why there is no sound or no speech, or that
 *                                                another device plays than the chosen one
 */
#pragma once

#include <glib-object.h>

#include "voice/voice-ambience.h"
#include "voice/voice-error.h"
#include "voice/voice-levels.h"
#include "voice/voice-place.h"
#include "voice/voice-profile.h"
#include "voice/voice-reason.h"
#include "voice/voice-sink-kind.h"
#include "voice/voice-sounds.h"
#include "voice/voice-utterance.h"

#define VOICE_TYPE_RADIO (voice_radio_get_type())
G_DECLARE_FINAL_TYPE (VoiceRadio, voice_radio, VOICE, RADIO, GObject)

/* (transfer full): `argument` as VoiceSinkKind says, else NULL.  Returns at once; the device is
 * opened in the background.  Belongs on the main thread before others start (voice-synthesis.h). */
VoiceRadio *voice_radio_new (VoiceSinkKind kind, const char *argument);

/* Lets it be heard as soon as the rules of voice-scheduler.h allow.  Copied.  Ids of living
 * utterances must differ; 0 and G_MAXUINT64 are not allowed. */
void voice_radio_say (VoiceRadio *radio, const VoiceUtterance *utterance);

/* Speaks it ahead, without letting it be heard, so that voice_radio_say() of the same text, speaker
 * and air length starts without delay.  The id does not matter. */
void voice_radio_prepare (VoiceRadio *radio, const VoiceUtterance *utterance);

/* Ends it, whether it waits or sounds; unknown ids are ignored. */
void voice_radio_cut (VoiceRadio *radio, guint64 id);
void voice_radio_cut_all (VoiceRadio *radio);

/* A console sound, at once; nothing where there is no sound. */
void voice_radio_sound (VoiceRadio *radio, VoiceSound sound);

gboolean voice_radio_get_muted (VoiceRadio *radio);
void voice_radio_set_muted (VoiceRadio *radio, gboolean muted);

double voice_radio_get_volume (VoiceRadio *radio);
void voice_radio_set_volume (VoiceRadio *radio, double volume);

/* The device that plays, by the name that VoiceDevices gives; NULL or "" is the default of the sound
 * system, and never NULL is returned.  Acts at once; what sounds is cut.  A device that is not
 * there is replaced by the default, which `status` says, until it is there again.  Does
 * nothing to a radio that is not VOICE_SINK_AUTOMATIC. */
const char *voice_radio_get_output (VoiceRadio *radio);
void voice_radio_set_output (VoiceRadio *radio, const char *name);

/* Whether it plays by a device that can be chosen, that is VOICE_SINK_AUTOMATIC. */
gboolean voice_radio_has_devices (VoiceRadio *radio);

/* What the link itself sounds like from now on, until it is told otherwise; at the start nothing.
 * Muted, it is silent and costs nothing.  What is told many times is taken once. */
void voice_radio_set_ambience (VoiceRadio *radio, const VoiceAmbience *ambience);

/* Volume 0…1 of one layer beside that of everything; 0 switches it off.  1 at the start. */
void voice_radio_set_layer_volume (VoiceRadio *radio, VoiceLayer layer, double volume);

/* A muted speaker is cut and not heard until unmuted. */
gboolean voice_radio_get_speaker_muted (VoiceRadio *radio, const char *speaker);
void voice_radio_set_speaker_muted (VoiceRadio *radio, const char *speaker, gboolean muted);

/* Game speed.  Above 1 voices are not sped up beyond 15 %; what matters less is left out. */
void voice_radio_set_time_scale (VoiceRadio *radio, double time_scale);

/* Records all that is mixed from now on, whatever volume and mute are and also while no device
 * plays, as Ogg/Opus into `folder`, which is there and empty: 0001.ogg and so on.  The tape before
 * this ends.  Who is muted alone is not mixed.  Nothing waits for the disk. */
void voice_radio_begin_tape (VoiceRadio *radio, const char *folder);
/* Its last segment is finished in the background; no signal tells of that. */
void voice_radio_end_tape (VoiceRadio *radio);
/* Pieces of sound that the disk was too slow for, of the tape under way. */
guint voice_radio_get_n_lost (VoiceRadio *radio);

gboolean voice_radio_get_available (VoiceRadio *radio);
const char *voice_radio_get_status (VoiceRadio *radio);

/* Pieces of sound that came too late since the device was opened, for tests and benchmarks. */
guint voice_radio_get_n_late (VoiceRadio *radio);

/* Ends all sound, the tape and the thread; takes 3 s at most, whatever the sound system does.  From then on
 * every call does nothing, and no signal comes.  Also done when the last reference goes. */
void voice_radio_shutdown (VoiceRadio *radio);
