/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Definitions: everything a battle is made from.  `scenario` fills them from files, tests by hand.
 *
 * Each definition is made with its `_default()` function, which sets every field to a usable
 * value and a cookie that sim_world_new() checks.  Strings and arrays are borrowed: they must
 * live until sim_world_new() has returned (it copies what it keeps).  Numbers are start values
 * of the design, kept in data/rules and tuned by sweeps; the ranges are checked by the reader.  */
#pragma once

#include "sim/sim-types.h"

#include <stddef.h>

#define SIM_MAX_TYPES 16
#define SIM_MAX_WEAPONS 32
#define SIM_MAX_TYPE_WEAPONS 3
#define SIM_MAX_LOADOUTS 8
#define SIM_MAX_OBJECTIVES 8
#define SIM_MAX_GROUPS 64
#define SIM_MAX_EVENTS 64
#define SIM_MAX_ROUTE 8
#define SIM_MAX_UNITS 200000
#define SIM_MAX_MINEFIELDS 32
#define SIM_ID_LENGTH 32

/* ---- Rules --------------------------------------------------------------------------------- */

/* What a type is for; doctrine goes by this, never by name.  */
#define SIM_ROLE_LIST(X)                                                                          \
  X (WALKER, "walker", 'W')   /* own fighting machine */                                          \
  X (SCOUT, "scout", 'A')                                                                         \
  X (DRAGOON, "dragoon", 'G')                                                                     \
  X (TANK, "tank", 'L')                                                                           \
  X (JAMMER, "jammer", 'J')   /* a swarm in the air, takes no part in the fight */                \
  /* Of the Legion.  */                                                                           \
  X (GUN, "gun", 'S')             /* fires from far behind at what others see */                  \
  X (AMBUSHER, "ambusher", 'T')   /* lies dormant until somebody is near */                       \
  X (ANTI_AIR, "anti-air", 'P')                                                                   \
  X (CONTROL, "control", 'R')     /* flies high: sightings are shared sooner while it is there */ \
  X (RECOVERER, "recoverer", 'C') /* takes wrecks and bodies after the fight */                   \
  X (MINE, "mine", 'M')           /* goes to what is near and goes off */                         \
  X (SUPPLY, "supply", 'V')       /* ours, unarmed: carries loads, fetches people and wrecks */

typedef enum {
#define X(constant, name, letter) SIM_ROLE_##constant,
  SIM_ROLE_LIST (X)
#undef X
  SIM_N_ROLES
} SimRole;

/* In the air: no ground holds it up, no gun of ours reaches it.  */
static inline bool
sim_role_flies (unsigned role)
{
  return role == SIM_ROLE_JAMMER || role == SIM_ROLE_CONTROL;
}

typedef enum {
  SIM_SIDE_REPUBLIC,
  SIM_SIDE_LEGION,
} SimSide;

#define SIM_FACING_LIST(X)                                                                        \
  X (FRONT, "front")                                                                              \
  X (SIDE, "side")                                                                                \
  X (REAR, "rear")                                                                                \
  X (TOP, "top")

typedef enum {
#define X(constant, name) SIM_FACING_##constant,
  SIM_FACING_LIST (X)
#undef X
  SIM_N_FACINGS
} SimFacing;

/* Numbers of a weapon: field, unit in the name, default, least, most, meaning.  The struct, the
 * JSON reader, the schema and the tests are made from this list.  */
#define SIM_WEAPON_NUMBER_LIST(X)                                                                 \
  X (range_m, 1500, 1, 40000, "farthest aimed shot")                                              \
  X (minimum_range_m, 0, 0, 10000, "nothing nearer can be hit")                                   \
  X (dispersion_mrad, 1.5, 0, 100, "one standard deviation at rest, milliradians")                \
  X (reload_s, 6, 0.1, 600, "between shots or bursts")                                            \
  X (velocity_mps, 900, 1, 3000, "of the shot; gives the flight time")                            \
  X (penetration_mm, 120, 0, 2000, "of steel at the muzzle")                                      \
  X (penetration_loss_mm_per_km, 30, 0, 2000, "lost with range")                                  \
  X (damage, 120, 0, 1000, "to the part struck, of 255")                                          \
  X (burst, 1, 1, 64, "rounds in one shot or burst, each may hit")                                \
  X (blast_m, 0, 0, 300, "radius that is harmed and suppressed")                                  \
  X (suppression, 10, 0, 100, "added to those aimed at")                                          \
  X (ammunition_use, 1, 0, 64, "rounds of the carrier's store a shot; 0 = endless")               \
  X (top_attack, 0, 0, 1, "1: strikes the top")                                                   \
  X (melee, 0, 0, 1, "1: a blade, never misses within range")                                     \
  /* Added with flight, splinters and guns behind the hill.  */                                   \
  X (rounds, 0, 0, 10000, "carried for it when it is not the main gun; 0 = endless")              \
  X (splinters_mm, 0, 0, 500, "pierced by splinters where it bursts, none at blast_m")            \
  X (indirect, 0, 0, 1, "1: fires over the hill at what another one of its side sees")            \
  X (spread_m, 0, 0, 2000, "one standard deviation of the fall of an indirect round")             \
  X (ranging_error_m, 0, 0, 2000, "the same of the point aimed at, before it is corrected")       \
  X (swarm_cut, 0, 0, 1, "taken from a jammer's strength by a burst in its core")                 \
  X (trigger_m, 0, 0, 100, "a mine goes off when an enemy is so near; 0: no mine")                \
  X (wall, 0, 0, 1, "1: of the interception guns on the wall, carried by no machine")

typedef struct {
  char id[SIM_ID_LENGTH];
#define X(field, value, low, high, what) float field;
  SIM_WEAPON_NUMBER_LIST (X)
#undef X
} SimWeapon;

