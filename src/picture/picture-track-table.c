/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of tracks: which one a report belongs to, and which of them stay.  */
#include "picture/picture-private.h"

#include <string.h>

/* ---- Numbers (design values) --------------------------------------------------------------- */

/* A report belongs to a track within three standard deviations (chi-squared, 2 degrees of
 * freedom, 99.7 %) if that is likelier than a new enemy, of which there are NEW_PER_M2.  */
#define GATE       11.83f
#define NEW_PER_M2 1e-7

/* A report under the track's own number goes to it within this many metres and what it could
 * have run since.  */
#define ABSURD_M   1500.0f
#define ABSURD_MPS 60.0f

#define TOLD_APART_S 45 /* a platoon that counts two enemies sees two */

/* Two tracks that lie within one standard deviation of each other for MERGE_S become one, if
 * neither is vague.  */
#define MERGE_S        30
#define MERGE_DISTANCE 1.0f
#define MERGE_MAJOR_M  800.0f
#define MERGE_RATIO    3.0f
#define MERGE_NEAR_M   1132.0f /* farther apart no two of these overlap: 800 * sqrt (2) */

/* ---- Association --------------------------------------------------------------------------- */

static PictureFeeder *
find_feeder (PictureTrackState *track, uint8_t platoon, uint32_t contact)
{
  for (size_t i = 0; i < track->n_feeders; i++) {
    if (track->feeders[i].platoon == platoon && track->feeders[i].contact == contact)
      return &track->feeders[i];
  }
  return NULL;
}

bool
picture_track_is_told_apart (const PictureTrackState *track, uint8_t platoon, uint32_t contact,
                             SimTick since)
{
  for (size_t i = 0; i < track->n_feeders; i++) {
    const PictureFeeder *feeder = &track->feeders[i];

    if (feeder->platoon == platoon && feeder->contact != contact && feeder->t >= since)
      return true;
  }
  return false;
}

static SimTick
seconds_before (SimTick t, unsigned seconds)
{
  SimTick ticks = seconds * SIM_TICKS_PER_SECOND;

  return t > ticks ? t - ticks : 0;
}

static float
way_since_m (const PictureTrackState *track, const SimReport *report)
{
  return ABSURD_M + 5 * report->error_m +
         ABSURD_MPS * picture_age_s (report->t_sensed, track->t_state);
}

static void
forget_feeder (PictureTrackState *track, PictureFeeder *feeder)
{
  size_t after = (size_t) (&track->feeders[track->n_feeders] - (feeder + 1));

  memmove (feeder, feeder + 1, after * sizeof *feeder);
  track->n_feeders--;
}

/* The track that this platoon calls by this number, unless it is absurdly far off: then the
 * number means something else by now.  */
static PictureTrackState *
find_by_number (Picture *picture, const SimReport *report)
{
  for (size_t i = 0; report->contact != 0 && i < picture->n_tracks; i++) {
    PictureTrackState *track = &picture->tracks[i];
    PictureFeeder *feeder = find_feeder (track, report->platoon, report->contact);

    if (!feeder)
      continue;
    if (base_vec_distance (track->shown.position, report->position) < way_since_m (track, report))
      return track;
    forget_feeder (track, feeder);
  }
  return NULL;
}

/* Twice the logarithm by which this type speaks against the track.  */
static float
type_penalty (const PictureTrackState *track, const SimReport *report)
{
  float share;

  if (report->type == SIM_TYPE_UNKNOWN || track->shown.type == SIM_TYPE_UNKNOWN ||
      report->type == track->shown.type)
    return 0;
  share = picture_beliefs_share (track->types, report->type);
  return 2 * report->confidence *
         (float) base_log ((track->shown.type_confidence + 0.05f) / (share + 0.05f));
}

static float
count_ratio (unsigned a, unsigned b)
{
  a = a > 0 ? a : 1;
  b = b > 0 ? b : 1;
  return a > b ? (float) a / (float) b : (float) b / (float) a;
}

static float
count_penalty (const PictureTrackState *track, const SimReport *report)
{
  float ratio = count_ratio (track->shown.count, report->count);
  bool exact = track->shown.count_exact && report->count_exact;

  return (exact ? 3.0f : 1.4f) * (float) base_log (ratio);
}

/* How little the sighting fits the track; less is better, `*fits` says whether at all.  */
static float
misfit (const PictureTrackState *track, const PictureSighting *sighting, bool *fits)
{
  const SimReport *report = sighting->report;
  float limit = (float) (2.0 * base_log (1.0 / (2.0 * BASE_PI * NEW_PER_M2)));
  float log_determinant;
  float distance = picture_filter_distance (track, report->t_sensed, report->position,
                                            sighting->error, &log_determinant);
  float sum =
      distance + log_determinant + type_penalty (track, report) + count_penalty (track, report);

  *fits = distance < GATE && sum < limit;
  return sum;
}

