/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-talk.h"

#include "base/base-codec-names.h"
#include "base/base-math.h"
#include "sim/sim-honesty.h"
#include "sim/sim-initiative.h"
#include "sim/sim-jam.h"
#include "sim/sim-link.h"
#include "sim/sim-pilot.h"
#include "sim/sim-strain.h"
#include "sim/sim-supply-need.h"

#define u8 base_codec_u8
#define u16 base_codec_u16
#define u32 base_codec_u32

#define FIGHT_S 20        /* since the last shot by them or at them: the fight is over */
#define SHORT_FIGHT_S 15  /* is none to speak of */
#define DISTANT_M 5000.0f
#define PRAISE_M 3000.0f
#define SHAKEN 30.0f      /* stress that one speaks of */
#define WEARY 50.0f       /* mean fatigue, the same */
#define FEW_ROUNDS 0.5f   /* of what they carry */
#define IN_SWARM 0.5f
#define CALM_S 40         /* since anybody fought: one has other things in mind again */
#define DARK 0.35f
#define FIRST_IDLE 1.5f   /* times talk_idle_s: nobody chats before */

#define INDEX(phrase) ((unsigned) (phrase) -SIM_FIRST_TALK)

/* By how far one trusts her.  */
typedef enum {
  FOR_ALL,  /* who speak at all */
  FOR_OPEN, /* from trust_explains */
  FOR_SURE, /* from trust_corrects */
  FOR_COLD, /* below trust_explains */
} Trust;

typedef struct {
  float chance;    /* that it is remarked on at all */
  uint8_t wait_s;  /* after what it is about */
  uint16_t last_s; /* it is worth saying for so long */
  uint8_t most;    /* times in a battle: as many as it has wordings */
  uint8_t trust;   /* Trust */
  bool in_fight;   /* may be said while they fight, by one who has a hand free */
} Remark;

static const Remark remarks[SIM_N_TALK] = {
    [INDEX (SIM_PHRASE_TALK_COMRADE_HIT)] = {0.9f, 2, 30, 4, FOR_ALL, true},
    [INDEX (SIM_PHRASE_TALK_COMRADE_OUT)] = {0.9f, 3, 60, 4, FOR_ALL, true},
    [INDEX (SIM_PHRASE_TALK_COMRADE_DEAD)] = {0.9f, 25, 360, 4, FOR_ALL, false},
    [INDEX (SIM_PHRASE_TALK_COMRADE_BACK)] = {0.9f, 5, 90, 4, FOR_ALL, false},
    [INDEX (SIM_PHRASE_TALK_NEAR_MISS)] = {0.5f, 5, 25, 5, FOR_ALL, true},
    [INDEX (SIM_PHRASE_TALK_FIRST_KILL)] = {0.8f, 3, 30, 4, FOR_ALL, true},
    [INDEX (SIM_PHRASE_TALK_PRAISE)] = {0.3f, 2, 25, 4, FOR_ALL, false},
    [INDEX (SIM_PHRASE_TALK_RELIEF)] = {0.9f, 3, 60, 5, FOR_ALL, false},
    [INDEX (SIM_PHRASE_TALK_RELIEF_HURT)] = {0.9f, 3, 60, 4, FOR_ALL, false},
    [INDEX (SIM_PHRASE_TALK_THANKS_WARNING)] = {0.9f, 5, 240, 4, FOR_OPEN, false},
    [INDEX (SIM_PHRASE_TALK_THANKS_ORDER)] = {0.9f, 5, 150, 4, FOR_OPEN, false},
    [INDEX (SIM_PHRASE_TALK_BLAME_ORDER)] = {0.7f, 8, 240, 3, FOR_COLD, false},
    [INDEX (SIM_PHRASE_TALK_SUPPLIED)] = {0.7f, 3, 45, 4, FOR_OPEN, false},
    [INDEX (SIM_PHRASE_TALK_ADVISE_SIDE)] = {0.8f, 10, 90, 3, FOR_SURE, false},
    [INDEX (SIM_PHRASE_TALK_ADVISE_ROUNDS)] = {0.9f, 15, 150, 3, FOR_SURE, false},
    [INDEX (SIM_PHRASE_TALK_ADVISE_REST)] = {0.9f, 20, 150, 3, FOR_SURE, false},
    [INDEX (SIM_PHRASE_TALK_HELLO)] = {0.8f, 6, 45, 4, FOR_OPEN, false},
    [INDEX (SIM_PHRASE_TALK_DISTANT)] = {1, 0, 10, 4, FOR_ALL, false},
    [INDEX (SIM_PHRASE_TALK_QUIET)] = {1, 0, 10, 5, FOR_ALL, false},
    [INDEX (SIM_PHRASE_TALK_MARCH)] = {1, 0, 10, 5, FOR_ALL, false},
    [INDEX (SIM_PHRASE_TALK_SWARM)] = {1, 0, 10, 4, FOR_ALL, false},
    [INDEX (SIM_PHRASE_TALK_DARK)] = {1, 0, 10, 4, FOR_ALL, false},
    [INDEX (SIM_PHRASE_TALK_NERVES)] = {1, 0, 10, 4, FOR_ALL, false},
    [INDEX (SIM_PHRASE_TALK_HOME)] = {1, 0, 10, 5, FOR_ALL, false},
    [INDEX (SIM_PHRASE_TALK_JOKE)] = {1, 0, 10, 5, FOR_ALL, false},
    [INDEX (SIM_PHRASE_TALK_GRUMBLE)] = {1, 0, 10, 5, FOR_ALL, false},
    [INDEX (SIM_PHRASE_TALK_VOICE)] = {1, 0, 10, 4, FOR_COLD, false},
};