/* Numbers of a unit type, as above.  */
#define SIM_TYPE_NUMBER_LIST(X)                                                                   \
  X (road_speed_mps, 22, 0, 60, "on a road, normal posture")                                      \
  X (field_speed_mps, 14, 0, 60, "on open ground, normal posture")                                \
  X (acceleration_mps2, 3, 0.1, 30, "")                                                           \
  X (turn_dps, 60, 1, 720, "hull turn, degrees a second")                                         \
  X (sight_m, 2500, 0, 20000, "farthest a big, moving, open target is made out by day")           \
  X (feel_m, 0, 0, 3000, "vibration sense on open ground")                                        \
  X (height_m, 2, 0, 1000, "of eyes above the ground; big for what flies")                        \
  X (size, 1, 0.05, 20, "signature: 1 = a Juggernaut in the open")                                \
  X (agility, 0.2, 0, 0.9, "share of aimed shots spoilt by moving")                               \
  X (armour_front_mm, 20, 0, 2000, "")                                                            \
  X (armour_side_mm, 20, 0, 2000, "")                                                             \
  X (armour_rear_mm, 20, 0, 2000, "")                                                             \
  X (armour_top_mm, 20, 0, 2000, "")                                                              \
  X (ammunition, 40, 0, 10000, "rounds carried; loads of a supply machine")                       \
  X (energy_s, 4500, 1, 100000, "seconds of fighting on one pack")                                \
  X (value, 5, 0, 1000, "for odds")                                                               \
  X (jam_core_m, 0, 0, 20000, "radius in which telemetry dies")                                   \
  X (jam_fringe_m, 0, 0, 40000, "radius at which jamming ends")                                   \
  /* Ground.  */                                                                                  \
  X (weight_t, 10, 0.1, 1000, "tonnes: how it fares in marsh; from 30 it counts as heavy")        \
  X (climb_mps, 0, 0, 20, "up walls and cliffs with wire anchors; 0: it goes round")              \
  /* Added with the weapons.  */                                                                  \
  X (weak_spots, 0, 0, 1, "share of hits on the front that find no more than the side's armour")  \
  X (spots, 0, 0, 1, "1: passes what it senses to guns that can not see")                         \
  X (wear_per_km, 0, 0, 255, "of the 255 of its legs, for a fast kilometre over open ground")

typedef struct {
  char id[SIM_ID_LENGTH];
  uint8_t role; /* SimRole */
  uint8_t side; /* SimSide */
  uint8_t n_weapons;
  uint8_t weapons[SIM_MAX_TYPE_WEAPONS]; /* indices into the rules' weapons, main gun first */
#define X(field, value, low, high, what) float field;
  SIM_TYPE_NUMBER_LIST (X)
#undef X
} SimUnitType;

/* What a machine carries instead of its type's weapons, by the id that a roster names.  Numbers as
 * above.  */
#define SIM_LOADOUT_NUMBER_LIST(X)                                                                \
  X (ammunition, 40, 0, 10000, "rounds for the main gun")                                         \
  X (agility, 0, 0, 0.9, "added to the type's")                                                   \
  X (fight_m, 420, 1, 5000, "distance at which its pilot wants to take a tank from behind")

typedef struct {
  char id[SIM_ID_LENGTH];
  uint8_t n_weapons;
  uint8_t weapons[SIM_MAX_TYPE_WEAPONS]; /* indices into the rules' weapons, main gun first */
#define X(field, value, low, high, what) float field;
  SIM_LOADOUT_NUMBER_LIST (X)
#undef X
} SimLoadout;

/* Numbers of the battle as a whole: field, default, least, most, meaning.  The air_* are seconds
 * on the air of one transmission, the same in every language: the mean words of the table "Air time" of
 * the play design at its words a second, without the gap, which follows each.  */
