/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/alerts/handler-hints.h"

#include <glib/gi18n.h>

/* Scouts that feel for somebody are so many at least; a pack that makes noise, too.  */
#define FEW_SCOUTS 3
#define FEW_DRAGOONS 4
#define FEW_TANKS 2
/* So many that stop within so many seconds hold their breath together.  */
#define HALTS 3
#define HALTS_S 15
/* Nothing is known within so much of a silent road.  */
#define SILENT_M 1500.f

struct _HandlerHints {
  OrderBook *book;
  guint shown; /* bits, by HandlerPattern */
  struct {
    guint32 contact;
    SimTick t;
  } halts[HALTS]; /* the last, by contact */
};

HandlerPatternWords
handler_pattern_words (HandlerPattern pattern)
{
  static const HandlerPatternWords words[HANDLER_N_PATTERNS] = {
    [HANDLER_PATTERN_FEELER] = {
      /* Translators: a pattern of the enemy: what it is called; then how it shows, what follows, what to do.  */
      NC_ ("pattern", "Feeler"),
      NC_ ("pattern", "Three to six scouts, wide apart, halt about a kilometre away."),
      NC_ ("pattern", "In four to eight minutes the main body comes where they stayed longest."),
      NC_ ("pattern", "Kill those in the middle unseen, or stay silent. If all open fire, every place is known."),
    },
    [HANDLER_PATTERN_HOOK] = {
      NC_ ("pattern", "Hook"),
      NC_ ("pattern", "A loud pack in front, and no tanks behind it."),
      NC_ ("pattern", "A second pack strikes from the side one and a half to two and a half minutes later."),
      NC_ ("pattern", "Hold the reserve for the second report; do not send it to the noise."),
    },
    [HANDLER_PATTERN_ANVIL] = {
      NC_ ("pattern", "Anvil"),
      NC_ ("pattern", "A column of tanks stops at about a kilometre and fires slowly."),
      NC_ ("pattern", "Dragoons come through dead ground meanwhile."),
      NC_ ("pattern", "Break sight and take them at under 600 metres, from rear or above. Do not duel."),
    },
    [HANDLER_PATTERN_GUN_LINE] = {
      NC_ ("pattern", "Gun line"),
      NC_ ("pattern", "One scout stays, and one heavy round falls."),
      NC_ ("pattern", "Six rounds 25 seconds later, then every 40 seconds."),
      NC_ ("pattern", "Move within 25 seconds and kill the spotter: the guns are blind for a while. Cover does not help."),
    },
    [HANDLER_PATTERN_CLOSED_DOOR] = {
      NC_ ("pattern", "Closed door"),
      NC_ ("pattern", "No scouts and no voice on an easy road."),
      NC_ ("pattern", "Ambushers sleep beside it, and wake at 300 to 600 metres."),
      NC_ ("pattern", "Go careful: they are felt at 150 metres. Fire first into cover; do not trust the silence."),
    },
    [HANDLER_PATTERN_BAIT] = {
      NC_ ("pattern", "Bait"),
      NC_ ("pattern", "A tank retires although they have lost few."),
      NC_ ("pattern", "Ambushers or mines lie on its track."),
      NC_ ("pattern", "Let it go; do not pursue."),
    },
    [HANDLER_PATTERN_BREATH] = {
      NC_ ("pattern", "Breath"),
      NC_ ("pattern", "All halt together for most of a minute."),
      NC_ ("pattern", "The Shepherd shifts the axis."),
      NC_ ("pattern", "Listen twice, cross the bearings, strike the Shepherd. It is no time to rest."),
    },
    [HANDLER_PATTERN_GLEANERS] = {
      NC_ ("pattern", "Gleaners"),
      NC_ ("pattern", "Recoverers, some minutes after the last shot."),
      NC_ ("pattern", "Each body that they take is a Black Sheep later."),
      NC_ ("pattern", "Recover first, or ambush them. Do not end the battle early."),
    },
  };
  const HandlerPatternWords *found;

  g_return_val_if_fail ((guint) pattern < HANDLER_N_PATTERNS, words[0]);
  found = &words[pattern];
#define TRANSLATED(text) g_dpgettext2 (GETTEXT_PACKAGE, "pattern", text)
  return (HandlerPatternWords){TRANSLATED (found->name), TRANSLATED (found->tell),
                               TRANSLATED (found->meaning), TRANSLATED (found->answer)};
#undef TRANSLATED
}

HandlerHints *
handler_hints_new (OrderBook *book)
{
  HandlerHints *self = g_new0 (HandlerHints, 1);

  self->book = order_book_ref (book);
  return self;
}

