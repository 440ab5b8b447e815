/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comms/handler-announcer.h"
#include "ui/comms/handler-caption-text.h"

/* The same speaker is not announced again sooner, but in an emergency.  */
#define SUBJECT_S 4.0

struct _HandlerAnnouncer {
  GtkWidget *widget;
  gboolean voiced;
  GHashTable *last; /* speaker -> time in microseconds, gint64 * */
};

HandlerAnnouncement
handler_announcer_decide (EngineCaptionKind kind, SimAirClass air_class, gboolean voiced,
                          double since_s)
{
  HandlerAnnouncement silent = {FALSE, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW};
  gboolean again = since_s >= 0 && since_s < SUBJECT_S;

  if (kind == ENGINE_CAPTION_CONSOLE)
    return (HandlerAnnouncement){TRUE, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM};
  /* What the person said needs no echo; its steps stand on the card.  */
  if (kind == ENGINE_CAPTION_ORDER || voiced)
    return silent;
  if (air_class == SIM_AIR_EMERGENCY)
    return (HandlerAnnouncement){TRUE, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH};
  if (again || air_class == SIM_AIR_TALK)
    return silent;
  if (air_class == SIM_AIR_STATUS)
    return (HandlerAnnouncement){TRUE, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW};
  return (HandlerAnnouncement){TRUE, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM};
}

HandlerAnnouncer *
handler_announcer_new (GtkWidget *widget)
{
  HandlerAnnouncer *self = g_new0 (HandlerAnnouncer, 1);

  self->widget = widget;
  self->last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
handler_announcer_free (HandlerAnnouncer *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->last);
  g_free (self);
}

void
handler_announcer_set_voiced (HandlerAnnouncer *self, gboolean voiced)
{
  self->voiced = voiced;
}

void
handler_announcer_caption (HandlerAnnouncer *self, EngineCaption *caption, gboolean muted)
{
  const char *speaker = engine_caption_get_speaker (caption);
  gint64 *last = g_hash_table_lookup (self->last, speaker != NULL ? speaker : "");
  gint64 now = g_get_monotonic_time ();
  HandlerAnnouncement decision = handler_announcer_decide (
      engine_caption_get_kind (caption), engine_caption_get_air_class (caption),
      self->voiced && !muted,
      last == NULL ? -1 : (double) (now - *last) / G_USEC_PER_SEC);
  g_autofree char *text = NULL;

  if (!decision.say || !gtk_widget_get_mapped (self->widget))
    return;
  text = handler_caption_spoken (caption);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->widget), text, decision.priority);
  g_hash_table_replace (self->last, g_strdup (speaker != NULL ? speaker : ""),
                        g_memdup2 (&now, sizeof now));
}