#define SIM_RULE_NUMBER_LIST(X)                                                                   \
  X (air_emergency_s, 2.2, 0.2, 60, "hit, down, under fire")                                      \
  X (air_contact_s, 4.6, 0.2, 60, "first word of an enemy")                                       \
  X (air_update_s, 2.7, 0.2, 60, "news of a known enemy")                                         \
  X (air_order_s, 3.8, 0.2, 60, "an order of one target; more for each further word")             \
  X (air_order_word_s, 0.4, 0, 10, "each via, modifier or further addressee")                     \
  X (air_read_back_s, 2.2, 0.2, 60, "")                                                           \
  X (air_status_s, 4, 0.2, 60, "")                                                                \
  X (air_talk_s, 5, 0.2, 60, "")                                                                  \
  X (air_gap_s, 0.6, 0, 10, "silence between two speakers")                                       \
  X (finish_s, 4, 0, 60, "an order with less than this to go is finished before an emergency")    \
  X (expire_emergency_s, 20, 1, 600, "an unsaid report is dropped after this")                    \
  X (expire_contact_s, 25, 1, 600, "")                                                            \
  X (expire_status_s, 30, 1, 600, "")                                                             \
  X (expire_talk_s, 15, 1, 600, "")                                                               \
  X (repeat_emergency_s, 15, 0, 600, "the same subject is not said again sooner")                 \
  X (repeat_talk_s, 90, 0, 600, "")                                                               \
  X (talk_silence_s, 1.5, 0, 60, "of the net, before somebody talks")                             \
  X (talk_gap_s, 12, 0, 600, "between two remarks, more or less")                                 \
  X (talk_idle_s, 35, 1, 3600, "between two that nothing has called for")                         \
  X (repeat_update_s, 20, 0, 600, "")                                                             \
  X (emergency_answer_s, 20, 1, 600, "of free air that the handler has to answer one in")         \
  X (emergency_ordered_s, 60, 0, 600, "an order to the platoon answers one that comes so soon after") \
  X (emergency_quiet_s, 120, 1, 3600, "without a cry, and a platoon's next is another emergency") \
  X (emergency_help_m, 1500, 0, 20000, "whom she sends so near is help")                          \
  X (repeat_status_s, 60, 0, 600, "")                                                             \
  X (delay_base_s, 2, 0, 600, "from read-back to begun")                                          \
  X (delay_relay_s, 3, 0, 600, "a leader passes it on")                                           \
  X (delay_change_s, 4, 0, 600, "another order is under way")                                     \
  X (delay_moving_s, 2, 0, 600, "")                                                               \
  X (delay_firing_s, 6, 0, 600, "")                                                               \
  X (delay_under_fire_s, 20, 0, 600, "at most, until a lull")                                     \
  X (delay_no_leader_s, 15, 0, 600, "")                                                           \
  X (danger_base, 35, 0, 200, "an order is accepted up to this danger ...")                       \
  X (danger_trust, 0.6, 0, 10, "... plus this times trust")                                       \
  X (initiative_m, 1500, 0, 20000, "how far pilots act unasked")                                  \
  X (give_ground_loss, 0.35, 0, 1, "share lost at which the captain gives ground")                \
  X (telemetry_s, 2, 0.1, 60, "between two fixes when not jammed")                                \
  X (strain_per_synced, 0.8, 0, 10, "")                                                           \
  X (strain_per_stress, 0.15, 0, 10, "times mean stress")                                         \
  X (strain_rise_s, 60, 1, 600, "to reach its level")                                             \
  X (strain_fall_s, 120, 1, 600, "")                                                              \
  X (strain_lose_words, 60, 0, 100, "above it words are lost")                                    \
  X (night_sight, 0.35, 0.01, 1, "factor of sight in the dark")                                   \
  X (rain_sight, 0.7, 0.01, 1, "")                                                                \
  X (fog_sight, 0.3, 0.01, 1, "")                                                                 \
  X (death_on_cockpit_hit, 0.65, 0, 1, "chance that the pilot dies")                              \
  X (death_otherwise, 0.2, 0, 1, "")                                                              \
  X (withdraw_loss, 0.6, 0, 1, "share lost at which a Legion group goes back")                    \
  /* Light and weather.  */                                                                       \
  X (overcast_sight, 0.95, 0.01, 1, "factor of sight under cloud")                                \
  X (dawn_hour, 5, 0, 12, "first light")                                                          \
  X (day_hour, 6, 0, 12, "full light")                                                            \
  X (dusk_hour, 20, 12, 24, "the light begins to go")                                             \
  X (night_hour, 21, 12, 24, "dark")                                                              \
  X (weather_change_s, 240, 1, 7200, "for one weather to become another")                         \
  /* Ground.  */                                                                                  \
  X (marsh_bog_per_km, 0.7, 0, 100, "times a machine of 10 t sticks in a kilometre of marsh")     \
  X (marsh_free_s, 25, 0, 600, "for a machine of 10 t to work itself free")                       \
  X (mine_swath_m, 2.5, 0.1, 20, "width of ground that a machine treads on")                      \
  X (mine_careful, 0.35, 0, 1, "share of mines trodden on by one who goes carefully")             \
  X (mine_known, 0.15, 0, 1, "share trodden on by one who knows of the field")                    \
  X (mine_damage, 190, 0, 1000, "to the part above it, of 255")                                   \
  X (roof_wait_s, 8, 0, 600, "halted so long in a town before one climbs a roof")                 \
  /* Fire and smoke.  */                                                                          \
  X (fire_wreck, 0.5, 0, 1, "chance that a wreck burns")                                          \
  X (fire_s, 200, 1, 3600, "how long it does")                                                    \
  X (fire_spread, 0.25, 0, 1, "chance a minute that a fire in woods takes hold beside it")        \
  X (supply_least_s, 60, 1, 3600, "a machine halted to be resupplied, by a Scavenger that learned") \
  X (supply_most_s, 120, 1, 3600, "the same by one that learned nothing")                         \
  X (supply_reach_m, 40, 5, 500, "between the two")                                               \
  X (supply_idle_m, 200, 0, 5000, "a Scavenger without an order serves who halts this near")      \
  X (supply_forward_share, 0.2, 0, 1, "ammunition left at which supply is sent unasked")          \
  X (mend_s, 45, 0, 3600, "longer for each part that a Scavenger mends while it serves")             \
  X (mend_to, 0.7, 0, 1, "what a part is good for after that; better ones are left alone")          \
  X (salvage_s, 60, 1, 3600, "to take what is of use from a wreck")                               \
  X (salvage_loads, 1, 0, 20, "loads that a wreck of ours gives back")                            \
  X (rescue_s, 20, 1, 600, "halted, to take a downed pilot aboard")                               \
  X (rescue_reach_m, 30, 5, 500, "")                                                              \
  X (brought_in_m, 600, 10, 5000, "this near the base who was fetched is safe")                   \
  X (wounded_on_loss, 0.45, 0, 1, "chance that who lives through the loss of his machine is hurt") \
  X (downed_least_s, 360, 1, 7200, "that a downed pilot lives near the Legion")                   \
  X (downed_most_s, 600, 1, 7200, "")                                                             \
  X (downed_near_m, 1500, 1, 10000, "how near that is")                                           \
  X (trust_fetched, 5, 0, 100, "of a pilot who was fetched")                                      \
  X (trust_fetched_squadron, 2, 0, 100, "of everyone else")                                       \
  X (commit_count, 4, 1, 100, "enemies that the captain commits himself to")                      \
  X (commit_s, 180, 0, 3600, "that he then looks at no other axis")                               \
  X (unknown_ground_pace, 0.45, 0.05, 1, "on a ford or marsh not crossed before nor told of")     \
  X (fatigue_rest_per_min, 0.6, 0, 100, "that goes in who sits still, of 100")                    \
  X (fatigue_move_per_min, 0.5, 0, 100, "that comes on the move; more under stress")              \
  X (fatigue_fight_per_min, 2, 0, 100, "in a fight; twice that at stress 50")                     \
  X (fatigue_skill_loss, 0.3, 0, 1, "share of skill that full fatigue takes")                     \
  X (stress_skill_loss, 0.15, 0, 1, "share that full stress takes")                               \
  X (wound_skill_loss, 0.12, 0, 0.5, "of driving and awareness, for each degree of wound") \
  X (delay_fatigue_s, 4, 0, 60, "from read-back to begun, at full fatigue")                       \
  X (delay_defiant, 1.15, 0.2, 5, "factor of that delay")                                         \
  X (delay_reckless, 0.85, 0.2, 5, "factor of that delay")                                        \
  X (air_terse, 0.85, 0.2, 3, "factor of air time of one who says little")                        \
  X (air_talkative, 1.2, 0.2, 3, "and of one who says much; not of emergencies")                  \
  X (ready_people, 3, 1, 12, "of a platoon together before it is ready")                          \
  X (ready_most_s, 90, 0, 600, "that when ready waits at most")                                   \
  /* The Legion; all design values (D) but where F is said.  */                                                                              \
  X (legion_share_s, 12, 0.5, 600, "from a sighting to its being known to other groups")          \
  X (legion_share_control_s, 3, 0.5, 600, "the same while a control flies")                       \
  X (legion_forget_s, 90, 5, 3600, "a sighting is acted on for so long")                          \
  X (legion_confusion_m, 4000, 0, 40000, "around a Shepherd that dies")                           \
  X (legion_confusion_least_s, 90, 0, 3600, "no joint moves for so long at least ...")            \
  X (legion_confusion_most_s, 150, 0, 3600, "... and at most")                                    \
  X (legion_confusion_aim, 0.6, 0, 1, "factor of hits meanwhile")                                 \
  X (legion_force_loss, 0.5, 0, 1, "share of the force lost at which a Shepherd ends the attack") \
  X (legion_leaderless_loss, 0.9, 0, 1, "share lost at which a group goes back without one")      \
  X (black_sheep_skill, 0.75, 0, 1, "gunnery and awareness; others have 0.5")                     \
  X (dormant_feel_m, 150, 0, 3000, "a dormant machine is felt at, by one who is careful")         \
  X (recover_s, 45, 1, 600, "to take up one wreck")                                               \
  /* Sensing: factors of the distance at which a machine is made out.  */                         \
  X (shown_still, 0.65, 0.01, 5, "of what does not move")                                         \
  X (shown_fast, 1.25, 0.01, 5, "of what goes fast")                                              \
  X (shown_careful, 0.75, 0.01, 5, "of what goes careful")                                        \
  X (shown_hidden, 0.55, 0.01, 5, "of what keeps hidden")                                         \
  X (shown_firing, 1.7, 1, 10, "for 3 s after a shot; in the dark as much more as light is lost") \
  X (shown_dormant, 0.02, 0, 1, "of a dormant machine")                                           \
  X (sight_fast, 0.75, 0.1, 1, "factor of sight of who goes fast himself")                        \
  X (sight_awareness, 0.3, 0, 1, "of sight, between the least and the most aware, around 1")      \
  X (sight_no_sensors, 0.35, 0, 1, "factor of sight with the sensors gone")                       \
  X (dormant_sense_m, 600, 0, 5000, "farthest that a dormant machine senses")                     \
  X (feel_least_m, 400, 0, 3000, "a light machine that moves is felt so far on open ground ...")  \
  X (feel_most_m, 800, 0, 5000, "... and the heaviest not farther than this")                     \
  X (feel_normal, 0.5, 0, 1, "factor of what is felt while walking at normal pace")               \
  X (feel_fast, 0.2, 0, 1, "the same, fast")                                                      \
  /* Jamming, telemetry, radar.  */                                                               \
  X (jam_drift_least_mps, 3, 0, 30, "of a swarm")                                                 \
  X (jam_drift_most_mps, 6, 0, 30, "")                                                            \
  X (jam_regrow_per_min, 0.1, 0, 10, "of a swarm's strength ...")                                 \
  X (jam_regrow_control, 2, 1, 10, "... times this while a control flies")                        \
  X (jam_window_below, 0.3, 0, 1, "cut below this strength a swarm leaves a window ...")          \
  X (jam_window_least_s, 180, 0, 3600, "... of at least so long ...")                             \
  X (jam_window_most_s, 300, 0, 3600, "... and at most, when nothing is left of it")              \
  X (fix_error_m, 10, 0, 1000, "of telemetry, one standard deviation on each axis")               \
  X (fix_error_jammed, 5, 1, 100, "times that where jamming is strongest")                        \
  X (radar_m, 3000, 0, 20000, "reach of radar where jamming is below a window's strength")        \
  X (radar_s, 5, 0.5, 600, "between two sweeps of a platoon")                                     \
  X (radar_error_m, 60, 0, 5000, "of a plot, one standard deviation on each axis")                \
  /* Hearing the Legion (design: play, "Hearing and strain").  */                                 \
  X (hearing_m, 20000, 0, 100000, "farthest voice")                                               \
  X (hearing_error_deg, 3, 0, 90, "of a bearing, one standard deviation, near")                   \
  X (hearing_error_deg_per_km, 0.4, 0, 90, "more for each kilometre")                             \
  X (hearing_wrong, 0.1, 0, 1, "chance of a size that is one class off")                          \
  X (hearing_wrong_far, 0.25, 0, 1, "the same, far")                                              \
  X (hearing_far_m, 10000, 0, 100000, "beyond this it is far")                                    \
  X (shepherd_right, 0.95, 0, 1, "chance to know rightly whether a Shepherd is there, near")      \
  X (shepherd_right_far, 0.75, 0, 1, "the same, far")                                             \
  X (shepherd_near_m, 6000, 0, 100000, "up to this it is near ...")                               \
  X (shepherd_far_m, 12000, 0, 100000, "... and from this on far; between, by degrees")           \
  X (hearing_group_s, 30, 0, 600, "between two reports of one group")                             \
  X (hearing_pause_s, 8, 0, 600, "between two reports of hearing at all")                         \
  X (listen_s, 12, 0, 600, "to hold still ...")                                                   \
  X (listen_error, 0.5, 0, 1, "... for this factor of a bearing's error")                         \
  /* Guns behind the hill and on the wall (design: play, "Legion patterns"; simulation).  */      \
  X (suppression_fall_per_s, 9, 0, 100, "")                                                       \
  X (spotter_reach_m, 15000, 100, 100000, "from who sees to the guns he speaks to")               \
  X (guns_effect_s, 25, 1, 600, "from the ranging round to the first volley")                     \
  X (guns_volley_s, 40, 1, 600, "between two volleys at one target")                              \
  X (guns_volley_rounds, 6, 1, 48, "of a group of guns together")                                 \
  X (guns_blind_least_s, 90, 0, 3600, "silence after the spotter's death, at least ...")          \
  X (guns_blind_most_s, 180, 0, 3600, "... and at most")                                          \
  X (wall_grant, 0, 0, 1, "chance that the wall's guns are given when asked for")                 \
  X (wall_late, 0.3, 0, 1, "share of given ones that come late")                                  \
  X (wall_delay_least_s, 180, 0, 3600, "from request to rounds, at least ...")                    \
  X (wall_delay_most_s, 480, 0, 3600, "... and at most")                                          \
  X (wall_late_s, 240, 0, 3600, "more when they come late")                                       \
  X (wall_rounds, 6, 1, 48, "of one request")                                                     \
  X (wall_dud, 0.3, 0, 1, "share of rounds that do not burst")                                    \
  X (wall_error_least_m, 50, 0, 5000, "of the whole fire from the point asked for, at least ...") \
  X (wall_error_most_m, 200, 0, 5000, "... and at most")                                          \
  /* A round of the wall that looks (design: play, "Telling is an order too"); design values (D).  */ \
  X (look_radius_m, 600, 50, 5000, "that it sees around where it is")                             \
  X (look_s, 20, 1, 600, "for so long")                                                           \
  X (look_error_m, 40, 0, 1000, "of a place that it shows, one standard deviation")               \
  X (look_plain, 2, 0.1, 100, "times as plain as for eyes on the ground; what then shows less than 1 " \
                              "is seen so much nearer alone")                                      \
  X (relief_m, 300, 10, 5000, "who stands so near a post, or in its square, takes it over")       \
  /* Strain of the link (design: play, "Hearing and strain"); design values (D).  */              \
  X (strain_black_sheep, 4, 0, 100, "for each Black Sheep near the hearer while he is synced ...") \
  X (strain_black_sheep_m, 6000, 0, 100000, "... within this ...")                                \
  X (strain_black_sheep_most, 40, 0, 100, "... but no more than this")                            \
  X (strain_shepherd, 8, 0, 100, "while he hears a Shepherd")                                     \
  X (strain_death, 10, 0, 100, "after a death heard ...")                                         \
  X (strain_death_s, 60, 0, 600, "... for so long")                                               \
  X (strain_lose_more, 75, 0, 100, "above it more words are lost")                                \
  X (strain_cut, 85, 1, 100, "the link is cut when strain is this high ...")                      \
  X (strain_cut_after_s, 10, 0, 600, "... for so long ...")                                       \
  X (strain_cut_s, 90, 0, 3600, "... and stays away so long")                                     \
  X (strain_cut_long_s, 180, 0, 3600, "the same from the third time on")                          \
  X (strain_cut_return, 45, 0, 100, "strain when it comes back")                                  \
  X (fatigue_hearing_per_min, 0.6, 0, 100, "more for the hearer while he hears anybody: no rest")  \
  /* Undercarriage; design values (D).  */                                                        \
  X (wear_least, 120, 0, 255, "of the 255 of legs: driving alone wears them no farther")          \
  X (wear_road, 0.4, 0, 10, "factor of wear on roads ...")                                        \
  X (wear_broken, 2, 0, 10, "... and in woods and rubble")                                        \
  X (wear_told, 200, 0, 255, "of the 255: the pilot says that they are worn")                     \
  /* Fire laid on a place; design values (D).  */                                                 \
  X (suppress_s, 60, 1, 600, "of fire in one order")                                              \
  X (suppress_m, 60, 5, 500, "radius of the ground that it beats")                                \
  X (suppress_effect, 2.5, 0, 20, "times a weapon's suppression, in the middle of it")            \
  X (pinned_at, 60, 0, 100, "suppression at which one is pinned ...")                             \
  X (pinned_pace, 0.5, 0, 1, "... and goes at this factor of his speed, unless he runs")          \
  /* Posts; design values (D).  */                                                                \
  X (overwatch_search_m, 250, 0, 2000, "around the place, for the post that sees most")       \
  X (overwatch_reach_m, 700, 0, 10000, "on overwatch one fires on what is nearer ...")            \
  X (overwatch_friends_m, 800, 0, 10000, "... or so near to friends")                             \
  X (ambush_range_m, 600, 0, 10000, "an ambush opens fire on what is so near")                    \
  /* Keeping together; design values (D).  */                                                     \
  X (regroup_m, 150, 20, 5000, "who is so near to where they gather is with the others") \
  X (follow_m, 150, 20, 5000, "behind whom one follows")                                          \
  /* Short words on the air; design values (D).  */                                               \
  X (air_again_s, 1.2, 0, 60, "more for what is said again: its age")                             \
  X (air_short_s, 1.8, 0.1, 60, "of an order of two words: say again, mark, net short")           \
  X (mark_s, 1, 0, 60, "from a mark to the beginning of what was prepared for it")                 \
  /* Telling and trust (design: play); design values (D).  */                                     \
  X (trust_most_up, 10, 0, 100, "that one person's trust grows in a battle, at most ...")         \
  X (trust_most_down, 15, 0, 100, "... and falls")                                                \
  X (trust_warning_right, 3, 0, 100, "a warning proved right ...")                                \
  X (trust_warning_most, 6, 0, 100, "... at most in a battle")                                    \
  X (trust_warning_wrong, 4, 0, 100, "lost: it moved them, and nothing was there ...")            \
  X (trust_warning_possible, 1, 0, 100, "... the same when she said that it was possible")        \
  X (expect_s, 600, 1, 3600, "that a warning lasts")                                              \
  X (expect_m, 800, 10, 5000, "around what was told: who is met there was meant")                 \
  X (expect_sooner_s, 2, 0, 30, "fire is opened so much sooner on who was expected")              \
  X (expect_ambush, 0.25, 0, 5, "more hits on who was expected, at rest and not yet found")       \
  X (expect_cover, 0.5, 0, 1, "less seen and hit by who was expected, at rest")                   \
  X (expect_possible, 0.5, 0, 1, "factor of all these when it was possible")                      \
  X (insist_base, 50, 0, 200, "what she insists on is done up to this danger, as danger_base")    \
  X (objection_s, 30, 1, 600, "after an objection, for her to insist or to drop the order")       \
  X (trust_insist, 3, 0, 100, "lost by insisting")                                                \
  X (trust_proposal, 1, 0, 100, "what he would do instead was taken")                             \
  X (insisted_s, 300, 0, 3600, "a death so soon after such an order was begun comes of it")       \
  X (trust_insisted_death, 15, 0, 100, "lost by that in his platoon ...")                         \
  X (trust_insisted_death_squadron, 4, 0, 100, "... and in the others")                           \
  X (trust_promise_kept, 4, 0, 100, "")                                                           \
  X (trust_promise_broken, 8, 0, 100, "")                                                         \
  X (trust_promise_called_off, 1, 0, 100, "lost: called off before half its time")                \
  X (promise_support_m, 1200, 10, 10000, "whom others fire at so near presses them")              \
  X (promise_relief_m, 500, 10, 5000, "who comes so near relieves them; who is farther has left") \
  X (trust_emergency, 2, 0, 100, "lost by an emergency without an answer")                        \
  X (trust_repeated, 1, 0, 100, "lost by the same order again ...")                               \
  X (trust_repeated_most, 3, 0, 100, "... at most in a battle ...")                               \
  X (repeated_s, 30, 0, 600, "... so soon")                                                       \
  /* Nets (design: play, "Air time"); design values (D).  */                                      \
  X (net_short_factor, 0.8, 0.1, 1, "of a report's air time under net short")                     \
  X (net_short_again, 1, 1, 10, "times the pause between two reports of one enemy, likewise")      \
  X (relay_s, 5, 0, 60, "until a leader passes on words of who is not on the link")               \
  X (own_words_s, 2, 0.5, 30, "air time of a sighting on a platoon's own net ...")                \
  X (own_words_error, 0.5, 0, 1, "... times the error of the leader's words ...")                 \
  X (own_words_again_s, 10, 1, 600, "... and again after so long")                                \
  X (own_words_expire_s, 8, 1, 60, "... or never, when that net is busy so long")                 \
  X (strain_listening, 6, 0, 100, "while she listens in to a platoon")                            \
  X (captain_cut_trust, 60, 0, 101, "trust from which the captain himself cuts her off ...")      \
  X (captain_cut_strain, 80, 1, 100, "... at this strain ...")                                    \
  X (captain_cut_warn_s, 10, 0, 600, "... after a warning so long before")                        \
  X (engaged_s, 10, 1, 600, "since firing or being fired at: a machine is engaged ...")           \
  X (crisis_engaged, 9, 1, 1000, "... and so many of them are a crisis")                          \
  /* What people tell, and how well they see (design: play, "Trust"; simulation, "Reports").  */ \
  X (trust_speaks, 20, 0, 100, "below it people report only what they are asked for, and emergencies")\
  X (trust_explains, 40, 0, 100, "from it on they say why they object")                           \
  X (trust_corrects, 60, 0, 100, "from it on they hide nothing, correct their errors and advise unasked")\
  X (trust_doubts, 80, 0, 100, "from it on they say of what they are not sure, and that a risk is one")\
  X (hide_wound, 1, 0, 1, "chance that a wound is hidden below trust_speaks; worn parts and fatigue too")\
  X (hide_rounds_share, 0.4, 0, 1, "chance there that little ammunition is hidden")               \
  X (hide_reserved, 0.2, 0, 1, "chance that a fact of that kind is hidden below trust_explains")  \
  X (hide_full, 0.05, 0, 1, "and below trust_corrects")                                           \
  X (low_rounds, 10, 0, 1000, "fewer than this is little ammunition")                             \
  X (hide_rounds, 10, 0, 1000, "that who hides it adds to what he has")                           \
  X (air_curt, 0.6, 0.2, 3, "factor of air time of one-word answers")                             \
  X (broken_stress, 60, 0, 100, "from it on people speak short and in pieces ...")                \
  X (air_broken, 0.85, 0.2, 3, "... in this factor of air time")                                  \
  X (eye_share, 0.04, 0, 1, "error of a place by eye, of the distance ...")                       \
  X (eye_least_m, 20, 0, 1000, "... and at least")                                                \
  X (eye_far_m, 1500, 0, 20000, "beyond it types are mistaken and small numbers miscounted")      \
  X (eye_unknown, 0.25, 0, 1, "chance of a type that can not be told there ...")                  \
  X (eye_wrong, 0.1, 0, 1, "... and of one that is taken for another")                            \
  X (eye_count, 0.2, 0, 1, "error of a number, of that number")                                   \
  X (eye_skill, 0.8, 0, 2, "those errors less for full awareness, more for none, by half of this")\
  X (eye_fast, 1.4, 1, 5, "factor of them for who goes fast himself")                             \
  X (eye_dim, 0.6, 0, 5, "more of them in the dark or in fog, at none of the sight of a clear day")\
  X (eye_shaken, 0.4, 0, 5, "more of them at full stress")                                        \
  X (eye_better, 0.6, 0, 1, "from this share of the distance one looks again")                    \
  X (correct_count, 0.25, 0, 1, "a number wrong by more than this share is corrected")

