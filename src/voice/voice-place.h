/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Where a transmission begins on a tape. */
typedef struct {
  guint segment;   /* from 1 on */
  guint at_ms;     /* within it */
  guint tape_ms;   /* within all, one behind the other */
  guint length_ms; /* if it is not cut */
} VoicePlace;