PictureTrackState *
picture_associate (Picture *picture, const PictureSighting *sighting)
{
  const SimReport *report = sighting->report;
  SimTick since = seconds_before (report->t_sensed, TOLD_APART_S);
  PictureTrackState *best = find_by_number (picture, report);
  float least = 0;

  if (best)
    return best;
  for (size_t i = 0; i < picture->n_tracks; i++) {
    PictureTrackState *track = &picture->tracks[i];
    bool fits;
    float sum;

    if (track->shown.destroyed ||
        (report->contact != 0 && !track->shown.lost_from_sight &&
         picture_track_is_told_apart (track, report->platoon, report->contact, since)))
      continue;
    sum = misfit (track, sighting, &fits);
    if (fits && (!best || sum < least)) {
      best = track;
      least = sum;
    }
  }
  return best;
}

/* ---- Rows ---------------------------------------------------------------------------------- */

void
picture_track_remove (Picture *picture, size_t index)
{
  memmove (&picture->tracks[index], &picture->tracks[index + 1],
           (picture->n_tracks - index - 1) * sizeof picture->tracks[0]);
  picture->n_tracks--;
}

/* Which goes first when room is needed: destroyed, then lost from sight, then any.  */
static int
keep_rank (const PictureTrack *track)
{
  return track->destroyed ? 0 : (track->lost_from_sight ? 1 : 2);
}

static size_t
least_needed (const Picture *picture)
{
  size_t least = 0;

  for (size_t i = 1; i < picture->n_tracks; i++) {
    const PictureTrack *track = &picture->tracks[i].shown;
    const PictureTrack *other = &picture->tracks[least].shown;
    int rank = keep_rank (track), other_rank = keep_rank (other);

    if (rank < other_rank || (rank == other_rank && track->t_seen < other->t_seen))
      least = i;
  }
  return least;
}

PictureTrackState *
picture_track_append (Picture *picture)
{
  PictureTrackState *track;

  if (picture->n_tracks == PICTURE_MAX_TRACKS)
    picture_track_remove (picture, least_needed (picture));
  track = &picture->tracks[picture->n_tracks++];
  *track =
      (PictureTrackState) {.shown = {.number = picture->next_number++, .type = SIM_TYPE_UNKNOWN}};
  return track;
}

void
picture_track_add_source (PictureTrackState *track, SimUnitId unit)
{
  PictureTrack *shown = &track->shown;
  size_t at = 0;

  if (!sim_unit_is_some (unit))
    return;
  while (at < shown->n_sources && !sim_unit_equal (shown->sources[at], unit))
    at++;
  if (at == PICTURE_MAX_SOURCES)
    at--;
  else if (at == shown->n_sources)
    shown->n_sources++;
  memmove (&shown->sources[1], &shown->sources[0], at * sizeof unit);
  shown->sources[0] = unit;
}

void
picture_track_add_feeder (PictureTrackState *track, uint8_t platoon, uint32_t contact, SimTick t)
{
  PictureFeeder *known = find_feeder (track, platoon, contact);
  PictureFeeder feeder = {platoon, contact, t};

  if (known) {
    feeder.t = known->t > t ? known->t : t;
    forget_feeder (track, known);
  }
  if (track->n_feeders < PICTURE_MAX_FEEDERS)
    track->n_feeders++;
  memmove (&track->feeders[1], &track->feeders[0], (track->n_feeders - 1u) * sizeof feeder);
  track->feeders[0] = feeder;
}

/* ---- Merging ------------------------------------------------------------------------------- */

static bool
are_told_apart (const PictureTrackState *a, const PictureTrackState *b, SimTick now)
{
  SimTick since = seconds_before (now, TOLD_APART_S);

  for (size_t i = 0; i < b->n_feeders; i++) {
    const PictureFeeder *feeder = &b->feeders[i];

    if (feeder->t >= since &&
        picture_track_is_told_apart (a, feeder->platoon, feeder->contact, since))
      return true;
  }
  return false;
}

static bool
are_alike (const PictureTrack *a, const PictureTrack *b)
{
  bool types = a->type == b->type || a->type == SIM_TYPE_UNKNOWN || b->type == SIM_TYPE_UNKNOWN;

  return types && count_ratio (a->count, b->count) <= 2.0f;
}

static bool
overlap (const PictureTrackState *a, const PictureTrackState *b, SimTick now)
{
  float major_a, major_b, minor, angle;

  if (picture_filter_separation (a, b, now) >= MERGE_DISTANCE)
    return false;
  picture_filter_ellipse (a, now, &major_a, &minor, &angle);
  picture_filter_ellipse (b, now, &major_b, &minor, &angle);
  return major_a <= MERGE_MAJOR_M && major_b <= MERGE_MAJOR_M && major_a <= MERGE_RATIO * major_b &&
         major_b <= MERGE_RATIO * major_a;
}

static bool
can_merge (const PictureTrackState *track)
{
  return !track->shown.destroyed && !track->shown.lost_from_sight;
}

