/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ground in words, from the terrain sheet: for who does not see the map.  */
#include "orders/order-answer.h"
#include "orders/order-count.h"
#include "orders/order-grid.h"
#include "orders/order-measure.h"
#include "orders/order-template.h"
#include "orders/order-terms.h"

#include <glib/gi18n-lib.h>

#define SAMPLES         20    /* on each side of a square */
#define WALK_MPS        14.0f /* a machine on good ground */
#define STEP_M          25.0f /* along a line */
#define EYE_M           3.0f  /* height of a machine's eyes */
#define MAX_STRETCHES   7
#define SHORT_STRETCH_M 100.0f /* left out, unless it stops people */

/* How fast a machine goes on each cover, as a share; 0: not at all.  Rough on purpose: the sheet
 * is not the ground.  */
static const float pace[PICTURE_N_COVERS] = {
    [PICTURE_COVER_OPEN] = 0.9f,  [PICTURE_COVER_WOODS] = 0.5f,  [PICTURE_COVER_TOWN] = 0.65f,
    [PICTURE_COVER_MARSH] = 0.3f, [PICTURE_COVER_WATER] = 0,     [PICTURE_COVER_ROAD] = 1,
    [PICTURE_COVER_FORD] = 0.4f,  [PICTURE_COVER_BRIDGE] = 0.8f, [PICTURE_COVER_UNKNOWN] = 0.7f,
    [PICTURE_COVER_RUBBLE] = 0.6f, [PICTURE_COVER_CLIFF] = 0.1f,
};

static char *
no_sheet (void)
{
  return g_strdup (_ ("There is no map of this ground."));
}

/* ---- One square ------------------------------------------------------------------------------ */

typedef struct {
  float low_m, high_m;
  float steepest; /* rise over run */
  guint covers[PICTURE_N_COVERS];
  guint mined;
  guint n;
} Ground;

static float
slope_at (const PictureSheet *sheet, BaseVec at)
{
  const float d = sheet->cell_m;
  float dx = picture_sheet_height (sheet, base_vec (at.x + d, at.y)) -
             picture_sheet_height (sheet, base_vec (at.x - d, at.y));
  float dy = picture_sheet_height (sheet, base_vec (at.x, at.y + d)) -
             picture_sheet_height (sheet, base_vec (at.x, at.y - d));

  return base_vec_length (base_vec (dx, dy)) / (2 * d);
}

static void
sample_point (const PictureSheet *sheet, BaseVec at, Ground *ground)
{
  float height = picture_sheet_height (sheet, at);
  guint cover = MIN ((guint) picture_sheet_cover (sheet, at), PICTURE_N_COVERS - 1);

  ground->low_m = ground->n == 0 ? height : MIN (ground->low_m, height);
  ground->high_m = ground->n == 0 ? height : MAX (ground->high_m, height);
  ground->steepest = MAX (ground->steepest, slope_at (sheet, at));
  ground->covers[cover]++;
  ground->mined += picture_sheet_is_mined (sheet, at);
  ground->n++;
}

static Ground
sample_ground (const PictureSheet *sheet, BaseVec centre, float half_m)
{
  Ground ground = {0};

  for (int i = 0; i < SAMPLES; i++)
    for (int j = 0; j < SAMPLES; j++) {
      BaseVec at = base_vec (centre.x + half_m * ((2 * (float) i + 1) / SAMPLES - 1),
                             centre.y + half_m * ((2 * (float) j + 1) / SAMPLES - 1));

      if (at.x >= 0 && at.y >= 0 && at.x <= sheet->width_m && at.y <= sheet->height_m)
        sample_point (sheet, at, &ground);
    }
  return ground;
}

static const char *
slope_text (float steepest)
{
  if (steepest < 0.04f)
    return C_ ("slope", "flat");
  if (steepest < 0.12f)
    return C_ ("slope", "gentle slopes");
  return steepest < 0.3f ? C_ ("slope", "slopes") : C_ ("slope", "steep slopes");
}

static void
say_height (GString *answer, const char *name, const Ground *ground)
{
  g_autofree char *low = g_strdup_printf ("%d", (int) (ground->low_m + 0.5f));
  g_autofree char *high = g_strdup_printf ("%d", (int) (ground->high_m + 0.5f));

  if (ground->high_m - ground->low_m < 5)
    order_say (answer, order_fill (_ ("{square}: {slope}, {height} metres high."), "square", name,
                                   "slope", slope_text (ground->steepest), "height", high, NULL));
  else
    order_say (answer,
               order_fill (_ ("{square}: {slope}, {low} to {high} metres high."), "square", name,
                           "slope", slope_text (ground->steepest), "low", low, "high", high, NULL));
}