void
handler_hints_free (HandlerHints *self)
{
  if (self == NULL)
    return;
  order_book_unref (self->book);
  g_free (self);
}

/* ---- What a report says ------------------------------------------------------------------------ */

static char
letter_of (HandlerHints *self, SimTypeIndex type)
{
  const OrderTypeName *name = type == SIM_TYPE_UNKNOWN ? NULL : order_book_type (self->book, type);

  return name == NULL ? '?' : name->letter;
}

static gboolean
is_tank (char letter)
{
  return letter == 'L' || letter == 'D';
}

/* Has anybody told of tanks?  */
static gboolean
knows_tanks (HandlerHints *self, const PictureView *view)
{
  for (gsize i = 0; i < view->n_tracks; i++)
    if (is_tank (letter_of (self, view->tracks[i].type)))
      return TRUE;
  return FALSE;
}

static gboolean
is_silent (const PictureView *view, BaseVec at)
{
  for (gsize i = 0; i < view->n_tracks; i++)
    if (!view->tracks[i].destroyed
        && base_vec_distance (view->tracks[i].position, at) < SILENT_M)
      return FALSE;
  return TRUE;
}

/* Notes a halt; whether several others stopped just now.  */
static gboolean
all_halt (HandlerHints *self, const SimReport *report)
{
  guint recent = 0, oldest = 0;

  for (guint i = 0; i < HALTS; i++)
    if (self->halts[i].contact == report->contact + 1)
      self->halts[i].t = 0;
  for (guint i = 1; i < HALTS; i++)
    if (self->halts[i].t < self->halts[oldest].t)
      oldest = i;
  self->halts[oldest].contact = report->contact + 1;
  self->halts[oldest].t = report->t_heard;
  for (guint i = 0; i < HALTS; i++)
    recent += self->halts[i].t > 0
              && self->halts[i].t + SIM_SECONDS (HALTS_S) >= report->t_heard;
  return recent == HALTS;
}

static HandlerPattern
pattern_of_halt (HandlerHints *self, const SimReport *report, guint count, char letter)
{
  if (report->words.phrase == SIM_PHRASE_CONTACT_HALTED && all_halt (self, report))
    return HANDLER_PATTERN_BREATH;
  if (letter == 'A' && count >= FEW_SCOUTS)
    return HANDLER_PATTERN_FEELER;
  return is_tank (letter) && count >= FEW_TANKS ? HANDLER_PATTERN_ANVIL : HANDLER_N_PATTERNS;
}

static HandlerPattern
pattern_of (HandlerHints *self, const SimReport *report, const PictureView *view)
{
  guint count = (guint) MAX (0, report->words.arguments[0].number);
  char letter = letter_of (self, report->words.arguments[0].type);

  switch (report->words.phrase) {
  case SIM_PHRASE_CONTACT_SEEN:
  case SIM_PHRASE_CONTACT_HALTED:
    return letter == 'C' ? HANDLER_PATTERN_GLEANERS
                         : pattern_of_halt (self, report, count, letter);
  case SIM_PHRASE_CONTACT_MOVING:
  case SIM_PHRASE_CONTACT_UPDATE:
    if (letter == 'C')
      return HANDLER_PATTERN_GLEANERS;
    return letter == 'G' && count >= FEW_DRAGOONS && !knows_tanks (self, view)
               ? HANDLER_PATTERN_HOOK
               : HANDLER_N_PATTERNS;
  case SIM_PHRASE_CONTACT_WITHDRAWS:
    return is_tank (letter) ? HANDLER_PATTERN_BAIT : HANDLER_N_PATTERNS;
  case SIM_PHRASE_RANGING_ROUND:
    return HANDLER_PATTERN_GUN_LINE;
  case SIM_PHRASE_HEARD_HALTED:
    return HANDLER_PATTERN_BREATH;
  case SIM_PHRASE_AREA_CLEAR:
    return is_silent (view, report->words.arguments[0].position) ? HANDLER_PATTERN_CLOSED_DOOR
                                                                : HANDLER_N_PATTERNS;
  default:
    return HANDLER_N_PATTERNS;
  }
}

HandlerPattern
handler_hints_take_report (HandlerHints *self, const SimReport *report, const PictureView *view)
{
  HandlerPattern pattern = pattern_of (self, report, view);

  if (pattern == HANDLER_N_PATTERNS || (self->shown & (1u << pattern)) != 0)
    return HANDLER_N_PATTERNS;
  self->shown |= 1u << pattern;
  return pattern;
}
