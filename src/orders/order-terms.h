/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as they stand inside a spoken sentence (private to the room).  Translated, static.  */
#pragma once

#include "orders/orders.h"

/* "taking fire", "legs are gone": what a pilot gives as a reason.  */
const char *order_cause_clause (SimCause cause);
/* "the legs".  */
const char *order_part_clause (SimPart part);
/* "hill", "bridge".  */
const char *order_place_kind_text (PicturePlaceKind kind);
/* "open ground", "woods".  */
const char *order_cover_text (PictureCover cover);
