/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/handler-weak.h"

GWeakRef *
handler_weak_new (gpointer object)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, object);
  return weak;
}

void
handler_weak_free (gpointer weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

gpointer
handler_weak_take (gpointer weak)
{
  gpointer object = g_weak_ref_get (weak);

  handler_weak_free (weak);
  return object;
}
