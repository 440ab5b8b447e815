/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long the sound system is waited for.  One place, so that tests of many faults need not wait
 * as long as people do.
 */
#pragma once

#include <glib.h>

/* All in milliseconds. */
typedef struct {
  guint start;    /* a pipeline that does not play by then never will */
  guint stall;    /* an awake pipeline that measured no level for so long does not flow */
  guint stall_at; /* how often that is looked at */
  guint retry;    /* until a device that was not there is tried again */
  guint chosen;   /* how often the device that was chosen is looked for while another plays */
  guint busy;     /* a voice thread that has not come back for so long is given up: opening a
                   * device through a slow server may take seconds */
  guint busy_at;  /* how often that is looked at */
  guint list;     /* how often devices are listed while somebody chooses */
} VoiceTimes;

/* The program's own.  Tests may set shorter ones before the first VoiceRadio; nobody else writes. */
extern VoiceTimes voice_times;
