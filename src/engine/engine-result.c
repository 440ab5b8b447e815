/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-result.h"

#include "scenario/scenario-truth.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Refusals and failures beyond these are only counted.  */
#define MAX_REFUSED_LINES 12
/* And machines of the Legion beyond these.  */
#define MAX_KILL_LINES 60

/* ---- Helpers ------------------------------------------------------------------------------- */

char *
engine_format_clock (const ScenarioBattle *scenario, SimTick tick, gboolean seconds)
{
  g_autoptr (GDateTime) moment = NULL;

  moment = g_date_time_add_seconds (scenario->start_time, tick / SIM_TICKS_PER_SECOND);
  if (seconds)
    /* Translators: the clock of a battle as g_date_time_format() reads it: 24 hours, minutes,
     * seconds; it changes each second and should stay as wide.  */
    return g_date_time_format (moment, C_("clock", "%H:%M:%S"));
  /* Translators: the same without seconds.  */
  return g_date_time_format (moment, C_("clock", "%H:%M"));
}

/* What a report needs to turn values into words.  */
typedef struct {
  const EngineAftermath *aftermath;
  const ScenarioBattle *scenario;
  OrderBook *book;
  GArray *moments; /* (owned) of Moment */
} Writer;

/* A sentence with its time, to be put in order.  */
typedef struct {
  SimTick t;
  guint place;    /* keeps the order of what happened at once */
  char *sentence; /* (owned) */
} Moment;

static void
add_moment (Writer *writer, SimTick t, char *sentence)
{
  Moment moment = {.t = t, .place = writer->moments->len, .sentence = sentence};

  g_array_append_val (writer->moments, moment);
}

/* Takes both strings.  */
static void
add_line (EngineResult *result, EngineLineKind kind, char *clock, char *text)
{
  EngineLine *line = g_new (EngineLine, 1);

  *line = (EngineLine){kind, clock, text};
  g_ptr_array_add (result->lines, line);
}

static void
add_figure (EngineResult *result, char *text)
{
  add_line (result, ENGINE_LINE_FIGURE, NULL, text);
}

static void
line_free (gpointer data)
{
  EngineLine *line = data;

  g_free (line->clock);
  g_free (line->text);
  g_free (line);
}

char *
engine_line_dup_text (const EngineLine *line)
{
  g_return_val_if_fail (line != NULL, NULL);

  if (line->clock == NULL)
    return g_strdup (line->text);
  /* Translators: a line of the report after a battle: time, what happened.  */
  return g_strdup_printf (C_("result", "%1$s  %2$s"), line->clock, line->text);
}

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const Moment *first = a, *second = b;

  if (first->t != second->t)
    return first->t < second->t ? -1 : 1;
  return first->place < second->place ? -1 : first->place > second->place;
}

const char *
engine_type_name (OrderBook *book, SimTypeIndex type, guint count)
{
  const OrderTypeName *name = type != SIM_TYPE_UNKNOWN ? order_book_type (book, type) : NULL;

  if (name == NULL)
    /* Translators: an enemy whose type nobody made out.  */
    return C_("result", "an unknown machine");
  return count == 1 ? name->one : name->other;
}

/* "tank", "2 tanks".  */
static char *
number_and_type (const Writer *writer, SimTypeIndex type, guint count)
{
  if (count <= 1)
    return g_strdup (engine_type_name (writer->book, type, 1));
  /* Translators: how many enemies of a type were seen.  */
  return g_strdup_printf (C_("number and type", "%1$u %2$s"), count,
                          engine_type_name (writer->book, type, count));
}

static char *
grid_of (const Writer *writer, BaseVec position)
{
  char buffer[ORDER_GRID_LENGTH];

  return g_strdup (order_grid_format (position, TRUE, writer->scenario->world.terrain.width_m,
                                      writer->scenario->world.terrain.height_m, buffer));
}

static const char *
weapon_name (const Writer *writer, guint weapon)
{
  return weapon < writer->scenario->rules.n_weapons ? writer->scenario->weapon_names[weapon] : "";
}

/* ---- What happened, in order --------------------------------------------------------------- */