/* How much of it: the words grow less as the share does.  */
static char *
cover_share (PictureCover cover, guint share)
{
  const char *name = order_cover_text (cover);

  if (share >= 90)
    return order_fill_slots (C_ ("cover-share", "all {cover}"), &(OrderSlot){"cover", name}, 1,
                             FALSE);
  if (share >= 50)
    return order_fill_slots (C_ ("cover-share", "mostly {cover}"), &(OrderSlot){"cover", name}, 1,
                             FALSE);
  if (share >= 15)
    return order_fill_slots (C_ ("cover-share", "some {cover}"), &(OrderSlot){"cover", name}, 1,
                             FALSE);
  return order_fill_slots (C_ ("cover-share", "a little {cover}"), &(OrderSlot){"cover", name}, 1,
                           FALSE);
}

/* Bridges and fords are few cells but matter; of other cover less than one part in 50 does not.  */
static gboolean
matters (const Ground *ground, guint cover)
{
  if (ground->covers[cover] == 0 || cover == PICTURE_COVER_ROAD)
    return FALSE;
  return cover == PICTURE_COVER_BRIDGE || cover == PICTURE_COVER_FORD ||
         cover == PICTURE_COVER_CLIFF || ground->covers[cover] * 50 >= ground->n;
}

static void
say_covers (GString *answer, Ground *ground)
{
  g_auto (GStrv) shares = g_new0 (char *, PICTURE_N_COVERS + 1);
  g_autofree char *list = NULL;
  guint n = 0;

  for (;;) {
    guint most = PICTURE_N_COVERS;

    for (guint cover = 0; cover < PICTURE_N_COVERS; cover++)
      if (matters (ground, cover) &&
          (most == PICTURE_N_COVERS || ground->covers[cover] > ground->covers[most]))
        most = cover;
    if (most == PICTURE_N_COVERS)
      break;
    shares[n++] = cover_share ((PictureCover) most, ground->covers[most] * 100 / ground->n);
    ground->covers[most] = 0;
  }
  list = order_join ((const char *const *) shares);
  if (n > 0)
    order_say (answer, order_fill ("{list}.", "list", list, NULL));
}

static float
distance_to_segment (BaseVec p, BaseVec a, BaseVec b)
{
  BaseVec along = base_vec_sub (b, a);
  float length = base_vec_dot (along, along);
  float t = length > 0 ? base_vec_dot (base_vec_sub (p, a), along) / length : 0;

  t = CLAMP (t, 0, 1);
  return base_vec_distance (p, base_vec_add (a, base_vec_scale (along, t)));
}

/* Does a printed line pass through the square?  Its circle stands for it, which forgives a little
 * at the sides and takes a little at the corners.  */
static gboolean
line_passes (const PictureSheet *sheet, PictureLineKind kind, BaseVec centre, float half_m)
{
  for (size_t i = 0; i < sheet->n_lines; i++) {
    const PictureLine *line = &sheet->lines[i];

    for (guint j = 0; line->kind == kind && j + 1 < line->n_points; j++)
      if (distance_to_segment (centre, line->points[j], line->points[j + 1]) < half_m)
        return TRUE;
  }
  return FALSE;
}

static gboolean
inside (BaseVec at, BaseVec centre, float half_m)
{
  return ABS (at.x - centre.x) <= half_m && ABS (at.y - centre.y) <= half_m;
}

static void
say_places (const OrderAsker *asker, GString *answer, BaseVec centre, float half_m,
            const OrderSubject *subject)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new();
  g_autofree char *list = NULL;

  for (gsize i = 0; i < asker->book->n_places; i++)
    if (inside (asker->book->places[i].position, centre, half_m) &&
        !(subject->kind == SIM_TARGET_PLACE && subject->number == i))
      g_ptr_array_add (names, asker->book->places[i].name);
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  list = order_join ((const char *const *) names->pdata);
  order_say (answer, order_fill (_ ("In it: {places}."), "places", list, NULL));
}

/* Who is known to be there.  */
static void
say_people (const OrderAsker *asker, GString *answer, BaseVec centre, float half_m)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (gsize i = 0; asker->view && i < MIN (asker->view->n_own, asker->book->n_machines); i++)
    if (!asker->view->own[i].known_lost && inside (asker->view->own[i].fix, centre, half_m))
      g_ptr_array_add (names, g_strdup (order_book_spoken_name (asker->book, i)));
  for (gsize i = 0; asker->view && i < asker->view->n_tracks; i++) {
    const PictureTrack *track = &asker->view->tracks[i];
    char name[8];

    if (!track->destroyed && inside (track->position, centre, half_m))
      g_ptr_array_add (names, g_strdup (order_track_name (track->number, name)));
  }
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  list = order_join ((const char *const *) names->pdata);
  order_say (answer, order_fill (_ ("Known there: {units}."), "units", list, NULL));
}

