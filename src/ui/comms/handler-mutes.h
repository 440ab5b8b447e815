/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is not to be heard, kept in the key muted-speakers: ids of machines, "desk", "handler".  What they say is
 * written as before.  Main thread; `settings` may be NULL: everybody is heard.  */
#pragma once

#include "engine/engine.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean handler_mutes_contains (GSettings *settings, const char *speaker);
void handler_mutes_set (GSettings *settings, const char *speaker, gboolean muted);
/* The id of who says a caption; NULL for the console, which has no voice.  Borrowed.  */
const char *handler_mutes_speaker (OrderBook *book, EngineCaption *caption);

G_END_DECLS