static BaseRandom *
random_of (SimWorld *world)
{
  return &world->randoms[SIM_RANDOM_TALK];
}

void
sim_talk_init (SimWorld *world)
{
  for (unsigned i = 0; i < SIM_N_TALK; i++)
    world->talk.first[i] = (uint8_t) base_random_below (random_of (world), remarks[i].most);
  world->talk.idle = world->tick + SIM_SECONDS (FIRST_IDLE * world->rules.talk_idle_s);
}

/* ---- Remembering --------------------------------------------------------------------------- */

static bool
is_remembered (const SimTalk *talk, SimPhrase phrase, uint32_t platoon)
{
  for (int i = 0; i < SIM_MAX_REMARKS; i++)
    if (talk->remarks[i].phrase == phrase && talk->remarks[i].platoon == platoon)
      return true;
  return false;
}

static SimRemark *
free_place (SimTalk *talk)
{
  for (int i = 0; i < SIM_MAX_REMARKS; i++)
    if (talk->remarks[i].phrase == SIM_PHRASE_NONE)
      return &talk->remarks[i];
  return NULL;
}

/* There is something to say about it, by one of the platoon, or `unit` alone.  */
static void
remember (SimWorld *world, SimPhrase phrase, size_t platoon, uint32_t unit, uint32_t about)
{
  const Remark *remark = &remarks[INDEX (phrase)];
  SimRemark *place = free_place (&world->talk);

  if (platoon >= world->n_platoons || place == NULL ||
      is_remembered (&world->talk, phrase, (uint32_t) platoon) ||
      world->talk.times[INDEX (phrase)] >= remark->most ||
      !base_random_chance (random_of (world), remark->chance))
    return;
  *place = (SimRemark){
    .phrase = (uint16_t) phrase,
    .platoon = (uint32_t) platoon,
    .unit = unit,
    .about = about,
    .from = world->tick + SIM_SECONDS (remark->wait_s),
    .until = world->tick + SIM_SECONDS (remark->wait_s + remark->last_s),
  };
}

void
sim_talk_hit (SimWorld *world, size_t unit)
{
  remember (world, SIM_PHRASE_TALK_COMRADE_HIT, world->units.group[unit], SIM_NOBODY,
            (uint32_t) unit);
}

void
sim_talk_lost (SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  size_t platoon = u->group[unit];

  if (platoon >= world->n_platoons)
    return;
  if (world->talk.lost[platoon] < UINT8_MAX)
    world->talk.lost[platoon]++;
  world->talk.left[platoon] = 0;
  remember (world, u->pilot_dead[unit] ? SIM_PHRASE_TALK_COMRADE_DEAD : SIM_PHRASE_TALK_COMRADE_OUT,
            platoon, SIM_NOBODY, (uint32_t) unit);
  if (u->pilot_dead[unit] && u->order[unit] != 0)
    remember (world, SIM_PHRASE_TALK_BLAME_ORDER, platoon, SIM_NOBODY, (uint32_t) unit);
}

void
sim_talk_missed (SimWorld *world, size_t unit)
{
  remember (world, SIM_PHRASE_TALK_NEAR_MISS, world->units.group[unit], (uint32_t) unit, 0);
}

