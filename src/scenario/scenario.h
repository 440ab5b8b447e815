/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files in and out: rules, scenarios, campaigns, orders, replays.  Strict, versioned, hostile data.
 *
 * A file passes three checks: the gate over its bytes (RFC 8259 and the limits of the contract;
 * it writes the table JSON pointer -> line and column), json-glib, and typed readers with ranges.
 * Every problem found is listed with its place.  Loading either gives a whole object or nothing.
 * All functions may be called from any thread; the objects are immutable once loaded.  */
#pragma once

#include "orders/orders.h"
#include "scenario/scenario-tutorial.h"
#include "sim/sim-def.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* ---- Problems ------------------------------------------------------------------------------ */

typedef enum {
  SCENARIO_PROBLEM_ERROR,
  SCENARIO_PROBLEM_WARNING,
} ScenarioLevel;

typedef struct {
  ScenarioLevel level;
  guint line, column; /* from 1; 0 when the file could not be read at all */
  char *pointer;      /* JSON pointer, "/" for syntax */
  const char *code;   /* "syntax", "unknown-key", "range", ...; static */
  char *message;
} ScenarioProblem;

/* GPtrArray of ScenarioProblem with its free function set.  */
GPtrArray *scenario_problems_new (void);
/* TRUE if one of them is an error.  */
gboolean scenario_problems_fatal (GPtrArray *problems);

#define SCENARIO_ERROR (scenario_error_quark ())
GQuark scenario_error_quark (void);
typedef enum {
  SCENARIO_ERROR_INVALID, /* the file's contents; its message names file, line and reason */
  SCENARIO_ERROR_READ,    /* the file can not be read or written */
  SCENARIO_ERROR_UNKNOWN, /* no scenario of this id */
} ScenarioError;

/* Checks a file of any format and lists its problems; TRUE if it has no error.  `error` is set
 * (and FALSE returned) only when the file can not be read.  */
gboolean scenario_validate_file (const char *path, GPtrArray *problems, GError **error);

/* ---- Where data lives ---------------------------------------------------------------------- */

/* Folder of the built-in data (rules/, scenarios/, ...): $HANDLER_ONE_DATA_DIR, else
 * handler-one/ in one of XDG_DATA_DIRS, else the installed one.  Static storage.  */
const char *scenario_data_dir (void);
/* $XDG_DATA_HOME/handler-one.  */
const char *scenario_user_dir (void);

/* One entry of the library.  Free with scenario_entry_free().  */
typedef struct {
  char *id;
  char *title;
  char *summary;
  char *kind;     /* "scenario" or "campaign"; of what was kept of a battle "replay" or "save" */
  char *path;
  char *campaign; /* id of the campaign whose folder holds it, or NULL */
  gboolean training, user;
  guint steps;     /* of the lesson that goes with it; 0: none */
  guint machines;  /* with a pilot */
  guint duration_s;
  GPtrArray *problems; /* of ScenarioProblem; the entry is unusable when fatal */
} ScenarioEntry;

void scenario_entry_free (ScenarioEntry *entry);
/* GPtrArray of ScenarioEntry: built-in first, by order in the data, then the user's by title.
 * Files that fail are entries too, with their problems.  */
GPtrArray *scenario_catalogue (void);

/* ---- People and campaigns ------------------------------------------------------------------ */

/* A pilot as a roster has him.  Skills 0..1, trust 0..100, wounds 0 none, 1 light, 2 heavy.  */
typedef struct {
  OrderMachine machine; /* leader and captain are not set here: a battle sets them */
  char *type;           /* id of the machine's type in the rules */
  char *loadout;        /* id of what it carries instead of its type's weapons, or "" */
  gboolean alive;
  guint wounds;
  SimTemper temper;
  float gunnery, driving, awareness;
  float trust;
  gboolean hears;       /* the voices of the Legion */
  guint voice_pitch, voice_rate, voice_range; /* 0..99, 80..450 words a minute, 0..99 */
  char *voice_variant;                        /* espeak-ng variant such as "f2", or "" */
  char *pronunciation; /* of the call sign for who listens: phones (ARPAbet), or "" */
} ScenarioPerson;

