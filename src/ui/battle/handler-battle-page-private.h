/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/alerts/handler-alerts-strip.h"
#include "ui/battle/handler-battle-page.h"
#include "ui/battle/handler-lesson-panel.h"
#include "ui/battle/handler-pacer.h"
#include "ui/battle/handler-strain-meter.h"
#include "ui/comms/handler-air-queue.h"
#include "ui/comms/handler-announcer.h"
#include "ui/squad/handler-squad-panel.h"

G_BEGIN_DECLS

/* Of the map, as text runs.  */
typedef enum { HANDLER_SIDE_SQUAD, HANDLER_SIDE_COMMS, HANDLER_N_SIDES } HandlerSide;

struct _HandlerBattlePage {
  AdwNavigationPage parent_instance;
  EngineBattle *battle;
  HandlerSquad *squad;
  HandlerContacts *contacts;
  HandlerMarks *marks;
  HandlerAlerts *alerts;
  HandlerAnnouncer *announcer;
  HandlerPacer *pacer;
  HandlerHints *hints; /* of a guided battle, or NULL */
  GSettings *settings; /* or NULL */
  char *size;
  char *time; /* name of the toggle: "pause" or the speed */
  gboolean muted;
  gboolean flashing;
  gboolean ended;
  gboolean shut;
  gboolean resizing; /* panels move with the window, not by the person's choice */
  gboolean pace_told; /* that the speed is automatic */
  gboolean has_dialog; /* of the window */
  guint n_asking;      /* dialogs of the desktop that are open */
  gboolean apart[HANDLER_N_SIDES];     /* chosen: the panel has a window of its own where there is room */
  GtkWindow *windows[HANDLER_N_SIDES]; /* that are there, or NULL */
  guint windows_tick;                  /* they are to come or go in the next frame; or 0 */
  guint words_tick, words_timeout; /* words are to be shown: in the next frames, later; or 0 */
  guint words_piece, words_machine; /* which of them, and of the machines, come next */
  guint n_put_off;                 /* how often they made way for the map */
  gint64 words_at;                 /* when they were shown, µs of the monotonic clock */
  guint unseen; /* captions since comms were last on view, in a narrow window */
  int machine;  /* selected, or −1 */
  guint track;  /* selected, or 0 */
  int lesson_step; /* of the tutorial, as last seen, or −1 */
  AdwToast *mark_toast; /* weak: that takes back what was last done to a mark */
  HandlerMarkKind mark_kind;
  guint mark;   /* marked place or line of the pencil that is selected, or 0 */

  AdwHeaderBar *header;
  HandlerLessonPanel *lesson_panel;
  GtkWidget *squad_button;
  GtkWidget *comms_button;
  GtkWidget *mute_button;
  AdwToggleGroup *time_group;
  GtkMenuButton *time_button;
  GtkImage *time_icon;
  GtkLabel *time_label;
  GtkWidget *clock_box;
  GtkLabel *clock;
  GtkLabel *elapsed;
  AdwWindowTitle *title;
  GtkWidget *link_button;
  GtkLabel *synced;
  GtkWidget *strain_box;
  GtkLabel *strain_word;
  HandlerStrainMeter *strain_meter;
  GtkLabel *link_details;
  AdwMultiLayoutView *layouts;
  AdwOverlaySplitView *squad_split;
  AdwOverlaySplitView *comms_split;
  GtkWidget *squad_handle; /* between panel and map */
  GtkWidget *comms_handle;
  GtkWidget *map_room; /* where the map stands between panels */
  AdwViewStack *pages;
  AdwViewSwitcherBar *switcher;
  AdwViewStackPage *squad_page;
  AdwViewStackPage *comms_page;
  AdwBin *map_bin;
  AdwBin *squad_bin; /* empty while its panel has a window */
  AdwBin *comms_bin;
  GtkRevealer *last_caption_revealer;
  GtkLabel *last_caption;
  HandlerSquadPanel *squad_panel;
  HandlerCommsPanel *comms_panel;
  GtkOrientable *order_box;
  GtkMenuButton *queue_button;
  GtkPopover *queue_popover;
  HandlerAirQueue *queue;       /* above the captions */
  HandlerAirQueue *small_queue; /* in the button's popover, where the captions are not in view */
  HandlerOrderLine *order_line;
  HandlerAlertsStrip *alerts_strip;
  HandlerTalk *talk; /* in the order line */
};

