/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the page of a tape share.  */
#pragma once

#include "ui/tapes/handler-tape-page.h"

G_BEGIN_DECLS

struct _HandlerTapePage {
  AdwNavigationPage parent_instance;
  HandlerTape *tape;   /* (owned) */
  VoicePlayer *player; /* (owned) */
  GCancellable *cancellable;
  char *wanted;        /* folded */
  gboolean may_play;
  gboolean mine;       /* what the player plays was asked for here */
  guint heard;         /* line that is heard, G_MAXUINT: none */

  GtkMultiSelection *selection; /* (owned) */
  GtkFilter *filter;            /* borrowed from it */
  GtkEditable *search;
  AdwBanner *banner;
  GtkStack *stack;
  GtkListView *list;
  GtkButton *play_button;
  GtkLabel *now;
};

void handler_tape_page_tell (HandlerTapePage *self, const char *text);
/* From the first to the end of the last line selected that is on the tape; FALSE: there is none.  */
gboolean handler_tape_page_get_passage (HandlerTapePage *self, const ScenarioTapeLine **first,
                                        guint *length_ms);

/* handler-tape-page-export.c */
void handler_tape_page_install_export (GtkWidgetClass *widget_class);

G_END_DECLS
