/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-error.h"

G_DEFINE_QUARK (voice - error - quark, voice_error)
