/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sink that records what it is given and fails in the way a test asks for.
 *
 * Registered as the factory VOICE_TEST_SINK.  There is one recording and one behaviour for all
 * sinks of the process.
 */
#pragma once

#include <gst/gst.h>

#define VOICE_TEST_SINK "voicetestsink"

typedef enum {
  TEST_SINK_WORKS,
  TEST_SINK_CAN_NOT_OPEN,    /* an error when it starts */
  TEST_SINK_FAILS_IN_PLAY,   /* an error with the next buffer */
  TEST_SINK_HANGS_IN_OPEN,   /* starting blocks until test_sink_release() */
  TEST_SINK_HANGS_IN_STOP,   /* stopping does */
  TEST_SINK_HANGS_IN_PLAY,   /* a buffer does, deaf to unlocking */
  TEST_SINK_FAILS_AND_HANGS, /* an error with the next buffer, then stopping blocks */
  TEST_SINK_NEVER_PREROLLS,  /* the first buffer is never taken, but stopping works */
} TestSinkBehaviour;

#define TEST_SINK_N_BEHAVIOURS (TEST_SINK_NEVER_PREROLLS + 1)

/* gst_init() must have been called. */
void test_sink_register (void);

void test_sink_set_behaviour (TestSinkBehaviour behaviour);

/* Lets go what hangs. */
void test_sink_release (void);

/* Empties the recording. */
void test_sink_clear (void);

/* Frames (at 48 kHz, stereo) and buffers recorded so far. */
gsize test_sink_get_n_frames (void);
guint test_sink_get_n_buffers (void);

/* RMS of channel 0 or 1 over `n` frames from `first`; G_MAXSIZE for all. */
double test_sink_get_rms (guint channel, gsize first, gsize n);

/* Amplitude of one frequency (Goertzel) in channel 0 or 1 over `n` frames from `first`. */
double test_sink_get_tone (guint channel, gsize first, gsize n, double hz);

/* The first frame from `first` on that is louder than `level`, or -1. */
gssize test_sink_find_sound (gsize first, double level);

/* The monotonic time at which the first frame louder than 0.005 since test_sink_clear() was due, or
 * 0. */
gint64 test_sink_get_sound_time (void);

/* Runs the main loop for so long. */
void test_run_for (double seconds);
