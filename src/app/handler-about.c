/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/handler-about.h"

#include <glib/gi18n.h>

AdwDialog *
handler_about_new (void)
{
  AdwDialog *dialog = adw_about_dialog_new_from_appdata (
      "/io/github/handlerone/HandlerOne/metainfo.xml", HANDLER_VERSION);
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);
  const char *developers[] = {C_("credits", "The Handler One contributors"), NULL};

  adw_about_dialog_set_version (about, HANDLER_VERSION);
  adw_about_dialog_set_developers (about, developers);
  adw_about_dialog_set_copyright (about, C_("about", "© 2026 The Handler One contributors"));
  /* Translators: put your name here, one a line. */
  adw_about_dialog_set_translator_credits (about, C_("about", "translator-credits"));
  adw_about_dialog_set_comments (
      about, C_("about", "A free, unofficial work inspired by the setting of 86—Eighty-Six. It "
                         "uses no text, picture or sound of the novels or the series."));
  adw_about_dialog_add_legal_section (about, "espeak-ng",
                                      "© 2005–2014 Jonathan Duddington, 2015– Reece H. Dunn",
                                      GTK_LICENSE_GPL_3_0, NULL);
  adw_about_dialog_add_legal_section (about, "GStreamer", "© The GStreamer contributors",
                                      GTK_LICENSE_LGPL_2_1, NULL);
  adw_about_dialog_add_legal_section (about, "GTK, libadwaita, GLib, json-glib",
                                      "© The GNOME project and others", GTK_LICENSE_LGPL_2_1, NULL);
  return dialog;
}
