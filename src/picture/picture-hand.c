/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What she does to her picture herself: two tracks into one, one into two, names, marks, and back.  */
#include "picture/picture-private.h"

#include <string.h>

bool
picture_edit_is_fit (const PictureEdit *edit)
{
  return edit->kind < PICTURE_N_EDITS && edit->name[PICTURE_NAME_SIZE - 1] == '\0' &&
         picture_vec_is_finite (edit->position) && edit->precise_m >= 0 &&
         edit->precise_m <= PICTURE_MOST_ERROR_M &&
         (edit->kind == PICTURE_EDIT_DRAW
              ? picture_points_are_fit (edit->ink, edit->n_points, edit->points)
              : edit->ink == 0 && edit->n_points == 0);
}

PictureTrackState *
picture_find_track (Picture *picture, uint32_t number)
{
  for (size_t i = 0; i < picture->n_tracks; i++)
    if (picture->tracks[i].shown.number == number)
      return &picture->tracks[i];
  return NULL;
}

/* One that can be worked with.  */
static PictureTrackState *
find_living (Picture *picture, uint32_t number)
{
  PictureTrackState *track = picture_find_track (picture, number);

  return track && !track->shown.destroyed ? track : NULL;
}

static PictureMark *
find_mark (Picture *picture, const char *name)
{
  for (size_t i = 0; i < picture->n_marks; i++)
    if (strcmp (picture->marks[i].name, name) == 0)
      return &picture->marks[i];
  return NULL;
}

static bool
is_name_of_track (const Picture *picture, const char *name)
{
  for (size_t i = 0; i < picture->n_tracks; i++)
    if (strcmp (picture->tracks[i].shown.name, name) == 0)
      return true;
  return false;
}

PictureUndo *
picture_remember (Picture *picture, const PictureEdit *edit)
{
  PictureUndo *undo;

  if (picture->n_undo == PICTURE_MAX_UNDO) {
    picture_pencil_forget (picture, &picture->undo[0]);
    memmove (&picture->undo[0], &picture->undo[1],
             (PICTURE_MAX_UNDO - 1) * sizeof picture->undo[0]);
    picture->n_undo--;
  }
  picture->n_redo = 0;
  undo = &picture->undo[picture->n_undo++];
  *undo = (PictureUndo) {.edit = *edit};
  return undo;
}

/* ---- Merging and splitting ------------------------------------------------------------------ */

static bool
merge (Picture *picture, const PictureEdit *edit)
{
  PictureTrackState *track = find_living (picture, edit->track);
  PictureTrackState *other = find_living (picture, edit->other);

  if (!track || !other || track == other)
    return false;
  picture_remember (picture, edit)->other = *other;
  picture_track_join (track, other);
  track->apart = track->apart == edit->other ? 0 : track->apart;
  track->shown.lost_from_sight = track->shown.lost_from_sight && other->shown.lost_from_sight;
  picture_track_remove (picture, (size_t) (other - picture->tracks));
  return true;
}

/* Half of what is believed, for who is told of by one alone.  */
static void
halve (PictureBelief *counts, bool greater)
{
  for (size_t i = 0; i < PICTURE_MAX_BELIEFS; i++) {
    counts[i].value = (uint16_t) ((counts[i].value + (greater ? 1u : 0u)) / 2);
    counts[i].value = counts[i].value > 0 ? counts[i].value : 1;
    counts[i].exact = 0;
  }
}

/* Who told of it last keeps it; the others feed the new one.  */
static void
part_feeders (PictureTrackState *track, PictureTrackState *other)
{
  other->n_feeders = (uint8_t) (track->n_feeders > 0 ? track->n_feeders - 1 : 0);
  memmove (&other->feeders[0], &track->feeders[1], other->n_feeders * sizeof track->feeders[0]);
  track->n_feeders = track->n_feeders > 0 ? 1 : 0;
  if (other->n_feeders > 0)
    return;
  halve (track->counts, true);
  halve (other->counts, false);
}

static bool
split (Picture *picture, const PictureEdit *edit)
{
  PictureTrackState *track = find_living (picture, edit->track), *other;
  PictureEdit done = *edit;
  uint32_t number;

  if (!track || picture->n_tracks == PICTURE_MAX_TRACKS ||
      (track->n_feeders < 2 && track->shown.count < 2))
    return false;
  other = picture_track_append (picture); /* there is room: no row moves */
  number = other->shown.number;
  *other = *track;
  other->shown.number = number;
  memset (other->shown.name, 0, sizeof other->shown.name);
  other->near_number = track->near_number = 0;
  part_feeders (track, other);
  other->apart = track->shown.number;
  picture_track_show_beliefs (track);
  picture_track_show_beliefs (other);
  done.other = number;
  picture_remember (picture, &done);
  return true;
}