/* Who of another platoon stands near and does not fight himself.  */
static void
praise (SimWorld *world, size_t killer)
{
  BaseVec at = sim_unit_position (world, killer);

  for (size_t p = 0; p < world->n_platoons; p++) {
    uint32_t leader = world->platoons[p].leader;

    if (p != world->units.group[killer] && leader != SIM_NOBODY && world->talk.fights[p] == 0 &&
        base_vec_distance (sim_unit_position (world, leader), at) <= PRAISE_M) {
      remember (world, SIM_PHRASE_TALK_PRAISE, p, SIM_NOBODY, world->units.group[killer]);
      return;
    }
  }
}

void
sim_talk_killed (SimWorld *world, size_t killer)
{
  if (killer >= world->n_own)
    return;
  if (world->units.kills[killer] == 1)
    remember (world, SIM_PHRASE_TALK_FIRST_KILL, world->units.group[killer], (uint32_t) killer, 0);
  else
    praise (world, killer);
}

void
sim_talk_fetched (SimWorld *world, uint32_t whom)
{
  remember (world, SIM_PHRASE_TALK_COMRADE_BACK, world->units.group[whom], SIM_NOBODY, whom);
}

void
sim_talk_supplied (SimWorld *world, size_t unit)
{
  remember (world, SIM_PHRASE_TALK_SUPPLIED, world->units.group[unit], (uint32_t) unit, 0);
}

void
sim_talk_warned (SimWorld *world, size_t platoon)
{
  remember (world, SIM_PHRASE_TALK_THANKS_WARNING, platoon, SIM_NOBODY, 0);
}

void
sim_talk_begins (SimWorld *world, size_t unit, const SimCommand *command)
{
  size_t platoon = world->units.group[unit];

  if (platoon >= world->n_platoons)
    return;
  if (command->verb == SIM_VERB_FALL_BACK && world->talk.fights[platoon] != 0 &&
      world->talk.lost[platoon] == 0)
    world->talk.left[platoon] = 1;
  if (world->talk.greeted[platoon])
    return;
  world->talk.greeted[platoon] = 1;
  remember (world, SIM_PHRASE_TALK_HELLO, platoon, world->platoons[platoon].leader, 0);
}

/* ---- A fight, and after it ----------------------------------------------------------------- */

static bool
is_engaged (const SimWorld *world, size_t platoon)
{
  const SimUnits *u = &world->units;
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, platoon, &n_members);

  for (size_t k = 0; k < n_members; k++)
    if (u->alive[members[k]] && (sim_within (world, u->fired_tick[members[k]], FIGHT_S) ||
                                 sim_within (world, u->harmed_tick[members[k]], FIGHT_S)))
      return true;
  return false;
}

typedef struct {
  float fatigue, rounds; /* means: 0..100, 0..1 */
} Condition;

static Condition
condition_of (const SimWorld *world, size_t platoon)
{
  Condition mean = {0, 0};
  size_t n_members, n = 0;
  const uint32_t *members = sim_platoon_members (world, platoon, &n_members);

  for (size_t k = 0; k < n_members; k++)
    if (world->units.alive[members[k]]) {
      float most = sim_supply_carried (world, members[k]);

      n++;
      mean.fatigue += world->units.fatigue[members[k]];
      mean.rounds += most > 0 ? world->units.ammunition[members[k]] / most : 1;
    }
  if (n == 0)
    return (Condition){0, 1};
  return (Condition){mean.fatigue / (float) n, mean.rounds / (float) n};
}

static void
advise (SimWorld *world, size_t platoon)
{
  const SimPlatoon *of = &world->platoons[platoon];
  Condition now = condition_of (world, platoon);

  if (of->leader == SIM_NOBODY)
    return;
  if (of->threat_tick != 0)
    remember (world, SIM_PHRASE_TALK_ADVISE_SIDE, platoon, SIM_NOBODY,
              (uint32_t) sim_direction_of_eight (sim_unit_position (world, of->leader), of->threat));
  if (now.rounds < FEW_ROUNDS)
    remember (world, SIM_PHRASE_TALK_ADVISE_ROUNDS, platoon, SIM_NOBODY, 0);
  if (now.fatigue >= WEARY)
    remember (world, SIM_PHRASE_TALK_ADVISE_REST, platoon, SIM_NOBODY, 0);
}

