/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/library/handler-library-card.h"
#include "ui/library/handler-library-results.h"
#include "ui/widgets/handler-closures.h"
#include "ui/widgets/handler-pair.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

struct _HandlerLibraryCard {
  GtkFlowBoxChild parent_instance;
  char *path;
  char *id; /* or NULL */
  char *problems;
  gboolean failed, training;

  GtkStack *thumbnail_stack;
  GtkPicture *thumbnail;
  GtkLabel *kind;
  GtkLabel *title;
  GtkLabel *summary;
  GtkLabel *minutes;
  GtkLabel *machines;
  GtkWidget *facts;
  GtkLabel *last;
  GtkLabel *state;
};

G_DEFINE_FINAL_TYPE (HandlerLibraryCard, handler_library_card, GTK_TYPE_FLOW_BOX_CHILD)

static void
handler_library_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HANDLER_TYPE_LIBRARY_CARD);
  G_OBJECT_CLASS (handler_library_card_parent_class)->dispose (object);
}

static void
handler_library_card_finalize (GObject *object)
{
  HandlerLibraryCard *self = HANDLER_LIBRARY_CARD (object);

  g_free (self->path);
  g_free (self->id);
  g_free (self->problems);
  G_OBJECT_CLASS (handler_library_card_parent_class)->finalize (object);
}

static void
handler_library_card_class_init (HandlerLibraryCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = handler_library_card_dispose;
  object_class->finalize = handler_library_card_finalize;
  g_type_ensure (HANDLER_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/library/handler-library-card.ui");
  handler_closures_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryCard, thumbnail_stack);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryCard, thumbnail);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryCard, kind);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryCard, title);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryCard, summary);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryCard, minutes);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryCard, machines);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryCard, facts);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryCard, last);
  gtk_widget_class_bind_template_child (widget_class, HandlerLibraryCard, state);
}

static void
handler_library_card_init (HandlerLibraryCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

char *
handler_library_problems_text (GPtrArray *problems, guint limit)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len && i < limit; i++) {
    const ScenarioProblem *problem = g_ptr_array_index (problems, i);

    if (i > 0)
      g_string_append_c (text, '\n');
    if (problem->line > 0)
      /* Translators: a problem of a file: its line, then what is wrong. */
      g_string_append_printf (text, C_("problem", "line %1$u: %2$s"), problem->line,
                              problem->message);
    else
      g_string_append (text, problem->message);
  }
  return g_string_free (text, FALSE);
}

/* What sets it apart from the others, which are battles as well.  */
static const char *
kind_text (const ScenarioEntry *entry)
{
  if (g_strcmp0 (entry->kind, "replay") == 0)
    /* Translators: a badge on a card of the library: a battle that was played. */
    return C_("kind of a scenario", "Replay");
  if (g_strcmp0 (entry->kind, "save") == 0)
    /* Translators: a badge on a card of the library: a battle that the player saved. */
    return C_("kind of a scenario", "Save");
  if (entry->user)
    /* Translators: a badge on a card of the library. */
    return C_("kind of a scenario", "My files");
  if (entry->steps > 0)
    /* Translators: a badge on a card of the library: a battle that teaches step by step. */
    return C_("kind of a scenario", "Tutorial");
  if (entry->training)
    return C_("kind of a scenario", "Training");
  return entry->campaign != NULL ? C_("kind of a scenario", "Story") : "";
}

static void
show_failed (HandlerLibraryCard *self, const ScenarioEntry *entry)
{
  guint n = entry->problems->len;
  g_autofree char *state = g_strdup_printf (
      /* Translators: what is wrong with a file. */
      g_dngettext (GETTEXT_PACKAGE, "%u problem", "%u problems", n), n);

  self->problems = handler_library_problems_text (entry->problems, 200);
  gtk_label_set_label (self->summary, self->problems);
  gtk_label_set_label (self->state, state);
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "error");
  gtk_widget_set_visible (self->facts, FALSE);
  gtk_stack_set_visible_child_name (self->thumbnail_stack, "failed");
}

