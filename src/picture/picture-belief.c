/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is believed of a track's type and count: a few values with weights.  */
#include "picture/picture-private.h"

/* Doubt that stays however many agree, and weight below which a belief is given up.  */
#define PRIOR_DOUBT  0.2f
#define LEAST_WEIGHT 0.01f

void
picture_beliefs_fade (PictureBelief *beliefs, float factor)
{
  for (size_t i = 0; i < PICTURE_MAX_BELIEFS; i++) {
    beliefs[i].weight *= factor;
    if (beliefs[i].weight < LEAST_WEIGHT)
      beliefs[i] = (PictureBelief) {0};
  }
}

/* The row of this value, else the one with the least weight (unused ones have none).  */
static PictureBelief *
row_for (PictureBelief *beliefs, uint16_t value)
{
  PictureBelief *weakest = &beliefs[0];

  for (size_t i = 0; i < PICTURE_MAX_BELIEFS; i++) {
    if (beliefs[i].weight > 0 && beliefs[i].value == value)
      return &beliefs[i];
    if (beliefs[i].weight < weakest->weight)
      weakest = &beliefs[i];
  }
  *weakest = (PictureBelief) {.value = value};
  return weakest;
}

void
picture_beliefs_add (PictureBelief *beliefs, uint16_t value, uint8_t exact, float weight)
{
  PictureBelief *row;

  if (weight < LEAST_WEIGHT)
    return;
  row = row_for (beliefs, value);
  row->weight += weight;
  row->exact |= exact != 0;
}

void
picture_beliefs_merge (PictureBelief *beliefs, const PictureBelief *other)
{
  for (size_t i = 0; i < PICTURE_MAX_BELIEFS; i++)
    picture_beliefs_add (beliefs, other[i].value, other[i].exact, other[i].weight);
}

void
picture_beliefs_subtract (PictureBelief *beliefs, uint16_t n)
{
  for (size_t i = 0; i < PICTURE_MAX_BELIEFS; i++) {
    if (beliefs[i].value <= n)
      beliefs[i] = (PictureBelief) {0};
    else
      beliefs[i].value -= n;
  }
}

const PictureBelief *
picture_beliefs_best (const PictureBelief *beliefs)
{
  const PictureBelief *best = NULL;

  for (size_t i = 0; i < PICTURE_MAX_BELIEFS; i++) {
    const PictureBelief *row = &beliefs[i];

    if (row->weight > 0 && (!best || row->weight > best->weight ||
                            (row->weight == best->weight && row->value < best->value)))
      best = row;
  }
  return best;
}

float
picture_beliefs_share (const PictureBelief *beliefs, uint16_t value)
{
  float sum = PRIOR_DOUBT, share = 0;

  for (size_t i = 0; i < PICTURE_MAX_BELIEFS; i++) {
    sum += beliefs[i].weight;
    if (beliefs[i].weight > 0 && beliefs[i].value == value)
      share = beliefs[i].weight;
  }
  return share / sum;
}
