/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who there is to choose voices for, and what each sounds like.  */
#pragma once

#include "scenario/scenario.h"
#include "ui/preferences/handler-voices-page.h"
#include "voice/voice.h"

G_BEGIN_DECLS

/* The page of the preferences with the desk, the handler, the people of `battle` (nullable) and those of
 * each campaign in the library; where there is neither, those of the training battle.  Its examples are
 * said by the radio as on the air, for as long as the page lives, and cut when it goes.  Floating.  Main
 * thread.  */
AdwNavigationPage *voice_examples_page_new (VoiceRadio *radio, GSettings *settings,
                                            ScenarioBattle *battle);

G_END_DECLS
