/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comms panel: level, spectrum and every caption of the battle, searched and filtered.
 *
 * Signal `caption-activated` (EngineCaption *): Enter or double click; the owner shows its place.  */
#pragma once

#include "engine/engine.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_COMMS_PANEL (handler_comms_panel_get_type ())
G_DECLARE_FINAL_TYPE (HandlerCommsPanel, handler_comms_panel, HANDLER, COMMS_PANEL, AdwBin)

/* NULL empties it.  */
void handler_comms_panel_set_battle (HandlerCommsPanel *self, EngineBattle *battle);
/* Shows what has come since the last call; from the first one on, nothing new is shown but by it.  */
void handler_comms_panel_show_new (HandlerCommsPanel *self);
/* The same, one after the other until that time of the monotonic clock.  TRUE when all are shown.  */
gboolean handler_comms_panel_show_some (HandlerCommsPanel *self, gint64 until_us);
/* Roster index of the machine that `Only the Selected Machine` means; −1 none.  */
void handler_comms_panel_set_selected (HandlerCommsPanel *self, int machine);
/* In decibels of full scale.  */
void handler_comms_panel_set_levels (HandlerCommsPanel *self, double left_db, double right_db);
/* With `n` 0 there is no sound any more.  */
void handler_comms_panel_push_spectrum (HandlerCommsPanel *self, const float *bands_db, gsize n);
/* "sound off", "no sound device: captions only"; "" when all is well.  */
void handler_comms_panel_set_sound_state (HandlerCommsPanel *self, const char *text);
/* The selected caption, or NULL.  Borrowed.  */
EngineCaption *handler_comms_panel_get_caption (HandlerCommsPanel *self);
/* Moves the keyboard focus to the list.  */
void handler_comms_panel_focus_list (HandlerCommsPanel *self);
/* Captions that pass search and filter.  */
guint handler_comms_panel_get_n_shown (HandlerCommsPanel *self);
/* `compact` leaves heading and spectrum out, `tiny` level and queue too: for narrow and low windows.  */
void handler_comms_panel_set_compact (HandlerCommsPanel *self, gboolean compact, gboolean tiny);
/* For a narrow window with large text: the words of a caption have the whole width, not a column of it.  */
void handler_comms_panel_set_slim (HandlerCommsPanel *self, gboolean slim);
/* What stands above the captions: what waits for air.  */
void handler_comms_panel_set_queue (HandlerCommsPanel *self, GtkWidget *queue);

/* Whoever can play a caption's words once more: `why_not` is NULL where it can, else why not, translated and static
 * ("left out at this speed").  */
typedef struct {
  const char *(*why_not) (EngineCaption *caption, gpointer data);
  void (*play) (EngineCaption *caption, gpointer data);
  gpointer data;
} HandlerReplaySource;

/* Copied; NULL: nobody can any more.  */
void handler_comms_panel_set_replay (HandlerCommsPanel *panel, const HandlerReplaySource *source);

G_END_DECLS
