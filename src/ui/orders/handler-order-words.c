/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/orders/handler-order-words.h"
#include "ui/orders/handler-order-how.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>
#include <string.h>

SimAddressee
handler_order_to_machine (guint index)
{
  return (SimAddressee){SIM_ADDRESSEE_UNIT, index};
}

SimAddressee
handler_order_to_platoon (guint platoon)
{
  return (SimAddressee){SIM_ADDRESSEE_PLATOON, platoon};
}

SimAddressee
handler_order_to_all (void)
{
  return (SimAddressee){SIM_ADDRESSEE_ALL, 0};
}

SimAddressee
handler_order_to_wall (void)
{
  return (SimAddressee){SIM_ADDRESSEE_INTERCEPTORS, 0};
}

static SimCommand
command_of (SimAddressee who, SimVerb verb)
{
  SimCommand command = {
    .verb = verb,
    .n_addressees = 1,
    .addressees = {who},
    .facing_deg = -1,
  };

  return command;
}

char *
handler_order_words (OrderBook *book, SimAddressee who, SimVerb verb, const SimTarget *target)
{
  SimCommand command = command_of (who, verb);

  if (target != NULL)
    command.target = *target;
  return order_canonical (book, &command);
}

char *
handler_order_words_report (OrderBook *book, SimAddressee who, SimReportTopic topic)
{
  SimCommand command = command_of (who, SIM_VERB_REPORT);

  command.topic = topic;
  return order_canonical (book, &command);
}

char *
handler_order_words_mark (OrderBook *book, guint8 mark)
{
  SimCommand command = command_of (handler_order_to_all (), SIM_VERB_MARK);

  command.mark = mark;
  return order_canonical (book, &command);
}

/* The canonical text with some square as its target, less that square.  */
char *
handler_order_words_open (OrderBook *book, SimAddressee who, SimVerb verb)
{
  const SimTarget probe = {SIM_TARGET_POSITION, 0, base_vec (500, 500), 500};
  g_autofree char *text = handler_order_words (book, who, verb, &probe);
  g_autofree char *square = order_target_id (book, &probe);

  if (square[0] != '\0' && g_str_has_suffix (text, square))
    text[strlen (text) - strlen (square)] = '\0';
  return g_steal_pointer (&text);
}

static void
append_words (GMenu *menu, const char *label, const char *words)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "battle.order-words", "s", words);
  g_menu_append_item (menu, item);
}

static void
append_open (GMenu *menu, const char *label, OrderBook *book, SimAddressee who, SimVerb verb)
{
  g_autofree char *words = handler_order_words_open (book, who, verb);

  append_words (menu, label, words);
}

static void
append_whole (GMenu *menu, const char *label, OrderBook *book, SimAddressee who, SimVerb verb)
{
  g_autofree char *words = handler_order_words (book, who, verb, NULL);

  append_words (menu, label, words);
}

static void
append_report (GMenu *menu, const char *label, OrderBook *book, SimAddressee who,
               SimReportTopic topic)
{
  g_autofree char *words = handler_order_words_report (book, who, topic);

  append_words (menu, label, words);
}

static void
append_setting (GMenu *menu, const char *label, OrderBook *book, SimAddressee who, SimVerb verb,
                SimSetting setting)
{
  SimCommand command = command_of (who, verb);
  g_autofree char *words = NULL;

  command.setting = (guint8) setting;
  words = order_canonical (book, &command);
  append_words (menu, label, words);
}

/* Hers alone, and nobody is told.  */
static void
append_listen_in (GMenu *menu, OrderBook *book, guint platoon)
{
  const SimTarget target = {.kind = SIM_TARGET_PLATOON, .number = platoon};
  g_autofree char *words = handler_order_words (book, (SimAddressee){SIM_ADDRESSEE_ALL, 0},
                                                SIM_VERB_LISTEN_IN, &target);

  append_words (menu, C_("order", "Listen In"), words);
  append_setting (menu, C_("order", "Listen No More"), book, (SimAddressee){SIM_ADDRESSEE_ALL, 0},
                  SIM_VERB_LISTEN_IN, SIM_SETTING_OFF);
}