/* Who spoke, or NULL for the desk.  */
static const char *
speaker_name (const Writer *writer, const SimReport *report)
{
  if (!sim_unit_is_some (report->from) ||
      report->from.index >= order_book_n_machines (writer->book))
    return NULL;
  return order_book_spoken_name (writer->book, report->from.index);
}

static char *
contact_sentence (const Writer *writer, const SimReport *report)
{
  g_autofree char *grid = grid_of (writer, report->position), *what = NULL;
  const char *who = speaker_name (writer, report);
  guint delay_s = (report->t_heard - MIN (report->t_sensed, report->t_heard)) /
                  SIM_TICKS_PER_SECOND;

  if (who == NULL)
    return NULL;
  if (report->how == SIM_HOW_FELT)
    /* Translators: call sign, grid reference, seconds.  */
    return g_strdup_printf (ngettext ("First felt by %1$s, at %2$s, heard %3$u second later.",
                                      "First felt by %1$s, at %2$s, heard %3$u seconds later.",
                                      delay_s),
                            who, grid, delay_s);
  if (report->type == SIM_TYPE_UNKNOWN)
    return g_strdup_printf (
        /* Translators: call sign, grid reference, seconds.  */
        ngettext (
            "First sight of something not made out, by %1$s, at %2$s, heard %3$u second later.",
            "First sight of something not made out, by %1$s, at %2$s, heard %3$u seconds later.",
            delay_s),
        who, grid, delay_s);
  what = number_and_type (writer, report->type, report->count);
  return g_strdup_printf (
      /* Translators: a type of enemies, with their number when there is more than one (“2 tanks”),
       * call sign, grid reference, seconds.  */
      ngettext ("First sighting: %1$s, by %2$s, at %3$s, heard %4$u second later.",
                "First sighting: %1$s, by %2$s, at %3$s, heard %4$u seconds later.", delay_s),
      what, who, grid, delay_s);
}

static char *
initiative_sentence (const Writer *writer, const SimReport *report)
{
  g_autofree char *words = order_render_words (writer->book, &report->words, NULL, FALSE);
  const char *who = speaker_name (writer, report);

  if (who == NULL)
    return NULL;
  /* Translators: call sign of a pilot who acted without an order, and what was said.  */
  return g_strdup_printf (_("%1$s acted unasked: “%2$s”"), who, words);
}

static char *
person_sentence (const Writer *writer, const SimReport *report)
{
  g_autofree char *whom = engine_person_name (writer->book, report->subject.index);
  g_autofree char *grid = grid_of (writer, report->position);
  const char *who = speaker_name (writer, report);

  if (who == NULL)
    return NULL;
  if (report->words.phrase == SIM_PHRASE_FOUND_DEAD)
    /* Translators: name of a pilot, call sign of who came, grid reference.  */
    return g_strdup_printf (_("%1$s was found dead by %2$s at %3$s."), whom, who, grid);
  /* Translators: name of a pilot, call sign of who came, grid reference.  */
  return g_strdup_printf (_("%1$s was fetched by %2$s at %3$s."), whom, who, grid);
}

static char *
objective_sentence (const Writer *writer, const SimObjectiveChange *change)
{
  const ScenarioObjective *objective;

  if (change->index >= writer->scenario->objectives->len)
    return NULL;
  objective = &g_array_index (writer->scenario->objectives, ScenarioObjective, change->index);
  if (change->state == SIM_OBJECTIVE_DONE)
    /* Translators: title of an objective.  */
    return g_strdup_printf (_("Objective reached: %s."), objective->title);
  if (change->state == SIM_OBJECTIVE_CALLED_OFF)
    /* Translators: title of an objective.  */
    return g_strdup_printf (_("Objective called off: %s."), objective->title);
  /* Translators: title of an objective, per cent of it that was done.  */
  return g_strdup_printf (_("Objective lost: %1$s, %2$.0f %% done."), objective->title,
                          100.0 * change->progress);
}

