/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what happened to the report that is read: the aftermath is plain values (made where the
 * battle is stepped, read by any thread that it is handed to); the result adds the words.
 *
 * Private to the engine.  */
#pragma once

#include "engine/engine-quality.h"
#include "engine/engine.h"
#include "sim/sim.h"

G_BEGIN_DECLS

typedef enum {
  ENGINE_NOTE_CONTACT,    /* first report of an enemy of this type */
  ENGINE_NOTE_INITIATIVE, /* the captain or a pilot acted unasked */
  ENGINE_NOTE_PERSON,     /* a downed pilot was fetched, or found dead */
  ENGINE_NOTE_OBJECTIVE,  /* reached or lost */
  ENGINE_NOTE_REFUSED,    /* an order was refused, could not be done, or was never heard */
} EngineNoteKind;

/* One thing worth telling afterwards.  */
typedef struct {
  EngineNoteKind kind;
  SimTick t;
  union {
    SimReport report; /* contact, initiative, person */
    SimObjectiveChange objective;
    SimOrderChange order;
  };
} EngineNote;

struct _EngineAftermath {
  SimResult result;
  SimTick end;
  guint64 hash, picture_hash;
  double contact_gap_s, quiet_gap_s; /* see EngineResult */
  guint decisions[ENGINE_N_DECISIONS];
  EngineQuality quality;
  GArray *units; /* (owned) SimUnitTruth */
  GArray *kills; /* (owned) SimKill, in order */
  GArray *notes; /* (owned) EngineNote, in order */
  GArray *plays; /* (owned) (nullable) SimPlayTruth */
  GArray *faults; /* (owned) (nullable) SimFault */
  GArray *trust;  /* (owned) (nullable) SimTrustEvent */
  SimLearning learned;
  SimNetFigures net;
  SimTally tallies[2][SIM_MAX_WEAPONS]; /* by SimSide and weapon */
};
typedef struct _EngineAftermath EngineAftermath;

void engine_aftermath_free (EngineAftermath *aftermath);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineAftermath, engine_aftermath_free)

/* Fills an empty result.  `book` gives the words; without one (NULL) there are figures only.  */
void engine_result_init (EngineResult *result, const EngineAftermath *aftermath,
                         const ScenarioBattle *scenario, OrderBook *book);
void engine_result_clear (EngineResult *result);

/* Fills `kills` and `weapons` (engine-result-kills.c); they are then owned by the result.  */
void engine_result_add_kills (EngineResult *result, const EngineAftermath *aftermath,
                              const ScenarioBattle *scenario, OrderBook *book);
/* "front": translated; "" for a value out of range.  */
const char *engine_facing_name (guint facing);
/* "Griffin was killed at ...", for a machine of ours; "tank destroyed ...", for one of theirs.  Newly
 * allocated.  */
char *engine_kill_sentence (const EngineKill *kill, const char *weapon, const char *grid);
char *engine_weapon_sentence (const EngineWeapon *weapon);

/* Fills `trust`, with words if there is a book (engine-result-trust.c).  */
void engine_result_add_trust (EngineResult *result, const EngineAftermath *aftermath,
                              OrderBook *book);
/* "First Platoon, Fafnir: trust +3, a warning was right." for those at `from` that changed at the same
 * moment for the same reason, by the same; `n` is how many that is.  Newly allocated.  */
char *engine_trust_sentence (const EngineResult *result, guint from, guint *n);

/* A unit of the aftermath; NULL: there is none of this index.  */
const SimUnitTruth *engine_aftermath_unit (const EngineAftermath *aftermath, guint32 index);
/* "Griffin (Chise Authen)", or the call sign alone while the name is not known; newly allocated.  */
char *engine_person_name (OrderBook *book, guint32 index);
/* "tank", "tanks", or words for what nobody made out.  */
const char *engine_type_name (OrderBook *book, SimTypeIndex type, guint count);

/* "05:47:12" of the battle's clock; newly allocated.  */
char *engine_format_clock (const ScenarioBattle *scenario, SimTick tick, gboolean seconds);

G_END_DECLS
