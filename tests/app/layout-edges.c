/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-edges.h"

/* Less is rounding.  */
#define SLACK_PX 1.5f

/* Where the words themselves are drawn, in the pixels of `root`.  */
static gboolean
drawn_words (GtkLabel *label, GtkWidget *root, graphene_rect_t *words)
{
  PangoRectangle extents;
  graphene_point_t corner;
  int x, y;

  pango_layout_get_pixel_extents (gtk_label_get_layout (label), NULL, &extents);
  gtk_label_get_layout_offsets (label, &x, &y);
  if (!gtk_widget_compute_point (GTK_WIDGET (label), root,
                                 &GRAPHENE_POINT_INIT ((float) (x + extents.x), (float) (y + extents.y)),
                                 &corner))
    return FALSE;
  *words = GRAPHENE_RECT_INIT (corner.x, corner.y, (float) extents.width, (float) extents.height);
  return extents.width > 0;
}

/* How far words stick out of a box, in the directions that count.  */
static float
sticks_out (const graphene_rect_t *words, const graphene_rect_t *box, gboolean across,
            gboolean upright)
{
  float out = 0;

  if (across)
    out = MAX (box->origin.x - words->origin.x,
               words->origin.x + words->size.width - box->origin.x - box->size.width);
  if (upright)
    out = MAX (out, MAX (box->origin.y - words->origin.y,
                         words->origin.y + words->size.height - box->origin.y - box->size.height));
  return out;
}

/* What is moved by a scrolled window cuts off what can be scrolled to.  */
static gboolean
scrolls (GtkWidget *widget, GtkOrientation orientation)
{
  GtkWidget *scrolled = gtk_widget_get_parent (widget);
  GtkPolicyType across, upright;

  if (GTK_IS_SCROLLABLE (scrolled))
    return scrolls (scrolled, orientation);
  if (!GTK_IS_SCROLLED_WINDOW (scrolled))
    return FALSE;
  gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (scrolled), &across, &upright);
  return (orientation == GTK_ORIENTATION_HORIZONTAL ? across : upright) != GTK_POLICY_NEVER;
}

float
layout_sticks_out (GtkLabel *label, GtkWidget **past)
{
  GtkWidget *widget = GTK_WIDGET (label), *root = GTK_WIDGET (gtk_widget_get_native (widget));
  gboolean across = TRUE, upright = TRUE;
  graphene_rect_t words, box;

  if (!drawn_words (label, root, &words))
    return 0;
  for (GtkWidget *above = widget; above != NULL; above = gtk_widget_get_parent (above)) {
    gboolean cuts = above == widget || above == root
                    || gtk_widget_get_overflow (above) == GTK_OVERFLOW_HIDDEN;

    across &= !scrolls (above, GTK_ORIENTATION_HORIZONTAL);
    upright &= !scrolls (above, GTK_ORIENTATION_VERTICAL);
    *past = above;
    if (cuts && gtk_widget_compute_bounds (above, root, &box)
        && sticks_out (&words, &box, across, upright) > SLACK_PX)
      return sticks_out (&words, &box, across, upright);
    if (above == root)
      break;
  }
  return 0;
}