/* handler-battle-page-header.c */
void handler_battle_page_show_frame (HandlerBattlePage *self, const EngineFrame *frame);
void handler_battle_page_show_time (HandlerBattlePage *self);
void handler_battle_page_init_speeds (HandlerBattlePage *self);
void handler_battle_page_apply_size (HandlerBattlePage *self);
void handler_battle_page_update_switcher (HandlerBattlePage *self);
/* Too low, for the size of text, for a list beside the captions.  */
gboolean handler_battle_page_is_low (HandlerBattlePage *self);
gboolean handler_battle_page_is_narrow (HandlerBattlePage *self);

/* The title and what stands below it, unless the window is narrow, which has the clock there.  */
void handler_battle_page_restore_title (HandlerBattlePage *self);

/* handler-battle-page-lists.c */
/* Lists, captions, header and queue show the battle as it is, now.  */
void handler_battle_page_show_words (HandlerBattlePage *self);
/* The same where the battle stands still: the header now, the others with the next frames.  */
void handler_battle_page_settle_words (HandlerBattlePage *self);
/* The same, as soon as it is their turn.  */
void handler_battle_page_take_frame (HandlerBattlePage *self, const EngineFrame *frame);
/* The battle has captions that it had not.  */
void handler_battle_page_captions_changed (HandlerBattlePage *self);
/* To be called before the page or its battle goes.  */
void handler_battle_page_forget_words (HandlerBattlePage *self);

/* handler-battle-page-layout.c */
/* Puts the panels over the map, or beside it where they were chosen to stand.  */
void handler_battle_page_resize_panels (HandlerBattlePage *self, gboolean squad_over,
                                        gboolean comms_over);
/* As it was left, and kept from now on; once, with settings.  */
void handler_battle_page_keep_layout (HandlerBattlePage *self);

/* handler-battle-page-windows.c: panels in windows of their own.  */
/* What is around the panel's place in the main window.  */
AdwOverlaySplitView *handler_battle_page_split (HandlerBattlePage *self, HandlerSide side);
/* Whether a window was chosen; its window comes or goes at once, if the page is on view and has room.  */
gboolean handler_battle_page_get_apart (HandlerBattlePage *self, HandlerSide side);
void handler_battle_page_set_apart (HandlerBattlePage *self, HandlerSide side, gboolean apart);
/* Whether it was, and the main window is large enough for the choice to hold.  */
gboolean handler_battle_page_stands_apart (HandlerBattlePage *self, HandlerSide side);
/* As they were left, from the settings.  */
void handler_battle_page_keep_windows (HandlerBattlePage *self);
/* Windows come and go, in the next frame, as size and page now have it.  */
void handler_battle_page_update_windows (HandlerBattlePage *self);
/* All panels are back in the page, at once; what was chosen stays chosen.  */
void handler_battle_page_close_windows (HandlerBattlePage *self);
/* Brings the panel's window to the front; FALSE where it has none.  */
gboolean handler_battle_page_present_panel (HandlerBattlePage *self, HandlerSide side);
/* Brings the main window to the front, if the person may be in another.  */
void handler_battle_page_present_main (HandlerBattlePage *self);
/* Whether keys go to the comms panel now, wherever it is.  */
gboolean handler_battle_page_comms_have_focus (HandlerBattlePage *self);

/* handler-battle-page-time.c */
void handler_battle_page_init_pacer (HandlerBattlePage *self);
/* What is done in this widget is done by somebody who attends to the battle.  */
void handler_battle_page_watch_person (HandlerBattlePage *self, GtkWidget *widget);
void handler_battle_page_watch_window (HandlerBattlePage *self, GtkRoot *root);

