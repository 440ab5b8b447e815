/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The battle page's header and what changes with the window's size.  */
#include "ui/battle/handler-battle-page-private.h"
#include "ui/widgets/handler-text.h"
#include "ui/widgets/handler-widget.h"

#include <glib/gi18n.h>
#include <math.h>

/* So narrow for the size of text that the header has no room for a title.  */
static gboolean
is_slim (HandlerBattlePage *self)
{
  return g_str_equal (self->size, "slim") || g_str_equal (self->size, "least") ||
         g_str_equal (self->size, "lowest");
}

gboolean
handler_battle_page_is_low (HandlerBattlePage *self)
{
  return g_str_equal (self->size, "tiny") || g_str_equal (self->size, "least") ||
         g_str_equal (self->size, "lowest");
}

gboolean
handler_battle_page_is_narrow (HandlerBattlePage *self)
{
  return g_str_equal (self->size, "narrow") || g_str_equal (self->size, "tiny") || is_slim (self);
}

/* ---- Clock and link --------------------------------------------------------------------------- */

static void
set_label (GtkLabel *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
}

static void
show_clock (HandlerBattlePage *self, const EngineFrame *frame)
{
  g_autofree char *clock = engine_battle_format_clock (self->battle, frame->now, TRUE);
  g_autofree char *elapsed = handler_text_elapsed (frame->now);

  set_label (self->clock, clock);
  set_label (self->elapsed, elapsed);
  if (is_slim (self))
    handler_alerts_strip_set_clock (self->alerts_strip, clock);
  else if (handler_battle_page_is_narrow (self))
    adw_window_title_set_title (self->title, clock);
}

