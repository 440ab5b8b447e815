/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The simulation thread, seen from the main thread.
 *
 * EngineBattle owns one worker thread that steps the battle, feeds the picture, and posts frames
 * (immutable, latest wins, at most 30 a second, 20 of a fast battle) and events (in order, none lost).  All functions
 * here are for the main thread only, and none of them waits for the worker, but for
 * engine_battle_shutdown().  Nothing in this header reaches the truth: the result report comes
 * after the end, and what was true is in engine-truth.h.  */
#pragma once

#include "engine/engine-keeper.h"
#include "orders/orders.h"
#include "picture/picture.h"
#include "scenario/scenario.h"
#include "staff/staff.h"
#include "tutor/tutor.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* ---- What asks, and the pace ------------------------------------------------------------------ */

/* What asks something of the handler, found from what she is told (the rules: engine-pacing.h): constant,
 * name in machine output.  */
#define ENGINE_DECISION_LIST(X)                                                                   \
  X (CONTACT, "contact")       /* an enemy that was not told of before, or lost from sight */     \
  X (AXIS, "axis")             /* a new voice, one from elsewhere, one that commands or halts; an    \
                                  enemy that was seen halts, goes on or turns elsewhere, is lost   \
                                  or half shot down */                                            \
  X (EMERGENCY, "emergency")   /* hit, under fire, shelled, overrun */                            \
  X (RESCUE, "rescue")         /* a machine is lost, its pilot may be fetched */                  \
  X (REQUEST, "request")       /* rounds or energy run out, legs worn, stuck, tired */            \
  X (SUPPLY, "supply")         /* a Scavenger is free or empty, a wreck stripped */               \
  X (INITIATIVE, "initiative") /* somebody acts unasked: to be let or stopped */                  \
  X (OBJECTION, "objection")   /* an order refused, or it can not be done */                      \
  X (WAIT, "wait")             /* an order waits, for air or for its addressee */                 \
  X (DESK, "desk")             /* a message, the answer of the wall */                            \
  X (JAM, "jam")               /* a window opens or closes, a swarm comes over */                 \
  X (STRAIN, "strain")         /* a mark of it is passed, she is cut off or back */               \
  X (PROMISE, "promise")       /* one is due: to be kept now, or called off */                    \
  X (MARK, "mark")             /* all who are prepared for it wait for nothing else */             \
  X (READY, "ready")           /* somebody is where he was sent */

typedef enum {
#define X(constant, name) ENGINE_DECISION_##constant,
  ENGINE_DECISION_LIST (X)
#undef X
  ENGINE_N_DECISIONS
} EngineDecision;

/* How often something of a kind has asked since the battle was begun or loaded, whether or not it was a decision
 * point of its own; when it did last, and who or whose order it was (nobody: the desk, the link).  */
typedef struct {
  guint32 count;
  SimTick t;
  SimUnitId unit;
} EngineAsked;

/* What the pacing rule goes by, gravest first (the rule: engine-pacing.h).  */
typedef enum {
  ENGINE_PACE_FIGHT, /* somebody is engaged: 1× */
  ENGINE_PACE_ASKED, /* an emergency or objection, just now: 1× */
  ENGINE_PACE_DUE,   /* help that she promised is due: 1× */
  ENGINE_PACE_NEAR,  /* a fresh enemy within three kilometres: 1× */
  ENGINE_PACE_FAR,   /* a fresh enemy farther off: 5× */
  ENGINE_PACE_QUIET, /* 20× */
  ENGINE_N_PACES
} EnginePaceCause;

/* What the rule picks; nobody has to follow.  */
typedef struct {
  EnginePaceCause cause;
  double speed;
} EnginePace;

/* ---- Frames -------------------------------------------------------------------------------- */

typedef struct {
  SimObjectiveChange change;
} EngineObjective;

/* What to draw.  Immutable; any thread may read it while it holds a reference.  */
typedef struct {
  int ref_count;         /* (atomic) */
  SimTick now;
  gboolean paused;
  double speed;          /* asked for: 0.5 .. 60 */
  gboolean finished;
  guint n_objectives;
  EngineObjective objectives[SIM_MAX_OBJECTIVES];
  EnginePace pace;
  EngineAsked asked[ENGINE_N_DECISIONS];
  TutorView lesson;
  PictureView view;
} EngineFrame;

EngineFrame *engine_frame_ref (EngineFrame *frame);
void engine_frame_unref (EngineFrame *frame);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineFrame, engine_frame_unref)

