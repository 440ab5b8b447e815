/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim-builder.h"

#include <stdio.h>
#include <string.h>

static void
add_weapon (SimRules *rules, const char *id, float range, float reload, float penetration,
            float damage)
{
  SimWeapon weapon = sim_weapon_default ();

  snprintf (weapon.id, sizeof weapon.id, "%s", id);
  weapon.range_m = range;
  weapon.reload_s = reload;
  weapon.penetration_mm = penetration;
  weapon.penetration_loss_mm_per_km = penetration / 3;
  weapon.damage = damage;
  rules->weapons[rules->n_weapons++] = weapon;
}

static SimUnitType *
add_type (SimRules *rules, const char *id, SimRole role, SimSide side, float value)
{
  SimUnitType *type = &rules->types[rules->n_types++];

  *type = sim_unit_type_default ();
  snprintf (type->id, sizeof type->id, "%s", id);
  type->role = (uint8_t) role;
  type->side = (uint8_t) side;
  type->value = value;
  return type;
}

static void
arm (SimUnitType *type, float front, float side, uint8_t weapon)
{
  type->armour_front_mm = front;
  type->armour_side_mm = type->armour_rear_mm = type->armour_top_mm = side;
  type->weapons[type->n_weapons++] = weapon;
}

/* Those that fire over the hill, go off by themselves or cut.  */
static void
add_special_weapons (SimRules *rules)
{
  SimWeapon *weapon = rules->weapons;

  add_weapon (rules, "blade", 12, 2, 900, 400);
  weapon[BUILD_BLADE].melee = 1;
  weapon[BUILD_BLADE].ammunition_use = 0;
  add_weapon (rules, "field-gun", 15000, 4, 60, 300);
  weapon[BUILD_FIELD_GUN].indirect = 1;
  weapon[BUILD_FIELD_GUN].velocity_mps = 400;
  weapon[BUILD_FIELD_GUN].spread_m = 40;
  weapon[BUILD_FIELD_GUN].ranging_error_m = 100;
  weapon[BUILD_FIELD_GUN].blast_m = 35;
  weapon[BUILD_FIELD_GUN].splinters_mm = 60;
  weapon[BUILD_FIELD_GUN].suppression = 30;
  add_weapon (rules, "missiles", 3000, 10, 60, 260);
  weapon[BUILD_MISSILES].indirect = 1;
  weapon[BUILD_MISSILES].velocity_mps = 250;
  weapon[BUILD_MISSILES].burst = 8;
  weapon[BUILD_MISSILES].rounds = 2;
  weapon[BUILD_MISSILES].spread_m = 30;
  weapon[BUILD_MISSILES].blast_m = 20;
  weapon[BUILD_MISSILES].splinters_mm = 30;
  weapon[BUILD_MISSILES].swarm_cut = 0.4f;
  add_weapon (rules, "charge", 300, 1, 60, 320);
  weapon[BUILD_CHARGE].trigger_m = 7;
  weapon[BUILD_CHARGE].blast_m = 10;
  weapon[BUILD_CHARGE].splinters_mm = 30;
  add_weapon (rules, "wall-gun", 40000, 60, 80, 400);
  weapon[BUILD_WALL_GUN].wall = weapon[BUILD_WALL_GUN].indirect = 1;
  weapon[BUILD_WALL_GUN].spread_m = 30;
  weapon[BUILD_WALL_GUN].blast_m = 45;
  weapon[BUILD_WALL_GUN].splinters_mm = 60;
}

static void
add_loadout (SimRules *rules, const char *id, uint8_t second)
{
  SimLoadout *loadout = &rules->loadouts[rules->n_loadouts++];

  *loadout = sim_loadout_default ();
  snprintf (loadout->id, sizeof loadout->id, "%s", id);
  loadout->weapons[loadout->n_weapons++] = BUILD_CANNON;
  loadout->weapons[loadout->n_weapons++] = second;
}