/* Fills `to` with a copy.  */
void scenario_person_copy (ScenarioPerson *to, const ScenarioPerson *from);
void scenario_person_clear (ScenarioPerson *person);

/* What a campaign's folder says: names, people, operations.  Immutable.  */
typedef struct {
  char *id, *title, *summary, *author, *licence;
  char *path;
  char *content_hash;    /* SHA-256 of the file */
  GArray *people;        /* ScenarioPerson, by platoon and number, the dead too */
  char **command;        /* ids in the order of command: the first alive is captain */
  char **operations;     /* ids of scenarios, in order */
  GPtrArray *type_ids;   /* char *: types that have names of their own here, ... */
  GArray *type_names;    /* ... and those names (for this room) */
  GPtrArray *call_signs; /* how people are called aloud (for this room) */
} ScenarioCampaign;

/* By id or path.  NULL with SCENARIO_ERROR.  */
ScenarioCampaign *scenario_campaign_load (const char *id_or_path, GError **error);
void scenario_campaign_free (ScenarioCampaign *campaign);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScenarioCampaign, scenario_campaign_free)

/* ---- A scenario ---------------------------------------------------------------------------- */

typedef struct {
  SimUnitDef def;
  OrderMachine machine;
  guint voice_pitch, voice_rate, voice_range; /* 0..99, 80..450, 0..99 */
  char *voice_variant;                        /* espeak-ng variant such as "f2", or "" */
  char *pronunciation; /* of the call sign for who listens: phones (ARPAbet), or "" */
} ScenarioMember;

typedef struct {
  SimObjectiveDef def;
  char *id;
  char *title;       /* "Hold the Altmar bridge" */
  char *description;
} ScenarioObjective;

typedef struct _ScenarioBattle ScenarioBattle;

/* What the briefing already shows.  */
typedef struct {
  SimTypeIndex type;
  guint16 count;
  BaseVec position;
  float error_m;
} ScenarioKnown;

/* A battle as its file describes it: immutable, reference counted.  What the handler may know of it
 * is asked for below; what is really there, the Legion above all, stands in scenario-truth.h.
 *
 * Texts are in the user's language: from the file's own `texts` where it has some, and those of
 * built-in files from gettext, where the context is FILE:POINTER ("scenarios/training.json:/title";
 * FILE is relative to the data folder, POINTER a JSON pointer).  */

/* By id or path.  NULL with SCENARIO_ERROR.  */
ScenarioBattle *scenario_battle_load (const char *id_or_path, GError **error);
ScenarioBattle *scenario_battle_ref (ScenarioBattle *battle);
void scenario_battle_unref (ScenarioBattle *battle);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScenarioBattle, scenario_battle_unref)

/* As scenario_battle_load(), with the campaign's people as they are now (ScenarioPerson) instead
 * of as the campaign began; the dead stay away.  */
ScenarioBattle *scenario_battle_load_with (const char *id_or_path, GArray *people,
                                           GError **error);

/* As scenario_battle_load_with(), against a Legion that has fought before: what it has learned takes
 * the place of what the file says of that; after no battle at all the file's word stands.  */
ScenarioBattle *scenario_battle_load_after (const char *id_or_path, GArray *people,
                                            const SimLearning *learned, GError **error);

/* Machines with a pilot: all but the Scavengers, who stand after them among the members.  */
guint scenario_battle_n_people (const ScenarioBattle *battle);