/* ---- Captions and orders, as lists ----------------------------------------------------------- */

typedef enum {
  ENGINE_CAPTION_SPOKEN,   /* a pilot or the desk */
  ENGINE_CAPTION_ORDER,    /* the handler */
  ENGINE_CAPTION_CONSOLE,  /* an answer to a question, a notice: never on the air */
} EngineCaptionKind;

/* One line of comms.  A GObject with read-only properties that notify: `text`, `speaking`,
 * `cut`, `order-state`, ...  */
#define ENGINE_TYPE_CAPTION (engine_caption_get_type ())
G_DECLARE_FINAL_TYPE (EngineCaption, engine_caption, ENGINE, CAPTION, GObject)
guint64 engine_caption_get_id (EngineCaption *caption);
EngineCaptionKind engine_caption_get_kind (EngineCaption *caption);
SimTick engine_caption_get_tick (EngineCaption *caption);
SimAirClass engine_caption_get_air_class (EngineCaption *caption);
const char *engine_caption_get_speaker (EngineCaption *caption); /* name as shown, "" console */
int engine_caption_get_machine (EngineCaption *caption);         /* roster index, -1 none */
const char *engine_caption_get_text (EngineCaption *caption);    /* as received, ▒ for lost */
const char *engine_caption_get_spoken (EngineCaption *caption);  /* what the voice says */
/* The language of that: "en", "ja".  Static.  */
const char *engine_caption_get_spoken_language (EngineCaption *caption);
gboolean engine_caption_get_speaking (EngineCaption *caption);   /* on the air now */
gboolean engine_caption_get_cut (EngineCaption *caption);
float engine_caption_get_air_s (EngineCaption *caption);
float engine_caption_get_stress (EngineCaption *caption);        /* 0..1 */
/* Said on a platoon's own net that she listens in to, not on the squadron's.  */
gboolean engine_caption_get_own_net (EngineCaption *caption);
/* Bearing and distance from the listening point; FALSE when the place is not known.  */
gboolean engine_caption_get_place (EngineCaption *caption, float *bearing_deg, float *distance_m,
                                   BaseVec *position);
/* Of an order: its id (0 none), the states reached as bits 1 << SimOrderState, the last state,
 * the cause of a wait, the tick of each state (SIM_TICK_NEVER: not reached).  */
guint32 engine_caption_get_order (EngineCaption *caption);
guint engine_caption_get_order_states (EngineCaption *caption);
SimOrderState engine_caption_get_order_state (EngineCaption *caption);
SimCause engine_caption_get_order_cause (EngineCaption *caption);
SimTick engine_caption_get_order_tick (EngineCaption *caption, SimOrderState state);
/* Lost stretches, for the voice.  */
const SimWords *engine_caption_get_words (EngineCaption *caption);

/* ---- The battle ---------------------------------------------------------------------------- */

#define ENGINE_TYPE_BATTLE (engine_battle_get_type ())
G_DECLARE_FINAL_TYPE (EngineBattle, engine_battle, ENGINE, BATTLE, GObject)

typedef struct {
  guint64 seed;
  SimDifficulty difficulty;
  StaffKind staff;        /* plays beside the player; STAFF_NONE for none */
  const char *language;   /* of typed orders, "en", "de_DE"; English is understood beside it */
  gboolean start_paused;
  EngineKeeper *keeper;   /* keeps the battle on the disk; NULL: nobody does */
} EngineOptions;

/* Signals (main context):
 *   frame (EngineFrame *frame)             a new frame is there (engine_battle_get_frame())
 *   caption (EngineCaption *caption)       someone began to speak, or the console answered
 *   caption-ended (EngineCaption *caption) said to the end, or cut
 *   report (const SimReport *report)       heard, already in the picture (pointer, G_TYPE_POINTER)
 *   order-changed (const SimOrderChange *)
 *   objective (const SimObjectiveChange *)
 *   bearings-moved                         where bearings are counted from is another thing; captions follow
 *   battle-ended (guint outcome)           the result is there
 *   failed (const char *message)           the worker had to stop
 * Properties: paused, speed, finished, scenario (notify on the main thread).  */
EngineBattle *engine_battle_new (ScenarioBattle *scenario, const EngineOptions *options,
                                 GError **error);

/* The same in two parts, for the first makes the ground, which takes up to half a second for the largest
 * map.  engine_beginning_new() may be called by any thread and takes seed, difficulty and staff officer of
 * the options; engine_battle_begin() by the main thread, takes the rest, and spends the beginning.  */
