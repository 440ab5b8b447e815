/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preferences of spoken orders.  */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Floating.  */
AdwPreferencesGroup *handler_talk_group_new (GSettings *settings);

G_END_DECLS