static void
end_fight (SimWorld *world, size_t platoon)
{
  SimTalk *talk = &world->talk;

  if (world->tick - talk->fights[platoon] >= SIM_SECONDS (SHORT_FIGHT_S + FIGHT_S)) {
    remember (world, talk->lost[platoon] > 0 ? SIM_PHRASE_TALK_RELIEF_HURT : SIM_PHRASE_TALK_RELIEF,
              platoon, SIM_NOBODY, 0);
    if (talk->left[platoon])
      remember (world, SIM_PHRASE_TALK_THANKS_ORDER, platoon, SIM_NOBODY, 0);
    advise (world, platoon);
  }
  talk->fights[platoon] = 0;
  talk->lost[platoon] = talk->left[platoon] = 0;
}

static void
follow_fights (SimWorld *world)
{
  SimTalk *talk = &world->talk;

  for (size_t p = 0; p < world->n_platoons; p++) {
    bool engaged = is_engaged (world, p);

    if (engaged)
      talk->fought = world->tick;
    if (engaged && talk->fights[p] == 0)
      talk->fights[p] = world->tick;
    else if (!engaged && talk->fights[p] != 0)
      end_fight (world, p);
  }
}

/* ---- Who says it --------------------------------------------------------------------------- */

static bool
trusts_so (const SimWorld *world, size_t unit, Trust trust)
{
  switch (trust) {
  case FOR_OPEN:
    return sim_honesty_explains (world, unit);
  case FOR_SURE:
    return sim_honesty_corrects (world, unit);
  case FOR_COLD:
    return sim_honesty_speaks (world, unit) && !sim_honesty_explains (world, unit);
  default:
    return sim_honesty_speaks (world, unit);
  }
}

static bool
may_say (const SimWorld *world, size_t unit, SimPhrase phrase)
{
  const Remark *remark = &remarks[INDEX (phrase)];

  if (!sim_unit_fights (world, unit) || !trusts_so (world, unit, (Trust) remark->trust))
    return false;
  return remark->in_fight ? !sim_within (world, world->units.fired_tick[unit], 3)
                          : !sim_pilot_is_busy (world, unit);
}

/* Who says much says most of it.  */
static unsigned
share_of (const SimWorld *world, size_t unit)
{
  switch (world->units.temper[unit]) {
  case SIM_TEMPER_TALKATIVE:
    return 6;
  case SIM_TEMPER_TERSE:
    return 1;
  default:
    return 3;
  }
}

/* Draws one of a platoon (SIM_NOBODY: of all) who may say it; SIM_NOBODY.  */
static uint32_t
draw_speaker (SimWorld *world, SimPhrase phrase, uint32_t platoon, uint32_t about)
{
  uint32_t drawn = SIM_NOBODY;
  unsigned shares = 0;

  for (uint32_t i = 0; i < world->n_own; i++) {
    unsigned share;

    if ((platoon != SIM_NOBODY && world->units.group[i] != platoon) || i == about ||
        !may_say (world, i, phrase))
      continue;
    share = share_of (world, i);
    shares += share;
    if (base_random_below (random_of (world), shares) < share)
      drawn = i;
  }
  return drawn;
}

/* ---- Saying it ----------------------------------------------------------------------------- */

static void
put_argument (const SimWorld *world, size_t speaker, SimPhrase phrase, uint32_t about,
              SimReport *report)
{
  const char *letters = sim_phrase_arguments (phrase);

  if (letters[0] == 0)
    return;
  sim_words_number (&report->words, 0, (int32_t) about);
  if (letters[0] == 'M')
    report->words.arguments[0].type = sim_honesty_corrects (world, speaker);
}

static bool
say (SimWorld *world, size_t unit, SimPhrase phrase, uint32_t about)
{
  SimTalk *talk = &world->talk;
  SimReport report = sim_report_begin (world, unit, SIM_REPORT_PLATOON, phrase);
  const SimRules *rules = &world->rules;
  unsigned i = INDEX (phrase);

  if (talk->times[i] >= remarks[i].most)
    return false;
  put_argument (world, unit, phrase, about, &report);
  report.words.variant = (uint8_t) ((talk->first[i] + talk->times[i]) % remarks[i].most);
  if (!sim_link_report (world, unit, SIM_AIR_TALK, SIM_SUBJECT_TALK | phrase, rules->repeat_talk_s,
                        &report))
    return false;
  talk->times[i]++;
  talk->next = world->tick + SIM_SECONDS (base_random_range (random_of (world), 0.6f, 1.4f) *
                                          rules->talk_gap_s);
  return true;
}