static void
add_types (SimRules *rules)
{
  SimUnitType *type = add_type (rules, "walker", SIM_ROLE_WALKER, SIM_SIDE_REPUBLIC, 5);

  arm (type, 20, 20, 0);
  type->feel_m = 600;
  type->climb_mps = 1.5f;
  arm (add_type (rules, "scout", SIM_ROLE_SCOUT, SIM_SIDE_LEGION, 1), 10, 8, 1);
  arm (add_type (rules, "dragoon", SIM_ROLE_DRAGOON, SIM_SIDE_LEGION, 2), 15, 10, 1);
  type = add_type (rules, "tank", SIM_ROLE_TANK, SIM_SIDE_LEGION, 4);
  arm (type, 500, 60, 2);
  type->size = 1.6f;
  type->weight_t = 50;
  type = add_type (rules, "jammer", SIM_ROLE_JAMMER, SIM_SIDE_LEGION, 1);
  type->jam_core_m = 2000;
  type->jam_fringe_m = 5000;
  type->height_m = 300;
  type->field_speed_mps = 5;
  type = add_type (rules, "ambusher", SIM_ROLE_AMBUSHER, SIM_SIDE_LEGION, 3);
  arm (type, 300, 60, 2);
  type = add_type (rules, "control", SIM_ROLE_CONTROL, SIM_SIDE_LEGION, 2);
  type->height_m = 800;
  type = add_type (rules, "recoverer", SIM_ROLE_RECOVERER, SIM_SIDE_LEGION, 1);
  type->field_speed_mps = 9;
  arm (add_type (rules, "howitzer", SIM_ROLE_GUN, SIM_SIDE_LEGION, 4), 40, 30, BUILD_FIELD_GUN);
  arm (add_type (rules, "mine", SIM_ROLE_MINE, SIM_SIDE_LEGION, 0.3f), 4, 4, BUILD_CHARGE);
  rules->types[BUILD_WALKER].spots = rules->types[BUILD_SCOUT].spots = 1;
  type = add_type (rules, "scavenger", SIM_ROLE_SUPPLY, SIM_SIDE_REPUBLIC, 1);
  type->ammunition = 8;
  type->armour_front_mm = type->armour_side_mm = type->armour_rear_mm = type->armour_top_mm = 5;
}

void
build_init (Build *build)
{
  memset (build, 0, sizeof *build);
  build->rules = sim_rules_default ();
  build->rules.fire_wreck = 0;
  build->rules.talk_idle_s = 3600; /* nobody chats */
  add_weapon (&build->rules, "cannon", 1500, 4, 120, 160);
  build->rules.weapons[0].ammunition_use = 1;
  add_weapon (&build->rules, "machine-gun", 800, 1, 12, 20);
  build->rules.weapons[1].burst = 6;
  build->rules.weapons[1].ammunition_use = 0;
  add_weapon (&build->rules, "tank-gun", 2200, 8, 400, 255);
  build->rules.weapons[2].ammunition_use = 0;
  add_special_weapons (&build->rules);
  add_types (&build->rules);
  add_loadout (&build->rules, "blade", BUILD_BLADE);
  add_loadout (&build->rules, "missiles", BUILD_MISSILES);
  build->def = sim_world_def_default ();
  build->def.terrain.width_m = 8000;
  build->def.terrain.height_m = 6000;
  build->def.terrain.relief_m = 0;
  build->def.terrain.woods = 0;
  build->def.base = base_vec (500, 500);
}

size_t
build_own (Build *build, unsigned platoon, float x, float y, float heading_deg)
{
  bool first = true;

  for (size_t i = 0; i < build->n_squadron; i++)
    first &= build->squadron[i].platoon != platoon;
  build->squadron[build->n_squadron] = (SimUnitDef){
    .type = BUILD_WALKER,
    .platoon = (uint8_t) platoon,
    .leader = first,
    .captain = build->n_squadron == 0,
    .position = base_vec (x, y),
    .heading_deg = heading_deg,
    .gunnery = 0.6f,
    .driving = 0.6f,
    .awareness = 0.6f,
    .trust = 65,
  };
  return build->n_squadron++;
}

size_t
build_scavenger (Build *build, float x, float y, float learned)
{
  build->squadron[build->n_squadron] = (SimUnitDef){
    .type = BUILD_SUPPLY,
    .platoon = SIM_SUPPLY_PLATOON,
    .position = base_vec (x, y),
    .driving = learned,
  };
  return build->n_squadron++;
}

size_t
build_group (Build *build, SimTask task, unsigned type, unsigned count, float x, float y,
             float to_x, float to_y)
{
  build->groups[build->n_groups] = (SimGroupDef){
    .task = (uint8_t) task,
    .types = {(SimTypeIndex) type},
    .counts = {(uint16_t) count},
    .position = base_vec (x, y),
    .spread_m = 150,
    .n_route = 1,
    .route = {base_vec (to_x, to_y)},
  };
  return build->n_groups++;
}

static void
set_armour (SimUnitType *type, float front, float side, float rear, float top)
{
  type->armour_front_mm = front;
  type->armour_side_mm = side;
  type->armour_rear_mm = rear;
  type->armour_top_mm = top;
}

