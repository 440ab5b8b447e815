/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What she believed beside what was true, at moments of a battle that is over: plain values, without widgets.  */
#pragma once

#include "engine/engine.h"
#include "ui/widgets/handler-share.h"

G_BEGIN_DECLS

/* One thing that she believed.  */
typedef struct {
  guint32 track;        /* number of the enemy track; 0: a machine of ours */
  guint machine;        /* roster index of that */
  SimTypeIndex type;    /* of a track, as believed */
  guint count;
  gboolean count_exact;
  double age_s;         /* since it was last sensed, or told */
  double error_m;       /* one standard deviation, as believed */
  BaseVec believed;
  gboolean there;       /* of a track: there was somebody of the Legion within HANDLER_REVIEW_NEAR_M of it */
  SimTypeIndex true_type;
  guint true_count;     /* of that type, close to that one */
  BaseVec truth;
  double off_m;         /* from what was believed to what was true */
} HandlerBelief;

#define HANDLER_REVIEW_NEAR_M 1500

/* One moment.  */
typedef struct {
  SimTick t;
  GArray *beliefs;      /* HandlerBelief: tracks by number, then ours in the roster's order */
  guint n_unknown;      /* machines of the Legion on the ground that no track stood near */
  double off_m;         /* mean of what could be compared; of tracks that nobody stood at, as far as is looked */
} HandlerReviewMoment;

typedef struct {
  ScenarioBattle *scenario; /* (owned) */
  GPtrArray *moments;       /* HandlerReviewMoment, the last is the end; at least one */
} HandlerReview;

/* Plays the battle again, which takes a second or some; any thread.  NULL with SCENARIO_ERROR or ENGINE_ERROR.  */
HandlerReview *handler_review_new (const ScenarioReplay *replay, GCancellable *cancellable,
                                   HandlerShare *share, GError **error);
void handler_review_free (HandlerReview *review);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HandlerReview, handler_review_free)

/* The moment at which belief was farthest from truth.  */
guint handler_review_worst (const HandlerReview *review);

G_END_DECLS