/* She has parted them; two that she named are two.  */
static bool
are_kept_apart (const PictureTrackState *a, const PictureTrackState *b)
{
  return a->apart == b->shown.number || b->apart == a->shown.number ||
         (a->shown.name[0] != '\0' && b->shown.name[0] != '\0');
}

static bool
may_be_one (const PictureTrackState *a, const PictureTrackState *b, SimTick now)
{
  return !are_kept_apart (a, b) && can_merge (a) && can_merge (b) && are_alike (&a->shown, &b->shown) &&
         overlap (a, b, now) && !are_told_apart (a, b, now);
}

static SimTick
later (SimTick a, SimTick b)
{
  return a > b ? a : b;
}

/* Position and motion come from the fresher of the two: their errors are not independent, so
 * nothing would be gained honestly by averaging.  */
static void
take_motion (PictureTrackState *track, const PictureTrackState *other)
{
  track->shown.position = other->shown.position;
  track->shown.velocity = other->shown.velocity;
  track->shown.velocity_known = other->shown.velocity_known;
  track->shown.how = other->shown.how;
  track->t_state = other->t_state;
  track->pp = other->pp;
  track->pv = other->pv;
  track->vv = other->vv;
}

/* The younger one's knowledge goes to the older, whose number stays.  */
void
picture_track_join (PictureTrackState *older, const PictureTrackState *younger)
{
  if (younger->t_state >= older->t_state)
    take_motion (older, younger);
  older->shown.t_first =
      younger->shown.t_first < older->shown.t_first ? younger->shown.t_first : older->shown.t_first;
  older->shown.t_seen = later (older->shown.t_seen, younger->shown.t_seen);
  older->shown.t_heard = later (older->shown.t_heard, younger->shown.t_heard);
  older->t_types = later (older->t_types, younger->t_types);
  older->t_counts = later (older->t_counts, younger->t_counts);
  picture_beliefs_merge (older->types, younger->types);
  picture_beliefs_merge (older->counts, younger->counts);
  for (size_t i = younger->shown.n_sources; i > 0; i--)
    picture_track_add_source (older, younger->shown.sources[i - 1]);
  for (size_t i = younger->n_feeders; i > 0; i--)
    picture_track_add_feeder (older, younger->feeders[i - 1].platoon,
                              younger->feeders[i - 1].contact, younger->feeders[i - 1].t);
  if (older->shown.name[0] == '\0')
    memcpy (older->shown.name, younger->shown.name, sizeof older->shown.name);
  picture_track_show_beliefs (older);
}

/* Finds the older track that this one may be, and since when.  Returns its row, or `index`.  */
static size_t
find_partner (Picture *picture, size_t index, SimTick now)
{
  PictureTrackState *track = &picture->tracks[index];
  size_t first = index, n = can_merge (track) ? index : 0;

  for (size_t i = 0; i < n; i++) {
    /* Nearly all pairs end here, so it is asked first.  */
    if (base_vec_distance_squared (picture->tracks[i].shown.position, track->shown.position) >
            MERGE_NEAR_M * MERGE_NEAR_M ||
        !may_be_one (&picture->tracks[i], track, now))
      continue;
    if (picture->tracks[i].shown.number == track->near_number)
      return i;
    first = first == index ? i : first;
  }
  track->near_number = first == index ? 0 : picture->tracks[first].shown.number;
  track->t_near = first == index ? 0 : now;
  return first;
}

static void
merge_tracks (Picture *picture, SimTick now)
{
  for (size_t i = picture->n_tracks; i-- > 1;) {
    size_t partner = find_partner (picture, i, now);

    if (partner == i || picture_age_s (now, picture->tracks[i].t_near) < MERGE_S)
      continue;
    picture_track_join (&picture->tracks[partner], &picture->tracks[i]);
    picture_track_remove (picture, i);
  }
}

/* ---- Keeping ------------------------------------------------------------------------------- */

static bool
is_outlived (const PictureTrackState *track, SimTick now)
{
  float major, minor, angle;

  if (track->shown.destroyed)
    return picture_age_s (now, track->t_destroyed) > PICTURE_DESTROYED_S;
  if (picture_age_s (now, track->shown.t_seen) < PICTURE_DROP_S)
    return false;
  picture_filter_ellipse (track, now, &major, &minor, &angle);
  return major > PICTURE_DROP_MAJOR_M;
}

void
picture_tracks_keep (Picture *picture, SimTick now)
{
  for (size_t i = picture->n_tracks; i-- > 0;) {
    PictureTrackState *track = &picture->tracks[i];

    if (is_outlived (track, now))
      picture_track_remove (picture, i);
    else if (!track->shown.destroyed && picture_age_s (now, track->shown.t_seen) > PICTURE_LOST_S)
      track->shown.lost_from_sight = 1;
  }
  merge_tracks (picture, now);
}
