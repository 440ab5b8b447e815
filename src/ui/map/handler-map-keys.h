/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the map, as a table: the controllers and the page of shortcuts are made from it.  */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *trigger; /* as gtk_shortcut_trigger_parse_string() reads it */
  const char *action;  /* detailed action name, "map.fit" */
  const char *title;   /* marked for translation; NULL: another key of the entry before */
} HandlerMapShortcut;

/* Ends with a trigger of NULL.  */
const HandlerMapShortcut *handler_map_get_shortcuts (void);

G_END_DECLS
