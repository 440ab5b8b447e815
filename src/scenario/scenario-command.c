/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A SimCommand as JSON: the same names as everywhere, floats to the last bit.  */
#include "scenario/scenario-command.h"

#include <string.h>

#define NAME_ENTRY(constant, name, ...) name,
const char *const scenario_verb_names[SIM_N_VERBS] = {SIM_VERB_LIST (NAME_ENTRY)};
static const char *const posture_names[SIM_N_POSTURES] = {SIM_POSTURE_LIST (NAME_ENTRY)};
static const char *const timing_names[SIM_N_TIMINGS] = {SIM_TIMING_LIST (NAME_ENTRY)};
static const char *const help_names[SIM_N_HELPS] = {SIM_HELP_LIST (NAME_ENTRY)};
static const char *const topic_names[SIM_N_TOPICS] = {SIM_REPORT_TOPIC_LIST (NAME_ENTRY)};
static const char *const edit_names[PICTURE_N_EDITS] = {PICTURE_EDIT_LIST (NAME_ENTRY)};
static const char *const ink_names[PICTURE_N_INKS] = {PICTURE_INK_LIST (NAME_ENTRY)};
static const char *const setting_names[SIM_N_SETTINGS] = {SIM_SETTING_LIST (NAME_ENTRY)};
static const char *const queue_edit_names[SIM_N_QUEUE_EDITS] = {SIM_QUEUE_EDIT_LIST (NAME_ENTRY)};
#undef NAME_ENTRY

/* By SimTargetKind and SimAddresseeKind.  */
static const char *const target_names[] = {"none", "position", "place", "track", "unit", "platoon"};
static const char *const addressee_names[] = {"unit", "platoon", "all", "interceptors"};

G_STATIC_ASSERT (G_N_ELEMENTS (target_names) == SIM_TARGET_PLATOON + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (addressee_names) == SIM_ADDRESSEE_INTERCEPTORS + 1);

/* ---- Writing ------------------------------------------------------------------------------- */

void
scenario_target_write (ScenarioWriter *writer, const char *name, const SimTarget *target)
{
  scenario_writer_begin_object (writer, name);
  scenario_writer_string (writer, "kind", target_names[target->kind]);
  scenario_writer_integer (writer, "number", target->number);
  scenario_writer_begin_array (writer, "position");
  scenario_writer_float (writer, NULL, target->position.x);
  scenario_writer_float (writer, NULL, target->position.y);
  scenario_writer_end_array (writer);
  scenario_writer_float (writer, "precise_m", target->precise_m);
  scenario_writer_end_object (writer);
}

void
scenario_command_write (ScenarioWriter *writer, const char *name, const SimCommand *command)
{
  scenario_writer_begin_object (writer, name);
  scenario_writer_integer (writer, "id", command->id);
  scenario_writer_string (writer, "verb", sim_verb_name (command->verb));
  scenario_writer_string (writer, "posture", sim_posture_name (command->posture));
  scenario_writer_string (writer, "timing", sim_timing_name (command->timing));
  scenario_writer_string (writer, "topic", sim_topic_name (command->topic));
  if (command->setting != SIM_SETTING_NONE)
    scenario_writer_string (writer, "setting", sim_setting_name (command->setting));
  scenario_writer_begin_array (writer, "addressees");
  for (guint i = 0; i < command->n_addressees; i++) {
    scenario_writer_begin_object (writer, NULL);
    scenario_writer_string (writer, "kind", addressee_names[command->addressees[i].kind]);
    scenario_writer_integer (writer, "index", command->addressees[i].index);
    scenario_writer_end_object (writer);
  }
  scenario_writer_end_array (writer);
  scenario_target_write (writer, "target", &command->target);
  scenario_writer_begin_array (writer, "via");
  for (guint i = 0; i < command->n_via; i++)
    scenario_target_write (writer, NULL, &command->via[i]);
  scenario_writer_end_array (writer);
  scenario_writer_float (writer, "facing_deg", command->facing_deg);
  if (command->mark > 0)
    scenario_writer_integer (writer, "mark", command->mark);
  if (command->verb == SIM_VERB_EXPECT)
    scenario_writer_boolean (writer, "possible", command->possible != 0);
  if (command->verb == SIM_VERB_PROMISE) {
    scenario_writer_string (writer, "help", sim_help_name (command->help));
    scenario_writer_integer (writer, "minutes", command->minutes);
  } else if (command->minutes > 0) {
    scenario_writer_integer (writer, "minutes", command->minutes);
  }
  if (command->until_relieved)
    scenario_writer_boolean (writer, "until_relieved", TRUE);
  scenario_writer_end_object (writer);
}

/* ---- Reading ------------------------------------------------------------------------------- */