/* What a briefing says.  Strings and objects are borrowed.  */
const char *scenario_battle_get_id (const ScenarioBattle *battle);
const char *scenario_battle_get_title (const ScenarioBattle *battle);
const char *scenario_battle_get_briefing (const ScenarioBattle *battle);
GDateTime *scenario_battle_get_start (const ScenarioBattle *battle); /* UTC stands for local time */
SimTick scenario_battle_get_duration (const ScenarioBattle *battle);
guint64 scenario_battle_get_seed (const ScenarioBattle *battle);
gboolean scenario_battle_is_training (const ScenarioBattle *battle);
/* The lesson that goes with it, or NULL.  */
const ScenarioTutorial *scenario_battle_get_tutorial (const ScenarioBattle *battle);
/* Seconds between two positions told by a machine's telemetry.  */
double scenario_battle_get_telemetry_s (const ScenarioBattle *battle);
void scenario_battle_get_size (const ScenarioBattle *battle, float *width_m, float *height_m);
guint scenario_battle_n_members (const ScenarioBattle *battle);
const ScenarioMember *scenario_battle_get_member (const ScenarioBattle *battle, guint index);
guint scenario_battle_n_objectives (const ScenarioBattle *battle);
const ScenarioObjective *scenario_battle_get_objective (const ScenarioBattle *battle, guint index);
/* Enemies that are known from the start.  */
guint scenario_battle_n_known (const ScenarioBattle *battle);
const ScenarioKnown *scenario_battle_get_known (const ScenarioBattle *battle, guint index);
/* NULL for a type that the rules do not have.  */
const OrderTypeName *scenario_battle_get_type_name (const ScenarioBattle *battle,
                                                    SimTypeIndex type);

/* How the n-th place of its books is said, for who listens: phones (ARPAbet), or "".  */
const char *scenario_battle_get_place_pronunciation (const ScenarioBattle *battle, gsize index);

/* The terrain sheet's lines and places (not the cells: those come from the ground).  */
void scenario_battle_fill_sheet (const ScenarioBattle *battle, PictureSheet *sheet);
/* Is there a file of words for typing in this language ("de", "pt_BR")?  */
gboolean scenario_phrases_exist (const char *language);
/* Names of the battle as the language needs them.  `language` is that of the order line; what is
 * shown and said is in the process's.  */
OrderBook *scenario_battle_book (const ScenarioBattle *battle, const char *language,
                                 GError **error);
/* The same in the language of a catalogue (NULL: the process's).  */
OrderBook *scenario_battle_speech_book (const ScenarioBattle *battle, const char *language,
                                        OrderCatalogue *catalogue, GError **error);

/* ---- Languages ----------------------------------------------------------------------------- */

/* Languages that the program has words in: English and those whose messages are installed ("de",
 * "pt_BR"), by code.  */
char **scenario_languages (void);
/* That of the window: what the process's gettext speaks, "en" where it does not translate.  */
char *scenario_window_language (void);
/* The language that orders are typed in: the window's; where the window speaks English, the first of
 * the environment's languages that there are words of orders in.  Never NULL, newly allocated.  */
char *scenario_order_language (void);
/* The messages of a language, or without its country ("pt" for "pt_BR"); of a language that the
 * program does not have, English.  Never NULL; order_catalogue_get_language() says which.  */
OrderCatalogue *scenario_language_messages (const char *language);

/* ---- Orders files -------------------------------------------------------------------------- */

typedef struct {
  SimTick at;
  char *say; /* text to parse, or NULL */
  /* Or an order already in parts, as machine output writes them: */
  char **addressees;
  char *verb;
  char **targets;
  char **modifiers;
} ScenarioOrder;

void scenario_order_free (ScenarioOrder *order);
/* GPtrArray of ScenarioOrder in order of time; NULL with error.  */
GPtrArray *scenario_orders_load (const char *path, GError **error);
/* The sentence an entry stands for (joins the parts).  */
char *scenario_order_text (const ScenarioOrder *order);

/* ---- Replays ------------------------------------------------------------------------------- */

/* An order, what she did to one that waited for air, to her picture by hand, or to the lesson.  Edits of the
 * picture and what was done to the lesson stand before the orders of their tick.  */
typedef struct {
  SimTick tick;
  gboolean is_edit;   /* of the picture */
  gboolean is_queue;
  gboolean is_act;    /* of the lesson */
  SimCommand command; /* of an order */
  PictureEdit edit;   /* of an edit */
  SimQueueEdit queue; /* of what waits for air */
  ScenarioAct act;    /* of what she did to the lesson */
} ScenarioReplayCommand;