/* ---- Names and marks ------------------------------------------------------------------------ */

static bool
name_track (Picture *picture, const PictureEdit *edit)
{
  PictureTrackState *track = picture_find_track (picture, edit->track);

  if (!track || (edit->name[0] != '\0' && (is_name_of_track (picture, edit->name) ||
                                          find_mark (picture, edit->name))))
    return false;
  memcpy (picture_remember (picture, edit)->mark.name, track->shown.name, sizeof track->shown.name);
  memcpy (track->shown.name, edit->name, sizeof track->shown.name);
  return true;
}

static bool
mark_place (Picture *picture, const PictureEdit *edit)
{
  PictureMark *mark = find_mark (picture, edit->name);
  PictureUndo *undo;

  if (edit->name[0] == '\0' || is_name_of_track (picture, edit->name) ||
      (!mark && picture->n_marks == PICTURE_MAX_MARKS))
    return false;
  undo = picture_remember (picture, edit);
  if (mark)
    undo->mark = *mark;
  else
    mark = &picture->marks[picture->n_marks++];
  *mark = (PictureMark) {.position = picture_clamp (picture, edit->position),
                         .precise_m = edit->precise_m};
  memcpy (mark->name, edit->name, sizeof mark->name);
  return true;
}

static bool
drop_mark (Picture *picture, const PictureEdit *edit)
{
  PictureMark *mark = find_mark (picture, edit->name);
  PictureEdit done = *edit;

  if (!mark)
    return false;
  done.other = (uint32_t) (mark - picture->marks); /* where it goes when it is taken back */
  picture_remember (picture, &done)->mark = *mark;
  memmove (mark, mark + 1,
           (size_t) (&picture->marks[picture->n_marks] - (mark + 1)) * sizeof *mark);
  picture->n_marks--;
  return true;
}

static bool
rename_mark (Picture *picture, const PictureEdit *edit)
{
  if (edit->track == 0 || edit->track > picture->n_marks || edit->name[0] == '\0' ||
      is_name_of_track (picture, edit->name) || find_mark (picture, edit->name))
    return false;
  picture_remember (picture, edit)->mark = picture->marks[edit->track - 1];
  memcpy (picture->marks[edit->track - 1].name, edit->name, sizeof edit->name);
  return true;
}

/* ---- Back ----------------------------------------------------------------------------------- */

/* Rows are by number: it goes to its place.  */
static void
put_back (Picture *picture, const PictureTrackState *track)
{
  size_t at = picture->n_tracks;

  while (at > 0 && picture->tracks[at - 1].shown.number > track->shown.number)
    at--;
  memmove (&picture->tracks[at + 1], &picture->tracks[at],
           (picture->n_tracks - at) * sizeof picture->tracks[0]);
  picture->tracks[at] = *track;
  picture->n_tracks++;
}

/* What the other fed goes back to it; what was learnt since stays with who was there.  */
static void
take_feeders (PictureTrackState *track, const PictureTrackState *other)
{
  uint8_t left = 0;

  for (uint8_t i = 0; i < track->n_feeders; i++) {
    bool back = false;

    for (uint8_t k = 0; k < other->n_feeders; k++)
      back = back || (other->feeders[k].platoon == track->feeders[i].platoon &&
                      other->feeders[k].contact == track->feeders[i].contact);
    if (!back)
      track->feeders[left++] = track->feeders[i];
  }
  track->n_feeders = left;
}

static bool
unmerge (Picture *picture, const PictureUndo *undo)
{
  PictureTrackState other = undo->other;
  PictureTrackState *track = picture_find_track (picture, undo->edit.track);

  if (picture->n_tracks == PICTURE_MAX_TRACKS)
    return false;
  if (track) {
    take_feeders (track, &other);
    if (strcmp (track->shown.name, other.shown.name) == 0)
      memset (track->shown.name, 0, sizeof track->shown.name);
  }
  if (is_name_of_track (picture, other.shown.name) || find_mark (picture, other.shown.name))
    memset (other.shown.name, 0, sizeof other.shown.name);
  other.apart = undo->edit.track;
  put_back (picture, &other);
  return true;
}

static bool
unsplit (Picture *picture, const PictureUndo *undo)
{
  PictureTrackState *track = picture_find_track (picture, undo->edit.track);
  PictureTrackState *other = picture_find_track (picture, undo->edit.other);

  if (!track || !other)
    return false;
  picture_track_join (track, other);
  picture_track_remove (picture, (size_t) (other - picture->tracks));
  return true;
}

