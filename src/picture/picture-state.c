/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one list of the fields of a picture: for its hash, its bytes and reading them back.  */
#include "picture/picture-private.h"

#include "base/base-codec-names.h"

#include <string.h>

#define STATE_COOKIE  0x50494354u /* "PICT" */
#define STATE_VERSION 3u

static void
visit_unit (BaseCodec *codec, SimUnitId *id)
{
  base_codec_u32 (codec, &id->index);
  base_codec_u32 (codec, &id->generation);
}
#define visit_unit(codec, id) BASE_CODEC_PART (visit_unit, codec, id)

static void
visit_target (BaseCodec *codec, SimTarget *target)
{
  base_codec_u8 (codec, &target->kind);
  base_codec_u32 (codec, &target->number);
  base_codec_vec (codec, &target->position);
  base_codec_f32 (codec, &target->precise_m);
}
#define visit_target(codec, target) BASE_CODEC_PART (visit_target, codec, target)

static void
visit_own_moments (BaseCodec *codec, PictureOwnState *own)
{
  base_codec_u32 (codec, &own->shown.t_word);
  base_codec_u32 (codec, &own->shown.t_fix);
  base_codec_u32 (codec, &own->shown.t_ammunition);
  base_codec_u32 (codec, &own->shown.t_parts);
  base_codec_u32 (codec, &own->shown.t_pilot);
  base_codec_u32 (codec, &own->t_telemetry);
  base_codec_u32 (codec, &own->t_activity);
  base_codec_u32 (codec, &own->t_lost);
  base_codec_u32 (codec, &own->t_order);
}

static void
visit_own_shown (BaseCodec *codec, PictureOwn *own)
{
  visit_unit (codec, &own->id);
  base_codec_u8 (codec, &own->platoon);
  base_codec_u8 (codec, &own->known_lost);
  base_codec_u8 (codec, &own->speaking);
  base_codec_u8 (codec, &own->activity);
  base_codec_u8 (codec, &own->fix_how);
  base_codec_vec (codec, &own->fix);
  base_codec_f32 (codec, &own->fix_error_m);
  base_codec_f32 (codec, &own->heading_deg);
  base_codec_f32 (codec, &own->speed_mps);
  for (size_t i = 0; i < SIM_N_PARTS; i++)
    base_codec_u8 (codec, &own->parts[i]);
  base_codec_u16 (codec, &own->ammunition);
  base_codec_u8 (codec, &own->energy_percent);
  base_codec_u8 (codec, &own->stress);
  base_codec_u8 (codec, &own->fatigue);
  base_codec_u8 (codec, &own->wounds);
  base_codec_u8 (codec, &own->person);
  base_codec_u32 (codec, &own->t_person);
  base_codec_fail_unless (codec, own->person < SIM_N_PERSONS);
  base_codec_fail_unless (codec, own->activity < SIM_N_ACTIVITIES && own->fix_how < SIM_N_HOWS);
}
#define visit_own_shown(codec, own) BASE_CODEC_PART (visit_own_shown, codec, own)

static void
visit_own_order (BaseCodec *codec, PictureOwnState *own)
{
  base_codec_u32 (codec, &own->shown.order);
  base_codec_u8 (codec, &own->shown.order_state);
  base_codec_u8 (codec, &own->shown.order_cause);
  base_codec_u8 (codec, &own->shown.order_verb);
  visit_target (codec, &own->shown.order_target);
  base_codec_vec (codec, &own->order_from);
  base_codec_u8 (codec, &own->n_via);
  for (size_t i = 0; i < SIM_MAX_VIA; i++)
    base_codec_vec (codec, &own->via[i]);
  base_codec_fail_unless (codec, own->n_via <= SIM_MAX_VIA);
}

static void
visit_own (BaseCodec *codec, PictureOwnState *own)
{
  visit_own_shown (codec, &own->shown);
  visit_own_moments (codec, own);
  visit_own_order (codec, own);
  base_codec_u8 (codec, &own->lost_by_comrade);
  base_codec_u32 (codec, &own->transmission);
}
#define visit_own(codec, own) BASE_CODEC_PART (visit_own, codec, own)