static char *
synced_text (const SimLinkState *link)
{
  /* Translators: in the header: how many pilots are on the link. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u synced", "%u synced", link->synced),
                          (guint) link->synced);
}

/* Cut off, or about to be: how long; else NULL.  */
static char *
cut_text (const SimLinkState *link)
{
  if (link->cut_s > 0)
    /* Translators: in the header: too much strain cut the handler off the link; seconds. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "cut, back in %u s",
                                         "cut, back in %u s", link->cut_s),
                            (guint) link->cut_s);
  if (link->cut_in_s > 0)
    /* Translators: in the header: strain will cut the handler off the link so soon; seconds. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "cut in about %u s",
                                         "cut in about %u s", link->cut_in_s),
                            (guint) link->cut_in_s);
  return NULL;
}

/* A word and per cent.  */
static char *
strain_text (const SimLinkState *link)
{
  g_autofree char *share = handler_text_percent (floor (link->strain));
  char *cut = cut_text (link);

  if (cut != NULL)
    return cut;
  /* Translators: strain of the link: a word ("easy"), per cent ("12 %"). */
  return g_strdup_printf (C_("link", "%1$s %2$s"), handler_text_strain (link->strain), share);
}

static char *
waiting_text (const SimLinkState *link)
{
  if (link->waiting == 0)
    return g_strdup (C_("link", "Nothing waits for air."));
  return g_strdup_printf (
      /* Translators: how many transmissions wait for air, and how many seconds they will take. */
      g_dngettext (GETTEXT_PACKAGE, "%1$u transmission waits for air, %2$d s in all.",
                   "%1$u transmissions wait for air, %2$d s in all.", link->waiting),
      (guint) link->waiting, (int) link->waiting_s);
}

/* The rule that holds for every platoon's net, or that there are several.  */
static const char *
net_text (const SimLinkState *link)
{
  for (gsize i = 1; i < SIM_MAX_PLATOONS; i++)
    if (link->nets[i] != link->nets[0])
      /* Translators: rules of the radio net: who may speak, and how long. */
      return C_("link", "Net: not the same for all platoons.");
  switch (link->nets[0]) {
  case SIM_SETTING_SHORT:
    return C_("link", "Net short: no talk, no reasons.");
  case SIM_SETTING_QUIET:
    return C_("link", "Net quiet: emergencies only.");
  default:
    return NULL;
  }
}

static char *
listening_text (HandlerBattlePage *self, const SimLinkState *link)
{
  OrderBook *book = engine_battle_get_book (self->battle);

  if (link->listening == 0)
    return NULL;
  /* Translators: the handler hears the own radio net of this platoon. */
  return g_strdup_printf (C_("link", "Listening in to %s."),
                          order_book_platoon_name (book, link->listening - 1));
}

/* What she has set, a line each; nothing where all is as usual.  */
static char *
settings_text (HandlerBattlePage *self, const SimLinkState *link)
{
  g_autofree char *listening = listening_text (self, link);
  const char *net = net_text (link);
  GString *text = g_string_new (NULL);

  if (net != NULL)
    g_string_append_printf (text, "\n%s", net);
  if (link->leaders_only)
    /* Translators: only one of each platoon is on the link. */
    g_string_append_printf (text, "\n%s", C_("link", "Leaders alone are on the link."));
  if (listening != NULL)
    g_string_append_printf (text, "\n%s", listening);
  return g_string_free_and_steal (text);
}

static void
show_details (HandlerBattlePage *self, const SimLinkState *link)
{
  g_autofree char *synced = g_strdup_printf (
      /* Translators: how many pilots are on the link. */
      g_dngettext (GETTEXT_PACKAGE, "%u pilot on the link.", "%u pilots on the link.",
                   link->synced),
      (guint) link->synced);
  g_autofree char *share = handler_text_percent (floor (link->strain));
  /* Translators: strain of the link: a word ("easy"), per cent ("12 %"). */
  g_autofree char *strain
      = g_strdup_printf (C_("link", "Strain: %1$s, %2$s."), handler_text_strain (link->strain),
                         share);
  g_autofree char *waiting = waiting_text (link);
  g_autofree char *cut = cut_text (link);
  g_autofree char *settings = settings_text (self, link);
  g_autofree char *text
      = g_strdup_printf ("%s\n%s%s%s\n%s%s", synced, strain, cut != NULL ? "\n" : "",
                         cut != NULL ? cut : "", waiting, settings);

  set_label (self->link_details, text);
}

static void
show_link (HandlerBattlePage *self, const SimLinkState *link)
{
  g_autofree char *synced = synced_text (link);
  g_autofree char *strain = strain_text (link);
  g_autofree char *both = handler_text_facts (synced, strain, NULL);

  set_label (self->synced, synced);
  set_label (self->strain_word, strain);
  handler_strain_meter_set_strain (self->strain_meter, link->strain);
  show_details (self, link);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->link_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, both, -1);
  if (handler_battle_page_is_narrow (self) && !is_slim (self))
    adw_window_title_set_subtitle (self->title, both);
}

/* Before the first tick nobody has told of the link: it holds whom the picture holds.  */
static SimLinkState
link_of (const PictureView *view)
{
  SimLinkState link = view->link;

  if (view->now > 0)
    return link;
  link.synced = 0;
  for (gsize i = 0; i < view->n_own; i++)
    link.synced += !view->own[i].known_lost;
  return link;
}

void
handler_battle_page_show_frame (HandlerBattlePage *self, const EngineFrame *frame)
{
  SimLinkState link = link_of (&frame->view);

  show_clock (self, frame);
  show_link (self, &link);
}

/* Beside the speeds, and where they are behind a button, on that.  */
static void
show_why (HandlerBattlePage *self)
{
  const char *words = self->pacer == NULL ? "" : handler_pacer_get_words (self->pacer);
  g_autofree char *label = handler_text_list ((const char *const[]){C_("header", "Time"), words,
                                                                    NULL});

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->time_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->time_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->time_group),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

void
handler_battle_page_show_time (HandlerBattlePage *self)
{
  gboolean paused = engine_battle_get_paused (self->battle);
  g_autofree char *speed = handler_text_speed (engine_battle_get_speed (self->battle));

  gtk_image_set_from_icon_name (self->time_icon, paused ? "media-playback-pause-symbolic"
                                                        : "media-playback-start-symbolic");
  gtk_label_set_label (self->time_label, speed);
  handler_order_line_set_paused (self->order_line, paused);
  show_why (self);
}

/* ---- Speeds ----------------------------------------------------------------------------------- */

static const char *const speeds[] = {"0.5", "1", "5", "20", "60"};

static GMenuModel *
speeds_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) pause = g_menu_new ();
  g_autoptr (GMenu) list = g_menu_new ();
  g_autoptr (GMenu) rule = g_menu_new ();

  g_menu_append (pause, C_("time", "Pause"), "battle.time::pause");
  for (gsize i = 0; i < G_N_ELEMENTS (speeds); i++) {
    g_autofree char *label = handler_text_speed (g_ascii_strtod (speeds[i], NULL));
    g_autofree char *action = g_strconcat ("battle.time::", speeds[i], NULL);

    g_menu_append (list, label, action);
  }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (pause));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (list));
  /* Translators: a choice of the menu of speeds: the program picks the speed by what is reported. */
  g_menu_append (rule, C_("time", "Automatic"), "battle.pacing");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rule));
  return G_MENU_MODEL (menu);
}

