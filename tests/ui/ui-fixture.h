/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A squadron of five, in two platoons, and a picture of it, for tests of the window's parts.  */
#pragma once

#include "engine/engine.h"
#include "ui/battle/handler-battle-page.h"

/* The names of the training battle: Kestrel, Heron, Plover (whose own name is known), Magpie, Wren;
 * 8 by 6 km.  */
OrderBook *fixture_book (void);
/* All heard of at tick 1000, in good order, no contact.  Free with g_free().  */
PictureView *fixture_view (void);
/* Adds a track of three of the first Legion type, that this machine has seen.  */
void fixture_add_track (PictureView *view, guint32 number, BaseVec position, guint source);

/* The training battle, stopped, on its page in a window.  */
typedef struct {
  GSettings *settings;
  EngineBattle *battle;
  GtkWidget *window; /* NULL: it is closed */
  HandlerBattlePage *page;
} FixtureBattle;

/* With the settings that it has, and mapped.  */
void fixture_battle_open (FixtureBattle *f, int width);
void fixture_battle_close (FixtureBattle *f);

gboolean fixture_is_mapped (gpointer widget);
/* Runs the main loop until `condition` or the limit of 5 s; returns what `condition` says last.  */
gboolean fixture_wait (gboolean (*condition) (gpointer data), gpointer data);
