/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Captions by story: what is said, cut, said again; and the life of an order as one line.  */
#include "engine/engine-comms.h"
#include "engine/engine-player.h"

typedef struct {
  ScenarioBattle *scenario;
  OrderBook *book;
  EngineComms *comms;
  guint32 last_transmission;
} Net;

static void
net_init (Net *net)
{
  g_autoptr (GError) error = NULL;

  net->scenario = player_load_training ();
  net->book = scenario_battle_book (net->scenario, "en", &error);
  g_assert_no_error (error);
  net->comms = engine_comms_new (net->scenario, net->book);
  net->last_transmission = 0;
}

static void
net_clear (Net *net)
{
  engine_comms_free (net->comms);
  order_book_unref (net->book);
  scenario_battle_unref (net->scenario);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Net, net_clear)

static guint
n_lines (Net *net)
{
  return g_list_model_get_n_items (G_LIST_MODEL (engine_comms_get_store (net->comms)));
}

/* The handler says order `order`, or a pilot speaks of it.  */
static SimTransmission
transmission (Net *net, SimSpeaker speaker, SimPhrase phrase, guint32 order, SimTick begin)
{
  SimTransmission t = {
      .id = ++net->last_transmission,
      .speaker = speaker,
      .air_class = SIM_AIR_ORDER,
      .order = order,
      .t_begin = begin,
      .t_end = begin + 40,
      .stress = 50,
      .position = base_vec (3900, 2650),
  };

  if (speaker == SIM_SPEAKER_PILOT)
    t.from = (SimUnitId){1, 1};
  t.words.phrase = phrase;
  t.words.arguments[0].number = (gint32) order;
  return t;
}

static SimCommand
command (Net *net, guint32 id, const char *text)
{
  g_autoptr (OrderReading) reading = order_parse (net->book, NULL, NULL, text);
  SimCommand result;

  g_assert_cmpint (reading->problem, ==, ORDER_OK);
  result = reading->command;
  result.id = id;
  return result;
}

static void
change (Net *net, const SimCommand *order, SimOrderState state, SimCause cause, SimTick t)
{
  SimOrderChange c = {.order = order->id, .state = state, .cause = cause, .t = t,
                      .command = *order};

  engine_comms_change_order (net->comms, &c);
}

static void
count (GObject *object, GParamSpec *pspec, gpointer data)
{
  (*(guint *) data)++;
}

/* An order that is cut off and said again stays one line, and says where it is.  */
static void
test_order_cut_and_said_again (void)
{
  g_auto (Net) net = {0};
  SimCommand hold;
  SimTransmission said;
  EngineCaption *line;
  guint notified = 0;

  net_init (&net);
  hold = command (&net, 1, "Heron, hold");
  engine_comms_add_order (net.comms, &hold, 10);
  change (&net, &hold, SIM_ORDER_ENTERED, SIM_CAUSE_NONE, 11);
  g_assert_cmpuint (n_lines (&net), ==, 1);

  said = transmission (&net, SIM_SPEAKER_HANDLER, SIM_PHRASE_ORDER, 1, 20);
  line = engine_comms_begin (net.comms, &said);
  g_assert_true (engine_caption_get_speaking (line));
  g_assert_cmpfloat (engine_caption_get_air_s (line), ==, 4);
  g_assert_nonnull (strstr (engine_caption_get_text (line), "Heron"));
  g_signal_connect (line, "notify::speaking", G_CALLBACK (count), &notified);
  said.cut = 1;
  g_assert_true (engine_comms_end (net.comms, &said) == line);
  g_assert_true (engine_caption_get_cut (line));
  g_assert_false (engine_caption_get_speaking (line));
  change (&net, &hold, SIM_ORDER_CUT, SIM_CAUSE_SPEAKING, 30);
  g_assert_cmpint (engine_caption_get_order_state (line), ==, SIM_ORDER_CUT);
  g_assert_cmpint (engine_caption_get_order_cause (line), ==, SIM_CAUSE_SPEAKING);

  said = transmission (&net, SIM_SPEAKER_HANDLER, SIM_PHRASE_ORDER, 1, 60);
  g_assert_true (engine_comms_begin (net.comms, &said) == line);
  g_assert_false (engine_caption_get_cut (line));
  engine_comms_end (net.comms, &said);
  change (&net, &hold, SIM_ORDER_HEARD, SIM_CAUSE_NONE, 100);
  g_assert_cmpuint (n_lines (&net), ==, 1);
  g_assert_cmpuint (notified, ==, 3);
  g_assert_cmpuint (engine_caption_get_order_states (line), ==,
                    1u << SIM_ORDER_ENTERED | 1u << SIM_ORDER_CUT | 1u << SIM_ORDER_HEARD);
  g_assert_cmpuint (engine_caption_get_order_tick (line, SIM_ORDER_HEARD), ==, 100);
  g_assert_cmpuint (engine_caption_get_order_tick (line, SIM_ORDER_DONE), ==, SIM_TICK_NEVER);
  g_assert_false (engine_caption_get_place (line, NULL, NULL, NULL));
}

