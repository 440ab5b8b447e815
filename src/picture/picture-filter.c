/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The constant-velocity filter of a track and its error ellipse.
 *
 * A Kalman filter with white acceleration noise (Bar-Shalom, Li and Kirubarajan, "Estimation with
 * Applications to Tracking and Navigation", 2001, section 6.2) on position and velocity in the
 * plane.  Covariances are kept as three 2x2 blocks, so that the ellipse need not follow the axes.
 */
#include "picture/picture-private.h"

/* Design values: spread of speeds before any is known; how fast a course changes; how fast the
 * manoeuvres of an unseen enemy carry it away at most; age at which a velocity means nothing.  */
#define PRIOR_SPEED_MPS     6.0f
#define MANOEUVRE_M2PS3     0.3f
#define MANOEUVRE_LIMIT_MPS 4.0f
#define VELOCITY_LIFE_S     120.0f
#define VELOCITY_KNOWN_MPS  4.0f

/* Error along and across the line of sight, as shares of the reported one: range is guessed,
 * direction is read off.  The squares add up to 2, so that the reported error stays the mean.  */
static const struct {
  float along, across;
} sight_shares[SIM_N_HOWS] = {
    [SIM_HOW_SEEN] = {1.25f, 0.661438f},  [SIM_HOW_FELT] = {1.0f, 1.0f},
    [SIM_HOW_HEARD] = {1.36f, 0.387814f}, [SIM_HOW_TELEMETRY] = {1.0f, 1.0f},
    [SIM_HOW_GUESSED] = {1.0f, 1.0f},
};

/* ---- Matrices ------------------------------------------------------------------------------ */

static PictureMat2
mat_diagonal (float value)
{
  return (PictureMat2) {value, 0, 0, value};
}

static PictureMat2
mat_add (PictureMat2 a, PictureMat2 b)
{
  return (PictureMat2) {a.xx + b.xx, a.xy + b.xy, a.yx + b.yx, a.yy + b.yy};
}

static PictureMat2
mat_scale (PictureMat2 a, float k)
{
  return (PictureMat2) {a.xx * k, a.xy * k, a.yx * k, a.yy * k};
}

static PictureMat2
mat_sub (PictureMat2 a, PictureMat2 b)
{
  return mat_add (a, mat_scale (b, -1.0f));
}

static PictureMat2
mat_multiply (PictureMat2 a, PictureMat2 b)
{
  return (PictureMat2) {a.xx * b.xx + a.xy * b.yx, a.xx * b.xy + a.xy * b.yy,
                        a.yx * b.xx + a.yy * b.yx, a.yx * b.xy + a.yy * b.yy};
}

static PictureMat2
mat_transpose (PictureMat2 a)
{
  return (PictureMat2) {a.xx, a.yx, a.xy, a.yy};
}

static BaseVec
mat_apply (PictureMat2 a, BaseVec v)
{
  return base_vec (a.xx * v.x + a.xy * v.y, a.yx * v.x + a.yy * v.y);
}

/* v times its transpose.  */
static PictureMat2
mat_outer (BaseVec v)
{
  return (PictureMat2) {v.x * v.x, v.x * v.y, v.x * v.y, v.y * v.y};
}

static double
mat_determinant (PictureMat2 a)
{
  return (double) a.xx * a.yy - (double) a.xy * a.yx;
}

/* Covariances here are never singular: their axes have floors.  */
static PictureMat2
mat_inverse (PictureMat2 a)
{
  double k = 1.0 / mat_determinant (a);

  return (PictureMat2) {(float) (a.yy * k), (float) (-a.xy * k), (float) (-a.yx * k),
                        (float) (a.xx * k)};
}

/* Eigenvalues of a symmetric matrix, larger first.  */
static void
mat_eigenvalues (PictureMat2 a, float *larger, float *smaller)
{
  double mean = 0.5 * ((double) a.xx + a.yy);
  double half = 0.5 * ((double) a.xx - a.yy);
  double radius = base_sqrt (half * half + (double) a.xy * a.xy);

  *larger = (float) (mean + radius);
  *smaller = (float) (mean - radius);
}

/* Makes a covariance of what rounding left: symmetric, no axis shorter than `least`.  */
static PictureMat2
mat_covariance (PictureMat2 a, float least)
{
  float larger, smaller;

  a.xy = a.yx = 0.5f * (a.xy + a.yx);
  mat_eigenvalues (a, &larger, &smaller);
  if (smaller < least * least)
    a = mat_add (a, mat_diagonal (least * least - smaller));
  return a;
}

/* ---- Errors -------------------------------------------------------------------------------- */

PictureMat2
picture_report_covariance (SimHow how, float error_m, BaseVec sight)
{
  float length = base_vec_length (sight);
  float error = base_clampf (error_m, PICTURE_LEAST_ERROR_M, PICTURE_MOST_ERROR_M);
  BaseVec unit;
  PictureMat2 along;
  float across = error;

  if (how >= SIM_N_HOWS || length < 4 * PICTURE_LEAST_ERROR_M)
    return mat_diagonal (error * error);
  unit = base_vec_scale (sight, 1.0f / length);
  across *= sight_shares[how].across;
  error *= sight_shares[how].along;
  along = mat_scale (mat_outer (unit), error * error - across * across);
  return mat_add (along, mat_diagonal (across * across));
}

/* Variance that the unknown manoeuvres of `age_s` add to a position: by the noise at first, later
 * no faster than a machine that goes to and fro.  */
static float
manoeuvre_variance (float age_s)
{
  float noise = MANOEUVRE_M2PS3 * age_s * age_s * age_s / 3.0f;
  float limit = MANOEUVRE_LIMIT_MPS * MANOEUVRE_LIMIT_MPS * age_s * age_s;

  return noise < limit ? noise : limit;
}

/* Expected square of the way from the position shown to the truth at `now`.  Only growing terms
 * are counted, so that no ellipse shrinks by itself.  */
static PictureMat2
shown_covariance (const PictureTrackState *track, SimTick now)
{
  float age = picture_age_s (now, track->t_state);
  PictureMat2 moved = mat_add (track->vv, mat_outer (track->shown.velocity));

  if (track->shown.destroyed)
    return track->pp; /* wrecks stay where they are */
  return mat_add (mat_add (track->pp, mat_scale (moved, age * age)),
                  mat_diagonal (manoeuvre_variance (age)));
}

/* ---- The filter ---------------------------------------------------------------------------- */

static void
forget_velocity (PictureTrackState *track)
{
  track->shown.velocity = base_vec (0, 0);
  track->shown.velocity_known = 0;
  track->pv = mat_diagonal (0);
  track->vv = mat_diagonal (PRIOR_SPEED_MPS * PRIOR_SPEED_MPS);
}

void
picture_filter_start (PictureTrackState *track, BaseVec at, PictureMat2 error, SimTick t)
{
  track->t_state = t;
  track->shown.position = at;
  track->pp = mat_covariance (error, PICTURE_LEAST_ERROR_M);
  forget_velocity (track);
}

/* One step of the model over `dt` seconds, while the velocity still means something.  */
static void
predict_moving (PictureTrackState *track, float dt)
{
  PictureMat2 cross = mat_add (track->pv, mat_transpose (track->pv));
  PictureMat2 grown = mat_add (mat_scale (cross, dt), mat_scale (track->vv, dt * dt));

  track->shown.position =
      base_vec_add (track->shown.position, base_vec_scale (track->shown.velocity, dt));
  track->pp = mat_add (track->pp, mat_add (grown, mat_diagonal (manoeuvre_variance (dt))));
  track->pp = mat_covariance (track->pp, PICTURE_LEAST_ERROR_M);
  track->pv = mat_add (mat_add (track->pv, mat_scale (track->vv, dt)),
                       mat_diagonal (0.5f * MANOEUVRE_M2PS3 * dt * dt));
  track->vv = mat_covariance (mat_add (track->vv, mat_diagonal (MANOEUVRE_M2PS3 * dt)), 0.5f);
}

void
picture_filter_predict (PictureTrackState *track, SimTick t)
{
  float dt = picture_age_s (t, track->t_state);

  if (dt <= 0)
    return;
  if (dt <= VELOCITY_LIFE_S) {
    predict_moving (track, dt);
  } else {
    track->pp = shown_covariance (track, t);
    forget_velocity (track);
  }
  track->t_state = t;
}

static void
finish_update (PictureTrackState *track)
{
  float larger, smaller, speed = base_vec_length (track->shown.velocity);

  track->pp = mat_covariance (track->pp, PICTURE_LEAST_ERROR_M);
  track->vv = mat_covariance (track->vv, 0.5f);
  if (speed > PICTURE_MOST_SPEED_MPS)
    track->shown.velocity = base_vec_scale (track->shown.velocity, PICTURE_MOST_SPEED_MPS / speed);
  mat_eigenvalues (track->vv, &larger, &smaller);
  track->shown.velocity_known = larger < VELOCITY_KNOWN_MPS * VELOCITY_KNOWN_MPS;
}

void
picture_filter_position (PictureTrackState *track, BaseVec at, PictureMat2 error)
{
  PictureMat2 inverse =
      mat_inverse (mat_covariance (mat_add (track->pp, error), PICTURE_LEAST_ERROR_M));
  PictureMat2 position_gain = mat_multiply (track->pp, inverse);
  PictureMat2 velocity_gain = mat_multiply (mat_transpose (track->pv), inverse);
  BaseVec innovation = base_vec_sub (at, track->shown.position);

  track->shown.position =
      base_vec_add (track->shown.position, mat_apply (position_gain, innovation));
  track->shown.velocity =
      base_vec_add (track->shown.velocity, mat_apply (velocity_gain, innovation));
  track->vv = mat_sub (track->vv, mat_multiply (velocity_gain, track->pv));
  track->pv = mat_sub (track->pv, mat_multiply (position_gain, track->pv));
  track->pp = mat_sub (track->pp, mat_multiply (position_gain, track->pp));
  finish_update (track);
}

void
picture_filter_velocity (PictureTrackState *track, BaseVec velocity, float error_mps)
{
  PictureMat2 inverse = mat_inverse (mat_add (track->vv, mat_diagonal (error_mps * error_mps)));
  PictureMat2 position_gain = mat_multiply (track->pv, inverse);
  PictureMat2 velocity_gain = mat_multiply (track->vv, inverse);
  BaseVec innovation = base_vec_sub (velocity, track->shown.velocity);

  track->shown.position =
      base_vec_add (track->shown.position, mat_apply (position_gain, innovation));
  track->shown.velocity =
      base_vec_add (track->shown.velocity, mat_apply (velocity_gain, innovation));
  track->pp = mat_sub (track->pp, mat_multiply (position_gain, mat_transpose (track->pv)));
  track->pv = mat_sub (track->pv, mat_multiply (position_gain, track->vv));
  track->vv = mat_sub (track->vv, mat_multiply (velocity_gain, track->vv));
  finish_update (track);
}

/* ---- Distances and ellipses ---------------------------------------------------------------- */

static float
squared_distance (BaseVec offset, PictureMat2 covariance)
{
  return base_vec_dot (offset, mat_apply (mat_inverse (covariance), offset));
}

float
picture_filter_distance (const PictureTrackState *track, SimTick t, BaseVec at, PictureMat2 error,
                         float *log_determinant)
{
  PictureTrackState then = *track;
  PictureMat2 common;

  picture_filter_predict (&then, t);
  common = mat_covariance (mat_add (then.pp, error), PICTURE_LEAST_ERROR_M);
  *log_determinant = (float) base_log (mat_determinant (common));
  return squared_distance (base_vec_sub (at, then.shown.position), common);
}

float
picture_filter_separation (const PictureTrackState *a, const PictureTrackState *b, SimTick now)
{
  PictureMat2 common = mat_add (shown_covariance (a, now), shown_covariance (b, now));

  return squared_distance (base_vec_sub (a->shown.position, b->shown.position),
                           mat_covariance (common, PICTURE_LEAST_ERROR_M));
}

void
picture_filter_ellipse (const PictureTrackState *track, SimTick now, float *major_m, float *minor_m,
                        float *angle_deg)
{
  PictureMat2 grown = shown_covariance (track, now);
  float larger, smaller;
  double angle = 0.5 * base_atan2 (2.0 * grown.xy, (double) grown.xx - grown.yy);
  float bearing = 90.0f - (float) (angle * (180.0 / BASE_PI));

  mat_eigenvalues (grown, &larger, &smaller);
  *major_m = (float) base_sqrt (larger);
  *minor_m = (float) base_sqrt (picture_maxf (smaller, PICTURE_LEAST_ERROR_M));
  *angle_deg = bearing >= 180.0f ? bearing - 180.0f : (bearing < 0 ? bearing + 180.0f : bearing);
}