/* ---- Patterns of the Legion ---------------------------------------------------------------- */

/* What it does with more than one group (design: play, "Legion patterns"): each shows a tell, then
 * waits, then strikes.  */
#define SIM_PATTERN_LIST(X)                                                                       \
  X (FEELER, "feeler")           /* a line of scouts halts; the main body follows */              \
  X (HOOK, "hook")               /* a loud pack in front, a second from the side */               \
  X (ANVIL, "anvil")             /* tanks halt and fire slowly; dragoons through dead ground */   \
  X (GUN_LINE, "gun-line")       /* one scout stays, one ranging round; then salvoes */           \
  X (CLOSED_DOOR, "closed-door") /* nobody at all on an easy road; ambushers beside it */         \
  X (BAIT, "bait")               /* a tank retires early; ambushers on its track */               \
  X (BREATH, "breath")           /* all halt together; the Shepherd shifts the axis */            \
  X (GLEANERS, "gleaners")       /* after the last shot recoverers come */

typedef enum {
#define X(constant, name) SIM_PATTERN_##constant,
  SIM_PATTERN_LIST (X)
#undef X
  SIM_N_PATTERNS
} SimPattern;

/* Which part a group has in its pattern.  */
#define SIM_PATTERN_PART_LIST(X)                                                                  \
  X (TELL, "tell")                                                                                \
  X (BLOW, "blow")

