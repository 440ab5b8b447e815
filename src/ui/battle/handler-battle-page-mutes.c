/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Muting one speaker: of the selected machine, or of the selected caption while comms have the focus.  */
#include "ui/battle/handler-battle-page-private.h"
#include "ui/comms/handler-mutes.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

static void
show_mutes (HandlerBattlePage *self)
{
  OrderBook *book = engine_battle_get_book (self->battle);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->squad)); i++)
    handler_machine_set_muted (
        handler_squad_get_machine (self->squad, i),
        handler_mutes_contains (self->settings, order_book_machine (book, i)->id));
}

void
handler_battle_page_set_settings (HandlerBattlePage *self, GSettings *settings)
{
  g_return_if_fail (HANDLER_IS_BATTLE_PAGE (self));
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_func (self->settings, show_mutes, self);
  if (self->settings == NULL && settings != NULL) {
    g_set_object (&self->settings, settings);
    handler_battle_page_keep_layout (self);
  }
  g_set_object (&self->settings, settings);
  handler_pacer_set_settings (self->pacer, settings);
  if (settings != NULL)
    g_signal_connect_object (settings, "changed::muted-speakers", G_CALLBACK (show_mutes), self,
                             G_CONNECT_SWAPPED);
  show_mutes (self);
}

gboolean
handler_battle_page_is_muted (HandlerBattlePage *self, EngineCaption *caption)
{
  return handler_mutes_contains (
      self->settings, handler_mutes_speaker (engine_battle_get_book (self->battle), caption));
}

static void
toggle (HandlerBattlePage *self, const char *speaker, const char *name)
{
  gboolean muted = !handler_mutes_contains (self->settings, speaker);
  g_autofree char *isolated = handler_text_isolate (name);
  g_autofree char *text = NULL;

  handler_mutes_set (self->settings, speaker, muted);
  text = g_strdup_printf (
      /* Translators: announced; a call sign goes in. */
      muted ? C_("sound", "%s is muted; captions go on") : C_("sound", "%s is heard again"), isolated);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
handler_battle_page_mute_machine_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);
  OrderBook *book = engine_battle_get_book (self->battle);
  guint index = g_variant_get_uint32 (parameter);

  if (self->settings != NULL && index < order_book_n_machines (book))
    toggle (self, order_book_machine (book, index)->id, order_book_spoken_name (book, index));
}

void
handler_battle_page_mute_speaker_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);
  OrderBook *book = engine_battle_get_book (self->battle);
  EngineCaption *caption = handler_battle_page_comms_have_focus (self)
                               ? handler_comms_panel_get_caption (self->comms_panel)
                               : NULL;
  const char *speaker = caption == NULL ? NULL : handler_mutes_speaker (book, caption);

  if (self->settings == NULL)
    return;
  if (speaker != NULL)
    toggle (self, speaker, engine_caption_get_speaker (caption));
  else if (self->machine >= 0)
    toggle (self, order_book_machine (book, (gsize) self->machine)->id,
            order_book_spoken_name (book, (gsize) self->machine));
  else
    gtk_widget_error_bell (widget);
}