static char *
refused_sentence (const Writer *writer, const SimOrderChange *change)
{
  g_autofree char *order = order_canonical (writer->book, &change->command);

  if (change->state == SIM_ORDER_LOST)
    /* Translators: the text of an order.  */
    return g_strdup_printf (_("Nobody was left for “%s”."), order);
  if (change->state == SIM_ORDER_REFUSED)
    /* Translators: the text of an order, the cause.  */
    return g_strdup_printf (_("“%1$s” was refused: %2$s."), order,
                            order_cause_text (change->cause));
  /* Translators: the text of an order, the cause.  */
  return g_strdup_printf (_("“%1$s” could not be done: %2$s."), order,
                          order_cause_text (change->cause));
}

static char *
note_sentence (const Writer *writer, const EngineNote *note)
{
  switch (note->kind) {
  case ENGINE_NOTE_CONTACT:
    return contact_sentence (writer, &note->report);
  case ENGINE_NOTE_INITIATIVE:
    return initiative_sentence (writer, &note->report);
  case ENGINE_NOTE_PERSON:
    return person_sentence (writer, &note->report);
  case ENGINE_NOTE_OBJECTIVE:
    return objective_sentence (writer, &note->objective);
  case ENGINE_NOTE_REFUSED:
    return refused_sentence (writer, &note->order);
  default:
    g_assert_not_reached ();
  }
}

static void
add_notes (Writer *writer)
{
  guint n_refused = 0;

  for (guint i = 0; i < writer->aftermath->notes->len; i++) {
    const EngineNote *note = &g_array_index (writer->aftermath->notes, EngineNote, i);
    char *sentence;

    if (note->kind == ENGINE_NOTE_REFUSED && n_refused++ >= MAX_REFUSED_LINES)
      continue;
    sentence = note_sentence (writer, note);
    if (sentence != NULL)
      add_moment (writer, note->t, sentence);
  }
}

static gboolean
is_own (const Writer *writer, guint32 index)
{
  const SimUnitTruth *unit = engine_aftermath_unit (writer->aftermath, index);

  return unit != NULL && unit->side == SIM_SIDE_REPUBLIC &&
         index < order_book_n_machines (writer->book);
}

/* Of a slaughter the first are told one by one.  */
static void
add_kills (Writer *writer, const EngineResult *result)
{
  for (guint i = 0, told = 0; i < result->kills->len; i++) {
    const EngineKill *kill = g_ptr_array_index (result->kills, i);
    const SimKill *from = &g_array_index (writer->aftermath->kills, SimKill, i);
    g_autofree char *grid = grid_of (writer, from->position);

    if (!kill->victim_is_own && told++ >= MAX_KILL_LINES)
      continue;
    add_moment (writer, kill->t,
                engine_kill_sentence (kill, weapon_name (writer, kill->weapon), grid));
  }
}

/* ---- What the Legion played ----------------------------------------------------------------- */

