/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing of the state is forgotten: no field by the hash or the save, no byte by the walk.  */
#include "sim-builder.h"
#include "sim/sim-state.h"

#include <glib.h>
#include <string.h>

/* A fight under way, with orders given, reports waiting and machines lost.  */
static SimWorld *
fight (void)
{
  Build build;
  SimWorld *world;
  SimCommand move = build_order_platoon (1, SIM_VERB_MOVE, 0, 2500, 3000);
  SimCommand waits = build_order_platoon (2, SIM_VERB_SCOUT, 1, 4000, 2600);

  build_melee (&build);
  world = build_world (&build, 8);
  g_assert_true (sim_world_submit (world, &move));
  build_run (world, 240);
  while ((world->n_kills == 0 || world->n_shells == 0) && !sim_world_is_finished (world))
    sim_world_step (world);
  g_assert_true (sim_world_submit (world, &waits));
  g_assert_cmpuint (world->n_kills, >, 0);
  g_assert_cmpuint (world->n_shells, >, 0);
  g_assert_cmpuint (world->n_orders, >, 0);
  return world;
}

static GBytes *
save (const SimWorld *world)
{
  size_t size = sim_world_save (world, NULL, 0);
  uint8_t *bytes = g_malloc (size);

  g_assert_cmpuint (sim_world_save (world, bytes, size), ==, size);
  return g_bytes_new_take (bytes, size);
}

static bool
load (SimWorld *world, GBytes *bytes)
{
  size_t size;
  const void *data = g_bytes_get_data (bytes, &size);

  return sim_world_load (world, data, size);
}

/* ---- Fields -------------------------------------------------------------------------------- */

/* Counts fields; changes one bit of the one with the number `victim`.  */
typedef struct {
  size_t n, victim;
  unsigned bit;
  uint64_t mask;     /* what was changed in it */
  const char *name;  /* of the victim */
  GPtrArray *names;  /* (nullable) of all */
} Flipper;

static const unsigned widths[] = {
  [BASE_CODEC_U8] = 8,   [BASE_CODEC_U16] = 16, [BASE_CODEC_U32] = 32, [BASE_CODEC_U64] = 64,
  [BASE_CODEC_I32] = 32, [BASE_CODEC_F32] = 32, [BASE_CODEC_F64] = 64,
};

static uint64_t
flip_one (const char *name, BaseCodecType type, uint64_t bits, void *data)
{
  Flipper *flipper = data;

  g_assert_cmpstr (name, !=, "");
  if (flipper->names)
    g_ptr_array_add (flipper->names, (char *) name);
  if (flipper->n++ != flipper->victim)
    return bits;
  flipper->name = name;
  return bits ^ (UINT64_C (1) << flipper->bit % widths[type]);
}

static void
flip (SimWorld *world, Flipper *flipper)
{
  BaseCodecVisitor visitor = {.field = flip_one, .data = flipper};
  BaseCodec codec = base_codec_visiting (&visitor);

  flipper->n = 0;
  sim_state_walk (&codec, world);
}

/* One field of a good world changed: the hash tells, the save differs, and carries it into another
 * world, or that world refuses it and stays what it was.  Returns whether it was taken.  */
static bool
check_field (SimWorld *world, SimWorld *other, GBytes *good, size_t victim, unsigned bit)
{
  uint64_t hash = sim_world_hash (world), changed, other_hash = sim_world_hash (other);
  Flipper flipper = {.victim = victim, .bit = bit};
  g_autoptr (GBytes) bytes = NULL;
  bool taken;

  flip (world, &flipper);
  changed = sim_world_hash (world);
  bytes = save (world);
  if (changed == hash || g_bytes_equal (bytes, good))
    g_error ("%s is %s", flipper.name, changed == hash ? "not hashed" : "not saved");
  taken = load (other, bytes);
  g_assert_cmphex (sim_world_hash (other), ==, taken ? changed : other_hash);
  flip (world, &flipper);
  g_assert_cmphex (sim_world_hash (world), ==, hash);
  return taken;
}

