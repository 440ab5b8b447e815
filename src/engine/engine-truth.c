/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-truth.h"

#include "engine/engine-moment.h"

const EngineTruthUnit *
engine_truth_units (const EngineMoment *moment, gsize *n_units)
{
  *n_units = moment->units->len;
  return (const EngineTruthUnit *) moment->units->data;
}
