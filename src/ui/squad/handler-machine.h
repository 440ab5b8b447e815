/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One own machine as a row of the squad list: words and figures made from what the handler knows.
 *
 * Properties are read-only and notify only when what they say has changed, so a row that binds
 * them costs nothing while nothing is new.  */
#pragma once

#include "engine/engine.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* ---- A platoon, the heading of its rows ------------------------------------------------------ */

#define HANDLER_TYPE_PLATOON (handler_platoon_get_type ())
G_DECLARE_FINAL_TYPE (HandlerPlatoon, handler_platoon, HANDLER, PLATOON, GObject)
/* `title` is "First Platoon".  Properties: title, strength ("3 / 4").  */
HandlerPlatoon *handler_platoon_new (guint number, const char *title);
guint handler_platoon_get_number (HandlerPlatoon *self);
void handler_platoon_set_strength (HandlerPlatoon *self, guint alive, guint started);

/* ---- A machine ------------------------------------------------------------------------------- */

#define HANDLER_TYPE_MACHINE (handler_machine_get_type ())
G_DECLARE_FINAL_TYPE (HandlerMachine, handler_machine, HANDLER, MACHINE, GObject)

/* How grave its state is: for the colour beside the word, never instead of it.  */
typedef enum {
  HANDLER_GRAVITY_NONE,
  HANDLER_GRAVITY_DIM,
  HANDLER_GRAVITY_WARNING,
  HANDLER_GRAVITY_ERROR,
} HandlerGravity;

/* `machine` is copied from; `index` is its place in the roster.  */
HandlerMachine *handler_machine_new (guint index, const OrderMachine *machine,
                                     const char *spoken_name, HandlerPlatoon *platoon);
guint handler_machine_get_index (HandlerMachine *self);
const char *handler_machine_get_name (HandlerMachine *self);
const char *handler_machine_get_code (HandlerMachine *self);
HandlerPlatoon *handler_machine_get_platoon (HandlerMachine *self);
gboolean handler_machine_get_lost (HandlerMachine *self);
gboolean handler_machine_get_speaking (HandlerMachine *self);
/* Whether its pilot's voice is turned off.  */
gboolean handler_machine_get_muted (HandlerMachine *self);
void handler_machine_set_muted (HandlerMachine *self, gboolean muted);
/* No telemetry for a while: its figures are old.  */
gboolean handler_machine_get_stale (HandlerMachine *self);
gboolean handler_machine_get_damaged (HandlerMachine *self);
HandlerGravity handler_machine_get_gravity (HandlerMachine *self);
const char *handler_machine_get_status (HandlerMachine *self);
/* One sentence with all of it, for screen readers.  */
const char *handler_machine_get_description (HandlerMachine *self);
/* SIM_N_PARTS values, 0 gone to 255 sound.  */
const guint8 *handler_machine_get_parts (HandlerMachine *self);
/* Seconds since the last word; negative: none yet.  */
double handler_machine_get_age (HandlerMachine *self);
/* Rounds; of a Scavenger its loads.  */
guint handler_machine_get_ammunition (HandlerMachine *self);
/* Has it little left, as far as was told?  */
gboolean handler_machine_get_low (HandlerMachine *self);

/* Takes what is known now.  `task` is what it is told to do, in words ("" for nothing);
 * `stale_s` is the age from which figures count as old.  Returns TRUE if anything changed.  */
gboolean handler_machine_update (HandlerMachine *self, const PictureOwn *own, SimTick now,
                                 const char *task, double stale_s);

G_END_DECLS
