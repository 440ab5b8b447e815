/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-fields.h"

#include "engine/engine-core-private.h"

#include <string.h>

/* The part of the world whose columns are those of the units.  */
#define UNITS "units"

/* A part under way: how far the path goes that leads to it, and how often each name came in it (an
 * array is a name that comes again and again).  */
typedef struct {
  gsize path_length;
  GHashTable *times; /* (owned) name as in the source -> how often */
  gboolean units;
} Part;

typedef struct {
  GPtrArray *fields; /* EngineField */
  GString *path;     /* (owned) to the part under way, with a dot */
  GArray *parts;     /* (owned) Part, innermost last */
  /* Of the columns of units, by their place in `fields`: which column, which of its values.  */
  GArray *columns;   /* (owned) Column */
} Lister;

typedef struct {
  guint field;
  const char *name;
  guint nth;
} Column;

void
engine_field_free (EngineField *field)
{
  g_free (field->path);
  g_free (field);
}

/* ---- Values -------------------------------------------------------------------------------- */

static char *
format_real (double value, int digits)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE], format[8];

  g_snprintf (format, sizeof format, "%%.%dg", digits);
  return g_strdup (g_ascii_formatd (text, sizeof text, format, value));
}

static char *
format_f32 (guint32 bits)
{
  float value;

  memcpy (&value, &bits, sizeof value);
  return format_real ((double) value, 9);
}

static char *
format_f64 (guint64 bits)
{
  double value;

  memcpy (&value, &bits, sizeof value);
  return format_real (value, 17);
}

char *
engine_field_format (const EngineField *field)
{
  switch (field->type) {
  case BASE_CODEC_F32:
    return format_f32 ((guint32) field->bits);
  case BASE_CODEC_F64:
    return format_f64 (field->bits);
  case BASE_CODEC_I32:
    return g_strdup_printf ("%d", (gint32) (guint32) field->bits);
  case BASE_CODEC_U64:
    /* Counts are small; what is not is a generator's state.  */
    return g_strdup_printf (field->bits < G_GUINT64_CONSTANT (1) << 53
                                ? "%" G_GINT64_MODIFIER "u"
                                : "0x%016" G_GINT64_MODIFIER "x",
                            field->bits);
  default:
    return g_strdup_printf ("%u", (guint) field->bits);
  }
}

/* ---- Paths --------------------------------------------------------------------------------- */

static void
part_clear (Part *part)
{
  g_hash_table_unref (part->times);
}

static Part *
innermost (Lister *lister)
{
  return &g_array_index (lister->parts, Part, lister->parts->len - 1);
}

static void
push (Lister *lister, gboolean units)
{
  Part part = {lister->path->len, g_hash_table_new (g_str_hash, g_str_equal), units};

  g_array_append_val (lister->parts, part);
}

static guint
count (Lister *lister, const char *name)
{
  GHashTable *times = innermost (lister)->times;
  guint nth = GPOINTER_TO_UINT (g_hash_table_lookup (times, name));

  g_hash_table_insert (times, (char *) name, GUINT_TO_POINTER (nth + 1));
  return nth;
}

/* "&group->route[i]" for the third time: "route[2]".  */
static void
append_name (GString *path, const char *name, guint nth)
{
  const char *plain = base_codec_plain_name (name);
  const char *open = strchr (plain, '['), *close = open != NULL ? strchr (open, ']') : NULL;

  if (close == NULL)
    g_string_append (path, plain);
  else
    g_string_append_printf (path, "%.*s[%u]%s", (int) (open - plain), plain, nth, close + 1);
}

static void
on_enter (const char *name, void *data)
{
  Lister *lister = data;
  guint nth = count (lister, name);
  gboolean units = lister->parts->len == 1 && strcmp (name, UNITS) == 0;

  push (lister, units);
  append_name (lister->path, name, nth);
  g_string_append_c (lister->path, '.');
}

static void
on_leave (void *data)
{
  Lister *lister = data;

  g_string_truncate (lister->path, innermost (lister)->path_length);
  g_array_set_size (lister->parts, lister->parts->len - 1);
}

static uint64_t
on_field (const char *name, BaseCodecType type, uint64_t bits, void *data)
{
  Lister *lister = data;
  EngineField *field = g_new (EngineField, 1);
  guint nth = count (lister, name);

  *field = (EngineField){NULL, -1, type, bits};
  if (innermost (lister)->units) {
    Column column = {lister->fields->len, name, nth};

    g_array_append_val (lister->columns, column);
  } else {
    gsize length = lister->path->len;

    append_name (lister->path, name, nth);
    field->path = g_strndup (lister->path->str, lister->path->len);
    g_string_truncate (lister->path, length);
  }
  g_ptr_array_add (lister->fields, field);
  return bits;
}

/* ---- Columns of units ---------------------------------------------------------------------- */

/* A column holds the values of one unit after those of the other; how many each has shows when the
 * column is over.  */
static void
name_columns (Lister *lister, guint n_units)
{
  g_autoptr (GHashTable) totals = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lister->columns->len; i++) {
    const Column *column = &g_array_index (lister->columns, Column, i);

    g_hash_table_insert (totals, (char *) column->name, GUINT_TO_POINTER (column->nth + 1));
  }
  for (guint i = 0; i < lister->columns->len; i++) {
    const Column *column = &g_array_index (lister->columns, Column, i);
    EngineField *field = g_ptr_array_index (lister->fields, column->field);
    guint total = GPOINTER_TO_UINT (g_hash_table_lookup (totals, column->name));
    guint each = MAX (total / n_units, 1);
    const char *plain = base_codec_plain_name (column->name);
    int length = (int) strcspn (plain, "[");

    field->unit = (int) (column->nth / each);
    field->path = each == 1 ? g_strdup_printf (UNITS "[%d].%.*s", field->unit, length, plain)
                            : g_strdup_printf (UNITS "[%d].%.*s[%u]", field->unit, length, plain,
                                               column->nth % each);
  }
}

/* ---- Listing ------------------------------------------------------------------------------- */

static void
lister_init (Lister *lister)
{
  lister->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) engine_field_free);
  lister->path = g_string_new (NULL);
  lister->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (lister->parts, (GDestroyNotify) part_clear);
  lister->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  push (lister, FALSE);
}

static GPtrArray *
lister_finish (Lister *lister)
{
  g_string_free (lister->path, TRUE);
  g_array_unref (lister->parts);
  g_array_unref (lister->columns);
  return lister->fields;
}

GPtrArray *
engine_fields_of_world (EngineCore *core)
{
  Lister lister;
  BaseCodecVisitor visitor = {on_enter, on_leave, on_field, &lister};

  lister_init (&lister);
  sim_world_show_fields (core->world, &visitor);
  name_columns (&lister, (guint) sim_world_n_units (core->world));
  return lister_finish (&lister);
}

GPtrArray *
engine_fields_of_picture (EngineCore *core)
{
  Lister lister;
  BaseCodecVisitor visitor = {on_enter, on_leave, on_field, &lister};

  lister_init (&lister);
  picture_show_fields (core->picture, &visitor);
  return lister_finish (&lister);
}