static void
set_speed (SimUnitType *type, float road, float field, float acceleration, float turn)
{
  type->road_speed_mps = road;
  type->field_speed_mps = field;
  type->acceleration_mps2 = acceleration;
  type->turn_dps = turn;
}

static uint8_t
add_gun (SimRules *rules, const char *id, float range, float reload, float penetration,
         float damage, float dispersion)
{
  add_weapon (rules, id, range, reload, penetration, damage);
  rules->weapons[rules->n_weapons - 1].dispersion_mrad = dispersion;
  return (uint8_t) (rules->n_weapons - 1);
}

static void
earnest_guns (SimRules *rules)
{
  uint8_t cannon = add_gun (rules, "cannon-57", 1800, 5, 110, 150, 1.2f);
  uint8_t light = add_gun (rules, "machine-gun-7", 800, 2, 9, 6, 3.5f);
  uint8_t rockets = add_gun (rules, "rockets-76", 1800, 20, 170, 110, 7);
  uint8_t blade = add_gun (rules, "blade", 14, 2.5f, 300, 255, 0);
  uint8_t heavy = add_gun (rules, "cannon-120", 3000, 9, 450, 255, 2.4f);

  rules->weapons[light].burst = 10;
  rules->weapons[light].ammunition_use = 0;
  rules->weapons[rockets].burst = 6;
  rules->weapons[rockets].ammunition_use = 6;
  rules->weapons[rockets].penetration_loss_mm_per_km = 0;
  rules->weapons[rockets].minimum_range_m = 80;
  rules->weapons[blade].melee = 1;
  rules->weapons[blade].ammunition_use = 0;
  rules->types[BUILD_WALKER].weapons[0] = cannon;
  rules->types[BUILD_SCOUT].weapons[0] = light;
  rules->types[BUILD_DRAGOON].weapons[0] = rockets;
  rules->types[BUILD_DRAGOON].weapons[1] = blade;
  rules->types[BUILD_DRAGOON].n_weapons = 2;
  rules->types[BUILD_TANK].weapons[0] = rules->types[BUILD_AMBUSHER].weapons[0] = heavy;
}

void
build_earnest (Build *build)
{
  SimUnitType *types = build->rules.types;

  earnest_guns (&build->rules);
  set_armour (&types[BUILD_WALKER], 12, 10, 9, 8);
  set_speed (&types[BUILD_WALKER], 25, 15, 4, 90);
  set_armour (&types[BUILD_SCOUT], 14, 10, 8, 8);
  set_speed (&types[BUILD_SCOUT], 25, 18, 5, 120);
  types[BUILD_SCOUT].sight_m = 3500;
  types[BUILD_SCOUT].ammunition = 400;
  set_armour (&types[BUILD_DRAGOON], 35, 20, 16, 14);
  set_speed (&types[BUILD_DRAGOON], 33, 22, 7, 150);
  types[BUILD_DRAGOON].sight_m = 2200;
  types[BUILD_DRAGOON].size = 1.4f;
  types[BUILD_DRAGOON].agility = 0.4f;
  types[BUILD_DRAGOON].ammunition = 24;
  set_armour (&types[BUILD_TANK], 420, 95, 70, 50);
  set_speed (&types[BUILD_TANK], 22, 14, 2, 40);
  types[BUILD_TANK].sight_m = 1700;
  types[BUILD_TANK].size = 2.4f;
  set_armour (&types[BUILD_AMBUSHER], 260, 80, 60, 45);
  set_speed (&types[BUILD_AMBUSHER], 14, 10, 1.5f, 50);
  types[BUILD_AMBUSHER].sight_m = 1500;
  types[BUILD_AMBUSHER].size = 1.6f;
}

SimGroupDef *
build_part (Build *build, size_t group, SimPattern pattern, SimPatternPart part)
{
  build->groups[group].pattern = (uint8_t) (pattern + 1);
  build->groups[group].part = (uint8_t) part;
  return &build->groups[group];
}

void
build_hold (Build *build, float x, float y, float radius_m, float seconds)
{
  build->objectives[build->n_objectives++] = (SimObjectiveDef){
    .kind = SIM_OBJECTIVE_HOLD_AREA,
    .position = base_vec (x, y),
    .radius_m = radius_m,
    .seconds = seconds,
    .weight = 1,
  };
}

SimWorld *
build_world (Build *build, uint64_t seed)
{
  build->def.rules = &build->rules;
  build->def.squadron = build->squadron;
  build->def.n_squadron = build->n_squadron;
  build->def.groups = build->groups;
  build->def.n_groups = build->n_groups;
  build->def.objectives = build->objectives;
  build->def.n_objectives = build->n_objectives;
  build->def.events = build->events;
  build->def.n_events = build->n_events;
  build->def.seed = seed;
  return sim_world_new (&build->def);
}