/* How many of the names before this one are the same.  */
static guint
nth_of_its_name (GHashTable *seen, const char *name)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, name));

  g_hash_table_insert (seen, (char *) name, GUINT_TO_POINTER (n + 1));
  return n;
}

/* Only says of which battle the state is; never changes.  */
static bool
is_guard (const char *name)
{
  return g_str_equal (name, "&n_units") || g_str_equal (name, "&seed");
}

/* Of every name some fields: of a table of thousands the first, and one in `step` after it.  */
static void
check_fields (unsigned step)
{
  SimWorld *world = fight (), *other = fight ();
  g_autoptr (GBytes) good = save (world);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Flipper lister = {.victim = SIZE_MAX, .names = names};
  guint n_checked = 0, n_taken = 0;

  flip (world, &lister);
  for (guint i = 0; i < names->len; i++) {
    guint nth = nth_of_its_name (seen, g_ptr_array_index (names, i));

    /* The lowest bit: the highest of a float is its sign, and both zeros count as one.  */
    if (nth % step != 0 || is_guard (g_ptr_array_index (names, i)))
      continue;
    n_checked++;
    n_taken += check_field (world, other, good, i, nth % 5);
  }
  g_test_message ("%u fields of %u names, %u of %u checked, %u taken", names->len,
                  g_hash_table_size (seen), n_checked, names->len, n_taken);
  g_assert_cmpuint (g_hash_table_size (seen), >, 150);
  g_assert_cmpuint (n_taken, >, n_checked / 2);
  g_assert_cmpuint (n_taken, <, n_checked); /* indices out of range are refused */
  sim_world_free (world);
  sim_world_free (other);
}

static void
test_every_name (void)
{
  check_fields (997);
}

static void
test_every_field (void)
{
  check_fields (1);
}

/* ---- Bytes --------------------------------------------------------------------------------- */

/* Members of the world that are not state: they never change, or are derived, or are pointers to
 * what is checked by itself.  A new member is state unless it stands here.  */
#define NOT_STATE(X)                                                                              \
  X (rules) X (ground) X (n_units) X (n_own) X (n_groups) X (n_objectives) X (n_events)            \
  X (n_platoons) X (events) X (duration) X (start_hour) X (wind_from_deg) X (wind_mps)             \
  X (light_factor) X (sight_factor) X (most_shown)                                                 \
  X (difficulty_error) X (difficulty_wait) X (base) X (seed) X (phase_func) X (phase_data)         \
  X (units) X (orders) X (kills) X (grid) X (members) X (member_starts) X (watches)                 \
  X (eyes) X (turn_shift) X (haze) X (needs) X (convoy)                                           \
  X (router) X (messages) X (n_messages)                                                          \
  X (shells) X (max_shells) X (wall_grant) X (wall_weapon)

/* Tables that are walked as far as they are used.  */
#define PARTLY_USED(X)                                                                            \
  X (groups, n_groups) X (objectives, n_objectives) X (pending, n_pending)                        \
  X (queue_edits, n_queue_edits)                                                                  \
  X (events_due, n_events) X (events_done, n_events) X (batteries, n_groups)                       \
  X (smokes, n_smokes) X (fires, n_fires)

static void
exclude (uint8_t *mask, size_t from, size_t to)
{
  memset (mask + from, 0, to - from);
}

/* 0xff where a world has state.  */
static void
mark_state (uint8_t *mask, const SimWorld *world)
{
  memset (mask, 0xff, sizeof (SimWorld));
  __builtin_clear_padding ((SimWorld *) (void *) mask);
#define X(member)                                                                                 \
  exclude (mask, offsetof (SimWorld, member),                                                     \
           offsetof (SimWorld, member) + sizeof ((SimWorld *) NULL)->member);
  NOT_STATE (X)
#undef X
#define X(member, count)                                                                          \
  exclude (mask, offsetof (SimWorld, member) + world->count * sizeof *world->member,              \
           offsetof (SimWorld, member) + sizeof world->member);
  PARTLY_USED (X)
#undef X
  /* Weapons that the rules do not have.  */
  for (int side = 0; side < 2; side++)
    exclude (mask,
             offsetof (SimWorld, tallies) + ((size_t) side * SIM_MAX_WEAPONS +
                                             world->rules.n_weapons) * sizeof (SimTally),
             offsetof (SimWorld, tallies) + ((size_t) side + 1) * SIM_MAX_WEAPONS * sizeof (SimTally));
}