static bool
is_silent_about (const SimWorld *world, const SimRemark *remark)
{
  return !remarks[INDEX (remark->phrase)].in_fight && world->talk.fights[remark->platoon] != 0;
}

static bool
try_remark (SimWorld *world, SimRemark *remark)
{
  SimPhrase phrase = (SimPhrase) remark->phrase;
  uint32_t speaker = remark->unit;

  if (is_silent_about (world, remark))
    return false;
  if (speaker == SIM_NOBODY)
    speaker = draw_speaker (world, phrase, remark->platoon,
                            sim_phrase_arguments (phrase)[0] == 'M' ? remark->about : SIM_NOBODY);
  else if (!may_say (world, speaker, phrase))
    speaker = SIM_NOBODY;
  if (speaker == SIM_NOBODY || !say (world, speaker, phrase, remark->about))
    return false;
  remark->phrase = SIM_PHRASE_NONE;
  return true;
}

/* What happened first is spoken of first; what nobody cares for any more is forgotten.  */
static bool
say_what_happened (SimWorld *world)
{
  SimTalk *talk = &world->talk;

  for (int i = 0; i < SIM_MAX_REMARKS; i++)
    if (talk->remarks[i].phrase != SIM_PHRASE_NONE && world->tick > talk->remarks[i].until)
      talk->remarks[i].phrase = SIM_PHRASE_NONE;
  for (int i = 0; i < SIM_MAX_REMARKS; i++)
    if (talk->remarks[i].phrase != SIM_PHRASE_NONE && world->tick >= talk->remarks[i].from &&
        try_remark (world, &talk->remarks[i]))
      return true;
  return false;
}

/* ---- Chat ---------------------------------------------------------------------------------- */

/* Another platoon that fights within hearing, or SIM_NOBODY.  */
static uint32_t
distant_fight (const SimWorld *world, size_t unit)
{
  for (uint32_t p = 0; p < world->n_platoons; p++) {
    uint32_t leader = world->platoons[p].leader;

    if (p != world->units.group[unit] && world->talk.fights[p] != 0 && leader != SIM_NOBODY &&
        base_vec_distance (sim_unit_position (world, unit), sim_unit_position (world, leader)) <=
            DISTANT_M)
      return p;
  }
  return SIM_NOBODY;
}

/* How gladly he says it where he is now; 0: not at all.  */
static unsigned
fits (const SimWorld *world, size_t unit, SimPhrase phrase)
{
  const SimUnits *u = &world->units;
  unsigned temper = u->temper[unit];
  bool calm = world->talk.fought == 0 || !sim_within (world, world->talk.fought, CALM_S);

  switch (phrase) {
  case SIM_PHRASE_TALK_DISTANT:
    return distant_fight (world, unit) != SIM_NOBODY ? 6 : 0;
  case SIM_PHRASE_TALK_QUIET:
    return !calm || u->moving[unit] ? 0 : temper == SIM_TEMPER_CAREFUL ? 4 : 2;
  case SIM_PHRASE_TALK_MARCH:
    return u->moving[unit] && calm ? 3 : 0;
  case SIM_PHRASE_TALK_SWARM:
    return sim_jam_at (world, sim_unit_position (world, unit)) >= IN_SWARM ? 3 : 0;
  case SIM_PHRASE_TALK_DARK:
    return world->light_factor < DARK && calm ? 2 : 0;
  case SIM_PHRASE_TALK_NERVES:
    return u->stress[unit] >= SHAKEN && temper != SIM_TEMPER_RECKLESS ? 5 : 0;
  case SIM_PHRASE_TALK_HOME:
    return !calm ? 0 : temper == SIM_TEMPER_TALKATIVE ? 3 : 1;
  case SIM_PHRASE_TALK_JOKE:
    return !calm ? 0 : temper == SIM_TEMPER_RECKLESS || temper == SIM_TEMPER_TALKATIVE ? 3 : 0;
  case SIM_PHRASE_TALK_GRUMBLE:
    return !calm ? 0 : temper == SIM_TEMPER_DEFIANT ? 4 : temper == SIM_TEMPER_TERSE ? 2 : 0;
  case SIM_PHRASE_TALK_VOICE:
    return calm ? 1 : 0;
  default:
    return 0;
  }
}