typedef enum {
#define X(constant, name) SIM_PATTERN_PART_##constant,
  SIM_PATTERN_PART_LIST (X)
#undef X
  SIM_N_PATTERN_PARTS
} SimPatternPart;

/* Numbers of a pattern, as for weapons above.  What a pattern has no use for it does not read.  */
#define SIM_PATTERN_NUMBER_LIST(X)                                                                \
  X (delay_least_s, 60, 0, 3600, "from the tell to the blow, at least ...")                       \
  X (delay_most_s, 120, 0, 3600, "... and at most")                                               \
  X (distance_least_m, 800, 0, 20000, "from the enemy, where the tell halts or the blow begins")  \
  X (distance_most_m, 1200, 0, 20000, "")                                                         \
  X (angle_least_deg, 60, 0, 180, "of the blow, off the tell")                                    \
  X (angle_most_deg, 110, 0, 180, "")                                                             \
  X (width_m, 1500, 0, 20000, "front of those who show the tell")                                 \
  X (loss_least, 0.1, 0, 1, "share lost at which it begins ...")                                  \
  X (loss_most, 0.3, 0, 1, "... and above which it does not")                                     \
  X (silence_m, 1500, 0, 20000, "closed door: so near to it the silence tells")

typedef struct {
#define X(field, value, low, high, what) float field;
  SIM_PATTERN_NUMBER_LIST (X)
#undef X
} SimPatternRule;