/* The staff officer's orders appear when the battle takes them; the read-back is a line of the
 * pilot with the order's words.  */
static void
test_read_back (void)
{
  g_auto (Net) net = {0};
  SimCommand move;
  SimTransmission said;
  EngineCaption *line;
  float bearing_deg, distance_m;

  net_init (&net);
  move = command (&net, 7, "Heron, move to Point 12");
  change (&net, &move, SIM_ORDER_ENTERED, SIM_CAUSE_NONE, 3);
  said = transmission (&net, SIM_SPEAKER_PILOT, SIM_PHRASE_READ_BACK, 7, 60);
  line = engine_comms_begin (net.comms, &said);
  g_assert_cmpuint (n_lines (&net), ==, 2);
  g_assert_cmpint (engine_caption_get_kind (line), ==, ENGINE_CAPTION_SPOKEN);
  g_assert_cmpint (engine_caption_get_machine (line), ==, 1);
  g_assert_cmpstr (engine_caption_get_speaker (line), ==, "Heron");
  g_assert_nonnull (strstr (engine_caption_get_text (line), "Point 12"));
  g_assert_cmpfloat (engine_caption_get_stress (line), ==, 0.5);
  /* The ford is the listening point, at 4000, 3000: she speaks from south-south-west of it.  */
  g_assert_true (engine_caption_get_place (line, &bearing_deg, &distance_m, NULL));
  g_assert_cmpfloat_with_epsilon (bearing_deg, 195.9, 0.1);
  g_assert_cmpfloat_with_epsilon (distance_m, 364.0, 0.1);
}

/* The listening point moves: what was said is counted from there too, and says that it is; who moves is followed
 * by what is said later.  What comes back from a file with nonsense in it moves nothing.  */