static const char *
pattern_name (guint pattern)
{
  static const char *const names[] = {
      /* Translators: how a review calls what the Legion did: scouts feel for the squadron.  */
      NC_("pattern of the Legion", "feeler"),
      /* Translators: noise in front, the blow from the side.  */
      NC_("pattern of the Legion", "hook"),
      /* Translators: tanks hold the squadron in front, like an anvil under the hammer.  */
      NC_("pattern of the Legion", "anvil"),
      NC_("pattern of the Legion", "gun line"),
      /* Translators: a road on which nobody is seen, with an ambush beside it.  */
      NC_("pattern of the Legion", "closed door"),
      NC_("pattern of the Legion", "bait"),
      /* Translators: all hold their breath before they turn elsewhere.  */
      NC_("pattern of the Legion", "breath"),
      /* Translators: machines that collect wrecks and bodies after a fight.  */
      NC_("pattern of the Legion", "gleaners"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == SIM_N_PATTERNS);
  return pattern < SIM_N_PATTERNS ? g_dpgettext2 (NULL, "pattern of the Legion", names[pattern])
                                  : "";
}

/* What could be seen of it.  */
static const char *
tell_sentence (guint pattern)
{
  static const char *const tells[] = {
      NC_("tell of a pattern", "A line of scouts halted and looked on: a feeler."),
      NC_("tell of a pattern", "A loud pack in front, no tanks behind it: a hook."),
      NC_("tell of a pattern", "Tanks halted far off and fired slowly: an anvil."),
      NC_("tell of a pattern", "One scout stayed, one ranging round fell: a gun line."),
      NC_("tell of a pattern", "No scouts and no voice on an easy road: a closed door."),
      NC_("tell of a pattern", "They gave way before they had lost much: bait."),
      NC_("tell of a pattern", "All of them halted together: a breath."),
      NC_("tell of a pattern", "After the last shot recoverers came: gleaners."),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (tells) == SIM_N_PATTERNS);
  return pattern < SIM_N_PATTERNS ? g_dpgettext2 (NULL, "tell of a pattern", tells[pattern]) : "";
}

static char *
blow_sentence (const Writer *writer, const SimPlayTruth *play)
{
  g_autofree char *grid = grid_of (writer, play->place);
  guint seconds = (play->blow - play->tell) / SIM_TICKS_PER_SECOND;

  if (play->pattern == SIM_PATTERN_GLEANERS)
    return g_strdup_printf (
        /* Translators: name of a pattern of the Legion, number of wrecks.  */
        ngettext ("“%1$s”: %2$u wreck was taken away.", "“%1$s”: %2$u wrecks were taken away.",
                  play->count),
        pattern_name (play->pattern), play->count);
  if (play->tell == SIM_TICK_NEVER)
    /* Translators: name of a pattern of the Legion, grid reference.  */
    return g_strdup_printf (_("The blow of “%1$s” fell at %2$s; it had shown no sign."),
                            pattern_name (play->pattern), grid);
  /* Translators: name of a pattern of the Legion, grid reference, seconds.  */
  return g_strdup_printf (ngettext ("The blow of “%1$s” fell at %2$s, %3$u second after its sign.",
                                    "The blow of “%1$s” fell at %2$s, %3$u seconds after its sign.",
                                    seconds),
                          pattern_name (play->pattern), grid, seconds);
}

static void
play_free (gpointer data)
{
  EnginePlay *play = data;

  g_free (play->square);
  g_free (play);
}

static EnginePlay *
play_new (const Writer *writer, const SimPlayTruth *from)
{
  static const char *const ids[] = {
#define X(constant, name) name,
      SIM_PATTERN_LIST (X)
#undef X
  };
  EnginePlay *play = g_new0 (EnginePlay, 1);

  play->pattern = from->pattern < G_N_ELEMENTS (ids) ? ids[from->pattern] : "";
  play->tell = writer->book != NULL ? tell_sentence (from->pattern) : "";
  play->square = writer->book != NULL ? grid_of (writer, from->place) : NULL;
  play->t_tell = from->tell;
  play->t_known = from->known;
  play->t_blow = from->blow;
  play->count = from->count;
  return play;
}

static void
fill_plays (EngineResult *result, const Writer *writer)
{
  const GArray *plays = writer->aftermath->plays;

  result->plays = g_ptr_array_new_with_free_func (play_free);
  for (guint i = 0; plays != NULL && i < plays->len; i++)
    g_ptr_array_add (result->plays, play_new (writer, &g_array_index (plays, SimPlayTruth, i)));
}

/* Its sign, the second at which a report showed it, its blow.  */
static void
add_play (Writer *writer, const SimPlayTruth *play)
{
  if (play->tell != SIM_TICK_NEVER)
    add_moment (writer, play->tell, g_strdup (tell_sentence (play->pattern)));
  if (play->known != SIM_TICK_NEVER)
    add_moment (writer, play->known,
                /* Translators: name of a pattern of the Legion.  */
                g_strdup_printf (_("From here on “%s” could be known by a report that was heard."),
                                 pattern_name (play->pattern)));
  else if (play->tell != SIM_TICK_NEVER)
    add_moment (writer, writer->aftermath->end,
                /* Translators: name of a pattern of the Legion.  */
                g_strdup_printf (_("No report ever showed “%s”."), pattern_name (play->pattern)));
  if (play->blow != SIM_TICK_NEVER)
    add_moment (writer, play->blow, blow_sentence (writer, play));
}

static void
add_plays (Writer *writer)
{
  for (guint i = 0; writer->aftermath->plays != NULL && i < writer->aftermath->plays->len; i++)
    add_play (writer, &g_array_index (writer->aftermath->plays, SimPlayTruth, i));
}

/* ---- Figures in words ---------------------------------------------------------------------- */

static void
add_weapons (EngineResult *result, gboolean own, const char *heading)
{
  gboolean any = FALSE;

  for (guint i = 0; i < result->weapons->len; i++) {
    const EngineWeapon *weapon = g_ptr_array_index (result->weapons, i);

    if (weapon->is_own != own)
      continue;
    if (!any)
      add_line (result, ENGINE_LINE_HEADING, NULL, g_strdup (heading));
    any = TRUE;
    add_line (result, ENGINE_LINE_SENTENCE, NULL, engine_weapon_sentence (weapon));
  }
}

/* ---- What she answers for ------------------------------------------------------------------- */

static void
fill_faults (EngineResult *result, const GArray *faults)
{
  static const char *const kinds[] = {
#define X(constant, name) name,
      SIM_FAULT_LIST (X)
#undef X
  };

  result->faults_told = g_array_new (FALSE, FALSE, sizeof (EngineFault));
  for (guint i = 0; faults != NULL && i < faults->len; i++) {
    const SimFault *from = &g_array_index (faults, SimFault, i);
    EngineFault fault = {kinds[from->kind], from->platoon, from->t};

    g_array_append_val (result->faults_told, fault);
  }
}

static char *
fault_sentence (const EngineFault *fault)
{
  const char *platoon = order_platoon_title (fault->platoon);

  if (g_str_equal (fault->kind, "warning"))
    /* Translators: a platoon (“Second Platoon”) that moved because the handler had warned it of
     * somebody who never came, and one of it died.  */
    return g_strdup_printf (_("False warning that cost a life: %s."), platoon);
  if (g_str_equal (fault->kind, "promise"))
    /* Translators: a platoon (“Second Platoon”) that the handler had promised help.  */
    return g_strdup_printf (_("Promise not kept: %s."), platoon);
  /* Translators: a platoon (“Second Platoon”) that cried for help, and the handler gave it no
   * order.  */
  return g_strdup_printf (_("Emergency unanswered: %s."), platoon);
}

static void
add_faults (Writer *writer, const EngineResult *result)
{
  for (guint i = 0; i < result->faults_told->len; i++) {
    const EngineFault *fault = &g_array_index (result->faults_told, EngineFault, i);

    add_moment (writer, fault->t, fault_sentence (fault));
  }
}

static void
add_trust (Writer *writer, const EngineResult *result)
{
  for (guint i = 0, n; i < result->trust->len; i += n) {
    const EngineTrust *trust = g_ptr_array_index (result->trust, i);

    add_moment (writer, trust->t, engine_trust_sentence (result, i, &n));
  }
}

static gboolean
only_emergencies (const EngineResult *result)
{
  for (guint i = 0; i < result->faults_told->len; i++)
    if (!g_str_equal (g_array_index (result->faults_told, EngineFault, i).kind, "emergency"))
      return FALSE;
  return TRUE;
}

/* What they cost, once they cost anything.  */
static void
add_cost (EngineResult *result)
{
  guint points = SIM_FAULT_POINTS * MIN (result->faults, SIM_FAULTS_THAT_COST);

  if (result->faults == 0)
    return;
  add_line (
      result, ENGINE_LINE_SENTENCE, NULL,
      g_strdup_printf (
          only_emergencies (result)
              /* Translators: emergencies of platoons that the handler gave no order, points of the
               * score.  */
              ? ngettext ("%1$u emergency unanswered: %2$u points of the score.",
                          "%1$u emergencies unanswered: %2$u points of the score.", result->faults)
              /* Translators: what the handler answers for: emergencies without an order, promises not
               * kept, false warnings; points of the score.  */
              : ngettext ("%1$u failing of yours: %2$u points of the score.",
                          "%1$u failings of yours: %2$u points of the score.", result->faults),
          result->faults, points));
}

static char *
outcome_sentence (const EngineResult *result)
{
  const char *format;

  switch (result->outcome) {
  case SIM_OUTCOME_WON:
    /* Translators: per cent of the task, people dead, people at the start.  */
    format = _("Won: %1$.0f %% of the task is done. People dead: %2$u of %3$u.");
    break;
  case SIM_OUTCOME_HELD:
    /* Translators: per cent of the task, people dead, people at the start.  */
    format = _("Held: %1$.0f %% of the task is done. People dead: %2$u of %3$u.");
    break;
  case SIM_OUTCOME_LOST:
    /* Translators: per cent of the task, people dead, people at the start.  */
    format = _("Lost: %1$.0f %% of the task is done. People dead: %2$u of %3$u.");
    break;
  case SIM_OUTCOME_UNDECIDED:
  default:
    /* Translators: per cent of the task, people dead, people at the start.  */
    format = _("Not decided: %1$.0f %% of the task is done. People dead: %2$u of %3$u.");
  }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, 100.0 * result->task, result->squadron_lost,
                          result->squadron_alive + result->squadron_lost);
#pragma GCC diagnostic pop
}