/* What the net and the link may be set to for these.  */
static GMenu *
link_menu (OrderBook *book, SimAddressee who)
{
  GMenu *menu = g_menu_new ();

  if (who.kind != SIM_ADDRESSEE_UNIT) {
    /* Translators: menu "Net and Link": rules of the radio net. */
    append_setting (menu, C_("order", "Net Open"), book, who, SIM_VERB_NET, SIM_SETTING_OPEN);
    append_setting (menu, C_("order", "Net Short"), book, who, SIM_VERB_NET, SIM_SETTING_SHORT);
    append_setting (menu, C_("order", "Net Quiet"), book, who, SIM_VERB_NET, SIM_SETTING_QUIET);
  }
  if (who.kind == SIM_ADDRESSEE_PLATOON)
    append_listen_in (menu, book, who.index);
  if (who.kind == SIM_ADDRESSEE_ALL) {
    /* Translators: menu "Net and Link": who is on the link. */
    append_setting (menu, C_("order", "Sync All"), book, who, SIM_VERB_SYNC, SIM_SETTING_ALL);
    append_setting (menu, C_("order", "Sync Leaders"), book, who, SIM_VERB_SYNC,
                    SIM_SETTING_LEADERS);
  } else {
    append_setting (menu, C_("order", "On the Link"), book, who, SIM_VERB_SYNC, SIM_SETTING_ON);
    append_setting (menu, C_("order", "Off the Link"), book, who, SIM_VERB_SYNC, SIM_SETTING_OFF);
  }
  return menu;
}

static GMenu *
report_menu (OrderBook *book, SimAddressee who)
{
  GMenu *menu = g_menu_new ();

  /* Translators: menu "Report": what a machine is to tell. */
  append_report (menu, C_("order", "Everything"), book, who, SIM_TOPIC_ALL);
  append_report (menu, C_("order", "Position"), book, who, SIM_TOPIC_POSITION);
  append_report (menu, C_("order", "Ammunition"), book, who, SIM_TOPIC_AMMUNITION);
  append_report (menu, C_("order", "Damage"), book, who, SIM_TOPIC_DAMAGE);
  append_report (menu, C_("order", "Contact"), book, who, SIM_TOPIC_CONTACT);
  return menu;
}

static gboolean
is_supply (OrderBook *book, SimAddressee who)
{
  if (who.kind == SIM_ADDRESSEE_UNIT && who.index < order_book_n_machines (book))
    return order_book_machine (book, who.index)->platoon == SIM_SUPPLY_PLATOON;
  return who.kind == SIM_ADDRESSEE_PLATOON && who.index == SIM_SUPPLY_PLATOON;
}

/* The canonical text with the first machine as its target, less its name.  */
static void
append_open_own (GMenu *menu, const char *label, OrderBook *book, SimAddressee who, SimVerb verb)
{
  const SimTarget probe = {.kind = SIM_TARGET_UNIT};
  g_autofree char *words = handler_order_words (book, who, verb, &probe);
  const char *name = order_book_spoken_name (book, 0);

  if (g_str_has_suffix (words, name))
    words[strlen (words) - strlen (name)] = '\0';
  append_words (menu, label, words);
}

/* How the order that stands in the line is carried out.  */
static void
append_how (GMenu *menu)
{
  g_autoptr (GMenuModel) how = handler_order_how_menu ();
  g_autoptr (GMenu) section = g_menu_new ();

  /* Translators: submenu: posture, when and until when, of the order that stands in the line. */
  g_menu_append_submenu (section, C_("order", "How"), how);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* What a Scavenger is for.  */
static GMenuModel *
supply_menu (OrderBook *book, SimAddressee who)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) work = g_menu_new ();
  g_autoptr (GMenu) going = g_menu_new ();

  /* Translators: menu of an unarmed supply machine: whom to fill up, whose wreck to take apart, whom to
   * fetch is still to be given. */
  append_open_own (work, C_("order", "Resupply…"), book, who, SIM_VERB_RESUPPLY);
  append_open_own (work, C_("order", "Rescue…"), book, who, SIM_VERB_RESCUE);
  append_open_own (work, C_("order", "Recover Wreck…"), book, who, SIM_VERB_RECOVER);
  append_open (going, C_("order", "Move to…"), book, who, SIM_VERB_MOVE);
  append_open (going, C_("order", "Fall Back to…"), book, who, SIM_VERB_FALL_BACK);
  append_whole (going, C_("order", "Cancel Order"), book, who, SIM_VERB_CANCEL);
  append_report (going, C_("order", "Report"), book, who, SIM_TOPIC_ALL);
  append_whole (going, C_("order", "Say Again"), book, who, SIM_VERB_SAY_AGAIN);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (work));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (going));
  append_how (menu);
  return G_MENU_MODEL (menu);
}

/* Help in five minutes, to be changed in the order line before it is said.  */
static void
append_promises (GMenu *menu, OrderBook *book, SimAddressee who)
{
  static const char *const labels[SIM_N_HELPS] = {
    [SIM_HELP_RESUPPLY] = NC_ ("order", "Promise Resupply…"),
    /* Translators: to promise that others will fire on what presses them. */
    [SIM_HELP_SUPPORT] = NC_ ("order", "Promise Support…"),
    /* Translators: to promise that others will take their place. */
    [SIM_HELP_RELIEF] = NC_ ("order", "Promise Relief…"),
  };

  for (guint help = 0; help < SIM_N_HELPS; help++) {
    SimCommand command = command_of (who, SIM_VERB_PROMISE);
    g_autofree char *words = NULL;

    command.help = (guint8) help;
    command.minutes = 5;
    words = order_canonical (book, &command);
    append_words (menu, g_dpgettext2 (GETTEXT_PACKAGE, "order", labels[help]), words);
  }
}

