/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-meter.h"

#include <math.h>

static double
bounded (double db)
{
  return isfinite (db) ? CLAMP (db, VOICE_LEVEL_FLOOR_DB, 0.0) : VOICE_LEVEL_FLOOR_DB;
}

/* The level element still speaks in value arrays. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static double
read_channel (const GstStructure *structure, const char *field, guint channel)
{
  const GValue *value = gst_structure_get_value (structure, field);
  GValueArray *array;

  if (value == NULL || !G_VALUE_HOLDS (value, g_value_array_get_type()))
    return VOICE_LEVEL_FLOOR_DB;
  array = g_value_get_boxed (value);
  if (array == NULL || channel >= array->n_values)
    return VOICE_LEVEL_FLOOR_DB;
  return bounded (g_value_get_double (g_value_array_get_nth (array, channel)));
}
G_GNUC_END_IGNORE_DEPRECATIONS

void
voice_meter_read_levels (const GstStructure *structure, VoiceLevels *levels)
{
  for (guint i = 0; i < 2; i++) {
    levels->peak_db[i] = read_channel (structure, "peak", i);
    levels->rms_db[i] = read_channel (structure, "rms", i);
  }
}

double
voice_meter_read_rms (const GstStructure *structure)
{
  return read_channel (structure, "rms", 0);
}

void
voice_meter_read_spectrum (const GstStructure *structure, VoiceLevels *levels)
{
  const GValue *list = gst_structure_get_value (structure, "magnitude");

  if (list == NULL || !GST_VALUE_HOLDS_LIST (list))
    return;
  for (guint i = 0; i < VOICE_SPECTRUM_BANDS; i++) {
    guint band = VOICE_METER_FIRST_BAND + i;

    if (band < gst_value_list_get_size (list))
      levels->spectrum_db[i] =
          (float)bounded (g_value_get_float (gst_value_list_get_value (list, band)));
  }
}