/* Reads a good state over a body whose state is all one byte: what keeps it was not read.  */
static void
read_over (SimWorld *body, const SimWorld *world, const uint8_t *mask, uint8_t filling,
           GBytes *bytes)
{
  size_t size;
  const uint8_t *data = g_bytes_get_data (bytes, &size);
  BaseCodec codec = base_codec_reader (data, size);

  memcpy (body, world, sizeof *body);
  for (size_t i = 0; i < sizeof *body; i++)
    if (mask[i])
      ((uint8_t *) body)[i] = filling;
  sim_state_walk (&codec, body);
  g_assert_false (codec.failed);
}

static GBytes *
walked (SimWorld *world)
{
  BaseCodec codec = base_codec_writer (NULL, 0);
  uint8_t *bytes;

  sim_state_walk (&codec, world);
  bytes = g_malloc (codec.offset);
  codec = base_codec_writer (bytes, codec.offset);
  sim_state_walk (&codec, world);
  return g_bytes_new_take (bytes, codec.offset);
}

static void
test_every_byte (void)
{
  SimWorld *world = fight ();
  g_autofree SimWorld *zeros = g_new0 (SimWorld, 1), *ones = g_new0 (SimWorld, 1);
  g_autofree uint8_t *mask = g_malloc (sizeof (SimWorld));
  g_autoptr (GBytes) bytes = walked (world);
  size_t n_state = 0;

  mark_state (mask, world);
  read_over (zeros, world, mask, 0x00, bytes);
  read_over (ones, world, mask, 0xff, bytes);
  for (size_t i = 0; i < sizeof *world; i++) {
    n_state += mask[i] != 0;
    if (((uint8_t *) zeros)[i] != ((uint8_t *) ones)[i])
      g_error ("byte %zu of SimWorld is neither walked nor listed as no state (tick is at %zu,"
               " link at %zu, n_pending at %zu)",
               i, offsetof (SimWorld, tick), offsetof (SimWorld, link),
               offsetof (SimWorld, n_pending));
  }
  g_test_message ("%zu bytes of state in the world", n_state);
  g_assert_cmpuint (n_state, >, 10000);
  sim_world_free (world);
}