/* What goes with telling is written for those verbs alone.  */
static void
read_telling (ScenarioObject *object, SimCommand *command)
{
  ScenarioValue possible = scenario_object_get (object, "possible");
  ScenarioValue help = scenario_object_get (object, "help");
  ScenarioValue minutes = scenario_object_get (object, "minutes");

  if (scenario_value_is_some (possible))
    command->possible = scenario_value_boolean (possible) ? 1 : 0;
  if (scenario_value_is_some (help))
    command->help = (uint8_t) scenario_value_choice (help, help_names, SIM_N_HELPS);
  if (scenario_value_is_some (minutes))
    command->minutes = (uint8_t) scenario_value_integer (minutes, 0, SIM_MOST_MINUTES);
}

SimTarget
scenario_target_read_value (ScenarioValue value)
{
  SimTarget target = {0};
  ScenarioObject object;
  ScenarioArray position;

  if (!scenario_object_begin (&object, value))
    return target;
  target.kind = (uint8_t) scenario_value_choice (scenario_object_require (&object, "kind"),
                                                 target_names, G_N_ELEMENTS (target_names));
  target.number = (uint32_t) scenario_value_integer (scenario_object_require (&object, "number"),
                                                     0, G_MAXUINT32);
  position = scenario_value_array (scenario_object_require (&object, "position"), 2, 2);
  if (position.n == 2)
    target.position =
        base_vec ((float) scenario_value_number (scenario_array_get (&position, 0), -1e6, 1e6),
                  (float) scenario_value_number (scenario_array_get (&position, 1), -1e6, 1e6));
  target.precise_m =
      (float) scenario_value_number (scenario_object_require (&object, "precise_m"), 0, 1e6);
  scenario_object_end (&object);
  return target;
}

static void
read_addressees (ScenarioValue value, SimCommand *command)
{
  ScenarioArray array = scenario_value_array (value, 1, SIM_MAX_ADDRESSEES);

  for (guint i = 0; i < array.n; i++) {
    SimAddressee *addressee = &command->addressees[command->n_addressees++];
    ScenarioObject object;

    scenario_object_begin (&object, scenario_array_get (&array, i));
    addressee->kind = (uint8_t) scenario_value_choice (scenario_object_require (&object, "kind"),
                                                       addressee_names,
                                                       G_N_ELEMENTS (addressee_names));
    addressee->index = (uint32_t) scenario_value_integer (
        scenario_object_require (&object, "index"), 0, PICTURE_MAX_OWN - 1);
    scenario_object_end (&object);
  }
}

SimCommand
scenario_command_read_value (ScenarioValue value)
{
  SimCommand command = {0};
  ScenarioObject object;
  ScenarioArray via;

  if (!scenario_object_begin (&object, value))
    return command;
  command.id =
      (uint32_t) scenario_value_integer (scenario_object_require (&object, "id"), 1, G_MAXUINT32);
  command.verb = (uint8_t) scenario_value_choice (scenario_object_require (&object, "verb"),
                                                  scenario_verb_names, SIM_N_VERBS);
  command.posture = (uint8_t) scenario_value_choice (scenario_object_require (&object, "posture"),
                                                     posture_names, SIM_N_POSTURES);
  command.timing = (uint8_t) scenario_value_choice (scenario_object_require (&object, "timing"),
                                                    timing_names, SIM_N_TIMINGS);
  command.topic = (uint8_t) scenario_value_choice (scenario_object_require (&object, "topic"),
                                                   topic_names, SIM_N_TOPICS);
  command.setting = (uint8_t) scenario_object_choice_or (&object, "setting", setting_names,
                                                         SIM_N_SETTINGS, SIM_SETTING_NONE);
  read_addressees (scenario_object_require (&object, "addressees"), &command);
  command.target = scenario_target_read_value (scenario_object_require (&object, "target"));
  via = scenario_value_array (scenario_object_require (&object, "via"), 0, SIM_MAX_VIA);
  for (guint i = 0; i < via.n; i++)
    command.via[command.n_via++] = scenario_target_read_value (scenario_array_get (&via, i));
  command.facing_deg =
      (float) scenario_value_number (scenario_object_require (&object, "facing_deg"), -1, 360);
  command.mark =
      (uint8_t) scenario_object_integer_or (&object, "mark", 1, SIM_MAX_MARK, 0);
  read_telling (&object, &command);
  command.until_relieved = scenario_object_boolean_or (&object, "until_relieved", FALSE) ? 1 : 0;
  scenario_object_end (&object);
  return command;
}

/* ---- By her own hand ------------------------------------------------------------------------ */

/* Of a line that is drawn: x and y of each point after the other.  */
static void
write_stroke (ScenarioWriter *writer, const PictureEdit *edit)
{
  scenario_writer_string (writer, "ink", ink_names[edit->ink]);
  scenario_writer_begin_array (writer, "points");
  for (guint i = 0; i < edit->n_points; i++) {
    scenario_writer_float (writer, NULL, edit->points[i].x);
    scenario_writer_float (writer, NULL, edit->points[i].y);
  }
  scenario_writer_end_array (writer);
}