static void
add_orders_and_reports (EngineResult *result)
{
  add_figure (result, g_strdup_printf (_("Orders given: %1$u; done: %2$u; refused: %3$u."),
                                       result->orders_given, result->orders_done,
                                       result->orders_refused));
  if (isnan (result->mean_report_delay_s))
    add_figure (result, g_strdup (_("No report came through.")));
  else
    add_figure (result,
                /* Translators: reports heard, lost, mean seconds from seeing to hearing.  */
                g_strdup_printf (_("Reports heard: %1$u; lost: %2$u; heard %3$.1f seconds after"
                                   " what they tell, on average."),
                                 result->reports_sent, result->reports_lost,
                                 result->mean_report_delay_s));
}

static void
add_figures (EngineResult *result)
{
  add_figure (result,
              /* Translators: Legion machines destroyed, Legion machines in all, own machines
               * lost.  */
              g_strdup_printf (_("Legion machines destroyed: %1$u of %2$u. Own machines lost:"
                                 " %3$u."),
                               result->legion_destroyed, result->legion_total,
                               result->machines_lost));
  if (result->wrecks_taken > 0)
    add_figure (result,
                /* Translators: wrecks, and how many of our dead were in them.  */
                g_strdup_printf (_("Wrecks taken away by the Legion: %1$u; our dead in them:"
                                   " %2$u."),
                                 result->wrecks_taken, result->bodies_taken));
  add_orders_and_reports (result);
  /* Translators: heading of the report after a battle: what each weapon did.  */
  add_weapons (result, TRUE, C_("result", "Our Weapons"));
  /* Translators: heading of the report after a battle: what each weapon did.  */
  add_weapons (result, FALSE, C_("result", "The Legion’s Weapons"));
}