/* The same words on toggles, in the menu and on its button.  */
void
handler_battle_page_init_speeds (HandlerBattlePage *self)
{
  g_autoptr (GMenuModel) menu = speeds_menu ();

  for (gsize i = 0; i < G_N_ELEMENTS (speeds); i++) {
    g_autofree char *label = handler_text_speed (g_ascii_strtod (speeds[i], NULL));

    adw_toggle_set_label (adw_toggle_group_get_toggle_by_name (self->time_group, speeds[i]), label);
  }
  gtk_menu_button_set_menu_model (self->time_button, menu);
}

/* ---- Size ------------------------------------------------------------------------------------- */

/* Below the title: why the battle runs as it does, then its date.  */
static void
show_title (HandlerBattlePage *self)
{
  ScenarioBattle *scenario = engine_battle_get_scenario (self->battle);
  g_autofree char *date = handler_text_date (scenario_battle_get_start (scenario));
  const char *words = self->pacer == NULL ? "" : handler_pacer_get_words (self->pacer);
  g_autofree char *below = handler_text_facts (words, date, NULL);

  adw_window_title_set_title (self->title, scenario_battle_get_title (scenario));
  adw_window_title_set_subtitle (self->title, below);
}

void
handler_battle_page_restore_title (HandlerBattlePage *self)
{
  if (self->battle != NULL && !handler_battle_page_is_narrow (self))
    show_title (self);
}

/* On a low window the switcher makes way while one types, as it does for a keyboard on the
 * screen.  */
void
handler_battle_page_update_switcher (HandlerBattlePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  gboolean typing = GTK_IS_TEXT (focus)
                    && (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) != NULL
                        || gtk_editable_get_text (GTK_EDITABLE (focus))[0] != '\0');

  adw_view_switcher_bar_set_reveal (self->switcher, !typing || !handler_battle_page_is_low (self));
}

/* Never fewer functions, only other places: what a narrow header leaves out is in the title, the
 * menu or the switcher below, what a slim one leaves out in the link's own button and beside the
 * alerts.  */
void
handler_battle_page_apply_size (HandlerBattlePage *self)
{
  gboolean wide = g_str_equal (self->size, "wide");
  gboolean medium = g_str_equal (self->size, "medium");
  gboolean narrow = handler_battle_page_is_narrow (self);
  gboolean tiny = handler_battle_page_is_low (self);
  gboolean slim = is_slim (self);

  adw_multi_layout_view_set_layout_name (self->layouts, narrow ? "narrow" : "wide");
  handler_battle_page_resize_panels (self, !wide, !wide && !medium);
  gtk_widget_set_visible (GTK_WIDGET (self->time_group), wide || medium);
  gtk_widget_set_visible (GTK_WIDGET (self->time_button), !wide && !medium);
  gtk_widget_set_visible (self->clock_box, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->elapsed), wide);
  gtk_widget_set_visible (self->strain_box, wide);
  gtk_widget_set_visible (self->link_button, !narrow || slim);
  gtk_widget_set_visible (GTK_WIDGET (self->synced), !slim);
  gtk_widget_set_visible (self->squad_button, !narrow);
  gtk_widget_set_visible (self->comms_button, !narrow);
  gtk_widget_set_visible (self->mute_button, !narrow);
  adw_header_bar_set_decoration_layout (self->header, narrow ? ":close" : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->last_caption_revealer), narrow && !tiny);
  handler_alerts_strip_set_max_shown (self->alerts_strip, wide ? 4 : medium ? 3 : narrow ? 1 : 2);
  handler_alerts_strip_set_clock (self->alerts_strip, slim ? "" : NULL);
  handler_alerts_strip_set_stacked (self->alerts_strip,
                                    slim && !g_str_equal (self->size, "lowest"));
  handler_order_line_set_compact (self->order_line, narrow, tiny);
  handler_comms_panel_set_compact (self->comms_panel, narrow, tiny);
  handler_squad_panel_set_compact (self->squad_panel, narrow, tiny);
  handler_comms_panel_set_slim (self->comms_panel, slim);
  gtk_label_set_max_width_chars (self->link_details, slim ? 20 : 36);
  handler_lesson_panel_set_compact (self->lesson_panel, !wide && !medium);
  handler_battle_page_place_lesson (self);
  handler_widget_toggle_class (GTK_WIDGET (self), "tiny", tiny);
  handler_widget_toggle_class (GTK_WIDGET (self), "slim", slim);
  handler_battle_page_update_switcher (self);
  handler_battle_page_update_windows (self);
  if (narrow) {
    adw_window_title_set_title (self->title, "");
    adw_window_title_set_subtitle (self->title, "");
  }
  handler_battle_page_restore_title (self);
  if (self->battle == NULL)
    return;
  handler_battle_page_show_frame (self, engine_battle_get_frame (self->battle));
  handler_battle_page_show_queue (self, &engine_battle_get_frame (self->battle)->view);
}