/* Its length, then its bytes; none of them ends it before.  */
static void
visit_name (BaseCodec *codec, char *name)
{
  uint8_t length = (uint8_t) strlen (name);

  base_codec_u8 (codec, &length);
  base_codec_fail_unless (codec, length < PICTURE_NAME_SIZE);
  for (uint8_t i = 0; i < length && !codec->failed; i++) {
    uint8_t byte = (uint8_t) name[i];

    base_codec_u8 (codec, &byte);
    base_codec_fail_unless (codec, byte != 0);
    name[i] = (char) byte;
  }
  if (codec->kind == BASE_CODEC_READ)
    memset (name + length, 0, length < PICTURE_NAME_SIZE ? PICTURE_NAME_SIZE - (size_t) length : 0);
}
#define visit_name(codec, name) BASE_CODEC_PART (visit_name, codec, name)

static void
visit_track_shown (BaseCodec *codec, PictureTrack *track)
{
  base_codec_u32 (codec, &track->number);
  base_codec_u8 (codec, &track->type);
  base_codec_f32 (codec, &track->type_confidence);
  base_codec_u16 (codec, &track->count);
  base_codec_u8 (codec, &track->count_exact);
  base_codec_u8 (codec, &track->how);
  base_codec_u8 (codec, &track->destroyed);
  base_codec_u8 (codec, &track->lost_from_sight);
  base_codec_u8 (codec, &track->velocity_known);
  base_codec_u8 (codec, &track->n_sources);
  for (size_t i = 0; i < PICTURE_MAX_SOURCES; i++)
    visit_unit (codec, &track->sources[i]);
  base_codec_u32 (codec, &track->t_first);
  base_codec_u32 (codec, &track->t_seen);
  base_codec_u32 (codec, &track->t_heard);
  base_codec_vec (codec, &track->position);
  base_codec_vec (codec, &track->velocity);
  visit_name (codec, track->name);
  base_codec_fail_unless (codec, track->n_sources <= PICTURE_MAX_SOURCES);
  base_codec_fail_unless (codec, track->how < SIM_N_HOWS);
}
#define visit_track_shown(codec, track) BASE_CODEC_PART (visit_track_shown, codec, track)

static void
visit_matrix (BaseCodec *codec, PictureMat2 *matrix)
{
  base_codec_f32 (codec, &matrix->xx);
  base_codec_f32 (codec, &matrix->xy);
  base_codec_f32 (codec, &matrix->yx);
  base_codec_f32 (codec, &matrix->yy);
}
#define visit_matrix(codec, matrix) BASE_CODEC_PART (visit_matrix, codec, matrix)

static void
visit_beliefs (BaseCodec *codec, PictureBelief *beliefs)
{
  for (size_t i = 0; i < PICTURE_MAX_BELIEFS; i++) {
    base_codec_u16 (codec, &beliefs[i].value);
    base_codec_u8 (codec, &beliefs[i].exact);
    base_codec_f32 (codec, &beliefs[i].weight);
  }
}
#define visit_beliefs(codec, beliefs) BASE_CODEC_PART (visit_beliefs, codec, beliefs)

static void
visit_track (BaseCodec *codec, PictureTrackState *track)
{
  visit_track_shown (codec, &track->shown);
  base_codec_u32 (codec, &track->t_state);
  base_codec_u32 (codec, &track->t_types);
  base_codec_u32 (codec, &track->t_counts);
  base_codec_u32 (codec, &track->t_destroyed);
  visit_matrix (codec, &track->pp);
  visit_matrix (codec, &track->pv);
  visit_matrix (codec, &track->vv);
  visit_beliefs (codec, track->types);
  visit_beliefs (codec, track->counts);
  base_codec_u8 (codec, &track->n_feeders);
  base_codec_fail_unless (codec, track->n_feeders <= PICTURE_MAX_FEEDERS);
  for (size_t i = 0; i < PICTURE_MAX_FEEDERS; i++) {
    base_codec_u8 (codec, &track->feeders[i].platoon);
    base_codec_u32 (codec, &track->feeders[i].contact);
    base_codec_u32 (codec, &track->feeders[i].t);
  }
  base_codec_u32 (codec, &track->near_number);
  base_codec_u32 (codec, &track->t_near);
  base_codec_u32 (codec, &track->apart);
}
#define visit_track(codec, track) BASE_CODEC_PART (visit_track, codec, track)