static SimPhrase
draw_phrase (SimWorld *world, size_t unit)
{
  SimPhrase drawn = SIM_PHRASE_NONE;
  unsigned shares = 0;

  for (unsigned phrase = SIM_PHRASE_TALK_DISTANT; phrase < SIM_N_PHRASES; phrase++) {
    unsigned share = world->talk.times[INDEX (phrase)] < remarks[INDEX (phrase)].most &&
                             may_say (world, unit, (SimPhrase) phrase)
                         ? fits (world, unit, (SimPhrase) phrase)
                         : 0;

    shares += share;
    if (share > 0 && base_random_below (random_of (world), shares) < share)
      drawn = (SimPhrase) phrase;
  }
  return drawn;
}

static void
chat (SimWorld *world)
{
  uint32_t unit = draw_speaker (world, SIM_PHRASE_TALK_QUIET, SIM_NOBODY, SIM_NOBODY);
  SimPhrase phrase = unit == SIM_NOBODY ? SIM_PHRASE_NONE : draw_phrase (world, unit);

  world->talk.idle = world->tick + SIM_SECONDS (base_random_range (random_of (world), 0.5f, 1.5f) *
                                                world->rules.talk_idle_s);
  if (phrase != SIM_PHRASE_NONE)
    say (world, unit, phrase,
         phrase == SIM_PHRASE_TALK_DISTANT ? distant_fight (world, unit) : 0);
}

void
sim_talk_step (SimWorld *world)
{
  follow_fights (world);
  if (world->tick < world->talk.next ||
      !sim_link_is_silent (world, world->rules.talk_silence_s) || sim_strain_is_cut (world))
    return;
  if (!say_what_happened (world) && world->tick >= world->talk.idle)
    chat (world);
}

/* ---- The end ------------------------------------------------------------------------------- */

/* Nothing was reached, or nobody is left.  */
static SimPhrase
last_words (const SimWorld *world)
{
  return world->outcome == SIM_OUTCOME_LOST ? SIM_PHRASE_OVER_LOST : SIM_PHRASE_OVER;
}

void
sim_talk_close (SimWorld *world)
{
  uint32_t captain = sim_captain (world);

  if (captain != SIM_NOBODY && sim_honesty_speaks (world, captain) &&
      !sim_strain_is_cut (world) && sim_link_close (world, captain, last_words (world)))
    return;
  sim_link_close (world, SIM_NOBODY, SIM_PHRASE_OVER_DESK);
}

/* ---- State --------------------------------------------------------------------------------- */

static void
walk_remark (BaseCodec *codec, SimRemark *remark)
{
  u16 (codec, &remark->phrase);
  u32 (codec, &remark->platoon);
  u32 (codec, &remark->unit);
  u32 (codec, &remark->about);
  u32 (codec, &remark->from);
  u32 (codec, &remark->until);
}
#define walk_remark(codec, remark) BASE_CODEC_PART (walk_remark, codec, remark)

void
sim_talk_walk (BaseCodec *codec, SimTalk *talk)
{
  for (int i = 0; i < SIM_MAX_REMARKS; i++)
    walk_remark (codec, &talk->remarks[i]);
  u32 (codec, &talk->next);
  u32 (codec, &talk->idle);
  u32 (codec, &talk->fought);
  for (size_t p = 0; p < SIM_MAX_PLATOONS; p++) {
    u32 (codec, &talk->fights[p]);
    u8 (codec, &talk->lost[p]);
    u8 (codec, &talk->left[p]);
    u8 (codec, &talk->greeted[p]);
  }
  for (unsigned i = 0; i < SIM_N_TALK; i++) {
    u8 (codec, &talk->first[i]);
    u8 (codec, &talk->times[i]);
  }
}

static bool
remark_bounded (const SimWorld *world, const SimRemark *remark)
{
  if (remark->phrase == SIM_PHRASE_NONE)
    return true;
  return remark->phrase >= SIM_FIRST_TALK && remark->phrase < SIM_N_PHRASES &&
         remark->platoon < world->n_platoons &&
         (remark->unit == SIM_NOBODY || remark->unit < world->n_own) &&
         remark->about < (world->n_own > SIM_MAX_PLATOONS ? world->n_own : SIM_MAX_PLATOONS);
}

bool
sim_talk_bounded (const SimWorld *world)
{
  for (int i = 0; i < SIM_MAX_REMARKS; i++)
    if (!remark_bounded (world, &world->talk.remarks[i]))
      return false;
  return true;
}