typedef struct _EngineBeginning EngineBeginning;
EngineBeginning *engine_beginning_new (ScenarioBattle *scenario, const EngineOptions *options,
                                       GError **error);
void engine_beginning_free (EngineBeginning *beginning);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineBeginning, engine_beginning_free)
EngineBattle *engine_battle_begin (EngineBeginning *beginning, const EngineOptions *options,
                                   GError **error);

/* Goes on with what engine_resume_load() made, paused and at its speed: captions, picture and staff officer
 * are as they were, and no signal tells of what was.  Of the options it takes language and keeper.
 * `resume` is spent by it.  What was told within ENGINE_RECENT_S before can be asked for.  */
#define ENGINE_RECENT_S 180
typedef struct _EngineResume EngineResume;
EngineBattle *engine_battle_resume (EngineResume *resume, const EngineOptions *options,
                                    GError **error);

/* SimMessage: reports, changes of orders and objectives, oldest first; borrowed.  NULL of a battle that was not
 * gone on with.  */
const GArray *engine_battle_get_recent (EngineBattle *battle);

ScenarioBattle *engine_battle_get_scenario (EngineBattle *battle);
OrderBook *engine_battle_get_book (EngineBattle *battle);
guint64 engine_battle_get_seed (EngineBattle *battle);
SimDifficulty engine_battle_get_difficulty (EngineBattle *battle);
const PictureSheet *engine_battle_get_sheet (EngineBattle *battle);
/* The latest frame; never NULL; borrowed until the next return to the main loop (ref to keep).  */
EngineFrame *engine_battle_get_frame (EngineBattle *battle);
/* GListModel of EngineCaption, oldest first.  */
GListModel *engine_battle_get_captions (EngineBattle *battle);

/* Between these (monotonic time, microseconds) no signal is emitted for what the battle lets out: that is told from `until_us` on.
 * For a window that has to begin a frame soon; the last call counts.  */
void engine_battle_hold_output (EngineBattle *battle, gint64 from_us, gint64 until_us);

void engine_battle_set_paused (EngineBattle *battle, gboolean paused);
gboolean engine_battle_get_paused (EngineBattle *battle);
/* Clamped to 0.5 .. 60.  */
void engine_battle_set_speed (EngineBattle *battle, double speed);
double engine_battle_get_speed (EngineBattle *battle);

/* Reads a text against the latest frame, without giving it.  Free with order_reading_free().  */
OrderReading *engine_battle_read_order (EngineBattle *battle, const BaseVec *here,
                                        const char *text);
/* Gives an order; returns its id.  It is taken at the start of the next tick, also when paused.  */
guint32 engine_battle_give_order (EngineBattle *battle, const SimCommand *command);
/* Changes her picture by her own hand, at once, also when paused; the next frame shows it.  FALSE when it is no fit
 * edit or the battle is over; one that the picture does not take (picture_edit()) changes nothing.  */
gboolean engine_battle_edit_picture (EngineBattle *battle, const PictureEdit *edit);
/* Changes what becomes of an order that waits for air, at the start of the next tick; the frame shows it
 * at once, also when paused.  FALSE when it is no fit edit or the battle is over.  */
gboolean engine_battle_edit_queue (EngineBattle *battle, const SimQueueEdit *edit);
/* Does something to the lesson of the battle, at once, also when paused; the next frame shows it.  FALSE when it is
 * no fit act, there is no lesson, or the battle is over.  Questions and lines that were not understood need none:
 * engine_battle_say() tells of them.  */
gboolean engine_battle_act (EngineBattle *battle, const ScenarioAct *act);
/* A line as typed: a question is answered by a console caption (returns TRUE), what she does to her picture
 * by hand ("merge track 3 and track 5") is done at once and said by one (TRUE), an order is given
 * (TRUE); otherwise FALSE with `reading_out` (if not NULL) saying why.  */
gboolean engine_battle_say (EngineBattle *battle, const BaseVec *here, const char *text,
                            OrderReading **reading_out);
/* What the voices speak from the next transmission on: "ja", "en"; NULL or "": the window's
 * language, as at the beginning.  A language that the program has no words in is English.
 * Captions stay in the window's language.  */
void engine_battle_set_speech_language (EngineBattle *battle, const char *language);
/* What they do speak.  */
const char *engine_battle_get_speech_language (EngineBattle *battle);
/* Adds a console caption.  */
void engine_battle_notice (EngineBattle *battle, const char *text);