static void
show_entry (HandlerLibraryCard *self, const ScenarioEntry *entry)
{
  g_autofree char *minutes = entry->steps > 0 ? handler_text_steps (entry->steps)
                                             : handler_text_duration (entry->duration_s);
  g_autofree char *machines = handler_text_machines (entry->machines);

  gtk_label_set_label (self->summary, entry->summary != NULL ? entry->summary : "");
  gtk_label_set_label (self->minutes, minutes);
  gtk_label_set_label (self->machines, machines);
}

static void
name_card (HandlerLibraryCard *self)
{
  const char *const facts[] = {gtk_label_get_label (self->kind),
                               gtk_label_get_label (self->minutes),
                               gtk_label_get_label (self->machines),
                               gtk_label_get_label (self->last),
                               gtk_label_get_label (self->state), NULL};
  g_autofree char *row = handler_text_list (facts);
  g_autofree char *description
      = g_strdup_printf ("%s\n%s", row, gtk_label_get_label (self->summary));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

GtkWidget *
handler_library_card_new (const ScenarioEntry *entry)
{
  HandlerLibraryCard *self = g_object_new (HANDLER_TYPE_LIBRARY_CARD, NULL);
  g_autofree char *file = g_path_get_basename (entry->path);

  self->path = g_strdup (entry->path);
  self->training = entry->training && entry->steps == 0;
  if (g_strcmp0 (entry->kind, "scenario") == 0)
    self->id = g_strdup (entry->id);
  self->failed = entry->problems != NULL && scenario_problems_fatal (entry->problems);
  gtk_label_set_label (self->kind, kind_text (entry));
  gtk_label_set_label (self->title, entry->title != NULL && entry->title[0] != '\0' ? entry->title
                                                                                    : file);
  if (self->failed)
    show_failed (self, entry);
  else
    show_entry (self, entry);
  name_card (self);
  return GTK_WIDGET (self);
}

const char *
handler_library_card_get_path (HandlerLibraryCard *self)
{
  g_return_val_if_fail (HANDLER_IS_LIBRARY_CARD (self), NULL);
  return self->path;
}

const char *
handler_library_card_get_id (HandlerLibraryCard *self)
{
  g_return_val_if_fail (HANDLER_IS_LIBRARY_CARD (self), NULL);
  return self->id;
}

void
handler_library_card_set_last_result (HandlerLibraryCard *self, const ScenarioLastResult *result)
{
  g_autofree char *text = NULL;

  g_return_if_fail (HANDLER_IS_LIBRARY_CARD (self));
  text = result != NULL ? handler_library_result_text (result) : g_strdup ("");
  gtk_label_set_label (self->last, text);
  name_card (self);
}

const char *
handler_library_card_get_title (HandlerLibraryCard *self)
{
  g_return_val_if_fail (HANDLER_IS_LIBRARY_CARD (self), NULL);
  return gtk_label_get_label (self->title);
}

gboolean
handler_library_card_get_failed (HandlerLibraryCard *self)
{
  g_return_val_if_fail (HANDLER_IS_LIBRARY_CARD (self), FALSE);
  return self->failed;
}

gboolean
handler_library_card_get_training (HandlerLibraryCard *self)
{
  g_return_val_if_fail (HANDLER_IS_LIBRARY_CARD (self), FALSE);
  return self->training;
}

const char *
handler_library_card_get_problems (HandlerLibraryCard *self)
{
  g_return_val_if_fail (HANDLER_IS_LIBRARY_CARD (self), NULL);
  return self->problems != NULL ? self->problems : "";
}

void
handler_library_card_set_thumbnail (HandlerLibraryCard *self, GdkPaintable *paintable)
{
  g_return_if_fail (HANDLER_IS_LIBRARY_CARD (self));
  gtk_picture_set_paintable (self->thumbnail, paintable);
}

gboolean
handler_library_card_matches (HandlerLibraryCard *self, const char *words)
{
  g_return_val_if_fail (HANDLER_IS_LIBRARY_CARD (self), FALSE);
  return g_str_match_string (words, gtk_label_get_label (self->title), TRUE)
         || g_str_match_string (words, gtk_label_get_label (self->summary), TRUE);
}
