/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sound of the link as a moving picture: time runs to the end of the line, frequency upwards.
 * Where people want no animations it stands, and shows what sounds now.  */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_SPECTRUM (handler_spectrum_get_type ())
G_DECLARE_FINAL_TYPE (HandlerSpectrum, handler_spectrum, HANDLER, SPECTRUM, GtkWidget)

/* One column: `n` bands from low to high, in decibels (−80 is dark, −20 bright).  After a little
 * silence, and at once with `n` 0, all goes dark, and further silence is not drawn.  */
void handler_spectrum_push (HandlerSpectrum *self, const float *bands_db, gsize n);

/* Nothing is shown.  */
gboolean handler_spectrum_is_dark (HandlerSpectrum *self);

G_END_DECLS
