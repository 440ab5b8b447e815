/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is near, against looking at everybody.  */
#include "base/base-random.h"
#include "sim/sim-grid.h"

#include <glib.h>

#define N 700

typedef struct {
  float x[N], y[N];
  uint8_t side[N], present[N], alive[N];
} Crowd;

/* Some on the edges of cells, some in the same place, some dead, some on the map's edge.  */
static void
scatter (Crowd *crowd, BaseRandom *random, float size, float spread)
{
  for (int i = 0; i < N; i++) {
    float middle = base_random_range (random, 0, size);

    crowd->x[i] = CLAMP (middle + base_random_range (random, -spread, spread), 1, size - 1);
    crowd->y[i] = CLAMP (middle + base_random_range (random, -spread, spread), 1, size - 1);
    if (i % 7 == 0)
      crowd->x[i] = SIM_GRID_CELL_M * (float) base_random_below (random, (uint32_t) (size / 500));
    if (i % 11 == 0 && i > 0) {
      crowd->x[i] = crowd->x[i - 1];
      crowd->y[i] = crowd->y[i - 1];
    }
    crowd->side[i] = i % 3 == 0;
    crowd->present[i] = i % 13 != 0;
    crowd->alive[i] = i % 17 != 0;
  }
}

static int
nearest_of_all (const Crowd *crowd, int side, BaseVec at, float within, SimNear *nearest)
{
  int n = 0;

  for (uint32_t i = 0; i < N; i++) {
    BaseVec d = base_vec_sub (base_vec (crowd->x[i], crowd->y[i]), at);
    float square = d.x * d.x + d.y * d.y;
    int place;

    if (crowd->side[i] != side || !crowd->present[i] || !crowd->alive[i] ||
        square >= within * within)
      continue;
    for (place = n; place > 0 && nearest[place - 1].distance > square; place--)
      if (place < SIM_GRID_NEAREST)
        nearest[place] = nearest[place - 1];
    if (place < SIM_GRID_NEAREST)
      nearest[place] = (SimNear) {i, square};
    n = MIN (n + 1, SIM_GRID_NEAREST);
  }
  for (int i = 0; i < n; i++)
    nearest[i].distance = __builtin_sqrtf (nearest[i].distance);
  return n;
}

static void
make_grid (SimGrid *grid, const Crowd *crowd)
{
  sim_grid_rebuild (grid, &(SimGridUnits){crowd->x, crowd->y, crowd->side, crowd->present,
                                          crowd->alive, N});
}

static void
check_found (const SimNear *found, const SimNear *expected, int n)
{
  for (int i = 0; i < n; i++) {
    g_assert_cmpuint (found[i].unit, ==, expected[i].unit);
    g_assert_cmpfloat (found[i].distance, ==, expected[i].distance);
  }
}

static void
check_crowd (const SimGrid *grid, const Crowd *crowd, BaseVec at, float within)
{
  for (int side = 0; side < 2; side++) {
    SimNear expected[SIM_GRID_NEAREST], found[SIM_GRID_NEAREST];
    int n = nearest_of_all (crowd, side, at, within, expected);

    g_assert_cmpint (sim_grid_nearest (grid, side, at, within, found), ==, n);
    check_found (found, expected, n);
  }
}

/* Small and large maps, dense and thin crowds, one grid used again and again.  */
static void
test_nearest (void)
{
  static const float sizes[] = {2000, 9000, 40000}, spreads[] = {60, 900, 20000};
  static const float reaches[] = {100, 1200, 5000, 60000};
  g_autofree Crowd *crowd = g_new0 (Crowd, 1);
  BaseRandom random;

  base_random_init (&random, 1, 1);
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++) {
    SimGrid grid;

    sim_grid_init (&grid, sizes[s], sizes[s], N);
    for (guint k = 0; k < G_N_ELEMENTS (spreads); k++) {
      scatter (crowd, &random, sizes[s], spreads[k]);
      make_grid (&grid, crowd);
      for (int i = 0; i < 200; i++)
        check_crowd (&grid, crowd, base_vec (crowd->x[i], crowd->y[i]),
                     reaches[base_random_below (&random, G_N_ELEMENTS (reaches))]);
      for (int i = 0; i < 200; i++)
        check_crowd (&grid, crowd, base_vec (base_random_range (&random, 0, sizes[s]),
                                             base_random_range (&random, 0, sizes[s])),
                     reaches[base_random_below (&random, G_N_ELEMENTS (reaches))]);
    }
    sim_grid_clear (&grid);
  }
}

/* ---- Again and again ------------------------------------------------------------------------- */

/* Everybody goes on at his own pace, some stand, one in a while is carried off somewhere else; some
 * fall, some leave, some come.  */
static void
go_on (Crowd *crowd, BaseRandom *random, float size, float pace)
{
  for (int i = 0; i < N; i++) {
    float step = i % 3 == 0 ? 0 : pace * (float) (i % 10);

    crowd->x[i] = CLAMP (crowd->x[i] + step * base_random_normal (random), 1, size - 1);
    crowd->y[i] = CLAMP (crowd->y[i] + step * base_random_normal (random), 1, size - 1);
    crowd->alive[i] &= !base_random_chance (random, 0.0005f);
    crowd->present[i] &= !base_random_chance (random, 0.0002f);
    if (base_random_chance (random, 0.00002f))
      crowd->present[i] = crowd->alive[i] = 1;
    if (base_random_chance (random, 0.00002f))
      crowd->x[i] = base_random_range (random, 1, size - 1);
  }
}

