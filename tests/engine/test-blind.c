/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture shows what was told and nothing else: the same battle again, with enemies whom nobody ever
 * senses elsewhere, of other types, more of them, or none, lets out the same messages, and has the
 * same picture, view and frame in every tick.  */
#include "engine/engine-core-private.h"
#include "engine/engine-player.h"

/* What differs is filled in.  A pack comes over open ground and is met; a staff officer leads.  */
static const char frame_text[] =
    "{\"format\": \"handler-one/scenario\", \"version\": 1, \"id\": \"blind\", \"title\": \"Blind\","
    " \"summary\": \"A test.\", \"briefing\": \"Hold.\", \"author\": \"Tests\","
    " \"licence\": \"CC0-1.0\", \"start\": \"2148-06-02T10:00\", \"duration_s\": 500, \"seed\": 1,"
    " \"weather\": \"clear\", \"rules\": \"standard\", \"terrain\": {\"width_m\": 20000,"
    " \"height_m\": 20000, \"cell_m\": 50, \"seed\": 4, \"relief_m\": 30, \"roughness\": 0.3,"
    " \"woods\": 0.1, \"places\": [{\"id\": \"depot\", \"name\": \"Depot\", \"kind\": \"base\","
    " \"position\": [2500, 800]}], \"features\": []}, \"squadron\": {\"base\": \"place:depot\","
    " \"platoons\": [{\"position\": [2500, 2500], \"spacing_m\": 80, \"members\": ["
    " {\"call_sign\": \"Harrier\"}, {\"call_sign\": \"Merlin\"}, {\"call_sign\": \"Osprey\"},"
    " {\"call_sign\": \"Heron\"}]}, {\"position\": [3300, 2300], \"spacing_m\": 80, \"members\": ["
    " {\"call_sign\": \"Kestrel\"}, {\"call_sign\": \"Falcon\"}]}]}, \"legion\": {\"groups\": ["
    "{\"task\": \"attack\", \"types\": {\"scout\": 3, \"dragoon\": 5}, \"position\": [3000, 6500],"
    " \"route\": [[2800, 2500]]}%s]},"
    " \"objectives\": [{\"id\": \"live\", \"kind\": \"survive-until\", \"title\": \"Live\"},"
    " {\"id\": \"hold\", \"kind\": \"hold-area\", \"title\": \"Hold\", \"position\": [2500, 2500],"
    " \"radius_m\": 600, \"seconds\": 300}],"
    " \"events\": [], \"what_is_known\": [{\"type\": \"scout\", \"count\": 3,"
    " \"position\": [3000, 6500], \"error_m\": 400}]}";

/* Fifteen kilometres off: nobody comes there, and they stay.  */
#define HIDDEN(types, x, y)                                                                       \
  ", {\"task\": \"hold\", \"types\": {" types "}, \"position\": [" x ", " y "], \"route\": [[" x ", " y "]]}"

static const char *const hidden[] = {
    HIDDEN ("\"tank\": 6", "18000", "18000"),
    HIDDEN ("\"tank\": 6", "18500", "3000"),      /* elsewhere */
    HIDDEN ("\"dragoon\": 6", "18000", "18000"),  /* others */
    HIDDEN ("\"tank\": 31", "18000", "18000"),    /* more */
    HIDDEN ("\"tank\": 6", "18000", "18000") HIDDEN ("\"scout\": 9", "16000", "17500"),
    "",                                           /* none */
};

/* ---- One battle and its witness -------------------------------------------------------------- */

static EngineCore *
begin (guint variant, StaffKind staff)
{
  g_autofree char *text = g_strdup_printf (frame_text, hidden[variant]);
  g_autoptr (ScenarioBattle) scenario = player_load_text (text);
  EngineCoreOptions options = {7, SIM_DIFFICULTY_STANDARD, staff, 0};
  g_autoptr (GError) error = NULL;
  EngineCore *core = engine_core_new (scenario, &options, &error);

  g_assert_no_error (error);
  return core;
}

/* Over every field of what the last step let out.  */
static guint64
messages_hash (EngineCore *core)
{
  BaseCodec codec = base_codec_hasher ();
  gsize n;
  const SimMessage *messages = engine_core_messages (core, &n);

  for (gsize i = 0; i < n; i++) {
    SimMessage copy = messages[i];

    sim_message_walk (&codec, &copy);
  }
  return codec.hash;
}

static void
hash_own (BaseCodec *codec, PictureOwn *own)
{
  base_codec_vec (codec, &own->ghost);
  base_codec_f32 (codec, &own->ghost_error_m);
}

static void
hash_ellipse (BaseCodec *codec, float *major_m, float *minor_m, float *angle_deg)
{
  base_codec_f32 (codec, major_m);
  base_codec_f32 (codec, minor_m);
  base_codec_f32 (codec, angle_deg);
}

