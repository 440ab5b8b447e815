/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A compiled catalogue checked once, string by string, into a hash table.  The file's own hash
 * table and its order of strings are not believed, so they are not used.  */
#include "orders/order-catalogue.h"

#include "orders/order-plural.h"

#include <string.h>

#define MAGIC         0x950412deu
#define MAGIC_SWAPPED 0xde120495u
#define HEAD_BYTES    28u
#define ENTRY_BYTES   8u

typedef struct {
  const char *text; /* in the bytes; its forms are ended by NUL */
  const char *end;  /* the NUL of the last form */
} Message;

struct _OrderCatalogue {
  gatomicrefcount references;
  char *language;
  GBytes *bytes;        /* (owned) (nullable) */
  GHashTable *messages; /* msgid in the bytes, up to its first NUL -> Message (owned) */
  OrderPlural *plural;  /* (owned) (nullable) */
};

G_DEFINE_QUARK (order-catalogue-error-quark, order_catalogue_error)

/* ---- Bytes ---------------------------------------------------------------------------------- */

typedef struct {
  const char *data;
  gsize size;
  gboolean swapped;
} Source;

static gboolean
read_word (const Source *source, guint64 offset, guint32 *word)
{
  if (source->size < sizeof *word || offset > source->size - sizeof *word)
    return FALSE;
  memcpy (word, source->data + offset, sizeof *word);
  if (source->swapped)
    *word = GUINT32_SWAP_LE_BE (*word);
  return TRUE;
}

/* The string that an entry of a table points to; NULL unless it lies in the bytes and ends there
 * with a NUL.  */
static const char *
read_string (const Source *source, guint64 entry, const char **end)
{
  guint32 length, offset;

  if (!read_word (source, entry, &length) || !read_word (source, entry + 4, &offset) ||
      offset >= source->size || length >= source->size - offset ||
      source->data[(gsize) offset + length] != '\0')
    return NULL;
  *end = source->data + offset + length;
  return source->data + offset;
}

/* Each piece between NULs.  */
static gboolean
is_utf8 (const char *text, const char *end)
{
  for (; text <= end; text += strlen (text) + 1)
    if (!g_utf8_validate (text, -1, NULL))
      return FALSE;
  return TRUE;
}

static void
add_message (OrderCatalogue *catalogue, const Source *source, guint64 original,
             guint64 translation)
{
  const char *msgid, *msgid_end, *text, *end;
  Message *message;

  msgid = read_string (source, original, &msgid_end);
  text = read_string (source, translation, &end);
  if (!msgid || !text || *text == '\0' || !is_utf8 (msgid, msgid_end) || !is_utf8 (text, end) ||
      g_hash_table_contains (catalogue->messages, msgid))
    return;
  message = g_new (Message, 1);
  *message = (Message){text, end};
  g_hash_table_insert (catalogue->messages, (gpointer) msgid, message);
}

static gboolean
read_messages (OrderCatalogue *catalogue, const Source *source, GError **error)
{
  guint32 revision, n, originals, translations;

  if (!read_word (source, 4, &revision) || !read_word (source, 8, &n) ||
      !read_word (source, 12, &originals) || !read_word (source, 16, &translations) ||
      revision >> 16 > 1 || originals < HEAD_BYTES || translations < HEAD_BYTES ||
      originals + (guint64) n * ENTRY_BYTES > source->size ||
      translations + (guint64) n * ENTRY_BYTES > source->size) {
    g_set_error_literal (error, ORDER_CATALOGUE_ERROR, ORDER_CATALOGUE_ERROR_FORMAT,
                         "the head of the catalogue is damaged");
    return FALSE;
  }
  for (guint32 i = 0; i < n; i++)
    add_message (catalogue, source, originals + (guint64) i * ENTRY_BYTES,
                 translations + (guint64) i * ENTRY_BYTES);
  return TRUE;
}

/* ---- The head ------------------------------------------------------------------------------- */

/* The value of a field of the message that stands for the empty msgid, or NULL.  */
static char *
head_field (OrderCatalogue *catalogue, const char *name)
{
  const char *head = order_catalogue_find (catalogue, NULL, "");
  gsize length = strlen (name);
  g_auto (GStrv) lines = g_strsplit (head ? head : "", "\n", 64);

  for (char **line = lines; *line; line++)
    if (g_ascii_strncasecmp (*line, name, length) == 0 && (*line)[length] == ':')
      return g_strstrip (g_strdup (*line + length + 1));
  return NULL;
}

