/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks of definitions made by their default functions (private to sim).  */
#pragma once

#define SIM_RULES_COOKIE 0x52554c45u
#define SIM_TERRAIN_COOKIE 0x54455252u
#define SIM_WORLD_COOKIE 0x574f524cu