static void
hash_crosses (BaseCodec *codec, PictureView *view)
{
  base_codec_count (codec, &view->n_crosses, PICTURE_MAX_CROSSES);
  for (gsize i = 0; i < view->n_crosses; i++) {
    PictureCross *cross = &view->crosses[i];

    base_codec_u16 (codec, &cross->voice);
    base_codec_vec (codec, &cross->position);
    hash_ellipse (codec, &cross->major_m, &cross->minor_m, &cross->angle_deg);
  }
  base_codec_count (codec, &view->n_jams, PICTURE_MAX_JAMS);
  for (gsize i = 0; i < view->n_jams; i++) {
    base_codec_vec (codec, &view->jams[i].centre);
    base_codec_f32 (codec, &view->jams[i].radius_m);
    base_codec_u32 (codec, &view->jams[i].t_since);
  }
}

/* What a view has that its picture only derives; the rest of it is in the picture's own hash.  */
static guint64
view_hash (PictureView *view)
{
  BaseCodec codec = base_codec_hasher ();

  base_codec_u32 (&codec, &view->now);
  base_codec_count (&codec, &view->n_own, PICTURE_MAX_OWN);
  for (gsize i = 0; i < view->n_own; i++)
    hash_own (&codec, &view->own[i]);
  base_codec_count (&codec, &view->n_tracks, PICTURE_MAX_TRACKS);
  for (gsize i = 0; i < view->n_tracks; i++)
    hash_ellipse (&codec, &view->tracks[i].major_m, &view->tracks[i].minor_m,
                  &view->tracks[i].angle_deg);
  hash_crosses (&codec, view);
  return codec.hash;
}

/* All that the window gets to draw.  */
static guint64
frame_hash (EngineCore *core)
{
  g_autoptr (EngineFrame) frame = engine_core_make_frame (core);
  BaseCodec codec = base_codec_hasher ();
  guint32 n_objectives = frame->n_objectives, finished = (guint32) frame->finished;
  guint64 view = view_hash (&frame->view);

  base_codec_u32 (&codec, &frame->now);
  base_codec_u32 (&codec, &finished);
  base_codec_u32 (&codec, &n_objectives);
  for (guint i = 0; i < frame->n_objectives; i++)
    sim_objective_change_walk (&codec, &frame->objectives[i].change);
  base_codec_u64 (&codec, &view);
  return codec.hash;
}

static void
assert_same_sheet (EngineCore *a, EngineCore *b)
{
  PictureSheet *first = engine_core_make_sheet (a), *second = engine_core_make_sheet (b);
  gsize n = (gsize) first->columns * (gsize) first->rows;

  g_assert_cmpmem (first->covers, n, second->covers, n);
  g_assert_cmpmem (first->heights_m, n * sizeof (float), second->heights_m, n * sizeof (float));
  g_assert_cmpuint (first->n_places, ==, second->n_places);
  picture_sheet_free (first);
  picture_sheet_free (second);
}

/* ---- The test ------------------------------------------------------------------------------ */

static gsize
count_messages (EngineCore *core)
{
  gsize n;

  engine_core_messages (core, &n);
  return n;
}

static void
play_beside (guint variant, StaffKind staff)
{
  g_autoptr (EngineCore) first = begin (0, staff), second = begin (variant, staff);
  gsize n_messages = 0;

  assert_same_sheet (first, second);
  while (engine_core_step (first)) {
    g_assert_true (engine_core_step (second));
    g_assert_cmphex (messages_hash (first), ==, messages_hash (second));
    g_assert_cmphex (engine_core_picture_hash (first), ==, engine_core_picture_hash (second));
    g_assert_cmphex (frame_hash (first), ==, frame_hash (second));
    n_messages += count_messages (first);
  }
  g_assert_false (engine_core_step (second));
  /* There was something to be told, and the truth did differ.  */
  g_assert_cmpuint (n_messages, >, 100);
  g_assert_cmpuint (first->picture != NULL ? picture_n_tracks (first->picture) : 0, >, 0);
  g_assert_cmphex (engine_core_hash (first), !=, engine_core_hash (second));
  if (first->staff != NULL)
    g_assert_cmphex (staff_hash (first->staff), ==, staff_hash (second->staff));
}

static void
test_unsensed (gconstpointer data)
{
  guint variant = GPOINTER_TO_UINT (data);

  play_beside (variant, STAFF_NONE);
  play_beside (variant, STAFF_GOOD);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/engine/blind/elsewhere", GUINT_TO_POINTER (1), test_unsensed);
  g_test_add_data_func ("/engine/blind/of-other-types", GUINT_TO_POINTER (2), test_unsensed);
  g_test_add_data_func ("/engine/blind/more-of-them", GUINT_TO_POINTER (3), test_unsensed);
  g_test_add_data_func ("/engine/blind/one-group-more", GUINT_TO_POINTER (4), test_unsensed);
  g_test_add_data_func ("/engine/blind/none-at-all", GUINT_TO_POINTER (5), test_unsensed);
  return g_test_run ();
}