/* What the desk asks of the guns on the wall; where is still to be given.  */
static void
append_wall (GMenu *menu, OrderBook *book)
{
  g_autoptr (GMenu) wall = g_menu_new ();

  /* Translators: menu "Guns on the Wall": one round that looks instead of bursting. */
  append_open (wall, C_("order", "Look at…"), book, handler_order_to_wall (), SIM_VERB_LOOK);
  append_open (wall, C_("order", "Fire on…"), book, handler_order_to_wall (), SIM_VERB_FIRE_ON);
  /* Translators: submenu: the interception guns on the wall far behind. */
  g_menu_append_submenu (menu, C_("order", "Guns on the Wall"), G_MENU_MODEL (wall));
}

/* What was prepared is set off, wherever it waits.  */
static GMenuModel *
mark_menu (OrderBook *book)
{
  GMenu *menu = g_menu_new ();

  for (guint8 mark = 1; mark <= SIM_MAX_MARK; mark++) {
    g_autofree char *words = handler_order_words_mark (book, mark);
    /* Translators: menu "Give Mark": sets off the orders that were prepared for mark 1 … 9. */
    g_autofree char *label = g_strdup_printf (C_("order", "Mark %u"), (guint) mark);

    append_words (menu, label, words);
  }
  return G_MENU_MODEL (menu);
}

/* What is asked for most.  */
static GMenu *
common_menu (OrderBook *book, SimAddressee who)
{
  GMenu *menu = g_menu_new ();

  /* Translators: menu of a machine: an order whose target is still to be given. */
  append_open (menu, C_("order", "Move to…"), book, who, SIM_VERB_MOVE);
  append_open (menu, C_("order", "Scout…"), book, who, SIM_VERB_SCOUT);
  append_open (menu, C_("order", "Attack…"), book, who, SIM_VERB_ATTACK);
  append_open (menu, C_("order", "Fall Back to…"), book, who, SIM_VERB_FALL_BACK);
  append_whole (menu, C_("order", "Hold Here"), book, who, SIM_VERB_HOLD);
  append_whole (menu, C_("order", "Cancel Order"), book, who, SIM_VERB_CANCEL);
  return menu;
}

static GMenu *
fire_menu (OrderBook *book, SimAddressee who)
{
  GMenu *menu = g_menu_new ();

  append_open (menu, C_("order", "Suppress…"), book, who, SIM_VERB_SUPPRESS);
  append_open (menu, C_("order", "Ambush at…"), book, who, SIM_VERB_AMBUSH);
  append_open (menu, C_("order", "Missiles on…"), book, who, SIM_VERB_FIRE_ON);
  append_whole (menu, C_("order", "Overwatch from Here"), book, who, SIM_VERB_OVERWATCH);
  append_whole (menu, C_("order", "Cease Fire"), book, who, SIM_VERB_CEASE_FIRE);
  append_whole (menu, C_("order", "Weapons Free"), book, who, SIM_VERB_WEAPONS_FREE);
  return menu;
}

static GMenu *
together_menu (OrderBook *book, SimAddressee who)
{
  GMenu *menu = g_menu_new ();

  append_open_own (menu, C_("order", "Follow…"), book, who, SIM_VERB_FOLLOW);
  append_open_own (menu, C_("order", "Rescue…"), book, who, SIM_VERB_RESCUE);
  append_whole (menu, C_("order", "Regroup"), book, who, SIM_VERB_REGROUP);
  append_whole (menu, C_("order", "Get Resupplied"), book, who, SIM_VERB_RESUPPLY);
  append_whole (menu, C_("order", "Listen"), book, who, SIM_VERB_LISTEN);
  append_whole (menu, C_("order", "Free Hand"), book, who, SIM_VERB_FREE_HAND);
  return menu;
}

static GMenu *
telling_menu (OrderBook *book, SimAddressee who)
{
  GMenu *menu = g_menu_new ();

  append_open (menu, C_("order", "Expect…"), book, who, SIM_VERB_EXPECT);
  append_promises (menu, book, who);
  append_whole (menu, C_("order", "Insist"), book, who, SIM_VERB_INSIST);
  append_whole (menu, C_("order", "Drop the Order"), book, who, SIM_VERB_DROP);
  return menu;
}

