/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether words are drawn beyond what shows them.  */
#pragma once

#include <gtk/gtk.h>

/* By how many pixels the words of a mapped label stick out of its own place, of something around it that cuts off what
 * is beyond it, or of the window or popover that it stands in; at most in the directions in which nobody can scroll.  0:
 * they do not; else `*past` is what they stick out of, the innermost.  */
float layout_sticks_out (GtkLabel *label, GtkWidget **past);
