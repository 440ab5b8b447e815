/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strain of the link as five bars of growing height; the word stands beside it elsewhere.  */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_STRAIN_METER (handler_strain_meter_get_type ())
G_DECLARE_FINAL_TYPE (HandlerStrainMeter, handler_strain_meter, HANDLER, STRAIN_METER, GtkWidget)

/* 0 to 100.  */
void handler_strain_meter_set_strain (HandlerStrainMeter *self, double strain);

G_END_DECLS