/* handler-battle-page-mutes.c */
gboolean handler_battle_page_is_muted (HandlerBattlePage *self, EngineCaption *caption);
/* Actions: of a machine (its index); of the selected caption or machine.  */
void handler_battle_page_mute_machine_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void handler_battle_page_mute_speaker_cb (GtkWidget *widget, const char *name, GVariant *parameter);

/* handler-battle-page-hints.c */
void handler_battle_page_hint (HandlerBattlePage *self, const SimReport *report);
/* The page of all patterns, with one of them open (HANDLER_N_PATTERNS: none).  */
void handler_battle_page_show_patterns (HandlerBattlePage *self, HandlerPattern open);
void handler_battle_page_patterns_cb (GtkWidget *widget, const char *name, GVariant *parameter);

/* handler-battle-page-lesson.c: the tutorial of the battle, if it has one.  */
void handler_battle_page_init_lesson (HandlerBattlePage *self);
/* After the window's size or the page of a narrow window changed.  */
void handler_battle_page_place_lesson (HandlerBattlePage *self);
void handler_battle_page_take_lesson (HandlerBattlePage *self, const EngineFrame *frame);
void handler_battle_page_lesson_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void handler_battle_page_lesson_again_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void handler_battle_page_lesson_skip_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void handler_battle_page_lesson_leave_cb (GtkWidget *widget, const char *name, GVariant *parameter);

/* handler-battle-page-briefing.c */
/* Action: the briefing again, with how things stand.  */
void handler_battle_page_briefing_cb (GtkWidget *widget, const char *name, GVariant *parameter);

/* handler-battle-page-marks.c */
/* Words that mark a place, into the order line.  */
void handler_battle_page_mark_place (HandlerBattlePage *self, BaseVec at);
/* What the pencil asks for, told, and with what takes it back.  */
void handler_battle_page_edit (HandlerBattlePage *self, const PictureEdit *edit);
/* Actions; the parameter is the number of a marked place, or of a line.  */
void handler_battle_page_mark_delete_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void handler_battle_page_stroke_delete_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void handler_battle_page_mark_rename_cb (GtkWidget *widget, const char *name, GVariant *parameter);

/* handler-battle-page-map.c: the only file that knows the map widget.  */
void handler_battle_page_init_map (HandlerBattlePage *self);
void handler_battle_page_clear_map (HandlerBattlePage *self);
void handler_battle_page_map_select (HandlerBattlePage *self);
void handler_battle_page_map_draft (HandlerBattlePage *self, const SimCommand *command);
void handler_battle_page_map_show (HandlerBattlePage *self, BaseVec place);
void handler_battle_page_map_focus (HandlerBattlePage *self);
/* The map is drawn anew with this frame or soon.  */
gboolean handler_battle_page_map_is_due (HandlerBattlePage *self);
/* Pixels at the map's bottom that its scale and zoom take.  */
int handler_battle_page_map_bottom (HandlerBattlePage *self);
/* The platoon that is selected as one, on the map; FALSE when none is.  */
gboolean handler_battle_page_map_platoon (HandlerBattlePage *self, guint *platoon);
/* Where "here" is; FALSE when the map has no cursor.  */
gboolean handler_battle_page_map_cursor (HandlerBattlePage *self, BaseVec *here);
/* The map tells of a selection made there.  */
void handler_battle_page_select (HandlerBattlePage *self, int machine, guint track);
/* A marked place or a line, 0 for none; machine and track stay selected in their lists.  */
void handler_battle_page_select_mark (HandlerBattlePage *self, HandlerMarkKind kind, guint mark);

/* handler-battle-page-queue.c */
void handler_battle_page_init_queue (HandlerBattlePage *self);
void handler_battle_page_show_queue (HandlerBattlePage *self, const PictureView *view);
/* Moves the keyboard focus to the first order that waits; says so when there is none.  */
void handler_battle_page_focus_queue (HandlerBattlePage *self);

/* handler-battle-page-save.c */
/* Asks where to, then saves.  */
void handler_battle_page_save (HandlerBattlePage *self);

/* handler-battle-page-actions.c */
void handler_battle_page_class_install_actions (GtkWidgetClass *widget_class);
void handler_battle_page_init_shortcuts (HandlerBattlePage *self);

G_END_DECLS
