/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of a tape: what of it is sound is listed, searched and put into captions; the same each time.  */
#include "fuzz.h"

#include "scenario/scenario-tape.h"

#include <string.h>

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  fuzz_begin ();
  return 0;
}

static void
check_line (const ScenarioTape *tape, const ScenarioTapeLine *line)
{
  g_autofree char *clock = scenario_tape_format_clock (tape, line->tick);
  g_autofree char *folded = scenario_tape_fold (line->text);

  g_assert_true (g_utf8_validate (line->text, -1, NULL));
  g_assert_true (g_utf8_validate (line->speaker, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (line->text, -1), <=, SCENARIO_TAPE_TEXT);
  g_assert_cmpint (line->machine, >=, -1);
  g_assert_true (scenario_tape_line_has (line, folded));
}

static void
check_tape (const ScenarioTape *tape)
{
  g_autofree char *all = scenario_tape_captions (tape, 0, 0);
  g_autofree char *part = scenario_tape_captions (tape, 1500, 3000);
  guint64 last = 0;

  g_assert_true (g_str_has_prefix (all, "WEBVTT"));
  g_assert_true (g_utf8_validate (all, -1, NULL));
  g_assert_cmpuint (strlen (part), <=, strlen (all) + 64);
  for (guint i = 0; i < tape->lines->len; i++) {
    const ScenarioTapeLine *line = g_ptr_array_index (tape->lines, i);

    g_assert_cmpuint (line->id, >, last);
    last = line->id;
    check_line (tape, line);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *path = fuzz_file (data, size);
  g_autoptr (GPtrArray) first = scenario_problems_new (), again = scenario_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioTape) tape = scenario_tape_read (path, first, &error), same = NULL;

  g_assert_no_error (error);
  same = scenario_tape_read (path, again, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->len, ==, again->len);
  g_assert_true ((tape == NULL) == (same == NULL));
  if (tape == NULL) {
    g_assert_true (scenario_problems_fatal (first));
    return 0;
  }
  g_assert_cmpuint (tape->lines->len, ==, same->lines->len);
  check_tape (tape);
  return 0;
}
