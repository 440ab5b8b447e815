/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/review/handler-review-data.h"

#include "engine/engine-truth.h"

#define MOST_MOMENTS 120
#define LEAST_S 5
/* Who stands so close to the nearest of the Legion is of the same group.  */
#define TOGETHER_M 300.0f

static void
moment_free (gpointer data)
{
  HandlerReviewMoment *moment = data;

  g_array_unref (moment->beliefs);
  g_free (moment);
}

void
handler_review_free (HandlerReview *review)
{
  if (review == NULL)
    return;
  g_clear_pointer (&review->scenario, scenario_battle_unref);
  g_ptr_array_unref (review->moments);
  g_free (review);
}

/* ---- The Legion -------------------------------------------------------------------------------- */

/* Works, and stands on the ground: a swarm is nobody's track to be compared with.  */
static gboolean
counts (const EngineTruthUnit *unit)
{
  return !unit->own && unit->present && unit->alive;
}

static const EngineTruthUnit *
nearest (const EngineTruthUnit *units, gsize n, BaseVec at)
{
  const EngineTruthUnit *best = NULL;
  float least = HANDLER_REVIEW_NEAR_M;

  for (gsize i = 0; i < n; i++) {
    float distance = base_vec_distance (units[i].position, at);

    if (!counts (&units[i]) || distance >= least)
      continue;
    least = distance;
    best = &units[i];
  }
  return best;
}

static guint
count_like (const EngineTruthUnit *units, gsize n, const EngineTruthUnit *one)
{
  guint like = 0;

  for (gsize i = 0; i < n; i++)
    like += counts (&units[i]) && units[i].type == one->type &&
            base_vec_distance (units[i].position, one->position) <= TOGETHER_M;
  return like;
}

static double
seconds_between (SimTick from, SimTick to)
{
  return from == SIM_TICK_NEVER || from > to ? 0 : (double) (to - from) / SIM_TICKS_PER_SECOND;
}

static void
add_track (HandlerReviewMoment *moment, const PictureTrack *track, const EngineTruthUnit *units,
           gsize n, SimTick now)
{
  const EngineTruthUnit *one = nearest (units, n, track->position);
  HandlerBelief belief = {.track = track->number,
                          .type = track->type,
                          .count = track->count,
                          .count_exact = track->count_exact,
                          .age_s = seconds_between (track->t_seen, now),
                          .error_m = (double) track->major_m,
                          .believed = track->position,
                          .off_m = HANDLER_REVIEW_NEAR_M};

  if (one != NULL) {
    belief.there = TRUE;
    belief.true_type = one->type;
    belief.true_count = count_like (units, n, one);
    belief.truth = one->position;
    belief.off_m = (double) base_vec_distance (one->position, track->position);
  }
  g_array_append_val (moment->beliefs, belief);
}

static gboolean
is_known (const PictureView *view, BaseVec at)
{
  for (gsize i = 0; i < view->n_tracks; i++)
    if (!view->tracks[i].destroyed &&
        base_vec_distance (view->tracks[i].position, at) <= HANDLER_REVIEW_NEAR_M)
      return TRUE;
  return FALSE;
}

/* ---- Ours --------------------------------------------------------------------------------------- */

static void
add_own (HandlerReviewMoment *moment, guint machine, const PictureOwn *own,
         const EngineTruthUnit *unit, SimTick now)
{
  HandlerBelief belief = {.machine = machine,
                          .age_s = seconds_between (own->t_fix, now),
                          .error_m = (double) own->fix_error_m,
                          .believed = own->fix,
                          .there = TRUE,
                          .truth = unit->position,
                          .off_m = (double) base_vec_distance (own->fix, unit->position)};

  if (unit->alive && !own->known_lost)
    g_array_append_val (moment->beliefs, belief);
}

/* ---- Moments ------------------------------------------------------------------------------------ */

static double
mean_off (const GArray *beliefs)
{
  double sum = 0;

  for (guint i = 0; i < beliefs->len; i++)
    sum += g_array_index (beliefs, HandlerBelief, i).off_m;
  return beliefs->len > 0 ? sum / beliefs->len : 0;
}

static HandlerReviewMoment *
moment_new (const EngineMoment *from)
{
  HandlerReviewMoment *moment = g_new0 (HandlerReviewMoment, 1);
  const PictureView *view = engine_moment_get_view (from);
  const EngineTruthUnit *units;
  gsize n;

  moment->t = engine_moment_get_tick (from);
  moment->beliefs = g_array_new (FALSE, FALSE, sizeof (HandlerBelief));
  units = engine_truth_units (from, &n);
  for (gsize i = 0; i < view->n_tracks; i++)
    if (!view->tracks[i].destroyed)
      add_track (moment, &view->tracks[i], units, n, view->now);
  for (gsize i = 0; i < view->n_own && i < n; i++)
    add_own (moment, (guint) i, &view->own[i], &units[i], view->now);
  for (gsize i = 0; i < n; i++)
    moment->n_unknown += counts (&units[i]) && !is_known (view, units[i].position);
  moment->off_m = mean_off (moment->beliefs);
  return moment;
}

HandlerReview *
handler_review_new (const ScenarioReplay *replay, GCancellable *cancellable, HandlerShare *share,
                    GError **error)
{
  g_autoptr (EngineReplayer) replayer = engine_replayer_new (replay, error);
  const SimTick step = MAX (SIM_SECONDS (LEAST_S), replay->end / MOST_MOMENTS);
  HandlerReview *review;

  if (replayer == NULL)
    return NULL;
  review = g_new0 (HandlerReview, 1);
  review->scenario = scenario_battle_ref (engine_replayer_get_scenario (replayer));
  review->moments = g_ptr_array_new_with_free_func (moment_free);
  for (SimTick t = step;; t += step) {
    g_autoptr (EngineMoment) moment = NULL;

    if (g_cancellable_set_error_if_cancelled (cancellable, error)) {
      handler_review_free (review);
      return NULL;
    }
    handler_share_set (share, (double) t / (double) MAX (replay->end, 1));
    engine_replayer_seek (replayer, MIN (t, replay->end));
    moment = engine_replayer_take_moment (replayer);
    g_ptr_array_add (review->moments, moment_new (moment));
    if (t >= replay->end)
      return review;
  }
}

guint
handler_review_worst (const HandlerReview *review)
{
  guint worst = 0;
  double most = -1;

  for (guint i = 0; i < review->moments->len; i++) {
    const HandlerReviewMoment *moment = g_ptr_array_index (review->moments, i);

    if (moment->off_m <= most)
      continue;
    most = moment->off_m;
    worst = i;
  }
  return worst;
}