void
scenario_edit_write (ScenarioWriter *writer, const char *name, const PictureEdit *edit)
{
  scenario_writer_begin_object (writer, name);
  scenario_writer_string (writer, "edit", edit_names[edit->kind]);
  scenario_writer_integer (writer, "track", edit->track);
  scenario_writer_integer (writer, "other", edit->other);
  scenario_writer_begin_array (writer, "position");
  scenario_writer_float (writer, NULL, edit->position.x);
  scenario_writer_float (writer, NULL, edit->position.y);
  scenario_writer_end_array (writer);
  scenario_writer_float (writer, "precise_m", edit->precise_m);
  scenario_writer_string (writer, "name", edit->name);
  if (edit->kind == PICTURE_EDIT_DRAW)
    write_stroke (writer, edit);
  scenario_writer_end_object (writer);
}

/* Two numbers of the array, from `first`.  */
static BaseVec
read_point (ScenarioArray *array, guint first)
{
  return base_vec (
      (float) scenario_value_number (scenario_array_get (array, first), -1e6, 1e6),
      (float) scenario_value_number (scenario_array_get (array, first + 1), -1e6, 1e6));
}

/* An odd number more than two is one point less; too few or too many are said to be a mistake.  */
static void
read_stroke (ScenarioObject *object, PictureEdit *edit)
{
  ScenarioArray points;

  edit->ink = (uint8_t) scenario_value_choice (scenario_object_require (object, "ink"), ink_names,
                                               PICTURE_N_INKS);
  points = scenario_value_array (scenario_object_require (object, "points"), 4,
                                 2 * PICTURE_MAX_STROKE_POINTS);
  edit->n_points = (uint8_t) (points.n / 2);
  for (guint i = 0; i < edit->n_points; i++)
    edit->points[i] = read_point (&points, 2 * i);
}

static void
read_edit_name (ScenarioValue value, PictureEdit *edit)
{
  g_autofree char *name = scenario_value_line (value, 0, PICTURE_NAME_SIZE - 1);

  /* The limit counts letters, the room is bytes.  */
  if (name != NULL && strlen (name) < sizeof edit->name)
    memcpy (edit->name, name, strlen (name));
}

PictureEdit
scenario_edit_read_value (ScenarioValue value)
{
  PictureEdit edit = {0};
  ScenarioObject object;
  ScenarioArray position;

  if (!scenario_object_begin (&object, value))
    return edit;
  edit.kind = (uint8_t) scenario_value_choice (scenario_object_require (&object, "edit"),
                                               edit_names, PICTURE_N_EDITS);
  edit.track = (uint32_t) scenario_value_integer (scenario_object_require (&object, "track"), 0,
                                                  G_MAXUINT32);
  edit.other = (uint32_t) scenario_value_integer (scenario_object_require (&object, "other"), 0,
                                                  G_MAXUINT32);
  position = scenario_value_array (scenario_object_require (&object, "position"), 2, 2);
  if (position.n == 2)
    edit.position = read_point (&position, 0);
  edit.precise_m =
      (float) scenario_value_number (scenario_object_require (&object, "precise_m"), 0, 20000);
  read_edit_name (scenario_object_require (&object, "name"), &edit);
  if (edit.kind == PICTURE_EDIT_DRAW)
    read_stroke (&object, &edit);
  scenario_object_end (&object);
  return edit;
}

/* ---- Of what waits for air ------------------------------------------------------------------ */

void
scenario_queue_edit_write (ScenarioWriter *writer, const char *name, const SimQueueEdit *edit)
{
  scenario_writer_begin_object (writer, name);
  scenario_writer_string (writer, "edit", queue_edit_names[edit->kind]);
  scenario_writer_integer (writer, "order", edit->order);
  if (edit->kind == SIM_QUEUE_EDIT_MOVE)
    scenario_writer_integer (writer, "place", edit->place);
  scenario_writer_end_object (writer);
}

SimQueueEdit
scenario_queue_edit_read_value (ScenarioValue value)
{
  SimQueueEdit edit = {0};
  ScenarioObject object;

  if (!scenario_object_begin (&object, value))
    return edit;
  edit.kind = (uint8_t) scenario_value_choice (scenario_object_require (&object, "edit"),
                                               queue_edit_names, SIM_N_QUEUE_EDITS);
  edit.order = (uint32_t) scenario_value_integer (scenario_object_require (&object, "order"), 1,
                                                  G_MAXUINT32);
  if (edit.kind == SIM_QUEUE_EDIT_MOVE)
    edit.place = (uint8_t) scenario_value_integer (scenario_object_require (&object, "place"), 0,
                                                   SIM_MOST_PLACE);
  scenario_object_end (&object);
  return edit;
}
