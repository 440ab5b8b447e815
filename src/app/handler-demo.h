/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The demonstration: the training battle, led by the built-in staff officer, for some seconds of
 * the person; with a folder, numbered screenshots of every view and the after-action report.  */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _HandlerApplication HandlerApplication;

typedef struct {
  guint seconds;        /* real time, 1 … 86400 */
  char *screenshot_dir; /* NULL: none are taken */
} HandlerDemoOptions;

#define HANDLER_DEMO_SECONDS 60
#define HANDLER_DEMO_SECONDS_MAX 86400

HandlerDemoOptions *handler_demo_options_copy (const HandlerDemoOptions *options);
void handler_demo_options_free (HandlerDemoOptions *options);

typedef struct _HandlerDemo HandlerDemo;

/* Begins; when its time is over it writes its report and quits the application.  `options` must
 * outlive it.  */
HandlerDemo *handler_demo_start (HandlerApplication *application,
                                 const HandlerDemoOptions *options);
void handler_demo_free (HandlerDemo *self);
/* TRUE when a picture, the report or the battle itself failed; said on standard error.  */
gboolean handler_demo_failed (void);

G_END_DECLS
