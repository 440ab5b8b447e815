/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-script.h"

#include "engine/engine-core-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  EngineCore *core;
  OrderBook *book;
  GPtrArray *orders;   /* ScenarioOrder, by time; or NULL */
  guint next;
  GPtrArray *problems;
  PictureView *view;   /* (owned) what "track two" means just now */
} Script;

static void
tell_problem (Script *script, const ScenarioOrder *order, const char *text, const char *reason)
{
  g_ptr_array_add (script->problems,
                   /* Translators: seconds since the start of the battle, an order, why it was not
                    * understood.  */
                   g_strdup_printf (_("At %1$.1f s, “%2$s”: %3$s"),
                                    (double) order->at / SIM_TICKS_PER_SECOND, text, reason));
}

/* What she does to her picture; TRUE if the text was about that.  */
static gboolean
edit (Script *script, const ScenarioOrder *order, const char *text)
{
  PictureEdit edit;
  g_autofree char *says = order_hand (script->book, script->view, NULL, text, &edit);

  if (says == NULL)
    return FALSE;
  if (edit.kind == PICTURE_N_EDITS || !engine_core_edit (script->core, &edit))
    tell_problem (script, order, text, says);
  return TRUE;
}

/* What she does to an order that waits for air; TRUE if the text was about that.  */
static gboolean
edit_queue (Script *script, const ScenarioOrder *order, const char *text)
{
  SimQueueEdit edit;
  g_autofree char *says = order_queue (script->book, script->view, text, &edit);

  if (says == NULL)
    return FALSE;
  if (edit.order == 0 || !engine_core_edit_queue (script->core, &edit))
    tell_problem (script, order, text, says);
  return TRUE;
}

/* What she asks the console is nothing to the battle, but to its lesson; TRUE if the text was a question.  */
static gboolean
ask (Script *script, const char *text)
{
  int question = order_question (script->book, script->view, text);
  ScenarioAct act = {.kind = SCENARIO_ACT_ASKED, .question = (guint8) MAX (question, 0)};

  return question >= 0 && engine_core_act (script->core, &act);
}

static void
give (Script *script, const ScenarioOrder *order)
{
  g_autofree char *text = scenario_order_text (order);
  g_autoptr (OrderReading) reading = NULL;

  engine_core_fill_view (script->core, script->view);
  engine_core_foresee_queue (script->core, script->view);
  if (edit (script, order, text) || edit_queue (script, order, text) ||
      ask (script, text))
    return;
  reading = order_parse (script->book, script->view, NULL, text);
  if (reading->problem == ORDER_OK)
    engine_core_submit (script->core, &reading->command);
  else
    tell_problem (script, order, text, reading->reason);
}

static void
give_due (Script *script)
{
  SimTick now = engine_core_tick (script->core);

  while (script->next < script->orders->len) {
    const ScenarioOrder *order = g_ptr_array_index (script->orders, script->next);

    if (order->at > now)
      return;
    script->next++;
    give (script, order);
  }
}

/* Orders of the time before a fork have been given, or not, already.  */
static void
skip_past (Script *script)
{
  SimTick now = engine_core_tick (script->core);

  while (script->next < script->orders->len &&
         ((ScenarioOrder *) g_ptr_array_index (script->orders, script->next))->at < now)
    script->next++;
}

static void
follow (Script *script, SimTick until)
{
  skip_past (script);
  script->view = g_new0 (PictureView, 1);
  /* Orders of the moment it stops at are for who goes on from there.  */
  while (script->next < script->orders->len && engine_core_tick (script->core) < until) {
    give_due (script);
    if (!engine_core_step (script->core))
      break;
  }
  g_free (script->view);
}

void
engine_script_run (EngineCore *core, OrderBook *book, GPtrArray *orders, SimTick until,
                   GPtrArray *problems)
{
  Script script = {.core = core, .book = book, .orders = orders, .problems = problems};

  if (orders != NULL)
    follow (&script, until);
  engine_core_run (core, until);
}
