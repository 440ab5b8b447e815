/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one list of a staff officer's state: for its hash, its bytes and reading them back.  */
#include "staff/staff-private.h"

#define STATE_COOKIE  0x53544146u /* "STAF" */
#define STATE_VERSION 7u

static void
visit_addressee (BaseCodec *codec, SimAddressee *addressee)
{
  base_codec_u8 (codec, &addressee->kind);
  base_codec_u32 (codec, &addressee->index);
}

static void
visit_memory (BaseCodec *codec, StaffMemory *memory)
{
  base_codec_u32 (codec, &memory->t);
  base_codec_u8 (codec, &memory->verb);
  base_codec_u8 (codec, &memory->n_addressees);
  base_codec_fail_unless (codec, memory->n_addressees <= SIM_MAX_ADDRESSEES);
  for (size_t i = 0; i < SIM_MAX_ADDRESSEES; i++)
    visit_addressee (codec, &memory->addressees[i]);
  base_codec_vec (codec, &memory->target);
}

static void
visit_platoon (BaseCodec *codec, StaffPlatoonMemory *platoon)
{
  base_codec_u32 (codec, &platoon->t_sent);
  base_codec_u32 (codec, &platoon->t_asked);
  base_codec_u32 (codec, &platoon->t_supplied);
  base_codec_u32 (codec, &platoon->most_rounds);
  base_codec_vec (codec, &platoon->place);
  base_codec_u32 (codec, &platoon->t_told);
  base_codec_vec (codec, &platoon->told);
}

static void
visit_scalars (BaseCodec *codec, Staff *staff)
{
  base_codec_u32 (codec, &staff->now);
  base_codec_u32 (codec, &staff->t_last);
  base_codec_u32 (codec, &staff->t_reserve);
  base_codec_u32 (codec, &staff->t_listened);
  base_codec_u32 (codec, &staff->t_outnumbered);
  base_codec_u32 (codec, &staff->t_shelled);
  base_codec_vec (codec, &staff->shelled);
  base_codec_u8 (codec, &staff->shelled_platoon);
  base_codec_u32 (codec, &staff->t_evaded);
  base_codec_u32 (codec, &staff->t_spotter);
  base_codec_u32 (codec, &staff->t_window);
  base_codec_u32 (codec, &staff->next_memory);
  base_codec_u8 (codec, &staff->leaving);
  base_codec_u8 (codec, &staff->bait);
  base_codec_fail_unless (
      codec, staff->next_memory < STAFF_MAX_MEMORY && staff->bait <= SIM_MAX_PLATOONS);
}

static void
visit (BaseCodec *codec, Staff *staff)
{
  uint8_t kind = (uint8_t) staff->def.kind;

  base_codec_u8 (codec, &kind);
  base_codec_fail_unless (codec, kind == staff->def.kind);
  visit_scalars (codec, staff);
  for (size_t i = 0; i < STAFF_MAX_MEMORY; i++)
    visit_memory (codec, &staff->memory[i]);
  for (size_t i = 0; i < SIM_MAX_PLATOONS; i++)
    visit_platoon (codec, &staff->platoons[i]);
  for (size_t i = 0; i < PICTURE_MAX_OWN; i++)
    base_codec_u32 (codec, &staff->t_back[i]);
  for (size_t i = 0; i < PICTURE_MAX_OWN; i++)
    base_codec_u32 (codec, &staff->t_rescue[i]);
  for (size_t i = 0; i < PICTURE_MAX_OWN; i++)
    base_codec_u8 (codec, &staff->fetched[i]);
  for (size_t i = 0; i < PICTURE_MAX_OWN; i++)
    base_codec_u8 (codec, &staff->salvoes[i]);
  for (size_t i = 0; i < STAFF_MAX_GOALS; i++)
    base_codec_f32 (codec, &staff->progress[i]);
  for (size_t i = 0; i < STAFF_MAX_GOALS; i++)
    base_codec_u8 (codec, &staff->goal_state[i]);
}

/* Hashing and writing only look at the state.  */
static void
visit_const (BaseCodec *codec, const Staff *staff)
{
  visit (codec, (Staff *) staff);
}

uint64_t
staff_hash (const Staff *staff)
{
  BaseCodec codec = base_codec_hasher();

  visit_const (&codec, staff);
  return codec.hash;
}

size_t
staff_save (const Staff *staff, void *bytes, size_t size)
{
  BaseCodec codec = base_codec_writer (bytes, size);

  base_codec_header (&codec, STATE_COOKIE, STATE_VERSION);
  visit_const (&codec, staff);
  base_codec_seal (&codec);
  return codec.offset;
}

bool
staff_load (Staff *staff, const void *bytes, size_t size)
{
  BaseCodec codec = base_codec_reader (bytes, size);
  Staff loaded = *staff;

  base_codec_header (&codec, STATE_COOKIE, STATE_VERSION);
  visit (&codec, &loaded);
  base_codec_seal (&codec);
  if (codec.failed || codec.offset != size)
    return false;
  *staff = loaded;
  return true;
}