typedef struct {
  uint32_t cookie;
  uint8_t n_types;
  uint8_t n_weapons;
  SimUnitType types[SIM_MAX_TYPES];
  SimWeapon weapons[SIM_MAX_WEAPONS];
  uint8_t n_loadouts;
  SimLoadout loadouts[SIM_MAX_LOADOUTS];
#define X(field, value, low, high, what) float field;
  SIM_RULE_NUMBER_LIST (X)
#undef X
  SimPatternRule patterns[SIM_N_PATTERNS];
} SimRules;

/* Numbers at their defaults, no types or weapons.  */
SimRules sim_rules_default (void);
SimUnitType sim_unit_type_default (void);
SimWeapon sim_weapon_default (void);
SimLoadout sim_loadout_default (void);
/* The design's numbers for one pattern.  */
SimPatternRule sim_pattern_rule_default (SimPattern pattern);

/* Index of the type or weapon with this id, or -1.  */
int sim_rules_find_type (const SimRules *rules, const char *id);
int sim_rules_find_weapon (const SimRules *rules, const char *id);
int sim_rules_find_loadout (const SimRules *rules, const char *id);

/* ---- Terrain ------------------------------------------------------------------------------- */

#define SIM_COVER_LIST(X)                                                                         \
  X (OPEN, "open")                                                                                \
  X (WOODS, "woods")                                                                              \
  X (TOWN, "town")                                                                                \
  X (MARSH, "marsh")                                                                              \
  X (WATER, "water")                                                                              \
  X (ROAD, "road")                                                                                \
  X (FORD, "ford")                                                                                \
  X (BRIDGE, "bridge")                                                                            \
  X (RUBBLE, "rubble")                                                                            \
  X (CLIFF, "cliff")