static void
test_bearings (void)
{
  g_auto (Net) net = {0};
  static PictureView view; /* large */
  const SimTarget heron = {.kind = SIM_TARGET_UNIT, .number = 1};
  const SimTarget objective = {.kind = SIM_TARGET_NONE};
  const SimTarget nobody = {.kind = SIM_TARGET_UNIT, .number = 99};
  SimTransmission said;
  EngineCaption *line;
  guint told = 0;
  float bearing_deg, distance_m;

  net_init (&net);
  said = transmission (&net, SIM_SPEAKER_PILOT, SIM_PHRASE_NO_AMMUNITION, 0, 60);
  line = engine_comms_begin (net.comms, &said);
  g_signal_connect (line, "notify::bearing", G_CALLBACK (count), &told);
  view.n_own = 2;
  view.own[1].fix = base_vec (3900, 1650);
  g_assert_true (engine_comms_takes_bearings (net.comms, &heron));
  g_assert_false (engine_comms_takes_bearings (net.comms, &nobody));
  engine_comms_set_bearings (net.comms, &heron, &view);
  g_assert_true (engine_caption_get_place (line, &bearing_deg, &distance_m, NULL));
  g_assert_cmpfloat_with_epsilon (bearing_deg, 0, 0.1);
  g_assert_cmpfloat_with_epsilon (distance_m, 1000, 0.1);
  g_assert_cmpuint (told, ==, 1);

  view.own[1].fix = base_vec (3900, 2150);
  engine_comms_follow_bearings (net.comms, &view);
  said = transmission (&net, SIM_SPEAKER_PILOT, SIM_PHRASE_NO_AMMUNITION, 0, 120);
  line = engine_comms_begin (net.comms, &said);
  g_assert_true (engine_caption_get_place (line, &bearing_deg, &distance_m, NULL));
  g_assert_cmpfloat_with_epsilon (distance_m, 500, 0.1);

  engine_comms_set_bearings (net.comms, &objective, &view);
  g_assert_true (engine_caption_get_place (line, &bearing_deg, &distance_m, NULL));
  g_assert_cmpfloat_with_epsilon (bearing_deg, 195.9, 0.1);
}

static void
test_bearings_recalled (void)
{
  g_auto (Net) net = {0};
  g_autoptr (GArray) notices = g_array_new (FALSE, TRUE, sizeof (EngineNotice));
  static const PictureView view;
  const EngineNotice kept[] = {
      {.tick = 5, .text = (char *) "a", .moves_bearings = TRUE,
       .bearings = {.kind = SIM_TARGET_POSITION, .position = {1000, 2000}}},
      {.tick = 6, .text = (char *) "b", .moves_bearings = TRUE,
       .bearings = {.kind = SIM_TARGET_PLACE, .number = 4000}},
      {.tick = 7, .text = (char *) "c"},
  };

  net_init (&net);
  g_array_append_vals (notices, kept, G_N_ELEMENTS (kept));
  engine_comms_recall (net.comms, NULL, notices);
  engine_comms_set_bearings (net.comms, engine_comms_get_bearings (net.comms), &view);
  g_assert_cmpint (engine_comms_get_bearings (net.comms)->kind, ==, SIM_TARGET_POSITION);
  g_assert_cmpfloat (engine_comms_get_listening_point (net.comms).y, ==, 2000);
}

/* What the link swallowed is a gap in the text, and still there for the voice to hear.  */
static void
test_lost_words (void)
{
  g_auto (Net) net = {0};
  SimTransmission said;
  EngineCaption *line;

  net_init (&net);
  said = transmission (&net, SIM_SPEAKER_PILOT, SIM_PHRASE_NO_AMMUNITION, 0, 5);
  said.words.n_lost = 1;
  said.words.lost[0].from = 200;
  said.words.lost[0].to = 600;
  line = engine_comms_begin (net.comms, &said);
  g_assert_nonnull (strstr (engine_caption_get_text (line), "▒"));
  g_assert_cmpuint (engine_caption_get_words (line)->n_lost, ==, 1);
}

/* An end whose beginning nobody saw is no line.  */
static void
test_unknown_end (void)
{
  g_auto (Net) net = {0};
  SimTransmission said;

  net_init (&net);
  said = transmission (&net, SIM_SPEAKER_DESK, SIM_PHRASE_NONE, 0, 5);
  g_assert_null (engine_comms_end (net.comms, &said));
  g_assert_cmpuint (n_lines (&net), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/comms/order-cut-and-said-again", test_order_cut_and_said_again);
  g_test_add_func ("/engine/comms/read-back", test_read_back);
  g_test_add_func ("/engine/comms/bearings", test_bearings);
  g_test_add_func ("/engine/comms/bearings-recalled", test_bearings_recalled);
  g_test_add_func ("/engine/comms/lost-words", test_lost_words);
  g_test_add_func ("/engine/comms/unknown-end", test_unknown_end);
  return g_test_run ();
}