static void
visit_link (BaseCodec *codec, SimLinkState *link)
{
  base_codec_u16 (codec, &link->synced);
  base_codec_f32 (codec, &link->strain);
  base_codec_u16 (codec, &link->waiting);
  base_codec_f32 (codec, &link->waiting_s);
  base_codec_u16 (codec, &link->cut_s);
  base_codec_u16 (codec, &link->cut_in_s);
  for (size_t i = 0; i <= SIM_MAX_PLATOONS; i++)
    base_codec_u8 (codec, &link->nets[i]);
  base_codec_u8 (codec, &link->leaders_only);
  base_codec_u8 (codec, &link->listening);
  base_codec_u64 (codec, &link->off_link);
}
#define visit_link(codec, link) BASE_CODEC_PART (visit_link, codec, link)

static void
visit_bearing (BaseCodec *codec, PictureBearing *bearing)
{
  base_codec_u16 (codec, &bearing->voice);
  base_codec_u8 (codec, &bearing->size);
  base_codec_u8 (codec, &bearing->shepherd);
  base_codec_u8 (codec, &bearing->silent);
  visit_unit (codec, &bearing->from);
  base_codec_vec (codec, &bearing->place);
  base_codec_f32 (codec, &bearing->bearing_deg);
  base_codec_f32 (codec, &bearing->error_deg);
  base_codec_f32 (codec, &bearing->error_deg_per_km);
  base_codec_u32 (codec, &bearing->t_sensed);
  base_codec_u32 (codec, &bearing->t_heard);
  base_codec_fail_unless (codec, bearing->voice != 0 && bearing->size < SIM_N_SIZES);
  base_codec_fail_unless (codec, bearing->bearing_deg >= 0 && bearing->bearing_deg < 360);
  base_codec_fail_unless (codec, bearing->error_deg >= 0 && bearing->error_deg <= 180);
  base_codec_fail_unless (codec, bearing->error_deg_per_km >= 0 && bearing->error_deg_per_km <= 180);
}
#define visit_bearing(codec, bearing) BASE_CODEC_PART (visit_bearing, codec, bearing)

static void
visit_mark (BaseCodec *codec, PictureMark *mark)
{
  visit_name (codec, mark->name);
  base_codec_vec (codec, &mark->position);
  base_codec_f32 (codec, &mark->precise_m);
}
#define visit_mark(codec, mark) BASE_CODEC_PART (visit_mark, codec, mark)

static void
visit_edit (BaseCodec *codec, PictureEdit *edit)
{
  base_codec_u8 (codec, &edit->kind);
  base_codec_u32 (codec, &edit->track);
  base_codec_u32 (codec, &edit->other);
  base_codec_vec (codec, &edit->position);
  base_codec_f32 (codec, &edit->precise_m);
  visit_name (codec, edit->name);
  picture_pencil_visit_points (codec, &edit->ink, &edit->n_points, edit->points);
  base_codec_fail_unless (codec, picture_edit_is_fit (edit));
}
#define visit_edit(codec, edit) BASE_CODEC_PART (visit_edit, codec, edit)

static void
visit_undo (BaseCodec *codec, PictureUndo *undo)
{
  visit_edit (codec, &undo->edit);
  visit_track (codec, &undo->other);
  visit_mark (codec, &undo->mark);
}
#define visit_undo(codec, undo) BASE_CODEC_PART (visit_undo, codec, undo)

