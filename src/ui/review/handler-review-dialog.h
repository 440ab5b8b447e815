/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After a battle: what she believed beside what was true, moment by moment.  */
#pragma once

#include "engine/engine.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_REVIEW_DIALOG (handler_review_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HandlerReviewDialog, handler_review_dialog, HANDLER, REVIEW_DIALOG, AdwDialog)

/* Takes the replay, plays it again off the main thread, and shows the moment at which belief was farthest from
 * truth.  What goes wrong is said in the dialog.  */
HandlerReviewDialog *handler_review_dialog_new (ScenarioReplay *replay);

G_END_DECLS
