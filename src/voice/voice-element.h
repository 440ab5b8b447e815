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
