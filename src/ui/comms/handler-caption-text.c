/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comms/handler-caption-text.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

static void
append_step (GString *text, const char *mark, const char *words)
{
  if (text->len > 0)
    g_string_append (text, "   ");
  /* A mark stays with its words when the line wraps.  */
  g_string_append_printf (text, "%s\u00a0%s", mark, words);
}

static void
append_reached (GString *text, guint states, SimOrderState state)
{
  if ((states & 1u << state) != 0)
    append_step (text, "✓", order_state_text (state));
}

static void
append_with_cause (GString *text, const char *mark, SimOrderState state, SimCause cause)
{
  g_autofree char *words = NULL;

  if (cause == SIM_CAUSE_NONE)
    words = g_strdup (order_state_text (state));
  else
    /* Translators: the state of an order and its cause: "waits: under fire". */
    words = g_strdup_printf (C_("order state", "%1$s: %2$s"), order_state_text (state),
                             order_cause_text (cause));
  append_step (text, mark, words);
}

static void
append_last (GString *text, SimOrderState last, SimCause cause)
{
  switch (last) {
  case SIM_ORDER_ENTERED:
  case SIM_ORDER_SPOKEN:
  case SIM_ORDER_CUT:
  case SIM_ORDER_WAITING:
    append_with_cause (text, "…", last, cause);
    break;
  case SIM_ORDER_FAILED:
  case SIM_ORDER_REFUSED:
  case SIM_ORDER_LOST:
    append_with_cause (text, "✕", last, cause);
    break;
  case SIM_ORDER_REPLACED:
  case SIM_ORDER_DELETED:
    append_step (text, "–", order_state_text (last));
    break;
  default:
    break;
  }
}

char *
handler_caption_steps (guint states, SimOrderState last, SimCause cause,
                       const char *read_back_time)
{
  GString *text = g_string_new (NULL);

  append_reached (text, states, SIM_ORDER_HEARD);
  append_reached (text, states, SIM_ORDER_READ_BACK);
  if ((states & 1u << SIM_ORDER_READ_BACK) != 0 && read_back_time != NULL)
    g_string_append_printf (text, " %s", read_back_time);
  append_reached (text, states, SIM_ORDER_BEGUN);
  append_reached (text, states, SIM_ORDER_DONE);
  append_last (text, last, cause);
  return g_string_free (text, FALSE);
}

char *
handler_caption_steps_of (EngineCaption *caption, EngineBattle *battle)
{
  SimTick read_back = engine_caption_get_order_tick (caption, SIM_ORDER_READ_BACK);
  g_autofree char *time = NULL;

  if (engine_caption_get_kind (caption) != ENGINE_CAPTION_ORDER)
    return g_strdup ("");
  if (read_back != SIM_TICK_NEVER && battle != NULL)
    time = engine_battle_format_clock (battle, read_back, TRUE);
  return handler_caption_steps (engine_caption_get_order_states (caption),
                                engine_caption_get_order_state (caption),
                                engine_caption_get_order_cause (caption), time);
}

char *
handler_caption_title (EngineCaption *caption)
{
  const char *speaker = engine_caption_get_speaker (caption);

  if (engine_caption_get_kind (caption) == ENGINE_CAPTION_CONSOLE)
    return g_strdup (C_("speaker", "Console"));
  return g_strdup (speaker != NULL ? speaker : "");
}

char *
handler_caption_line (EngineCaption *caption)
{
  g_autofree char *title = handler_caption_title (caption);
  g_autofree char *speaker = handler_text_isolate (title);

  /* Translators: a caption: speaker, words. */
  return g_strdup_printf (C_("caption", "%1$s: %2$s"), speaker, engine_caption_get_text (caption));
}

char *
handler_caption_dated_line (EngineCaption *caption, EngineBattle *battle)
{
  g_autofree char *title = handler_caption_title (caption);
  g_autofree char *speaker = handler_text_isolate (title);
  g_autofree char *time
      = engine_battle_format_clock (battle, engine_caption_get_tick (caption), TRUE);

  /* Translators: a caption to be copied: time, speaker, words. */
  return g_strdup_printf (C_("caption", "%1$s %2$s: %3$s"), time, speaker,
                          engine_caption_get_text (caption));
}

char *
handler_caption_spoken (EngineCaption *caption)
{
  g_autofree char *title = handler_caption_title (caption);
  g_autofree char *words = handler_text_spoken_caption (engine_caption_get_text (caption));
  g_autofree char *place = NULL;
  float bearing, distance;

  if (engine_caption_get_place (caption, &bearing, &distance, NULL))
    place = handler_text_place (bearing, distance);
  if (engine_caption_get_kind (caption) != ENGINE_CAPTION_SPOKEN)
    /* Translators: a caption: speaker, words. */
    return g_strdup_printf (C_("caption", "%1$s: %2$s"), title, words);
  if (place == NULL)
    /* Translators: a caption read aloud: class of the transmission, speaker, words. */
    return g_strdup_printf (C_("caption read aloud", "%1$s, %2$s: %3$s"),
                            handler_text_air_class (engine_caption_get_air_class (caption)), title,
                            words);
  /* Translators: a caption read aloud: class, speaker, direction and distance, words. */
  return g_strdup_printf (C_("caption read aloud", "%1$s, %2$s, %3$s: %4$s"),
                          handler_text_air_class (engine_caption_get_air_class (caption)), title,
                          place, words);
}

const char *
handler_caption_icon (EngineCaption *caption)
{
  if (engine_caption_get_kind (caption) == ENGINE_CAPTION_CONSOLE)
    return "handler-console-symbolic";
  if (engine_caption_get_kind (caption) == ENGINE_CAPTION_ORDER)
    return "handler-order-symbolic";
  if (engine_caption_get_air_class (caption) == SIM_AIR_ORDER)
    return "handler-read-back-symbolic";
  return handler_text_air_class_icon (engine_caption_get_air_class (caption));
}

const char *
handler_caption_style (EngineCaption *caption)
{
  if (engine_caption_get_kind (caption) == ENGINE_CAPTION_CONSOLE)
    return "console";
  if (engine_caption_get_kind (caption) == ENGINE_CAPTION_ORDER)
    return "own-order";
  return sim_air_class_name (engine_caption_get_air_class (caption));
}
