/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/engine-core.h"
#include "engine/engine-resume.h"

G_BEGIN_DECLS

/* The core goes to the caller.  */
EngineCore *engine_resume_take_core (EngineResume *resume);
/* As in ScenarioSession; 0: it is another playing.  */
gint64 engine_resume_get_begun_us (EngineResume *resume);
double engine_resume_get_speed (EngineResume *resume);

G_END_DECLS
