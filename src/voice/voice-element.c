/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-element.h"

#include "voice/voice-error.h"

#include <glib/gi18n-lib.h>

gboolean
voice_gst_init (GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (gst_init_check (NULL, NULL, &cause))
    return TRUE;
  g_set_error (error, VOICE_ERROR, VOICE_ERROR_ELEMENT,
               /* Translators: the placeholder is a message from the GStreamer library. */
               _ ("The sound library could not be started: %s"),
               cause != NULL ? cause->message : "?");
  return FALSE;
}

GstElement *
voice_element_new (const char *factory, GError **error)
{
  GstElement *element = gst_element_factory_make (factory, NULL);

  if (element == NULL)
    g_set_error (error, VOICE_ERROR, VOICE_ERROR_ELEMENT,
                 /* Translators: the placeholder is the name of a part of GStreamer. */
                 _ ("A part of the sound library is missing: “%s”. GStreamer's base and good "
                    "plug-ins have all that is needed"),
                 factory);
  return element;
}

GstElement *
voice_element_add (GstBin *bin, const char *factory, GError **error)
{
  GstElement *element = voice_element_new (factory, error);

  if (element != NULL)
    gst_bin_add (bin, element);
  return element;
}

gboolean
voice_element_link (GstElement *from, GstElement *to, GError **error)
{
  if (gst_element_link (from, to))
    return TRUE;
  g_set_error_literal (error, VOICE_ERROR, VOICE_ERROR_FAILED,
                       _ ("The parts of the sound library do not fit together"));
  return FALSE;
}

gboolean
voice_element_add_chain (GstBin *bin, const char *const *factories, gsize n, GstElement **elements,
                         GError **error)
{
  for (gsize i = 0; i < n; i++) {
    elements[i] = voice_element_add (bin, factories[i], error);
    if (elements[i] == NULL || (i > 0 && !voice_element_link (elements[i - 1], elements[i], error)))
      return FALSE;
  }
  return TRUE;
}