typedef enum {
#define X(constant, name) SIM_COVER_##constant,
  SIM_COVER_LIST (X)
#undef X
  SIM_N_COVERS
} SimCover;

/* Shapes drawn into the generated ground.  Rivers, roads and cliffs are lines of points; towns,
 * woods, marsh, rubble and minefields are discs about one point or polygons of three and more
 * (all but minefields with a ragged edge); fords and bridges are points on a river, hills discs.
 * A cliff's ground is higher on the left of its line, falling away behind.  */
#define SIM_FEATURE_LIST(X)                                                                       \
  X (RIVER, "river")                                                                              \
  X (ROAD, "road")                                                                                \
  X (TOWN, "town")                                                                                \
  X (WOODS, "woods")                                                                              \
  X (MARSH, "marsh")                                                                              \
  X (FORD, "ford")                                                                                \
  X (BRIDGE, "bridge")                                                                            \
  X (HILL, "hill")                                                                                \
  X (RUBBLE, "rubble")                                                                            \
  X (CLIFF, "cliff")                                                                              \
  X (MINEFIELD, "minefield")

typedef enum {
#define X(constant, name) SIM_FEATURE_##constant,
  SIM_FEATURE_LIST (X)
#undef X
  SIM_N_FEATURES
} SimFeatureKind;

typedef struct {
  uint8_t kind; /* SimFeatureKind */
  uint16_t n_points;
  const BaseVec *points;
  float radius_m; /* of a disc; half width of a river */
  float rise_m;   /* of a hill or cliff */
  /* Of a minefield.  */
  float mines_per_ha;
  uint8_t known; /* bit for each SimSide that has it on its maps */
} SimFeature;

typedef struct {
  uint32_t cookie;
  float width_m, height_m; /* 4000..40000 */
  float cell_m;            /* 25..100 */
  uint64_t seed;
  float relief_m;          /* highest minus lowest ground, 0..800 */
  float roughness;         /* 0 rolling .. 1 broken */
  float woods;             /* share of the map under trees, 0..0.6 */
  const SimFeature *features;
  size_t n_features;
} SimTerrainDef;

SimTerrainDef sim_terrain_def_default (void);

/* ---- Units, groups, objectives, events ----------------------------------------------------- */

#define SIM_TEMPER_LIST(X)                                                                        \
  X (TERSE, "terse")                                                                              \
  X (TALKATIVE, "talkative")                                                                      \
  X (DEFIANT, "defiant")                                                                          \
  X (CAREFUL, "careful")                                                                          \
  X (RECKLESS, "reckless")

typedef enum {
#define X(constant, name) SIM_TEMPER_##constant,
  SIM_TEMPER_LIST (X)
#undef X
  SIM_N_TEMPERS
} SimTemper;

/* An own machine with its pilot.  Skills 0..1, trust 0..100.  A Scavenger has no pilot: `driving`
 * is then how much it has learned.  */
typedef struct {
  SimTypeIndex type;
  uint8_t platoon; /* 0..; SIM_SUPPLY_PLATOON for Scavengers */
  uint8_t leader;  /* 1: leads the platoon */
  uint8_t captain; /* 1: leads the squadron; at most one */
  uint8_t temper;  /* SimTemper */
  BaseVec position;
  float heading_deg;
  float gunnery, driving, awareness;
  float trust;
  uint8_t hearer; /* 1: hears the Legion; the first of them counts */
  uint8_t loadout; /* number of the rules' loadout, counted from 1; 0: the type's own weapons */
} SimUnitDef;

#define SIM_TASK_LIST(X)                                                                          \
  X (SCOUT, "scout")     /* looks along the route, reports, keeps its distance */                 \
  X (ATTACK, "attack")   /* along the route, through what is in the way */                        \
  X (FLANK, "flank")     /* as attack, but by the route, avoiding the fight before its end */     \
  X (HOLD, "hold")                                                                                \
  X (RESERVE, "reserve") /* waits, then goes where an attack has got on */                        \
  X (JAM, "jam")         /* drifts toward where radio is used */                                   \
  X (GLEAN, "glean")     /* when it is quiet, to the wrecks and away with them */

typedef enum {
#define X(constant, name) SIM_TASK_##constant,
  SIM_TASK_LIST (X)
#undef X
  SIM_N_TASKS
} SimTask;

/* A group of the Legion.  */
typedef struct {
  uint8_t task;     /* SimTask */
  uint8_t n_route;
  SimTypeIndex types[4];
  uint16_t counts[4]; /* of each type; 0 = none */
  BaseVec position;   /* centre where it appears */
  float spread_m;     /* radius of the group at its start */
  SimTick arrival;    /* when it enters the battle; after its event if it has one */
  BaseVec route[SIM_MAX_ROUTE];
  uint16_t on_event; /* number of the event that calls it, counted from 1; 0: none, it just comes */
  /* Minds: the first machine of the last type given is the Shepherd; so many, from the group's last
   * on, are Black Sheep.  */
  uint8_t shepherd;
  uint16_t black_sheep;
  /* Its part in a pattern; groups with the same pattern and play act together.  */
  uint8_t pattern; /* SimPattern + 1; 0: none */
  uint8_t part;    /* SimPatternPart */
  uint8_t play;
  uint8_t dormant; /* lies still and silent until somebody is near or it is fired at */
} SimGroupDef;

/* ---- What the Legion has learned ----------------------------------------------------------- */