/* Who remembers finds whom he finds who looks at everybody, each time; and mostly he need not look.  */
static void
check_watches (Crowd *crowd, BaseRandom *random, float size, float pace)
{
  g_autofree SimWatch *watches = g_new0 (SimWatch, N);
  SimGrid grid;
  int looks = 0, kept = 0;

  sim_grid_init (&grid, size, size, N);
  for (int turn = 0; turn < 300; turn++) {
    go_on (crowd, random, size, pace);
    make_grid (&grid, crowd);
    for (int i = turn % 5; i < N; i += 5) {
      BaseVec at = base_vec (crowd->x[i], crowd->y[i]);
      SimNear expected[SIM_GRID_NEAREST], found[SIM_GRID_NEAREST];
      float within = base_random_below (random, 8) == 0 ? 700 : 5000;
      int side = !crowd->side[i], n = nearest_of_all (crowd, side, at, within, expected);
      BaseVec before = watches[i].at;

      g_assert_cmpint (sim_grid_nearest_again (&grid, side, at, within, &watches[i], found), ==, n);
      check_found (found, expected, n);
      kept += watches[i].at.x == before.x && watches[i].at.y == before.y &&
              (before.x != at.x || before.y != at.y);
      looks += i % 3 != 0;
    }
  }
  g_assert_cmpint (kept, >, looks / (pace < 1 ? 2 : 50));
  sim_grid_clear (&grid);
}

static void
test_again (void)
{
  static const float sizes[] = {3000, 12000}, paces[] = {0.2f, 20};
  g_autofree Crowd *crowd = g_new0 (Crowd, 1);
  BaseRandom random;

  base_random_init (&random, 1, 3);
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint p = 0; p < G_N_ELEMENTS (paces); p++) {
      scatter (crowd, &random, sizes[s], sizes[s]);
      check_watches (crowd, &random, sizes[s], paces[p]);
    }
}

static void
test_nobody (void)
{
  g_autofree Crowd *crowd = g_new0 (Crowd, 1);
  SimNear nearest[SIM_GRID_NEAREST];
  SimGrid grid;

  sim_grid_init (&grid, 40000, 40000, N);
  g_assert_cmpint (sim_grid_nearest (&grid, 0, base_vec (1, 1), 1e6f, nearest), ==, 0);
  make_grid (&grid, crowd);
  g_assert_cmpint (sim_grid_nearest (&grid, 0, base_vec (1, 1), 1e6f, nearest), ==, 0);
  crowd->present[3] = crowd->alive[3] = 1;
  crowd->x[3] = crowd->y[3] = 39999;
  make_grid (&grid, crowd);
  g_assert_cmpint (sim_grid_nearest (&grid, 0, base_vec (1, 1), 1e6f, nearest), ==, 1);
  g_assert_cmpuint (nearest[0].unit, ==, 3);
  g_assert_cmpint (sim_grid_nearest (&grid, 1, base_vec (1, 1), 1e6f, nearest), ==, 0);
  sim_grid_clear (&grid);
}

/* A walk visits everyone within its radius once.  */
static void
test_walk (void)
{
  g_autofree Crowd *crowd = g_new0 (Crowd, 1);
  BaseRandom random;
  SimGrid grid;

  base_random_init (&random, 1, 2);
  scatter (crowd, &random, 9000, 3000);
  sim_grid_init (&grid, 9000, 9000, N);
  make_grid (&grid, crowd);
  for (int i = 0; i < N; i++) {
    BaseVec at = base_vec (crowd->x[i], crowd->y[i]);
    SimGridWalk walk = sim_grid_walk (&grid, 1, at, 700);
    uint8_t visits[N] = {0};
    uint32_t first, end;

    while (sim_grid_next (&walk, &first, &end))
      for (uint32_t k = first; k < end; k++) {
        uint32_t unit = grid.units[1][k];

        g_assert_cmpfloat (grid.x[1][k], ==, crowd->x[unit]);
        g_assert_cmpfloat (grid.y[1][k], ==, crowd->y[unit]);
        visits[unit]++;
      }
    for (int other = 0; other < N; other++) {
      bool counts = crowd->side[other] == 1 && crowd->present[other] && crowd->alive[other];

      g_assert_cmpuint (visits[other], <=, counts);
      if (counts && base_vec_distance (at, base_vec (crowd->x[other], crowd->y[other])) < 700)
        g_assert_cmpuint (visits[other], ==, 1);
    }
  }
  sim_grid_clear (&grid);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/grid/nearest", test_nearest);
  g_test_add_func ("/sim/grid/again", test_again);
  g_test_add_func ("/sim/grid/nobody", test_nobody);
  g_test_add_func ("/sim/grid/walk", test_walk);
  return g_test_run ();
}