char *
order_answer_describe (const OrderAsker *asker, const OrderSubject *subject)
{
  float half = CLAMP (subject->precise_m, ORDER_KEYPAD_HALF_M, ORDER_SQUARE_HALF_M);
  GString *answer;
  Ground ground;

  if (!asker->sheet)
    return no_sheet();
  ground = sample_ground (asker->sheet, subject->position, half);
  if (ground.n == 0)
    return no_sheet();
  answer = g_string_new (NULL);
  say_height (answer, subject->name, &ground);
  say_covers (answer, &ground);
  if (line_passes (asker->sheet, PICTURE_LINE_ROAD, subject->position, half))
    order_say (answer, g_strdup (_ ("A road runs through it.")));
  if (line_passes (asker->sheet, PICTURE_LINE_RIVER, subject->position, half))
    order_say (answer, g_strdup (_ ("A river runs through it.")));
  if (line_passes (asker->sheet, PICTURE_LINE_CLIFF, subject->position, half))
    order_say (answer, g_strdup (_ ("A cliff runs through it: only machines with anchors climb it.")));
  if (ground.mined > 0)
    order_say (answer, g_strdup (ground.mined * 2 > ground.n ? _ ("Most of it is mined.")
                                                             : _ ("Part of it is mined.")));
  say_places (asker, answer, subject->position, half, subject);
  say_people (asker, answer, subject->position, half);
  return g_string_free (answer, FALSE);
}

/* ---- Along a line ---------------------------------------------------------------------------- */

typedef struct {
  guint cover;
  float metres;
} Stretch;

static guint
steps_between (BaseVec from, BaseVec to)
{
  return MAX (1, (guint) (base_vec_distance (from, to) / STEP_M));
}

static BaseVec
point_between (BaseVec from, BaseVec to, float share)
{
  return base_vec_add (from, base_vec_scale (base_vec_sub (to, from), share));
}

static guint
cover_between (const PictureSheet *sheet, BaseVec from, BaseVec to, guint step, guint steps)
{
  BaseVec at = point_between (from, to, ((float) step + 0.5f) / (float) steps);

  return MIN ((guint) picture_sheet_cover (sheet, at), PICTURE_N_COVERS - 1);
}

static gboolean
stops_people (guint cover)
{
  return cover == PICTURE_COVER_WATER || cover == PICTURE_COVER_MARSH ||
         cover == PICTURE_COVER_FORD || cover == PICTURE_COVER_BRIDGE ||
         cover == PICTURE_COVER_CLIFF;
}

static gboolean
mined_between (const PictureSheet *sheet, BaseVec from, BaseVec to)
{
  guint steps = steps_between (from, to);

  for (guint i = 0; i <= steps; i++)
    if (picture_sheet_is_mined (sheet, point_between (from, to, (float) i / (float) steps)))
      return TRUE;
  return FALSE;
}

/* Short stretches of no weight are added to what stands before them.  */
static GArray *
merge_stretches (GArray *stretches)
{
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (Stretch));

  for (guint i = 0; i < stretches->len; i++) {
    Stretch stretch = g_array_index (stretches, Stretch, i);
    Stretch *last = merged->len > 0 ? &g_array_index (merged, Stretch, merged->len - 1) : NULL;

    if (last && (last->cover == stretch.cover ||
                 (stretch.metres < SHORT_STRETCH_M && !stops_people (stretch.cover))))
      last->metres += stretch.metres;
    else
      g_array_append_val (merged, stretch);
  }
  return merged;
}

static GArray *
stretches_between (const PictureSheet *sheet, BaseVec from, BaseVec to)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  guint steps = steps_between (from, to);
  float length = base_vec_distance (from, to) / (float) steps;

  for (guint i = 0; i < steps; i++) {
    Stretch stretch = {cover_between (sheet, from, to, i, steps), length};
    Stretch *last =
        stretches->len > 0 ? &g_array_index (stretches, Stretch, stretches->len - 1) : NULL;

    if (last && last->cover == stretch.cover)
      last->metres += length;
    else
      g_array_append_val (stretches, stretch);
  }
  return merge_stretches (stretches);
}

/* Does the ground on the sheet rise above the line between two pairs of eyes?  */
static gboolean
ground_hides (const PictureSheet *sheet, BaseVec from, BaseVec to)
{
  float start = picture_sheet_height (sheet, from) + EYE_M;
  float end = picture_sheet_height (sheet, to) + EYE_M;
  guint steps = steps_between (from, to);

  for (guint i = 1; i < steps; i++) {
    float share = (float) i / (float) steps;

    if (picture_sheet_height (sheet, point_between (from, to, share)) >
        start + (end - start) * share)
      return TRUE;
  }
  return FALSE;
}