/* Where bearing and distance of captions are counted from, and sound comes from the left or right of: the
 * objective at the start.  Signal bearings-moved tells when it becomes another thing; a machine, a platoon or a
 * track is followed as it moves.  */
BaseVec engine_battle_get_listening_point (EngineBattle *battle);
/* What it is (SIM_TARGET_NONE: the objective), and as the window calls it: "Ried", "Undertaker", "G04-7"; newly
 * allocated.  */
const SimTarget *engine_battle_get_bearings (EngineBattle *battle);
char *engine_battle_dup_bearings_name (EngineBattle *battle);
/* Moves it, at once, also when paused, takes no air time, and says so by a console caption; kept with what is
 * said.  FALSE when there is no such thing in the battle.  */
gboolean engine_battle_set_bearings (EngineBattle *battle, const SimTarget *from);

/* "05:47:12" of the battle's own clock at a tick; newly allocated.  */
char *engine_battle_format_clock (EngineBattle *battle, SimTick tick, gboolean seconds);

/* Saves the battle as it stands at the end of the step under way; the keeper tells what came of it.  FALSE
 * when nobody keeps it, or it is over.  */
gboolean engine_battle_save_to (EngineBattle *battle, const char *path);

/* Stops and joins the worker, in whatever state it is; waits at most for the step under way.  No
 * signal is emitted afterwards.  Safe to call twice; dispose calls it.  What is kept of the battle goes
 * to the keeper, which writes it while the program goes on.  */
void engine_battle_shutdown (EngineBattle *battle);

/* ---- The result ---------------------------------------------------------------------------- */

/* What put a machine out of action.  */
typedef enum {
  ENGINE_CAUSE_SHOT,    /* a machine's weapon, or the charge of a mine that walks */
  ENGINE_CAUSE_WALL,    /* the interception guns: ours, and nobody's machine */
  ENGINE_CAUSE_MINE,    /* a mine in the ground: no weapon, range or facing */
  ENGINE_CAUSE_UNKNOWN, /* a record that names nobody there is */
} EngineKillCause;

/* What became of the pilot of a machine that is lost.  */
typedef enum {
  ENGINE_PILOT_NONE,        /* the Legion's machines, and ours without one */
  ENGINE_PILOT_LIVED,
  ENGINE_PILOT_DIED,        /* in the machine */
  ENGINE_PILOT_LEFT_BEHIND, /* got out, and died outside */
  ENGINE_PILOT_DIED_CARRIED, /* was fetched, and died with who carried him */
} EnginePilotFate;

/* What became of the wreck by the end.  */
typedef enum {
  ENGINE_WRECK_LIES,
  ENGINE_WRECK_RECOVERED, /* by our Scavengers */
  ENGINE_WRECK_TAKEN,     /* by the Legion */
} EngineWreckFate;

/* One machine put out of action.  Names are as the report calls them: a call sign, or a type; `id`s
 * are those of machine output (a pilot's id, or the id of a type).  NULL: nobody.  */
typedef struct {
  SimTick t;
  EngineKillCause cause;
  char *victim, *victim_id, *killer, *killer_id, *spotter, *spotter_id;
  gboolean victim_is_own, killer_is_own;
  guint weapon; /* index in the rules; of no meaning where weapon_id is NULL */
  char *weapon_id;
  gboolean indirect; /* the spotter is who directed the fire; else who had seen the victim first */
  guint range_m;
  guint facing; /* SimFacing */
  guint part;   /* SimPart */
  EnginePilotFate pilot;
  char *carrier; /* of ENGINE_PILOT_DIED_CARRIED: his call sign */
  EngineWreckFate wreck;
} EngineKill;

/* What one side did with one weapon: rounds fired, hits, hits that went through the armour, and
 * machines destroyed, the last three also by the facing struck.  */
typedef struct {
  guint weapon;     /* index in the rules */
  char *id, *name;
  gboolean is_own;
  gboolean melee;   /* blows, not rounds */
  guint64 fired, hits, pierced, duds;
  guint64 hits_by_facing[4], pierced_by_facing[4]; /* by SimFacing */
  guint killed, killed_by_facing[4];
  double mean_range_m; /* of the kills; NAN: none */
} EngineWeapon;