void
build_melee (Build *build)
{
  static const BaseVec river[] = {{4200, 0}, {4400, 2500}, {4100, 6000}};
  static const BaseVec bridge[] = {{4380, 2400}};

  build_init (build);
  build->def.terrain.relief_m = 90;
  build->def.terrain.woods = 0.25f;
  build->features[0] = (SimFeature){
    .kind = SIM_FEATURE_RIVER, .n_points = 3, .points = river, .radius_m = 30};
  build->features[1] = (SimFeature){
    .kind = SIM_FEATURE_BRIDGE, .n_points = 1, .points = bridge, .radius_m = 60};
  build->def.terrain.features = build->features;
  build->def.terrain.n_features = 2;
  for (unsigned i = 0; i < 8; i++)
    build_own (build, i / 4, 3300 + 80.0f * (float) (i % 4), 2200 + 400.0f * (float) (i / 4), 90);
  build_group (build, SIM_TASK_SCOUT, BUILD_SCOUT, 5, 6500, 2500, 3000, 2400);
  build_group (build, SIM_TASK_ATTACK, BUILD_DRAGOON, 10, 7200, 2300, 3000, 2400);
  build_group (build, SIM_TASK_ATTACK, BUILD_TANK, 4, 7400, 2700, 3200, 2500);
  build_group (build, SIM_TASK_JAM, BUILD_JAMMER, 1, 6000, 4000, 3500, 2500);
  build_hold (build, 3400, 2400, 800, 600);
}

static SimCommand
order (uint32_t id, SimVerb verb, SimAddressee to, float x, float y)
{
  SimCommand command = {
    .id = id,
    .verb = (uint8_t) verb,
    .n_addressees = 1,
    .facing_deg = -1,
  };

  command.addressees[0] = to;
  if (x > 0)
    command.target = (SimTarget){
      .kind = SIM_TARGET_POSITION, .position = base_vec (x, y), .precise_m = 167};
  return command;
}

SimCommand
build_order_unit (uint32_t id, SimVerb verb, uint32_t unit, float x, float y)
{
  return order (id, verb, (SimAddressee){SIM_ADDRESSEE_UNIT, unit}, x, y);
}

SimCommand
build_order_platoon (uint32_t id, SimVerb verb, uint32_t platoon, float x, float y)
{
  return order (id, verb, (SimAddressee){SIM_ADDRESSEE_PLATOON, platoon}, x, y);
}

static SimCommand
order_about (uint32_t id, SimVerb verb, SimAddressee to, SimTargetKind kind, uint32_t number)
{
  SimCommand command = order (id, verb, to, 0, 0);

  command.target.kind = (uint8_t) kind;
  command.target.number = number;
  return command;
}

SimCommand
build_order_supply (uint32_t id, SimVerb verb, SimTargetKind kind, uint32_t number)
{
  return order_about (id, verb, (SimAddressee){SIM_ADDRESSEE_PLATOON, SIM_SUPPLY_PLATOON}, kind,
                      number);
}

SimCommand
build_order_about (uint32_t id, SimVerb verb, uint32_t unit, SimTargetKind kind, uint32_t number)
{
  return order_about (id, verb, (SimAddressee){SIM_ADDRESSEE_UNIT, unit}, kind, number);
}

void
build_run (SimWorld *world, double seconds)
{
  for (SimTick i = 0; i < SIM_SECONDS (seconds) && !sim_world_is_finished (world); i++)
    sim_world_step (world);
}

bool
build_wait_message (SimWorld *world, SimMessageKind kind, double seconds, SimMessage *message)
{
  for (SimTick i = 0; i < SIM_SECONDS (seconds) && !sim_world_is_finished (world); i++) {
    const SimMessage *messages;
    size_t n;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++)
      if (messages[k].kind == kind) {
        *message = messages[k];
        return true;
      }
  }
  return false;
}

bool
build_wait_order (SimWorld *world, uint32_t id, SimOrderState state, double seconds,
                  SimMessage *message)
{
  SimTick end = sim_world_tick (world) + SIM_SECONDS (seconds);

  while (sim_world_tick (world) < end && !sim_world_is_finished (world)) {
    const SimMessage *messages;
    size_t n;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++)
      if (messages[k].kind == SIM_MESSAGE_ORDER && messages[k].order.order == id &&
          messages[k].order.state == state) {
        *message = messages[k];
        return true;
      }
  }
  return false;
}
