/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one checked way to make a GStreamer element.
 */
#pragma once

#include <gst/gst.h>

/* gst_init_check() once for the process, as a VOICE_ERROR_ELEMENT.  Any thread. */
gboolean voice_gst_init (GError **error);

/* (transfer floating) (nullable): an element of `factory`.  Error: VOICE_ERROR_ELEMENT, naming the
 * factory. */
GstElement *voice_element_new (const char *factory, GError **error);

/* (transfer floating) (nullable): the same, added to `bin` (which then owns it). */
GstElement *voice_element_add (GstBin *bin, const char *factory, GError **error);

/* Links two that are in a bin.  Error: VOICE_ERROR_FAILED. */
gboolean voice_element_link (GstElement *from, GstElement *to, GError **error);

/* Adds one of each factory to `bin`, linked in their order, and gives them in `elements`.  Errors of
 * voice_element_add() and voice_element_link(); what was added by then stays in the bin. */
gboolean voice_element_add_chain (GstBin *bin, const char *const *factories, gsize n,
                                  GstElement **elements, GError **error);