/* ---- The result ---------------------------------------------------------------------------- */

static void
fill_quality (EngineResult *result, const EngineQuality *quality)
{
  EngineQualityFigures figures = engine_quality_figures (quality);

  result->enemies_known = figures.enemies_known;
  result->near_enemies_known = figures.near_enemies_known;
  result->track_error_m = figures.track_error_m;
  result->tracks_empty = figures.tracks_empty;
  result->own_fix_error_m = figures.own_fix_error_m;
  result->own_ghost_error_m = figures.own_ghost_error_m;
  result->report_delay_median_s = figures.report_delay_median_s;
  result->report_delay_p95_s = figures.report_delay_p95_s;
}

static void
fill_figures (EngineResult *result, const EngineAftermath *aftermath)
{
  const SimResult *from = &aftermath->result;

  result->outcome = from->outcome;
  result->score = from->score;
  result->task = from->task;
  result->duration_s = from->duration / SIM_TICKS_PER_SECOND;
  result->squadron_alive = from->squadron_alive;
  result->squadron_lost = from->squadron_lost;
  result->machines_lost = from->machines_lost;
  result->legion_total = from->legion_total;
  result->legion_destroyed = from->legion_destroyed;
  result->wrecks_taken = from->wrecks_taken;
  result->bodies_taken = from->bodies_taken;
  result->faults = from->faults;
  result->orders_given = from->orders_given;
  result->orders_done = from->orders_done;
  result->orders_refused = from->orders_refused;
  result->reports_sent = from->reports_sent;
  result->reports_lost = from->reports_lost;
  result->mean_report_delay_s =
      from->reports_sent > 0 ? from->report_delay_sum_s / from->reports_sent : (double) NAN;
  result->link_strain_peak = from->strain_peak;
  result->contact_gap_s = aftermath->contact_gap_s;
  result->quiet_gap_s = aftermath->quiet_gap_s;
  memcpy (result->decisions, aftermath->decisions, sizeof result->decisions);
  fill_quality (result, &aftermath->quality);
  result->hash = aftermath->hash;
  result->picture_hash = aftermath->picture_hash;
  result->learned = aftermath->learned;
  result->net = aftermath->net;
}

