/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tapes/handler-tape.h"

#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

struct _HandlerTape {
  GObject parent_instance;
  ScenarioTapeFound *found;
  char *name;
};

G_DEFINE_FINAL_TYPE (HandlerTape, handler_tape, G_TYPE_OBJECT)

struct _HandlerTapeLine {
  GObject parent_instance;
  HandlerTape *tape;
  const ScenarioTapeLine *line; /* of the tape */
};

G_DEFINE_FINAL_TYPE (HandlerTapeLine, handler_tape_line, G_TYPE_OBJECT)

/* ---- The tape --------------------------------------------------------------------------------- */

static void
handler_tape_finalize (GObject *object)
{
  HandlerTape *self = HANDLER_TAPE (object);

  g_clear_pointer (&self->found, scenario_tape_found_free);
  g_free (self->name);
  G_OBJECT_CLASS (handler_tape_parent_class)->finalize (object);
}

static void
handler_tape_class_init (HandlerTapeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = handler_tape_finalize;
}

static void
handler_tape_init (HandlerTape *self)
{
}

HandlerTape *
handler_tape_new (ScenarioTapeFound *found)
{
  HandlerTape *self = g_object_new (HANDLER_TYPE_TAPE, NULL);
  g_autofree char *base = g_path_get_basename (found->folder);

  self->found = found;
  self->name = g_filename_display_name (base);
  return self;
}

const ScenarioTapeFound *
handler_tape_get_found (HandlerTape *self)
{
  g_return_val_if_fail (HANDLER_IS_TAPE (self), NULL);
  return self->found;
}

const char *
handler_tape_get_title (HandlerTape *self)
{
  g_return_val_if_fail (HANDLER_IS_TAPE (self), NULL);
  return self->found->tape != NULL ? self->found->tape->head.title : self->name;
}

char *
handler_tape_make_facts (HandlerTape *self)
{
  const ScenarioTape *tape = self->found->tape;
  g_autofree char *size = g_format_size (self->found->bytes);
  g_autofree char *moment = NULL, *elapsed = NULL;

  if (tape == NULL)
    return g_steal_pointer (&size);
  moment = handler_text_moment (tape->head.begun_us);
  elapsed = handler_text_elapsed (tape->end);
  return handler_text_facts (moment, elapsed, size, NULL);
}

guint
handler_tape_count (HandlerTape *self, const char *folded)
{
  const ScenarioTape *tape = self->found->tape;
  guint n = 0;

  for (guint i = 0; tape != NULL && i < tape->lines->len; i++)
    n += scenario_tape_line_has (g_ptr_array_index (tape->lines, i), folded);
  return n;
}

/* ---- A line ----------------------------------------------------------------------------------- */

static void
handler_tape_line_finalize (GObject *object)
{
  g_clear_object (&HANDLER_TAPE_LINE (object)->tape);
  G_OBJECT_CLASS (handler_tape_line_parent_class)->finalize (object);
}

static void
handler_tape_line_class_init (HandlerTapeLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = handler_tape_line_finalize;
}

static void
handler_tape_line_init (HandlerTapeLine *self)
{
}

HandlerTapeLine *
handler_tape_line_new (HandlerTape *tape, guint n)
{
  HandlerTapeLine *self = g_object_new (HANDLER_TYPE_TAPE_LINE, NULL);

  self->tape = g_object_ref (tape);
  self->line = g_ptr_array_index (tape->found->tape->lines, n);
  return self;
}

const ScenarioTapeLine *
handler_tape_line_get (HandlerTapeLine *self)
{
  g_return_val_if_fail (HANDLER_IS_TAPE_LINE (self), NULL);
  return self->line;
}

char *
handler_tape_line_make_clock (HandlerTapeLine *self)
{
  return scenario_tape_format_clock (self->tape->found->tape, self->line->tick);
}

const char *
handler_tape_reason_text (ScenarioTapeReason reason)
{
  switch (reason) {
  case SCENARIO_TAPE_MUTED:
    return C_("tape", "muted");
  case SCENARIO_TAPE_THINNED:
    return C_("tape", "left out at this speed");
  case SCENARIO_TAPE_REPEATED:
    return C_("tape", "heard a moment before");
  case SCENARIO_TAPE_REPLACED:
    return C_("tape", "replaced by newer words");
  case SCENARIO_TAPE_EXPIRED:
  case SCENARIO_TAPE_OVERFLOW:
    return C_("tape", "waited too long to be heard");
  case SCENARIO_TAPE_PREEMPTED:
  case SCENARIO_TAPE_OVERRAN:
  case SCENARIO_TAPE_REQUESTED:
    return C_("tape", "broken off");
  case SCENARIO_TAPE_NO_SOUND:
  case SCENARIO_TAPE_NO_SPEECH:
    return C_("tape", "there was no sound");
  default:
    return "";
  }
}

const char *
handler_tape_line_get_note (HandlerTapeLine *self)
{
  g_return_val_if_fail (HANDLER_IS_TAPE_LINE (self), NULL);

  if (self->line->unheard != SCENARIO_TAPE_NONE)
    return handler_tape_reason_text (self->line->unheard);
  return self->line->segment == 0 ? C_("tape", "not on the tape") : "";
}

char *
handler_tape_line_make_label (HandlerTapeLine *self)
{
  g_autofree char *clock = handler_tape_line_make_clock (self);
  g_autofree char *words = handler_text_spoken_caption (self->line->text);
  const char *note = handler_tape_line_get_note (self);

  /* Translators: a line of a tape, read aloud: time, speaker, words. */
  g_autofree char *said = g_strdup_printf (C_("tape", "%1$s, %2$s: %3$s"), clock,
                                           self->line->speaker, words);

  return handler_text_list ((const char *const[]){said, note, NULL});
}