/* What beats it, and so what it learns to counter (design: play, "Legion patterns", learning).  */
#define SIM_TACTIC_LIST(X)                                                                        \
  X (AMBUSH, "ambush")   /* shot from hiding: its scouts then probe roofs and woods */            \
  X (RESERVE, "reserve") /* by those who came later: it then hooks from both sides */             \
  X (STAND, "stand")     /* from one gun position: it then answers that with its guns */          \
  X (OTHER, "other")     /* has no counter */

typedef enum {
#define X(constant, name) SIM_TACTIC_##constant,
  SIM_TACTIC_LIST (X)
#undef X
  SIM_N_TACTICS
} SimTactic;

#define SIM_MOST_COUNTER 3

/* Goes into a battle and comes out of it changed.  */
typedef struct {
  uint16_t battles;
  uint8_t counter[SIM_N_TACTICS]; /* level, 0..SIM_MOST_COUNTER; that of `other` stays 0 */
  uint8_t unused[SIM_N_TACTICS];  /* battles since that tactic last hurt */
  float losses[SIM_N_TACTICS];    /* value it lost to each in the last battle */
} SimLearning;

#define SIM_OBJECTIVE_KIND_LIST(X)                                                                \
  X (HOLD_AREA, "hold-area")         /* someone of ours in it, no more Legion than ours */        \
  X (REACH, "reach")                 /* `share` of the living are within it */                    \
  X (DESTROY, "destroy")             /* `share` of the Legion that fights, or of a type */                      \
  X (SURVIVE_UNTIL, "survive-until") /* until the battle ends; done by `share` of the people */   \
  X (DELAY, "delay")   /* the Legion kept out of it; lost once `count` stand there unopposed */   \
  X (ESCORT, "escort") /* `share` of the machines of `type` that set out have reached it */

typedef enum {
#define X(constant, name) SIM_OBJECTIVE_##constant,
  SIM_OBJECTIVE_KIND_LIST (X)
#undef X
  SIM_N_OBJECTIVE_KINDS
} SimObjectiveKind;

typedef struct {
  uint8_t kind; /* SimObjectiveKind */
  BaseVec position;
  float radius_m;
  float seconds;     /* asked of hold-area and delay; counted from `from` */
  float share;       /* 0..1 */
  float weight;      /* of the task, default 1 */
  SimTick from;      /* not counted before */
  SimTick until;     /* decided then, as far as it has got; 0: no such moment */
  uint16_t count;    /* of delay */
  SimTypeIndex type; /* of escort; of destroy if `by_type` */
  uint8_t by_type;      /* of destroy: machines of one type alone */
  uint8_t after;     /* number of the objective it waits for, counted from 1; 0: none */
  uint8_t hidden;    /* 1: an event gives it */
} SimObjectiveDef;

/* What an event waits for: constant, name in files.  `number` is an objective or an event,
 * counted from 0.  */
#define SIM_CONDITION_LIST(X)                                                                     \
  X (TIME, "time")                           /* `at` */                                           \
  X (OBJECTIVE_PROGRESS, "objective-progress") /* of `number`, at least `amount` (0..1) */        \
  X (OBJECTIVE_LOST, "objective-lost")       /* `number`: what is left of it can not be had */    \
  X (LEGION_WITHIN, "legion-within")         /* `amount` of theirs in the circle */               \
  X (OWN_WITHIN, "own-within")               /* `amount` of ours in the circle */                 \
  X (LEGION_LOST, "legion-lost")             /* `amount` (0..1) of those that have come */        \
  X (OWN_LOST, "own-lost")                   /* `amount` machines */                              \
  X (EVENT, "event")                         /* the event `number`, an earlier one */         \
  X (STEP, "step")                           /* the lesson's step `number` begins: told from outside */

typedef enum {
#define X(constant, name) SIM_CONDITION_##constant,
  SIM_CONDITION_LIST (X)
#undef X
  SIM_N_CONDITIONS
} SimCondition;

/* No text. */
#define SIM_TEXT_NONE UINT16_MAX

/* Happens once, `delay` after its condition holds: the desk reads text number `text` of the
 * scenario, objectives are given or called off (a bit for each), groups that wait for it come, and
 * a machine of ours gives out: its pilot leaves it unhurt and waits beside it under cover, where
 * nobody finds him.
 * A definition of zeros but `at` and `text` is a message at a time.  */
typedef struct {
  SimTick at;
  uint16_t text; /* SIM_TEXT_NONE: nothing is said */
  uint8_t condition; /* SimCondition */
  uint8_t number;
  uint8_t give, call_off; /* bit n: objective n */
  uint8_t strand; /* index + 1 of the machine that gives out; 0: none */
  BaseVec position;
  float radius_m;
  float amount;
  SimTick delay;
} SimEventDef;

#define SIM_WEATHER_LIST(X)                                                                       \
  X (CLEAR, "clear")                                                                              \
  X (OVERCAST, "overcast")                                                                        \
  X (RAIN, "rain")                                                                                \
  X (FOG, "fog")

typedef enum {
#define X(constant, name) SIM_WEATHER_##constant,
  SIM_WEATHER_LIST (X)
#undef X
  SIM_N_WEATHERS
} SimWeather;

/* How much is asked of the player: odds, errors and waits (design: difficulty).  */
typedef enum {
  SIM_DIFFICULTY_GUIDED,
  SIM_DIFFICULTY_STANDARD,
  SIM_DIFFICULTY_SEVERE,
} SimDifficulty;

/* The way that the Scavengers of a battle drive by themselves (sim-convoy.c).  */
typedef struct {
  uint8_t n_route; /* 0: there is no convoy */
  BaseVec route[SIM_MAX_ROUTE]; /* the first is where they gather */
  SimTick departure;
  float halt_s; /* at each point on the way */
} SimConvoyDef;

typedef struct {
  uint32_t cookie;
  const SimRules *rules;
  SimTerrainDef terrain;
  const SimUnitDef *squadron;
  size_t n_squadron;
  const SimGroupDef *groups;
  size_t n_groups;
  const SimObjectiveDef *objectives;
  size_t n_objectives;
  const SimEventDef *events;
  size_t n_events;
  uint64_t seed;
  SimTick duration;
  float start_hour; /* 0..24, for light */
  uint8_t weather;
  uint8_t difficulty;
  BaseVec base;     /* where the squadron falls back to on its own */
  float wind_from_deg, wind_mps;
  uint16_t wall_rounds; /* that the wall's guns have for this battle; 0: they answer nobody */
  float wall_grant;     /* instead of the rules' chance; below 0: theirs */
  SimLearning learning; /* what the Legion knows from earlier battles */
  SimConvoyDef convoy;
} SimWorldDef;

SimWorldDef sim_world_def_default (void);