static gboolean
check_charset (OrderCatalogue *catalogue, GError **error)
{
  g_autofree char *type = head_field (catalogue, "Content-Type");
  const char *charset = type ? strstr (type, "charset=") : NULL;

  if (!charset || g_ascii_strcasecmp (charset, "charset=utf-8") == 0 ||
      g_ascii_strcasecmp (charset, "charset=us-ascii") == 0)
    return TRUE;
  g_set_error (error, ORDER_CATALOGUE_ERROR, ORDER_CATALOGUE_ERROR_CHARSET,
               "the catalogue is not in UTF-8: %s", charset);
  return FALSE;
}

static gboolean
read_bytes (OrderCatalogue *catalogue, GError **error)
{
  Source source = {0};
  guint32 magic = 0;

  source.data = g_bytes_get_data (catalogue->bytes, &source.size);
  read_word (&source, 0, &magic);
  source.swapped = magic == MAGIC_SWAPPED;
  if (magic != MAGIC && magic != MAGIC_SWAPPED) {
    g_set_error_literal (error, ORDER_CATALOGUE_ERROR, ORDER_CATALOGUE_ERROR_FORMAT,
                         "no compiled catalogue");
    return FALSE;
  }
  return read_messages (catalogue, &source, error) && check_charset (catalogue, error);
}

/* ---- Public --------------------------------------------------------------------------------- */

OrderCatalogue *
order_catalogue_new (const char *language, GBytes *bytes, GError **error)
{
  g_autoptr (OrderCatalogue) catalogue = NULL;
  g_autofree char *forms = NULL;

  g_return_val_if_fail (language != NULL, NULL);

  catalogue = g_new0 (OrderCatalogue, 1);
  g_atomic_ref_count_init (&catalogue->references);
  catalogue->language = g_strdup (language);
  catalogue->messages = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  if (!bytes)
    return g_steal_pointer (&catalogue);
  catalogue->bytes = g_bytes_ref (bytes);
  if (!read_bytes (catalogue, error))
    return NULL;
  forms = head_field (catalogue, "Plural-Forms");
  catalogue->plural = forms ? order_plural_new (forms) : NULL;
  return g_steal_pointer (&catalogue);
}

OrderCatalogue *
order_catalogue_ref (OrderCatalogue *catalogue)
{
  g_atomic_ref_count_inc (&catalogue->references);
  return catalogue;
}

void
order_catalogue_unref (OrderCatalogue *catalogue)
{
  if (!catalogue || !g_atomic_ref_count_dec (&catalogue->references))
    return;
  g_hash_table_unref (catalogue->messages);
  g_clear_pointer (&catalogue->plural, order_plural_free);
  g_clear_pointer (&catalogue->bytes, g_bytes_unref);
  g_free (catalogue->language);
  g_free (catalogue);
}

const char *
order_catalogue_get_language (OrderCatalogue *catalogue)
{
  return catalogue->language;
}

guint
order_catalogue_get_size (OrderCatalogue *catalogue)
{
  return g_hash_table_size (catalogue->messages);
}

static const Message *
find (OrderCatalogue *catalogue, const char *context, const char *msgid)
{
  g_autofree char *key = context ? g_strconcat (context, "\004", msgid, NULL) : NULL;

  return g_hash_table_lookup (catalogue->messages, key ? key : msgid);
}

const char *
order_catalogue_find (OrderCatalogue *catalogue, const char *context, const char *msgid)
{
  const Message *message = find (catalogue, context, msgid);

  return message ? message->text : NULL;
}

const char *
order_catalogue_find_plural (OrderCatalogue *catalogue, const char *context, const char *msgid,
                             gulong n)
{
  const Message *message = find (catalogue, context, msgid);
  const char *form;

  if (!message)
    return NULL;
  form = message->text;
  for (guint left = order_plural_form (catalogue->plural, n); left > 0; left--) {
    const char *next = form + strlen (form) + 1;

    if (next > message->end)
      return message->text; /* fewer forms than the rule asks for */
    form = next;
  }
  return *form ? form : message->text;
}