static bool
rename_back (Picture *picture, const PictureUndo *undo)
{
  PictureTrackState *track = picture_find_track (picture, undo->edit.track);

  if (!track)
    return false;
  memcpy (track->shown.name, undo->mark.name, sizeof track->shown.name);
  return true;
}

static bool
unmark (Picture *picture, const PictureUndo *undo)
{
  PictureMark *mark = find_mark (picture, undo->edit.name);

  if (!mark)
    return false;
  if (undo->mark.name[0] != '\0') {
    *mark = undo->mark;
    return true;
  }
  memmove (mark, mark + 1,
           (size_t) (&picture->marks[picture->n_marks] - (mark + 1)) * sizeof *mark);
  picture->n_marks--;
  return true;
}

/* Where it stood, as far as there are others before it still.  */
static bool
mark_again (Picture *picture, const PictureUndo *undo)
{
  size_t at = undo->edit.other < picture->n_marks ? undo->edit.other : picture->n_marks;

  if (picture->n_marks == PICTURE_MAX_MARKS || find_mark (picture, undo->mark.name) ||
      is_name_of_track (picture, undo->mark.name))
    return false;
  memmove (&picture->marks[at + 1], &picture->marks[at],
           (picture->n_marks - at) * sizeof picture->marks[0]);
  picture->marks[at] = undo->mark;
  picture->n_marks++;
  return true;
}

static bool
rename_mark_back (Picture *picture, const PictureUndo *undo)
{
  PictureMark *mark = find_mark (picture, undo->edit.name);

  if (!mark || find_mark (picture, undo->mark.name) ||
      is_name_of_track (picture, undo->mark.name))
    return false;
  memcpy (mark->name, undo->mark.name, sizeof mark->name);
  return true;
}

static bool
take_back_one (Picture *picture, const PictureUndo *undo)
{
  switch (undo->edit.kind) {
  case PICTURE_EDIT_MERGE:
    return unmerge (picture, undo);
  case PICTURE_EDIT_SPLIT:
    return unsplit (picture, undo);
  case PICTURE_EDIT_NAME:
    return rename_back (picture, undo);
  case PICTURE_EDIT_MARK:
    return unmark (picture, undo);
  case PICTURE_EDIT_UNMARK:
    return mark_again (picture, undo);
  case PICTURE_EDIT_RENAME:
    return rename_mark_back (picture, undo);
  case PICTURE_EDIT_DRAW:
    return picture_pencil_undraw (picture, undo);
  case PICTURE_EDIT_ERASE:
  case PICTURE_EDIT_CLEAR:
    return picture_pencil_unerase (picture, undo);
  default:
    return false;
  }
}

/* What can not be taken back any more (its track is gone) is passed over.  */
static bool
take_back (Picture *picture)
{
  while (picture->n_undo > 0) {
    const PictureUndo undo = picture->undo[--picture->n_undo];

    if (take_back_one (picture, &undo)) {
      picture->n_redo++; /* its row is where it was */
      return true;
    }
    picture_pencil_forget (picture, &undo);
    picture->n_redo = 0;
  }
  return false;
}

/* ---- Doing ---------------------------------------------------------------------------------- */

static bool
do_edit (Picture *picture, const PictureEdit *edit)
{
  switch (edit->kind) {
  case PICTURE_EDIT_MERGE:
    return merge (picture, edit);
  case PICTURE_EDIT_SPLIT:
    return split (picture, edit);
  case PICTURE_EDIT_NAME:
    return name_track (picture, edit);
  case PICTURE_EDIT_MARK:
    return mark_place (picture, edit);
  case PICTURE_EDIT_UNMARK:
    return drop_mark (picture, edit);
  case PICTURE_EDIT_RENAME:
    return rename_mark (picture, edit);
  case PICTURE_EDIT_DRAW:
    return picture_pencil_draw (picture, edit);
  case PICTURE_EDIT_ERASE:
  case PICTURE_EDIT_CLEAR:
    return picture_pencil_erase (picture, edit);
  default:
    return false;
  }
}

/* It is remembered in the very row that it was taken back from, and those after it stay.  */
static bool
do_again (Picture *picture)
{
  const size_t left = picture->n_redo > 0 ? picture->n_redo - 1 : 0;
  PictureEdit edit;

  if (picture->n_redo == 0)
    return false;
  edit = picture->undo[picture->n_undo].edit;
  picture->n_redo = 0;
  if (!do_edit (picture, &edit))
    return false;
  picture->n_redo = left;
  return true;
}

bool
picture_edit (Picture *picture, const PictureEdit *edit)
{
  if (!picture_edit_is_fit (edit))
    return false;
  if (edit->kind == PICTURE_EDIT_UNDO)
    return take_back (picture);
  return edit->kind == PICTURE_EDIT_REDO ? do_again (picture) : do_edit (picture, edit);
}
