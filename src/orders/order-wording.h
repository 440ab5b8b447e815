/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of wordings (private to the room).  */
#pragma once

#include "sim/sim-types.h"

#include <glib.h>

#define ORDER_MAX_WORDINGS 5

typedef struct {
  const char *texts[ORDER_MAX_WORDINGS]; /* not yet translated, context "report" */
  const char *numbers[2];                /* what the N arguments count */
  gboolean fine;                         /* positions with their keypad digit */
} OrderWording;

/* Of talk (order-talk.c): `phrase` is SIM_FIRST_TALK or more.  Never NULL.  */
const OrderWording *order_talk_wording (guint phrase);
/* Never NULL; a phrase out of range has no wording.  */
const OrderWording *order_wording (guint phrase);
guint order_wording_count (const OrderWording *wording);
/* The wordings of a phrase in a manner (SimManner), plain ones where it has none; `*count` how many.  */
const char *const *order_wording_texts (guint phrase, guint manner, guint *count);