/* One pattern that the Legion played; SIM_TICK_NEVER for what did not come about.  */
typedef struct {
  const char *pattern; /* as in scenarios: "gun-line" */
  const char *tell;    /* what there was to see, in words; "" without words */
  char *square;        /* what the blow was aimed at; NULL without words */
  SimTick t_tell;      /* its sign was shown */
  SimTick t_known;     /* a report that showed it was heard */
  SimTick t_blow;
  guint count;         /* gun line: salvoes; gleaners: wrecks taken */
} EnginePlay;

/* What the handler has to answer for: each takes two of the ten points of the score that go by it.  */
typedef struct {
  const char *kind; /* "emergency": a platoon cried for help and got no order; "warning": a false one
                     * that cost a life; "promise": help that did not come */
  guint platoon;    /* from 0 */
  SimTick t;        /* when it was heard */
} EngineFault;

/* How one person's trust in her changed, and why.  */
typedef struct {
  const char *reason; /* "promise-kept", ...: SIM_TRUST_REASON_LIST */
  guint32 unit;       /* roster index */
  char *who, *who_id; /* call sign, or as the report calls him, and id; NULL without words */
  float change;
  SimTick t;
} EngineTrust;

/* What a line of the report is; the names say it.  */
typedef enum {
  ENGINE_LINE_DEAD,     /* their names in one sentence: `dead` has them one by one */
  ENGINE_LINE_OUTCOME,  /* won or lost, and at what cost: `outcome`, `task` and the people say the same */
  ENGINE_LINE_MOMENT,   /* something that happened, with its time */
  ENGINE_LINE_HEADING,  /* of the sentences that follow */
  ENGINE_LINE_FIGURE,   /* a sentence of figures that the result has, too */
  ENGINE_LINE_SENTENCE, /* anything else */
} EngineLineKind;

/* A line of the report in words.  */
typedef struct {
  EngineLineKind kind;
  char *clock; /* "05:47:12"; NULL but for a moment */
  char *text;  /* without the time */
} EngineLine;

/* The whole line as it is printed, the time first; newly allocated.  */
char *engine_line_dup_text (const EngineLine *line);

/* What the after-action report says, in plain values and words; names of the dead first.  */
typedef struct {
  SimOutcome outcome;
  float score, task;
  guint duration_s;
  guint squadron_alive, squadron_lost, machines_lost;
  guint legion_total, legion_destroyed;
  guint wrecks_taken, bodies_taken; /* by the Legion; bodies are people of ours */
  guint faults;
  guint orders_given, orders_done, orders_refused;
  guint reports_sent, reports_lost;
  double mean_report_delay_s; /* NAN: nothing was reported */
  double link_strain_peak;
  /* Nine of ten gaps between two decision points are no longer, in seconds of the player by the pacing
   * rule: in contact, and in quiet; NAN: there was none.  */
  double contact_gap_s, quiet_gap_s;
  guint decisions[ENGINE_N_DECISIONS];
  /* How good her picture was, over each second of the battle (the method: engine-quality.h); NAN:
   * nothing to measure.  Shares 0..1 of the enemies in the battle, and of those within three
   * kilometres, that a fresh track stood for, and of fresh tracks that stood for nobody; mean way from
   * track, last fix and ghost to the truth.  */
  double enemies_known, near_enemies_known, tracks_empty;
  double track_error_m, own_fix_error_m, own_ghost_error_m;
  double report_delay_median_s, report_delay_p95_s;
  guint64 hash, picture_hash;
  char **dead;                /* names as known: "Griffin (Chise Authen)" */
  GPtrArray *lines;           /* EngineLine: what happened, in order; empty without words */
  GPtrArray *kills;           /* EngineKill, in order */
  GPtrArray *weapons;         /* EngineWeapon that were used, ours first */
  GPtrArray *plays;           /* EnginePlay, in the order in which they were planned */
  GArray *faults_told;        /* EngineFault, in order; of very many the first */
  GPtrArray *trust;           /* EngineTrust, in order; of very many the first */
  SimLearning learned;        /* what the Legion takes into the next battle */
  SimNetFigures net;          /* how the squadron's net was used, and what was lost on it */
} EngineResult;

/* The result once finished, else NULL; owned by the battle.  */
const EngineResult *engine_battle_get_result (EngineBattle *battle);

/* The replay so far (commands and hashes); main thread, after battle-ended or shutdown.  Free
 * with scenario_replay_free().  */
ScenarioReplay *engine_battle_dup_replay (EngineBattle *battle);

G_END_DECLS
