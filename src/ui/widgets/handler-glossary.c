/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/handler-glossary.h"

#include "ui/widgets/handler-row.h"

#include <glib/gi18n.h>

typedef struct {
  const char *word, *meaning;
} Entry;

static const Entry map_entries[] = {
    /* Translators: a word of the glossary, then its meaning; the same for all that follow.  */
    {NC_ ("glossary", "Contact"),
     NC_ ("glossary", "What was reported of an enemy. T03 is the third; “×4?” means about four.")},
    {NC_ ("glossary", "Error Ellipse"),
     NC_ ("glossary",
          "The ring around a contact: somewhere in it they are. It grows while nobody reports.")},
    {NC_ ("glossary", "Age"),
     NC_ ("glossary",
          "“14 s” beside a symbol or name: so old is what you see. What is pale is old.")},
    {NC_ ("glossary", "Ghost"),
     NC_ ("glossary", "A dashed machine of ours: where it should be by now, by its last word and "
                      "order.")},
    {NC_ ("glossary", "Square"),
     NC_ ("glossary", "E04 is column E, row 04, a kilometre wide. E04-7 is one ninth of it.")},
    {NC_ ("glossary", "Bearing"),
     NC_ ("glossary", "A direction in degrees: 000 is north, 090 east. Somebody who is heard has "
                      "one, and no distance; two of them from different places cross.")},
};

static const Entry link_entries[] = {
    {NC_ ("glossary", "Telemetry"),
     NC_ ("glossary", "What machines send by themselves: place, damage, ammunition. Under a swarm "
                      "it stops; voices do not.")},
    {NC_ ("glossary", "Swarm"),
     NC_ ("glossary", "A cloud that jams: below it you have nothing but what is said.")},
    {NC_ ("glossary", "Synced"),
     NC_ ("glossary", "Pilots who are on the link with you. You hear them, and they cost strain.")},
    {NC_ ("glossary", "Strain"),
     NC_ ("glossary", "What the link asks of you. From 60 % words are lost, and held at 85 % it "
                      "cuts you off for a while.")},
    {NC_ ("glossary", "Air Time"),
     NC_ ("glossary", "One speaks at a time. Each order takes seconds in which nobody reports.")},
    {NC_ ("glossary", "Net"),
     NC_ ("glossary", "Who may speak, and how long: “net short” leaves talk out, “net quiet” all "
                      "but emergencies.")},
};

static const Entry order_entries[] = {
    {NC_ ("glossary", "Read-Back"),
     NC_ ("glossary", "The pilot says your order again. If it differs, it was heard wrongly.")},
    {NC_ ("glossary", "Begun"),
     NC_ ("glossary", "From the read-back to the first step some seconds pass; the console says "
                      "what they wait for.")},
    {NC_ ("glossary", "Expect"),
     NC_ ("glossary", "Tells people of a contact that they can not see: they face it and fire "
                      "sooner. A false warning costs trust.")},
    {NC_ ("glossary", "Objection"),
     NC_ ("glossary", "A pilot who finds an order too dangerous says why, and what he would do: "
                      "“insist”, “drop”, or order that.")},
    {NC_ ("glossary", "Promise"),
     NC_ ("glossary", "Help that you said would come by a certain time. Kept or broken, it is "
                      "remembered.")},
    {NC_ ("glossary", "Mark"),
     NC_ ("glossary", "An order “on mark 2” is prepared; “mark 2” begins it in two words. A marked "
                      "place on the map is another thing: a name for orders.")},
};

static void
add_group (AdwPreferencesPage *page, const char *title, const Entry *entries, gsize n)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  for (gsize i = 0; i < n; i++)
    adw_preferences_group_add (
        group, handler_row_new (g_dpgettext2 (NULL, "glossary", entries[i].word),
                                g_dpgettext2 (NULL, "glossary", entries[i].meaning)));
  adw_preferences_page_add (page, group);
}

AdwDialog *
handler_glossary_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  /* Translators: heading of the glossary.  */
  add_group (page, C_ ("glossary", "On the Map"), map_entries, G_N_ELEMENTS (map_entries));
  /* Translators: heading of the glossary.  */
  add_group (page, C_ ("glossary", "On the Link"), link_entries, G_N_ELEMENTS (link_entries));
  /* Translators: heading of the glossary.  */
  add_group (page, C_ ("glossary", "Orders"), order_entries, G_N_ELEMENTS (order_entries));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (page));
  adw_dialog_set_title (dialog, C_ ("dialog", "Glossary"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