/* The same for what stands in tables of its own.  */
#define CHECK_ELEMENT(type, element)                                                              \
  G_STMT_START                                                                                    \
  {                                                                                               \
    type *place = (element), before = *place, filled[2], mask;                                    \
                                                                                                  \
    memset (&mask, 0xff, sizeof mask);                                                            \
    __builtin_clear_padding (&mask);                                                              \
    for (int turn = 0; turn < 2; turn++) {                                                        \
      memset (place, turn ? 0xff : 0x00, sizeof *place);                                          \
      codec = base_codec_reader (data, size);                                                     \
      sim_state_walk (&codec, world);                                                             \
      g_assert_false (codec.failed);                                                              \
      memcpy (&filled[turn], place, sizeof *place);                                               \
    }                                                                                             \
    for (size_t i = 0; i < sizeof mask; i++)                                                      \
      if (((uint8_t *) &mask)[i] &&                                                               \
          ((uint8_t *) &filled[0])[i] != ((uint8_t *) &filled[1])[i])                             \
        g_error ("byte %zu of " #type " is not walked", i);                                       \
    *place = before;                                                                              \
  }                                                                                               \
  G_STMT_END

static void
test_every_byte_of_tables (void)
{
  SimWorld *world = fight ();
  g_autoptr (GBytes) bytes = walked (world);
  size_t size;
  const uint8_t *data = g_bytes_get_data (bytes, &size);
  uint64_t hash = sim_world_hash (world);
  BaseCodec codec;

  CHECK_ELEMENT (SimOrder, &world->orders[0]);
  CHECK_ELEMENT (SimKill, &world->kills[0]);
  CHECK_ELEMENT (SimShell, &world->shells[0]);
  g_assert_cmphex (sim_world_hash (world), ==, hash);
  sim_world_free (world);
}

/* ---- Hostile values ------------------------------------------------------------------------ */

/* Puts a value into the field with the number `victim`.  */
typedef struct {
  size_t n, victim;
  unsigned choice;
  bool back;         /* put back what was there */
  uint64_t was;
  const char *name;
} Setter;

/* Values that no field wants, and some that are nearly right.  */
static uint64_t
hostile_value (BaseCodecType type, unsigned choice, uint64_t bits)
{
  static const uint32_t reals[] = {0x7f7fffff, 0xff7fffff, 0x4cbebc20, 0xc7c35000, 0x00000001};
  static const uint64_t wholes[] = {UINT64_MAX, 0x7f7f7f7f7f7f7f7f, 200, 16, 1};

  if (type == BASE_CODEC_F32)
    return reals[choice];
  if (type == BASE_CODEC_F64)
    return UINT64_C (0x7fefffffffffffff);
  return wholes[choice];
}

static uint64_t
set_one (const char *name, BaseCodecType type, uint64_t bits, void *data)
{
  Setter *setter = data;

  if (setter->n++ != setter->victim)
    return bits;
  if (setter->back)
    return setter->was;
  setter->name = name;
  setter->was = bits;
  bits = hostile_value (type, setter->choice, bits);
  return widths[type] == 64 ? bits : bits & ((UINT64_C (1) << widths[type]) - 1);
}

static void
set (SimWorld *world, Setter *setter)
{
  BaseCodecVisitor visitor = {.field = set_one, .data = setter};
  BaseCodec codec = base_codec_visiting (&visitor);

  setter->n = 0;
  sim_state_walk (&codec, world);
}

/* One field of a save with a value of the attacker's, and the seal made to fit: it is refused, or the
 * battle goes on from there and holds together.  Under a sanitizer this says more.  */
static bool
check_hostile (SimWorld *world, SimWorld *body, size_t victim, unsigned choice)
{
  Setter setter = {.victim = victim, .choice = choice};
  g_autoptr (GBytes) bytes = NULL;
  bool taken;

  set (world, &setter);
  bytes = save (world);
  setter.back = true;
  set (world, &setter);
  if (g_test_verbose ())
    g_test_message ("%s := value %u", setter.name, choice);
  taken = load (body, bytes);
  if (!taken)
    return false;
  for (int i = 0; i < 25; i++)
    sim_world_step (body);
  return true;
}

static void
check_hostile_fields (unsigned each)
{
  SimWorld *world = fight (), *body = fight ();
  g_autoptr (GBytes) good = save (world);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Flipper lister = {.victim = SIZE_MAX, .names = names};
  uint64_t hash = sim_world_hash (world);
  guint n_checked = 0, n_taken = 0;

  flip (world, &lister);
  for (guint i = 0; i < names->len; i++) {
    if (nth_of_its_name (seen, g_ptr_array_index (names, i)) >= each)
      continue;
    for (unsigned choice = 0; choice < 5; choice++, n_checked++) {
      n_taken += check_hostile (world, body, i, choice);
      if (sim_world_hash (world) != hash) /* a length that can not be empties the lists */
        g_assert_true (load (world, good));
    }
  }
  g_test_message ("%u values, %u taken", n_checked, n_taken);
  g_assert_cmphex (sim_world_hash (world), ==, hash);
  g_assert_cmpuint (n_taken, >, 0);
  g_assert_cmpuint (n_taken, <, n_checked);
  sim_world_free (world);
  sim_world_free (body);
}

static void
test_hostile_values (void)
{
  check_hostile_fields (1);
}

static void
test_more_hostile_values (void)
{
  check_hostile_fields (20);
}

/* ---- Header and seal ----------------------------------------------------------------------- */

static void
test_header_and_seal (void)
{
  SimWorld *world = fight ();
  g_autoptr (GBytes) good = save (world);
  size_t size;
  g_autofree uint8_t *bad = g_memdup2 (g_bytes_get_data (good, &size), g_bytes_get_size (good));
  uint64_t hash = sim_world_hash (world);

  for (size_t i = 0; i < size; i += i < 64 || i > size - 64 ? 1 : 211) {
    bad[i] ^= 1;
    g_assert_false (sim_world_load (world, bad, size));
    bad[i] ^= 1;
  }
  for (size_t cut = 0; cut < size; cut += cut < 32 || cut > size - 32 ? 1 : size / 64)
    g_assert_false (sim_world_load (world, bad, cut));
  g_assert_cmphex (sim_world_hash (world), ==, hash);
  g_assert_true (sim_world_load (world, bad, size));
  sim_world_free (world);
}

/* A save of another battle is none of this one.  */
static void
test_other_battle (void)
{
  Build build;
  SimWorld *world = fight (), *other;
  g_autoptr (GBytes) bytes = NULL;

  build_melee (&build);
  other = build_world (&build, 9);
  bytes = save (other);
  g_assert_false (load (world, bytes));
  sim_world_free (other);
  sim_world_free (world);
}

/* ---- Rare states ------------------------------------------------------------------------------ */

static void
check_comes_back (SimWorld *world)
{
  g_autoptr (GBytes) bytes = save (world);
  uint64_t hash = sim_world_hash (world);

  g_assert_true (load (world, bytes));
  g_assert_cmphex (sim_world_hash (world), ==, hash);
}

/* A group in the corner of the map that is wider than its way to the edge, before and after it comes.  */
static void
test_beyond_the_edge (void)
{
  Build build;
  SimWorld *world;

  build_init (&build);
  build_own (&build, 0, 1000, 1000, 0);
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 40, 7990, 5990, 7990, 5990);
  build.groups[0].spread_m = 800;
  build.groups[0].arrival = SIM_SECONDS (5);
  world = build_world (&build, 1);
  check_comes_back (world);
  build_run (world, 10);
  check_comes_back (world);
  sim_world_free (world);
}

