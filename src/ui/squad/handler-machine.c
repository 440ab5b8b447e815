/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/squad/handler-machine.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* ---- HandlerPlatoon -------------------------------------------------------------------------- */

struct _HandlerPlatoon {
  GObject parent_instance;
  guint number;
  char *title;
  char *strength;
};

G_DEFINE_FINAL_TYPE (HandlerPlatoon, handler_platoon, G_TYPE_OBJECT)

enum { PLATOON_PROP_0, PLATOON_PROP_TITLE, PLATOON_PROP_STRENGTH, PLATOON_N_PROPS };
static GParamSpec *platoon_properties[PLATOON_N_PROPS];

static void
handler_platoon_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HandlerPlatoon *self = HANDLER_PLATOON (object);

  switch (id) {
  case PLATOON_PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PLATOON_PROP_STRENGTH:
    g_value_set_string (value, self->strength);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
handler_platoon_finalize (GObject *object)
{
  HandlerPlatoon *self = HANDLER_PLATOON (object);

  g_free (self->title);
  g_free (self->strength);
  G_OBJECT_CLASS (handler_platoon_parent_class)->finalize (object);
}

static void
handler_platoon_class_init (HandlerPlatoonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = handler_platoon_get_property;
  object_class->finalize = handler_platoon_finalize;
  platoon_properties[PLATOON_PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  platoon_properties[PLATOON_PROP_STRENGTH]
      = g_param_spec_string ("strength", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, PLATOON_N_PROPS, platoon_properties);
}

static void
handler_platoon_init (HandlerPlatoon *self)
{
}

HandlerPlatoon *
handler_platoon_new (guint number, const char *title)
{
  HandlerPlatoon *self = g_object_new (HANDLER_TYPE_PLATOON, NULL);

  self->number = number;
  self->title = g_strdup (title);
  return self;
}

guint
handler_platoon_get_number (HandlerPlatoon *self)
{
  g_return_val_if_fail (HANDLER_IS_PLATOON (self), 0);
  return self->number;
}

void
handler_platoon_set_strength (HandlerPlatoon *self, guint alive, guint started)
{
  g_autofree char *strength = NULL;

  g_return_if_fail (HANDLER_IS_PLATOON (self));
  /* Translators: machines left, machines at the start. */
  strength = g_strdup_printf (C_("strength of a platoon", "%1$u / %2$u"), alive, started);
  if (g_set_str (&self->strength, strength))
    g_object_notify_by_pspec (G_OBJECT (self), platoon_properties[PLATOON_PROP_STRENGTH]);
}

/* ---- HandlerMachine -------------------------------------------------------------------------- */

/* What a row says.  The order is that of the properties below.  */
enum {
  TEXT_NAME,
  TEXT_CODE,
  TEXT_CONDITION,
  TEXT_STATUS,
  TEXT_STATUS_ICON,
  TEXT_AGE,
  TEXT_AMMUNITION,
  TEXT_ENERGY,
  TEXT_TASK,
  TEXT_DESCRIPTION,
  N_TEXTS
};

static const char *const text_names[N_TEXTS] = {
  "name",       "code",   "condition", "status",      "status-icon", "age",
  "ammunition", "energy", "task",      "description",
};

enum {
  PROP_0,
  PROP_FIRST_TEXT,
  PROP_PLATOON = PROP_FIRST_TEXT + N_TEXTS,
  PROP_SPEAKING,
  PROP_MUTED,
  PROP_LOST,
  PROP_STALE,
  PROP_GRAVITY,
  PROP_STATE, /* counts changes of parts: what is drawn, not said */
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

struct _HandlerMachine {
  GObject parent_instance;
  guint index;
  char *personal; /* "" until known */
  HandlerPlatoon *platoon;
  char *texts[N_TEXTS];
  gboolean speaking, muted, lost, stale;
  HandlerGravity gravity;
  guint state;
  guint8 parts[SIM_N_PARTS];
  double age;
  guint ammunition;
};

G_DEFINE_FINAL_TYPE (HandlerMachine, handler_machine, G_TYPE_OBJECT)

static void
handler_machine_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HandlerMachine *self = HANDLER_MACHINE (object);

  if (id >= PROP_FIRST_TEXT && id < PROP_FIRST_TEXT + N_TEXTS) {
    g_value_set_string (value, self->texts[id - PROP_FIRST_TEXT]);
    return;
  }
  switch (id) {
  case PROP_PLATOON:
    g_value_set_object (value, self->platoon);
    break;
  case PROP_SPEAKING:
    g_value_set_boolean (value, self->speaking);
    break;
  case PROP_MUTED:
    g_value_set_boolean (value, self->muted);
    break;
  case PROP_LOST:
    g_value_set_boolean (value, self->lost);
    break;
  case PROP_STALE:
    g_value_set_boolean (value, self->stale);
    break;
  case PROP_GRAVITY:
    g_value_set_uint (value, self->gravity);
    break;
  case PROP_STATE:
    g_value_set_uint (value, self->state);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
handler_machine_finalize (GObject *object)
{
  HandlerMachine *self = HANDLER_MACHINE (object);

  for (gsize i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_free (self->personal);
  g_clear_object (&self->platoon);
  G_OBJECT_CLASS (handler_machine_parent_class)->finalize (object);
}

static void
handler_machine_class_init (HandlerMachineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = handler_machine_get_property;
  object_class->finalize = handler_machine_finalize;
  for (guint i = 0; i < N_TEXTS; i++)
    properties[PROP_FIRST_TEXT + i] = g_param_spec_string (text_names[i], NULL, NULL, NULL, flags);
  properties[PROP_PLATOON]
      = g_param_spec_object ("platoon", NULL, NULL, HANDLER_TYPE_PLATOON, flags);
  properties[PROP_SPEAKING] = g_param_spec_boolean ("speaking", NULL, NULL, FALSE, flags);
  properties[PROP_MUTED] = g_param_spec_boolean ("muted", NULL, NULL, FALSE, flags);
  properties[PROP_LOST] = g_param_spec_boolean ("lost", NULL, NULL, FALSE, flags);
  properties[PROP_STALE] = g_param_spec_boolean ("stale", NULL, NULL, FALSE, flags);
  properties[PROP_GRAVITY]
      = g_param_spec_uint ("gravity", NULL, NULL, 0, HANDLER_GRAVITY_ERROR, 0, flags);
  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
handler_machine_init (HandlerMachine *self)
{
  for (gsize i = 0; i < N_TEXTS; i++)
    self->texts[i] = g_strdup ("");
  memset (self->parts, 255, sizeof self->parts);
  self->age = -1;
}

HandlerMachine *
handler_machine_new (guint index, const OrderMachine *machine, const char *spoken_name,
                     HandlerPlatoon *platoon)
{
  HandlerMachine *self = g_object_new (HANDLER_TYPE_MACHINE, NULL);

  self->index = index;
  self->platoon = g_object_ref (platoon);
  self->personal = g_strdup (machine->name_known ? machine->name : "");
  g_set_str (&self->texts[TEXT_NAME], spoken_name);
  g_set_str (&self->texts[TEXT_CODE], machine->code);
  return self;
}

static gboolean
set_text (HandlerMachine *self, guint text, const char *value)
{
  if (!g_set_str (&self->texts[text], value))
    return FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIRST_TEXT + text]);
  return TRUE;
}

static gboolean
set_flag (HandlerMachine *self, gboolean *flag, guint property, gboolean value)
{
  if (*flag == value)
    return FALSE;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  return TRUE;
}

#define LOW_ROUNDS 10
#define LOW_LOADS 2

static gboolean
is_supply (HandlerMachine *self)
{
  return handler_platoon_get_number (self->platoon) == SIM_SUPPLY_PLATOON;
}

/* Gravity of what it is doing; a machine that says nothing is dim, not grave.  */
static HandlerGravity
judge (const PictureOwn *own, double age)
{
  if (own->known_lost)
    return own->person == SIM_PERSON_CARRIED || own->person == SIM_PERSON_SAFE
               ? HANDLER_GRAVITY_DIM
               : HANDLER_GRAVITY_ERROR;
  switch ((SimActivity) own->activity) {
  case SIM_ACTIVITY_UNDER_FIRE:
  case SIM_ACTIVITY_DISABLED:
  case SIM_ACTIVITY_DESTROYED:
    return HANDLER_GRAVITY_ERROR;
  default:
    return age > 45 ? HANDLER_GRAVITY_WARNING : HANDLER_GRAVITY_NONE;
  }
}

/* Of a lost machine its pilot is what matters, as far as anybody said.  */
static const char *
status_of_lost (const PictureOwn *own)
{
  switch ((SimPerson) own->person) {
  case SIM_PERSON_DOWN:
    /* Translators: a machine is lost, its pilot is alive and waits to be fetched. */
    return C_("status of a machine", "pilot on foot");
  case SIM_PERSON_CARRIED:
    return C_("status of a machine", "pilot fetched");
  case SIM_PERSON_SAFE:
    return C_("status of a machine", "pilot brought in");
  case SIM_PERSON_DEAD:
    return C_("status of a machine", "pilot dead");
  case SIM_PERSON_ABOARD:
  case SIM_PERSON_NOBODY:
  default:
    return order_activity_text (SIM_ACTIVITY_DESTROYED);
  }
}

static const char *
status_word (const PictureOwn *own, double age)
{
  if (own->known_lost)
    return status_of_lost (own);
  if (age > 45)
    return C_("status of a machine", "no word");
  return order_activity_text ((SimActivity) own->activity);
}

static const char *
status_icon (const PictureOwn *own, HandlerGravity gravity)
{
  if (own->known_lost && own->person == SIM_PERSON_DOWN)
    return "handler-emergency-symbolic";
  if (own->known_lost && gravity == HANDLER_GRAVITY_ERROR)
    return "handler-refused-symbolic";
  return gravity == HANDLER_GRAVITY_ERROR ? "handler-emergency-symbolic" : NULL;
}

static gboolean
update_parts (HandlerMachine *self, const PictureOwn *own)
{
  if (memcmp (self->parts, own->parts, sizeof self->parts) == 0)
    return FALSE;
  memcpy (self->parts, own->parts, sizeof self->parts);
  self->state++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  return TRUE;
}

static gboolean
update_condition (HandlerMachine *self, const PictureOwn *own)
{
  /* How the pilot felt before is no word about the pilot now.  */
  gboolean told = !own->known_lost && own->t_pilot != SIM_TICK_NEVER;
  gboolean outside = own->known_lost && own->t_person != SIM_TICK_NEVER &&
                     own->person != SIM_PERSON_DEAD;
  g_autofree char *pilot
      = told ? handler_text_condition (own->stress, own->fatigue, own->wounds)
             : handler_text_wounds (outside ? own->wounds : 0);
  g_autofree char *both = handler_text_facts (self->personal, pilot, NULL);

  return set_text (self, TEXT_CONDITION, both);
}

static gboolean
update_figures (HandlerMachine *self, const PictureOwn *own)
{
  g_autofree char *rounds = is_supply (self) ? handler_text_loads (own->ammunition)
                                             : g_strdup_printf ("%u", own->ammunition);
  g_autofree char *energy = handler_text_percent (own->energy_percent);
  gboolean changed = set_text (self, TEXT_AMMUNITION, rounds);

  self->ammunition = own->ammunition;
  return set_text (self, TEXT_ENERGY, energy) | changed;
}

static gboolean
part_is_hurt (HandlerMachine *self)
{
  for (gsize i = 0; i < SIM_N_PARTS; i++)
    if (self->parts[i] < 250)
      return TRUE;
  return FALSE;
}

static void
add_parts (HandlerMachine *self, GStrvBuilder *items)
{
  for (guint i = 0; i < SIM_N_PARTS; i++)
    if (self->parts[i] == 0)
      g_strv_builder_add (items, handler_text_part_gone ((SimPart) i));
    else if (self->parts[i] < 250)
      g_strv_builder_add (items, handler_text_part_hit ((SimPart) i));
}

static void
add_figures (HandlerMachine *self, GStrvBuilder *items)
{
  /* Translators: a machine read aloud: energy left: "62 %". */
  char *energy = g_strdup_printf (C_("machine read aloud", "energy %s"), self->texts[TEXT_ENERGY]);

  g_strv_builder_add (items, self->texts[TEXT_CONDITION]);
  g_strv_builder_take (items, is_supply (self) ? handler_text_loads (self->ammunition)
                                               : handler_text_rounds (self->ammunition));
  g_strv_builder_take (items, energy);
}

/* The row as one list.  The age is left out: it changes each second, and a screen reader would
 * read the row again and again; it is a text of its own.  */
static gboolean
update_description (HandlerMachine *self)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *text = NULL;

  g_strv_builder_add (items, self->texts[TEXT_NAME]);
  g_strv_builder_add (items, self->texts[TEXT_STATUS]);
  if (!self->lost)
    add_figures (self, items);
  add_parts (self, items);
  g_strv_builder_add (items, self->texts[TEXT_TASK]);
  if (self->stale && !self->lost)
    /* Translators: a machine read aloud: ammunition and energy were told long ago. */
    g_strv_builder_add (items, C_("machine read aloud", "figures old"));
  if (self->muted)
    /* Translators: a machine read aloud: its pilot's voice is turned off. */
    g_strv_builder_add (items, C_("machine read aloud", "muted"));
  all = g_strv_builder_end (items);
  text = handler_text_list ((const char *const *) all);
  return set_text (self, TEXT_DESCRIPTION, text);
}

gboolean
handler_machine_get_muted (HandlerMachine *self)
{
  g_return_val_if_fail (HANDLER_IS_MACHINE (self), FALSE);
  return self->muted;
}

void
handler_machine_set_muted (HandlerMachine *self, gboolean muted)
{
  g_return_if_fail (HANDLER_IS_MACHINE (self));
  if (set_flag (self, &self->muted, PROP_MUTED, muted))
    update_description (self);
}

gboolean
handler_machine_update (HandlerMachine *self, const PictureOwn *own, SimTick now, const char *task,
                        double stale_s)
{
  double figures = handler_text_seconds_since (own->t_ammunition, now);
  double age = handler_text_seconds_since (own->t_word, now);
  g_autofree char *age_text = handler_text_age (age);
  HandlerGravity gravity = judge (own, age);
  gboolean changed = FALSE;

  g_return_val_if_fail (HANDLER_IS_MACHINE (self), FALSE);
  self->age = age;
  changed |= set_flag (self, &self->lost, PROP_LOST, own->known_lost != 0);
  changed |= set_flag (self, &self->speaking, PROP_SPEAKING, own->speaking != 0);
  changed |= set_flag (self, &self->stale, PROP_STALE, figures < 0 || figures > stale_s);
  if (self->gravity != gravity) {
    self->gravity = gravity;
    changed = TRUE;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GRAVITY]);
  }
  changed |= update_parts (self, own);
  changed |= set_text (self, TEXT_STATUS, status_word (own, age));
  changed |= set_text (self, TEXT_STATUS_ICON, status_icon (own, gravity));
  changed |= set_text (self, TEXT_AGE, age_text);
  changed |= set_text (self, TEXT_TASK, own->known_lost ? "" : task);
  changed |= update_condition (self, own);
  changed |= update_figures (self, own);
  changed |= update_description (self);
  return changed;
}

guint
handler_machine_get_index (HandlerMachine *self)
{
  g_return_val_if_fail (HANDLER_IS_MACHINE (self), 0);
  return self->index;
}

const char *
handler_machine_get_name (HandlerMachine *self)
{
  g_return_val_if_fail (HANDLER_IS_MACHINE (self), NULL);
  return self->texts[TEXT_NAME];
}

const char *
handler_machine_get_code (HandlerMachine *self)
{
  g_return_val_if_fail (HANDLER_IS_MACHINE (self), NULL);
  return self->texts[TEXT_CODE];
}

HandlerPlatoon *
handler_machine_get_platoon (HandlerMachine *self)
{
  g_return_val_if_fail (HANDLER_IS_MACHINE (self), NULL);
  return self->platoon;
}

gboolean
handler_machine_get_lost (HandlerMachine *self)
{
  g_return_val_if_fail (HANDLER_IS_MACHINE (self), FALSE);
  return self->lost;
}

gboolean
handler_machine_get_speaking (HandlerMachine *self)
{
  g_return_val_if_fail (HANDLER_IS_MACHINE (self), FALSE);
  return self->speaking;
}

gboolean
handler_machine_get_stale (HandlerMachine *self)
{
  g_return_val_if_fail (HANDLER_IS_MACHINE (self), FALSE);
  return self->stale;
}

gboolean
handler_machine_get_damaged (HandlerMachine *self)
{
  g_return_val_if_fail (HANDLER_IS_MACHINE (self), FALSE);
  return part_is_hurt (self);
}

HandlerGravity
handler_machine_get_gravity (HandlerMachine *self)
{
  g_return_val_if_fail (HANDLER_IS_MACHINE (self), HANDLER_GRAVITY_NONE);
  return self->gravity;
}

const char *
handler_machine_get_status (HandlerMachine *self)
{
  g_return_val_if_fail (HANDLER_IS_MACHINE (self), NULL);
  return self->texts[TEXT_STATUS];
}

const char *
handler_machine_get_description (HandlerMachine *self)
{
  g_return_val_if_fail (HANDLER_IS_MACHINE (self), NULL);
  return self->texts[TEXT_DESCRIPTION];
}

const guint8 *
handler_machine_get_parts (HandlerMachine *self)
{
  g_return_val_if_fail (HANDLER_IS_MACHINE (self), NULL);
  return self->parts;
}

double
handler_machine_get_age (HandlerMachine *self)
{
  g_return_val_if_fail (HANDLER_IS_MACHINE (self), -1);
  return self->age;
}

gboolean
handler_machine_get_low (HandlerMachine *self)
{
  g_return_val_if_fail (HANDLER_IS_MACHINE (self), FALSE);
  return self->ammunition < (is_supply (self) ? LOW_LOADS : LOW_ROUNDS);
}

guint
handler_machine_get_ammunition (HandlerMachine *self)
{
  g_return_val_if_fail (HANDLER_IS_MACHINE (self), 0);
  return self->ammunition;
}
