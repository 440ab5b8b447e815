/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says that something takes its time, and lets it be cancelled.
 *
 * A dialog that comes when the work has not ended within a moment, so that what is quick flashes nothing.
 * Its button and Escape cancel the work's cancellable; whoever works does the rest.  Main thread, but for
 * the share.  */
#pragma once

#include "ui/widgets/handler-share.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _HandlerWorking HandlerWorking;

/* `heading` says what is being done.  It lies above `parent`, which may go before it does.  */
HandlerWorking *handler_working_new (GtkWidget *parent, const char *heading, GCancellable *cancellable);
/* Borrowed; a bar shows it once it is more than 0.  */
HandlerShare *handler_working_get_share (HandlerWorking *working);
/* The dialog, or NULL while there is none.  */
AdwDialog *handler_working_get_dialog (HandlerWorking *working);
/* The work has ended, in whatever way: the dialog goes, and this with it.  NULL is none.  */
void handler_working_end (HandlerWorking *working);

G_END_DECLS