static void
visit_hand (BaseCodec *codec, Picture *picture)
{
  base_codec_count (codec, &picture->n_marks, PICTURE_MAX_MARKS);
  for (size_t i = 0; i < picture->n_marks; i++)
    visit_mark (codec, &picture->marks[i]);
  base_codec_count (codec, &picture->n_undo, PICTURE_MAX_UNDO);
  base_codec_count (codec, &picture->n_redo, PICTURE_MAX_UNDO - picture->n_undo);
  for (size_t i = 0; i < picture->n_undo + picture->n_redo; i++)
    visit_undo (codec, &picture->undo[i]);
}

void
picture_visit (BaseCodec *codec, Picture *picture)
{
  base_codec_u32 (codec, &picture->now);
  base_codec_u32 (codec, &picture->t_housekeeping);
  base_codec_fail_unless (codec,
                          picture->t_housekeeping <= picture->now + SIM_TICKS_PER_SECOND &&
                              picture->t_housekeeping + SIM_TICKS_PER_SECOND >= picture->now);
  base_codec_u32 (codec, &picture->t_report);
  base_codec_u32 (codec, &picture->telemetry_ticks);
  base_codec_u32 (codec, &picture->next_number);
  base_codec_f32 (codec, &picture->map_width_m);
  base_codec_f32 (codec, &picture->map_height_m);
  visit_link (codec, &picture->link);
  base_codec_count (codec, &picture->n_own, PICTURE_MAX_OWN);
  for (size_t i = 0; i < picture->n_own; i++)
    visit_own (codec, &picture->own[i]);
  base_codec_count (codec, &picture->n_tracks, PICTURE_MAX_TRACKS);
  for (size_t i = 0; i < picture->n_tracks; i++)
    visit_track (codec, &picture->tracks[i]);
  base_codec_count (codec, &picture->n_bearings, PICTURE_MAX_BEARINGS);
  for (size_t i = 0; i < picture->n_bearings; i++)
    visit_bearing (codec, &picture->bearings[i]);
  visit_hand (codec, picture);
  picture_pencil_visit (codec, picture);
  base_codec_count (codec, &picture->n_promises, PICTURE_MAX_PROMISES);
  for (size_t i = 0; i < picture->n_promises; i++)
    picture_promise_visit (codec, &picture->promises[i]);
  picture_queue_visit (codec, picture);
}

/* Hashing and writing only look at the state, so it may be given to the visitor as it is.  */
static void
visit_const (BaseCodec *codec, const Picture *picture)
{
  picture_visit (codec, (Picture *) picture);
}

uint64_t
picture_hash (const Picture *picture)
{
  BaseCodec codec = base_codec_hasher();

  visit_const (&codec, picture);
  return codec.hash;
}

void
picture_show_fields (const Picture *picture, const BaseCodecVisitor *visitor)
{
  BaseCodec codec = base_codec_visiting (visitor);

  visit_const (&codec, picture);
}

size_t
picture_save (const Picture *picture, void *bytes, size_t size)
{
  BaseCodec codec = base_codec_writer (bytes, size);

  base_codec_header (&codec, STATE_COOKIE, STATE_VERSION);
  visit_const (&codec, picture);
  base_codec_seal (&codec);
  return codec.offset;
}

/* Made from the same definition: the same machines on the same map.  */
static bool
is_of_same_battle (const Picture *a, const Picture *b)
{
  if (a->n_own != b->n_own || a->telemetry_ticks != b->telemetry_ticks ||
      a->map_width_m != b->map_width_m || a->map_height_m != b->map_height_m)
    return false;
  for (size_t i = 0; i < a->n_own; i++) {
    if (!sim_unit_equal (a->own[i].shown.id, b->own[i].shown.id))
      return false;
  }
  return true;
}

bool
picture_load (Picture *picture, const void *bytes, size_t size)
{
  BaseCodec codec = base_codec_reader (bytes, size);
  Picture loaded = {0};

  base_codec_header (&codec, STATE_COOKIE, STATE_VERSION);
  picture_visit (&codec, &loaded);
  base_codec_seal (&codec);
  if (codec.failed || codec.offset != size || !is_of_same_battle (picture, &loaded))
    return false;
  *picture = loaded;
  return true;
}