typedef struct {
  SimTick tick;
  guint64 world, picture;
} ScenarioReplayHash;

/* One of a campaign's people as he was when the battle began.  */
typedef struct {
  char *id;
  gboolean alive;
  guint wounds; /* 0..2 */
  float trust;  /* 0..100 */
  gboolean name_known;
} ScenarioCarriedPerson;

/* What a story brought into a battle, which its files do not say.  */
typedef struct {
  gboolean has_learned; /* by the Legion; else the file's word stands */
  SimLearning learned;
  GArray *people;       /* ScenarioCarriedPerson; NULL: as the campaign begins, or of no campaign */
} ScenarioCarried;

/* Which playing of a battle a file is of, and when it was written.  */
typedef struct {
  gint64 begun_us;   /* when it was begun, microseconds since 1970: its name among all; 0: not said */
  guint number;      /* of an autosave: rises with each of the ring; 0: not of the ring */
  gint64 written_us; /* likewise since 1970 */
  double speed;      /* of the clock then: 0.5 .. 60 */
} ScenarioSession;

/* A battle as versions, content hash, what was carried into it, seed, commands and hashes every 100
 * ticks.  */
typedef struct {
  char *scenario;    /* id, or the path of a file that no id of the library leads to */
  char *content_hash;
  char *program_version;
  guint64 seed;
  guint difficulty;
  char *staff;
  ScenarioCarried carried;
  ScenarioSession session; /* of what was played in the window */
  SimTick end;
  GArray *commands;  /* ScenarioReplayCommand */
  GArray *hashes;    /* ScenarioReplayHash */
} ScenarioReplay;

ScenarioReplay *scenario_replay_new (const ScenarioBattle *battle, guint64 seed);
void scenario_replay_free (ScenarioReplay *replay);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScenarioReplay, scenario_replay_free)
/* Written whole or not at all, then read again.  */
gboolean scenario_replay_save (const ScenarioReplay *replay, const char *path, GError **error);
ScenarioReplay *scenario_replay_load (const char *path, GError **error);
/* What stands at the beginning of a replay or a save, without commands and hashes, and without a look at
 * the rest: for lists.  NULL with SCENARIO_ERROR.  */
ScenarioReplay *scenario_replay_load_head (const char *path, GError **error);
/* THE way to the recorded battle: loads its scenario, with what was carried into it.  When the files
 * have changed since (another content hash), as they are now.  NULL with SCENARIO_ERROR.  */
ScenarioBattle *scenario_replay_load_battle (const ScenarioReplay *replay, GError **error);

/* ---- Saves --------------------------------------------------------------------------------- */

/* What a save holds beside the log: all that steps, and what the engine keeps for itself.  */
#define SCENARIO_SAVE_PART_LIST(X)                                                                \
  X (WORLD, "world") /* with link and orders in life */                                           \
  X (PICTURE, "picture")                                                                          \
  X (STAFF, "staff")                                                                              \
  X (ENGINE, "engine")                                                                            \
  X (COMMS, "comms") /* what was said, for the captions */

typedef enum {
#define X(constant, name) SCENARIO_SAVE_##constant,
  SCENARIO_SAVE_PART_LIST (X)
#undef X
  SCENARIO_SAVE_N_PARTS
} ScenarioSavePart;

/* A battle at a moment: `log` is that of a replay up to then.  Only the engine knows what the bytes
 * of a part mean; NULL where there is no staff officer, or nobody kept what was said.  */
typedef struct {
  ScenarioReplay *log;
  GBytes *parts[SCENARIO_SAVE_N_PARTS];
} ScenarioSave;

void scenario_save_free (ScenarioSave *save);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScenarioSave, scenario_save_free)
/* Written whole or not at all, after it has been read back.  */
gboolean scenario_save_write (const ScenarioSave *save, const char *path, GError **error);
ScenarioSave *scenario_save_load (const char *path, GError **error);

G_END_DECLS