/* Nobody of ours or theirs has fired the wall's rounds.  */
static void
test_wall_in_the_air (void)
{
  Build build;
  SimWorld *world;
  SimCommand command = build_order_unit (1, SIM_VERB_FIRE_ON, 0, 6000, 4000);

  build_init (&build);
  build_own (&build, 0, 1000, 1000, 0);
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 7500, 500, 7500, 500);
  build.def.wall_rounds = 60;
  build.def.wall_grant = 1;
  command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_INTERCEPTORS, 0};
  world = build_world (&build, 1);
  sim_world_submit (world, &command);
  for (int i = 0; i < 9000 && world->n_shells == 0; i++)
    sim_world_step (world);
  g_assert_cmpuint (world->n_shells, >, 0);
  g_assert_cmpuint (world->shells[0].shooter, ==, SIM_NOBODY);
  check_comes_back (world);
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/state/every-name", test_every_name);
  if (g_test_slow ())
    g_test_add_func ("/sim/state/every-field", test_every_field);
  g_test_add_func ("/sim/state/hostile-values", test_hostile_values);
  if (g_test_slow ())
    g_test_add_func ("/sim/state/more-hostile-values", test_more_hostile_values);
  g_test_add_func ("/sim/state/every-byte", test_every_byte);
  g_test_add_func ("/sim/state/every-byte-of-tables", test_every_byte_of_tables);
  g_test_add_func ("/sim/state/header-and-seal", test_header_and_seal);
  g_test_add_func ("/sim/state/other-battle", test_other_battle);
  g_test_add_func ("/sim/state/beyond-the-edge", test_beyond_the_edge);
  g_test_add_func ("/sim/state/wall-in-the-air", test_wall_in_the_air);
  return g_test_run ();
}