static char *
stretch_text (const Stretch *stretch)
{
  g_autofree char *distance = order_distance_text (MAX (stretch->metres, 50));

  return order_fill_slots (
      /* Translators: ground on the way and how far it goes: “woods for 900 metres”.  */
      C_ ("answer", "{cover} for {distance}"),
      (OrderSlot[]){{"cover", order_cover_text ((PictureCover) stretch->cover)},
                     {"distance", distance}},
      2, FALSE);
}

static char *
stretches_text (GArray *stretches)
{
  g_auto (GStrv) texts = g_new0 (char *, MAX_STRETCHES + 1);

  for (guint i = 0; i < MIN (stretches->len, MAX_STRETCHES); i++)
    texts[i] = stretch_text (&g_array_index (stretches, Stretch, i));
  return order_join ((const char *const *) texts);
}

char *
order_answer_between (const OrderAsker *asker, const OrderSubject *from, const OrderSubject *to)
{
  g_autoptr (GArray) stretches = NULL;
  g_autofree char *list = NULL;
  g_autofree char *distance = NULL;
  GString *answer;

  if (!asker->sheet)
    return no_sheet();
  stretches = stretches_between (asker->sheet, from->position, to->position);
  list = stretches_text (stretches);
  distance = order_distance_text (base_vec_distance (from->position, to->position));
  answer = g_string_new (NULL);
  order_say (
      answer,
      order_fill (_ ("From {from} to {to}, {distance} {direction}: {stretches}."), "from",
                  from->name, "to", to->name, "distance", distance, "direction",
                  order_direction_text (order_direction_between (from->position, to->position)),
                  "stretches", list, NULL));
  order_say (answer, g_strdup (ground_hides (asker->sheet, from->position, to->position)
                                   ? _ ("The ground hides one from the other.")
                                   : _ ("Nothing but cover hides one from the other.")));
  if (mined_between (asker->sheet, from->position, to->position))
    order_say (answer, g_strdup (_ ("The map marks mines on the way.")));
  return g_string_free (answer, FALSE);
}

/* ---- How long -------------------------------------------------------------------------------- */

/* Seconds for the straight way; what can not be walked is counted apart.  */
static float
walk_seconds (const PictureSheet *sheet, BaseVec from, BaseVec to, float *blocked_m)
{
  guint steps = steps_between (from, to);
  float length = base_vec_distance (from, to) / (float) steps;
  float seconds = 0;

  *blocked_m = 0;
  for (guint i = 0; i < steps; i++) {
    float share = pace[cover_between (sheet, from, to, i, steps)];

    if (share > 0)
      seconds += length / (WALK_MPS * share);
    else
      *blocked_m += length;
  }
  return seconds;
}

/* To ten seconds below two minutes, else to the half minute, so that it does not seem exact.  */
static char *
rough_time (float seconds)
{
  g_autofree char *minutes = NULL;
  guint halves = (guint) (seconds / 30 + 0.5f);

  if (seconds < 120)
    return order_seconds_text (MIN ((guint) (seconds / 10 + 1) * 10, 90));
  if (halves % 2 == 0)
    return order_seconds_text (halves * 30);
  minutes = g_strdup_printf ("%u", halves / 2);
  /* Translators: a rough time such as “3½ minutes”.  */
  return order_fill_slots (C_ ("answer", "{count}½ minutes"), &(OrderSlot){"count", minutes}, 1,
                           FALSE);
}

char *
order_answer_long (const OrderAsker *asker, const OrderSubject *who, const OrderSubject *target)
{
  g_autofree char *time = NULL;
  g_autofree char *distance = NULL;
  GString *answer;
  float blocked, seconds;

  if (!asker->sheet)
    return no_sheet();
  seconds = walk_seconds (asker->sheet, who->position, target->position, &blocked);
  time = rough_time (seconds);
  distance = order_distance_text (base_vec_distance (who->position, target->position));
  answer = g_string_new (NULL);
  order_say (answer,
             order_fill (_ ("About {time} for {unit} to {target}, {distance} straight ahead."),
                         "time", time, "unit", who->name, "target", target->name, "distance",
                         distance, NULL));
  if (blocked > STEP_M)
    order_say (answer, g_strdup (_ ("Water lies in the way: a bridge or ford makes it longer.")));
  if (mined_between (asker->sheet, who->position, target->position))
    order_say (answer, g_strdup (_ ("The map marks mines on the way.")));
  return g_string_free (answer, FALSE);
}
