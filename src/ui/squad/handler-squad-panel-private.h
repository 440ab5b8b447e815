/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/squad/handler-squad-panel.h"
#include "ui/squad/handler-squad-strip.h"

G_BEGIN_DECLS

struct _HandlerSquadPanel {
  AdwBin parent_instance;
  OrderBook *book;
  HandlerSquad *squad;
  HandlerContacts *contacts;
  HandlerMarks *marks;
  GSignalGroup *squad_signals;
  GSignalGroup *contacts_signals;
  GSignalGroup *marks_signals;
  char *filter_name;
  char *sort_name;

  GtkCustomFilter *filter;
  GtkSortListModel *sorted;
  GtkSingleSelection *machines;
  GtkSingleSelection *tracks;
  GtkSingleSelection *marked;
  GtkWidget *menu; /* of a row, parented here while shown */
  gboolean quiet;  /* a selection made by the program, not by the person */
  guint fresh_frames; /* for which the list of machines is still held at its top */
  guint fresh_id;

  GtkListView *machines_view;
  GtkListView *contacts_view;
  GtkListView *marks_view;
  GtkStack *contacts_stack;
  GtkStack *marks_stack;
  AdwStatusPage *no_marks;
  AdwViewStack *stack;
  AdwViewStackPage *contacts_page;
  GtkWidget *heading;
  GtkWidget *switcher;
  HandlerSquadStrip *strip;
  GtkLabel *strength;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
};

/* handler-squad-panel-lists.c */
void handler_squad_panel_init_lists (HandlerSquadPanel *self);
void handler_squad_panel_apply_sort (HandlerSquadPanel *self);
void handler_squad_panel_refilter (HandlerSquadPanel *self);
/* handler-squad-panel-menu.c */
void handler_squad_panel_init_menus (HandlerSquadPanel *self);
void handler_squad_panel_close_menu (HandlerSquadPanel *self);

G_END_DECLS
