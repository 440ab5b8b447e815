/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same battle to the last bit, whatever compiled it: no GLib here, so that this file and all of
 * sim can be built by another compiler and at other levels of optimisation.
 *
 * When a rule changes on purpose, so do these hashes: run the test, look at what it prints, and say
 * in the commit why they moved.  */
#include "sim-builder.h"

#include <inttypes.h>
#include <stdio.h>

static const struct {
  uint64_t seed;
  uint64_t at_60_s, at_600_s;
} golden[] = {
#include "golden-hashes.h"
};

int
main (void)
{
  int failed = 0;

  for (size_t i = 0; i < sizeof golden / sizeof *golden; i++) {
    Build build;
    SimWorld *world;
    uint64_t early, late;

    build_melee (&build);
    world = build_world (&build, golden[i].seed);
    build_run (world, 60);
    early = sim_world_hash (world);
    build_run (world, 540);
    late = sim_world_hash (world);
    printf ("  {%" PRIu64 ", 0x%016" PRIx64 "u, 0x%016" PRIx64 "u},\n", golden[i].seed, early, late);
    failed |= early != golden[i].at_60_s || late != golden[i].at_600_s;
    sim_world_free (world);
  }
  if (failed)
    printf ("these differ from tests/sim/golden-hashes.h\n");
  return failed;
}
