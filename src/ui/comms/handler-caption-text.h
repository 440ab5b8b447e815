/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Captions as words: what a row shows and what is read aloud.  Results are newly allocated.  */
#pragma once

#include "engine/engine.h"

G_BEGIN_DECLS

/* The steps an order has gone: "✓ heard  ✓ read back 05:46:49  … waits: under fire".  `states` has
 * bits 1 << SimOrderState, `last` the latest, `clock` gives the time of the read-back or NULL.  */
char *handler_caption_steps (guint states, SimOrderState last, SimCause cause,
                             const char *read_back_time);
char *handler_caption_steps_of (EngineCaption *caption, EngineBattle *battle);

/* "Falke", "You → First Platoon" or "Console".  */
char *handler_caption_title (EngineCaption *caption);

/* "Falke: Contact, two tanks".  */
char *handler_caption_line (EngineCaption *caption);
/* "05:46:49 Falke: Contact, two tanks", to be copied or written to a file.  */
char *handler_caption_dated_line (EngineCaption *caption, EngineBattle *battle);

/* One sentence for a screen reader: who, from where, what; lost words named.  */
char *handler_caption_spoken (EngineCaption *caption);

/* Icon of its class, and the style class of it.  */
const char *handler_caption_icon (EngineCaption *caption);
const char *handler_caption_style (EngineCaption *caption);

G_END_DECLS