static GMenuModel *
fighting_menu (OrderBook *book, SimAddressee who)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) common = common_menu (book, who);
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenu) fire = fire_menu (book, who);
  g_autoptr (GMenu) together = together_menu (book, who);
  g_autoptr (GMenu) telling = telling_menu (book, who);
  g_autoptr (GMenu) reports = report_menu (book, who);
  g_autoptr (GMenu) link = link_menu (book, who);
  g_autoptr (GMenuModel) marks = mark_menu (book);

  append_whole (reports, C_("order", "Say Again"), book, who, SIM_VERB_SAY_AGAIN);
  /* Translators: submenu: orders about firing and posts to fire from. */
  g_menu_append_submenu (more, C_("order", "Fire"), G_MENU_MODEL (fire));
  /* Translators: submenu: orders about others of one's own, and to be left alone. */
  g_menu_append_submenu (more, C_("order", "With Others"), G_MENU_MODEL (together));
  /* Translators: submenu: what a machine is to know, and answers to its objection. */
  g_menu_append_submenu (more, C_("order", "Tell"), G_MENU_MODEL (telling));
  g_menu_append_submenu (more, C_("order", "Report"), G_MENU_MODEL (reports));
  g_menu_append_submenu (more, C_("order", "Net and Link"), G_MENU_MODEL (link));
  /* Translators: submenu: which mark to give to all. */
  g_menu_append_submenu (more, C_("order", "Give Mark"), marks);
  append_wall (more, book);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (common));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  append_how (menu);
  return G_MENU_MODEL (menu);
}

GMenuModel *
handler_order_menu (OrderBook *book, SimAddressee who)
{
  return is_supply (book, who) ? supply_menu (book, who) : fighting_menu (book, who);
}

/* Orders about a track, some of which mean the place where it is.  */
static void
append_about (GMenu *menu, OrderBook *book, SimAddressee who, const SimTarget *target)
{
  static const struct {
    SimVerb verb;
    gboolean place;
    const char *label;
  } orders[] = {
    {SIM_VERB_ATTACK, FALSE, NC_ ("order", "Attack")},
    {SIM_VERB_SUPPRESS, FALSE, NC_ ("order", "Suppress")},
    {SIM_VERB_SCOUT, TRUE, NC_ ("order", "Scout")},
    {SIM_VERB_AMBUSH, TRUE, NC_ ("order", "Ambush There")},
    /* Translators: to tell a machine that this enemy comes. */
    {SIM_VERB_EXPECT, FALSE, NC_ ("order", "Expect It")},
    {SIM_VERB_FIRE_ON, FALSE, NC_ ("order", "Missiles on It")},
  };
  const SimTarget place = {SIM_TARGET_POSITION, 0, target->position, 500};

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++) {
    g_autofree char *words = handler_order_words (book, who, orders[i].verb,
                                                  orders[i].place ? &place : target);

    append_words (menu, g_dpgettext2 (GETTEXT_PACKAGE, "order", orders[i].label), words);
  }
}

GMenuModel *
handler_order_menu_track (OrderBook *book, SimAddressee who, const SimTarget *target)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GMenu) wall = g_menu_new ();
  g_autofree char *look = handler_order_words (book, handler_order_to_wall (), SIM_VERB_LOOK,
                                               target);
  g_autofree char *fire = handler_order_words (book, handler_order_to_wall (), SIM_VERB_FIRE_ON,
                                               target);

  append_about (own, book, who, target);
  append_words (wall, C_("order", "Guns on the Wall: Look"), look);
  append_words (wall, C_("order", "Guns on the Wall: Fire"), fire);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (wall));
  append_how (menu);
  return G_MENU_MODEL (menu);
}

/* ---- Whom an order is for -------------------------------------------------------------------- */

static const char *
addressee_name (OrderBook *book, const SimAddressee *addressee)
{
  switch ((SimAddresseeKind) addressee->kind) {
  case SIM_ADDRESSEE_UNIT:
    return addressee->index < order_book_n_machines (book)
               ? order_book_spoken_name (book, addressee->index)
               : "";
  case SIM_ADDRESSEE_PLATOON:
    return order_platoon_title (addressee->index);
  case SIM_ADDRESSEE_INTERCEPTORS:
    return C_("addressee", "the guns on the wall");
  case SIM_ADDRESSEE_ALL:
  default:
    return C_("addressee", "all units");
  }
}

char *
handler_order_addressees_text (OrderBook *book, const SimCommand *command)
{
  const char *names[SIM_MAX_ADDRESSEES + 1] = {NULL};
  g_autofree char *list = NULL;

  if (command->n_addressees == 0)
    return g_strdup ("");
  for (guint i = 0; i < MIN (command->n_addressees, SIM_MAX_ADDRESSEES); i++)
    names[i] = addressee_name (book, &command->addressees[i]);
  list = handler_text_list (names);
  /* Translators: who an order goes to: "to Falke, Fafnir". */
  return g_strdup_printf (C_("addressees", "to %s"), list);
}
