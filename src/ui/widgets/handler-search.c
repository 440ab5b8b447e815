/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One key for every list that can be searched: it opens the search that is nearest to the focus.  */
#include "ui/widgets/handler-search.h"

static GtkSearchBar *
find_below (GtkWidget *widget)
{
  GtkSearchBar *found = NULL;

  if (GTK_IS_SEARCH_BAR (widget))
    return gtk_widget_get_mapped (widget) ? GTK_SEARCH_BAR (widget) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_below (child);
  return found;
}

/* Of the focus, then of what is around it.  */
static GtkSearchBar *
find_nearest (GtkWidget *widget)
{
  GtkSearchBar *found = NULL;

  for (; widget != NULL && found == NULL; widget = gtk_widget_get_parent (widget))
    found = find_below (widget);
  return found;
}

void
handler_search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (widget));
  GtkSearchBar *bar = find_nearest (focus != NULL ? focus : widget);

  if (bar == NULL)
    return;
  gtk_search_bar_set_search_mode (bar, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (bar), GTK_DIR_TAB_FORWARD);
}