static void
fill_dead (EngineResult *result, const Writer *writer)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint32 i = 0; i < writer->aftermath->units->len; i++)
    if (is_own (writer, i) && engine_aftermath_unit (writer->aftermath, i)->pilot_dead)
      g_strv_builder_take (builder, engine_person_name (writer->book, i));
  g_strfreev (result->dead);
  result->dead = g_strv_builder_end (builder);
}

static char *
list_names (char **names)
{
  char *list = g_strdup (names[0]);

  for (char **name = names + 1; *name != NULL; name++) {
    g_autofree char *before = list;

    /* Translators: names of a list, and one more.  */
    list = g_strdup_printf (C_("result", "%1$s, %2$s"), before, *name);
  }
  return list;
}

static void
fill_lines (EngineResult *result, Writer *writer)
{
  if (result->dead[0] != NULL) {
    g_autofree char *names = list_names (result->dead);

    /* Translators: a list of names.  */
    add_line (result, ENGINE_LINE_DEAD, NULL, g_strdup_printf (_("Dead: %s."), names));
  }
  add_line (result, ENGINE_LINE_OUTCOME, NULL, outcome_sentence (result));
  add_cost (result);
  writer->moments = g_array_new (FALSE, FALSE, sizeof (Moment));
  /* What follows from a loss is told after it.  */
  add_kills (writer, result);
  add_notes (writer);
  add_plays (writer);
  add_faults (writer, result);
  add_trust (writer, result);
  g_array_sort (writer->moments, compare_moments);
  for (guint i = 0; i < writer->moments->len; i++) {
    const Moment *moment = &g_array_index (writer->moments, Moment, i);

    add_line (result, ENGINE_LINE_MOMENT, engine_format_clock (writer->scenario, moment->t, TRUE),
              moment->sentence);
  }
  g_clear_pointer (&writer->moments, g_array_unref);
  add_figures (result);
}

void
engine_result_init (EngineResult *result, const EngineAftermath *aftermath,
                    const ScenarioBattle *scenario, OrderBook *book)
{
  Writer writer = {.aftermath = aftermath, .scenario = scenario, .book = book};

  memset (result, 0, sizeof *result);
  result->dead = g_new0 (char *, 1);
  result->lines = g_ptr_array_new_with_free_func (line_free);
  engine_result_add_kills (result, aftermath, scenario, book);
  fill_figures (result, aftermath);
  fill_plays (result, &writer);
  fill_faults (result, aftermath->faults);
  engine_result_add_trust (result, aftermath, book);
  if (book == NULL)
    return;
  fill_dead (result, &writer);
  fill_lines (result, &writer);
}

void
engine_result_clear (EngineResult *result)
{
  g_clear_pointer (&result->dead, g_strfreev);
  g_clear_pointer (&result->lines, g_ptr_array_unref);
  g_clear_pointer (&result->kills, g_ptr_array_unref);
  g_clear_pointer (&result->weapons, g_ptr_array_unref);
  g_clear_pointer (&result->plays, g_ptr_array_unref);
  g_clear_pointer (&result->faults_told, g_array_unref);
  g_clear_pointer (&result->trust, g_ptr_array_unref);
}
