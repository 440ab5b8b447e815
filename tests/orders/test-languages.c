/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders as people type them in German, French and Japanese: each means what its English canonical
 * text means.  */
#include "order-fixture.h"

#include <string.h>

typedef struct {
  const char *typed, *meant;
} Sentence;

static const Sentence german[] = {
    /* Verbs in the forms that people use.  */
    {"Erster Zug, vorrücken nach Altmar über G08, schnell",
     "First Platoon, move to Altmar via G08, fast"},
    {"erster zug, rückt nach Altmar vor", "First Platoon, move to Altmar"},
    {"erster zug rueckt vor nach altmar", "First Platoon, move to Altmar"},
    {"Erster Zug, ruckt vor nach Altmar", "First Platoon, move to Altmar"},
    {"Falke, geh zu Punkt 304", NULL},
    {"Falke, geh nach G04-7", "Falke, move to G04-7"},
    {"Erster Zug nach Hasel vorrücken", "First Platoon, move to Hasel"},
    {"1. Zug, vorrücken nach Hasel", "First Platoon, move to Hasel"},
    {"Zug zwo, aufklären bei Sorn, vorsichtig", "Second Platoon, scout to Sorn, careful"},
    {"Wehrwolf, klär Rauwald auf", "Wehrwolf, scout to Rauwald"},
    {"Wehrwolf, seht in G05 nach", "Wehrwolf, scout to G05"},
    {"Dritter Zug, greift Spur 7 an", "Third Platoon, attack T07"},
    {"Dritter Zug, Angriff auf Spur sieben, sofort", "Third Platoon, attack T07, at once"},
    {"alle Einheiten, halten", "All units, hold"},
    {"Falke, halte Stellung", "Falke, hold"},
    {"Abfanggeschütze, ein Blick auf J07", "Interceptors, look at J07"},
    {"Wallgeschütze, seht J07 an", "Interceptors, look at J07"},
    {"Wallgeschütze, seht Julius sieben an", "Interceptors, look at J07"},
    {"Wehrwolf, klär G4-7 auf", "Wehrwolf, scout to G04-7"},
    {"Dritter Zug, schaut mal in H6 nach", "Third Platoon, scout to H06"},
    {"Zweiter Zug, geht bei G5 in Stellung", "Second Platoon, move to G05"},
    {"Erster Zug, macht euch auf Spur 7 gefasst", "First Platoon, expect T07"},
    {"Falke, wie viel Munition habt ihr noch?", "Falke, report ammunition"},
    {"Falke, seid ihr getroffen?", "Falke, report damage"},
    {"alle, fasst euch kurz", "All units, net short"},
    {"Abfanggeschütze, G5 angreifen", "Interceptors, fire on G05"},
    {"Falke, Feuer frei", "Falke, weapons free"},
    {"an alle: ihr dürft wieder schiessen", "All units, weapons free"},
    {"Falke, Feuer frei auf Spur 7", "Falke, attack T07"},
    {"Falke, bei Altmar halten bis zur Ablösung", "Falke, hold at Altmar, until relieved"},
    {"Erster Zug, rechnet mit Feind aus Norden", "First Platoon, expect, from north"},
    {"Erster Zug, erwartet Feinde aus Norden", "First Platoon, expect, from north"},
    {"Falke, 500 Meter nach Norden vorrücken", "Falke, move to D06-8"},
    {"Falke, geh 500 Meter nördlich", "Falke, move to D06-8"},
    {"alle außer Dritter Zug, halten",
     "First Platoon, Second Platoon, Fourth Platoon, Fifth Platoon and Sixth Platoon, hold"},
    {"Falke, zieh dich zurück", "Falke, fall back to Rauwald"},
    {"Falke, bei Altmar halten, Blick nach Norden", "Falke, hold at Altmar, facing north"},
    {"Vierter Zug, zieht euch nach Point 304 zurück", "Fourth Platoon, fall back to Point 304"},
    {"Vierter Zug, zieht euch zurück nach Point 304 über G08 und G09",
     "Fourth Platoon, fall back to Point 304 via G08 and G09"},
    {"kirschblüte, zurück nach Hasel", "Kirschblüte, fall back to Hasel"},
    {"Kirschbluete, weich nach Hasel aus", "Kirschblüte, fall back to Hasel"},
    {"Kirschblute, Rückzug nach Hasel", "Kirschblüte, fall back to Hasel"},
    {"alle, Feuer einstellen", "All units, cease fire"},
    {"an alle: nicht schießen!", "All units, cease fire"},
    {"an alle: nicht schiessen!", "All units, cease fire"},
    {"Falke, Munition melden", "Falke, report ammunition"},
    {"Falke, melde Schäden", "Falke, report damage"},
    {"Falke, melde Schaeden", "Falke, report damage"},
    {"Falke, wo bist du, melden", "Falke, report position"},
    {"Falke, Befehl zurück", "Falke, cancel"},
    {"La Bete, horchen", "La Bête, listen"},
    {"Gunsmith, Feuer auf Ludwig null sieben Ziffer drei", "Gunsmith, fire on L07-3"},
    {"Gunsmith, nimm Spur 2 unter Feuer", "Gunsmith, fire on T02"},
    {"Black Dog, haltet Spur zwölf nieder", "Black Dog, suppress T12"},
    {"Black Dog, halte Spur zwoelf nieder", "Black Dog, suppress T12"},
    {"Snow Witch, gib Deckung", "Snow Witch, overwatch"},
    {"Argus, leg einen Hinterhalt bei der South ford", "Argus, ambush at South ford"},
    {"Fünfter Zug, sammeln bei Black Dog", "Fifth Platoon, regroup at Black Dog"},
    {"fuenfter Zug, sammelt euch bei Black Dog", "Fifth Platoon, regroup at Black Dog"},
    {"Falke, folge dem ersten Zug", "Falke, follow First Platoon"},
    {"Fafnir, freie Hand", "Fafnir, free hand"},
    {"noch einmal", "All units, say again"},
    {"Marke zwei", "All units, mark 2"},
    {"Falke, vorrücken nach G04 auf Marke 2", "Falke, move to G04, on mark 2"},
    {"Erster Zug, rechnet mit Spur 7 von Osten, vielleicht",
     "First Platoon, expect T07, possible, from east"},
    {"Black Dog, Nachschub binnen fünf Minuten zugesagt",
     "Black Dog, promise resupply within 5 minutes"},
    {"Black Dog, ihr bekommt Unterstützung in 25 Minuten",
     "Black Dog, promise support within 25 minutes"},
    {"Fafnir, das ist ein Befehl", "Fafnir, insist"},
    {"Fafnir, lasst gut sein", "Fafnir, drop"},
    {"Falke und Wehrwolf, nach Golf null vier, verdeckt, sobald möglich, vorrücken",
     "Falke and Wehrwolf, move to G04, hidden, when ready"},
    {"äh Falke bitte vorrücken nach gustav null vier", "Falke, move to G04"},
    {"Dritte Vier, vorrücken nach Altmar", "Third Four, move to Altmar"},
    {"Falke, vorrücken nach Kraehenholz", "Falke, move to Krähenholz"},
    {"Falke, vorrücken nach Krahenholz, Front nach Südwest",
     "Falke, move to Krähenholz, facing south-west"},
    {"Falke, vorrücken nach Krähenholz, Blickrichtung 067", "Falke, move to Krähenholz, facing 067"},
    {"Falkke, halten", "Falke, hold"},
    /* English is understood as well, and both together.  */
    {"First Platoon, move to G04, fast", "First Platoon, move to G04, fast"},
    {"Falke, fall back nach Hasel", "Falke, fall back to Hasel"},
    /* The net and the link.  */
    {"alle, Netz kurz", "All units, net short"},
    {"Funk still", "All units, net quiet"},
    {"Erster Zug, Verbindung aus", "First Platoon, sync off"},
    {"mithören zweiter Zug", "Listen in to Second Platoon"},
};

static const Sentence french[] = {
    {"Premier peloton, avancez vers Altmar par G08, vite",
     "First Platoon, move to Altmar via G08, fast"},
    {"1er peloton, allez à Altmar", "First Platoon, move to Altmar"},
    {"premier peloton avance jusqu'à Hasel", "First Platoon, move to Hasel"},
    {"premier peloton avance jusqu’à Hasel", "First Platoon, move to Hasel"},
    {"premier peloton avance jusqua hasel", "First Platoon, move to Hasel"},
    {"Falke, allez a golf zero quatre", "Falke, move to G04"},
    {"Falke, allez à golf zéro quatre pavé sept", "Falke, move to G04-7"},
    {"Falke, déplacez-vous vers G04", "Falke, move to G04"},
    {"Falke, deplacez vous vers G04", "Falke, move to G04"},
    {"Falke, déplace-toi à G04", "Falke, move to G04"},
    {"Deuxième peloton, reconnaissez Sorn, prudemment", "Second Platoon, scout to Sorn, careful"},
    {"deuxieme peloton, reconnaitre Sorn", "Second Platoon, scout to Sorn"},
    {"Intercepteurs, regardez J07", "Interceptors, look at J07"},
    {"Intercepteurs, regardez juliette sept", "Interceptors, look at J07"},
    {"Falke, combien de munitions vous reste-t-il ?", "Falke, report ammunition"},
    {"Falke, êtes-vous touchés ?", "Falke, report damage"},
    {"Silence radio", "All units, net quiet"},
    {"Tous, soyez brefs", "All units, net short"},
    {"Premier peloton, ennemi à l'est", "First Platoon, expect, from east"},
    {"Premier peloton, je vous promets du ravitaillement dans 5 minutes",
     "First Platoon, promise resupply within 5 minutes"},
    {"Artillerie, feu sur G4", "Interceptors, fire on G04"},
    {"Falke, feu à volonté", "Falke, weapons free"},
    {"Falke, tiens Altmar jusqu'à la relève", "Falke, hold at Altmar, until relieved"},
    {"Falke, avance de 500 mètres vers le nord", "Falke, move to D06-8"},
    {"Falke, avance 500 mètres au nord", "Falke, move to D06-8"},
    {"tous sauf Troisième peloton, tenez",
     "First Platoon, Second Platoon, Fourth Platoon, Fifth Platoon and Sixth Platoon, hold"},
    {"2e peloton, jetez un oeil à Sorn", "Second Platoon, scout to Sorn"},
    {"Wehrwolf, éclairez jusqu'au Rauwald", "Wehrwolf, scout to Rauwald"},
    {"Troisième peloton, attaquez la piste 7", "Third Platoon, attack T07"},
    {"Troisième peloton, à l'attaque, piste sept", "Third Platoon, attack T07"},
    {"3e peloton, ouvrez le feu sur la piste douze, tout de suite",
     "Third Platoon, attack T12, at once"},
    {"toutes les unités, tenez la position", "All units, hold"},
    {"a tous, halte", "All units, hold"},
    {"Falke, restez à Altmar, face au nord", "Falke, hold at Altmar, facing north"},
    {"Falke, restez à Altmar, face à l'est", "Falke, hold at Altmar, facing east"},
    {"Falke, restez à Altmar, face a l’ouest", "Falke, hold at Altmar, facing west"},
    {"Quatrième peloton, repliez-vous sur Point 304 par G08 et G09",
     "Fourth Platoon, fall back to Point 304 via G08 and G09"},
    {"quatrieme peloton, decrochez vers Point 304", "Fourth Platoon, fall back to Point 304"},
    {"Kirschblute, retraite vers Hasel", "Kirschblüte, fall back to Hasel"},
    {"tout le monde, cessez le feu", "All units, cease fire"},
    {"tous, ne tirez plus!", "All units, cease fire"},
    {"Falke, rendez compte, munitions", "Falke, report ammunition"},
    {"Falke, donnez votre situation", "Falke, report"},
    {"Falke, annonce tes dégâts", "Falke, report damage"},
    {"Falke, annonce degats", "Falke, report damage"},
    {"Falke, contrordre", "Falke, cancel"},
    {"La Bête, écoutez", "La Bête, listen"},
    {"la bete, ecoutez", "La Bête, listen"},
    {"Gunsmith, tir sur lima zéro sept touche trois", "Gunsmith, fire on L07-3"},
    {"Black Dog, clouez au sol la piste 12", "Black Dog, suppress T12"},
    {"Snow Witch, couvrez-nous", "Snow Witch, overwatch"},
    {"Argus, tendez une embuscade à South ford", "Argus, ambush at South ford"},
    {"Cinquième peloton, regroupez-vous près de Black Dog", "Fifth Platoon, regroup at Black Dog"},
    {"Falke, suivez le premier peloton", "Falke, follow First Platoon"},
    {"Fafnir, carte blanche", "Fafnir, free hand"},
    {"répétez", "All units, say again"},
    {"top deux", "All units, mark 2"},
    {"Falke, avance vers G04 au top 2", "Falke, move to G04, on mark 2"},
    {"Premier peloton, attention à la piste 7 venant de l'est, peut-être",
     "First Platoon, expect T07, possible, from east"},
    {"Premier peloton, attention a la piste 7 du nord", "First Platoon, expect T07, from north"},
    {"Black Dog, vous aurez un ravitaillement dans cinq minutes",
     "Black Dog, promise resupply within 5 minutes"},
    {"Black Dog, vous aurez ravitaillement dans cinq minutes",
     "Black Dog, promise resupply within 5 minutes"},
    {"Black Dog, je vous promets l'appui sous vingt-cinq minutes",
     "Black Dog, promise support within 25 minutes"},
    {"Fafnir, j'insiste", "Fafnir, insist"},
    {"Fafnir, laissez tomber", "Fafnir, drop"},
    {"Falke et Wehrwolf, avancez à couvert vers G04 dès que possible",
     "Falke and Wehrwolf, move to G04, hidden, when ready"},
    {"Falke, avancez, face à quatre-vingt-dix-sept, vers G04", "Falke, move to G04, facing 097"},
    {"Falke, attaquez la piste soixante et onze", NULL},
    {"euh Falke s'il vous plaît avancez à G04", "Falke, move to G04"},
    {"Troisième Quatre, avancez vers Altmar", "Third Four, move to Altmar"},
    {"Falke, avancez vers Krahenholz", "Falke, move to Krähenholz"},
    {"Falkke, halte", "Falke, hold"},
    {"First Platoon, move to G04, fast", "First Platoon, move to G04, fast"},
    /* The net and the link.  */
    {"tous, réseau bref", "All units, net short"},
    {"premier peloton, liaison coupée", "First Platoon, sync off"},
    {"captez deuxième peloton", "Listen in to Second Platoon"},
};

static const Sentence japanese[] = {
    {"第一小隊、Altmarへ前進、急いで", "First Platoon, move to Altmar, fast"},
    {"第一小隊、前進 Altmar", "First Platoon, move to Altmar"},
    {"第一小隊前進Altmar", "First Platoon, move to Altmar"},
    {"第１小隊、ＡｌｔｍａｒへＧ０８経由で前進", "First Platoon, move to Altmar via G08"},
    {"第１小隊、Ｇ０８経由でＡｌｔｍａｒへ前進", "First Platoon, move to Altmar via G08"},
    {"第1小隊はG08を通ってAltmarまで前進せよ", "First Platoon, move to Altmar via G08"},
    {"第一小隊　Altmarへ　前進", "First Platoon, move to Altmar"},
    {"Falke、G04に移動して", "Falke, move to G04"},
    {"Falke、G04-7に移動せよ", "Falke, move to G04-7"},
    {"Falke、G04ー7に移動せよ", "Falke, move to G04-7"},
    {"Falke、ゴルフ・ゼロ・よん・キー7へ進め", "Falke, move to G04-7"},
    {"Falke、ごるふ零四へ進め", "Falke, move to G04"},
    {"Falke、ｺﾞﾙﾌ零四へ進め", "Falke, move to G04"},
    {"第二小隊、Sornを偵察、慎重に", "Second Platoon, scout to Sorn, careful"},
    {"第二小隊はSornを調べて", "Second Platoon, scout to Sorn"},
    {"第三小隊、トラック7を攻撃", "Third Platoon, attack T07"},
    {"第三小隊、目標十二を叩け、直ちに", "Third Platoon, attack T12, at once"},
    {"第三小隊、とらっく七をこうげきせよ", "Third Platoon, attack T07"},
    {"全機、待機", "All units, hold"},
    {"全機、その場で待機せよ", "All units, hold"},
    {"迎撃砲、J07を観測せよ", "Interceptors, look at J07"},
    {"迎撃砲、J7を見ろ", "Interceptors, look at J07"},
    {"迎撃砲、G06を撃て", "Interceptors, fire on G06"},
    {"Falke、どこにいる？", "Falke, report position"},
    {"Falke、残弾は？", "Falke, report ammunition"},
    {"無線封止", "All units, net quiet"},
    {"第一小隊、G4へ前進", "First Platoon, move to G04"},
    {"Falke、発砲許可", "Falke, weapons free"},
    {"Falke、Altmarで待機、交代まで", "Falke, hold at Altmar, until relieved"},
    {"Falke、500メートル北へ前進", "Falke, move to D06-8"},
    {"第三小隊以外全機、待機",
     "First Platoon, Second Platoon, Fourth Platoon, Fifth Platoon and Sixth Platoon, hold"},
    {"Falke、Altmarで待機、北向き", "Falke, hold at Altmar, facing north"},
    {"Falke、Altmarを守れ、南西を向いて", "Falke, hold at Altmar, facing south-west"},
    {"Falke、067向きでAltmarを守れ", "Falke, hold at Altmar, facing 067"},
    {"第四小隊、G08とG09経由でPoint 304へ後退",
     "Fourth Platoon, fall back to Point 304 via G08 and G09"},
    {"第四小隊、G08経由、G09経由でPoint 304へ下がれ",
     "Fourth Platoon, fall back to Point 304 via G08 and G09"},
    {"Kirschblueteは Hasel まで撤退", "Kirschblüte, fall back to Hasel"},
    {"全機、撃ち方やめ", "All units, cease fire"},
    {"全機、うちかたやめ！", "All units, cease fire"},
    {"全機、攻撃を停止", "All units, cease fire"},
    {"Falke、残弾を報告", "Falke, report ammunition"},
    {"Falke、位置を知らせろ", "Falke, report position"},
    {"Falke、報告", "Falke, report"},
    {"Falke、取り消し", "Falke, cancel"},
    {"La Bete、耳を澄ませ", "La Bête, listen"},
    {"Gunsmith、L07-3に砲撃", "Gunsmith, fire on L07-3"},
    {"Black Dog、トラック12を制圧", "Black Dog, suppress T12"},
    {"Snow Witch、援護", "Snow Witch, overwatch"},
    {"Argus、South fordで待ち伏せ", "Argus, ambush at South ford"},
    {"第五小隊、Black Dogに集結", "Fifth Platoon, regroup at Black Dog"},
    {"Falke、第一小隊に続け", "Falke, follow First Platoon"},
    {"Fafnir、任せる", "Fafnir, free hand"},
    {"もう一度", "All units, say again"},
    {"合図二", "All units, mark 2"},
    {"Falke、G04へ前進、合図2で", "Falke, move to G04, on mark 2"},
    {"Falke、合図2でG04へ前進", "Falke, move to G04, on mark 2"},
    {"第一小隊、東からのトラック7を警戒、未確認",
     "First Platoon, expect T07, possible, from east"},
    {"Black Dog、五分以内に補給を約束", "Black Dog, promise resupply within 5 minutes"},
    {"Black Dog、支援を二十五分以内に送る", "Black Dog, promise support within 25 minutes"},
    {"Fafnir、これは命令だ", "Fafnir, insist"},
    {"Fafnir、もういい", "Fafnir, drop"},
    {"FalkeとWehrwolf、隠れてG04へ、準備でき次第、前進",
     "Falke and Wehrwolf, move to G04, hidden, when ready"},
    {"Falkeは、お願いします、G04へ前進", "Falke, move to G04"},
    {"第三 四、Altmarへ前進", "Third Four, move to Altmar"},
    {"Falkke、待機", "Falke, hold"},
    {"Falke、トラック7とトラック12とManticore経由でAltmarで監視、070向き",
     "Falke, overwatch at Altmar via T07 and T12 and Manticore, facing 070"},
    {"Falke、トラック7とManticore経由でAltmarで監視", "Falke, overwatch at Altmar via T07 and Manticore"},
    {"Falke、トラック7とトラック12経由でAltmarで監視", "Falke, overwatch at Altmar via T07 and T12"},
    {"Falke、トラック7経由でAltmarで監視", "Falke, overwatch at Altmar via T07"},
    {"スカベンジャー、補給せよ", NULL},
    {"First Platoon, move to G04, fast", "First Platoon, move to G04, fast"},
    /* The net and the link.  */
    {"全機、通信は簡潔に", "All units, net short"},
    {"第一小隊、同調オフ", "First Platoon, sync off"},
    {"傍受 第二小隊", "Listen in to Second Platoon"},
};

/* What can not be taken as it is, and the reading that is offered for it.  */
typedef struct {
  const char *language, *typed, *offered;
} Mistake;

static const Mistake mistakes[] = {
    {"de", "Falke, vorrüken nach Altmar", "Falke, vorrücken nach Altmar"},
    {"de", "Falke, vorrücken nach Altmar, schnel", "Falke, vorrücken nach Altmar, schnell"},
    {"de", "Falke, vorrücken nach Altmarr bridg", "Falke, vorrücken nach Altmar bridge"},
    {"de", "Ersterzugg vorne, halten", "Erster Zug, halten"},
    {"de", "vorrücken nach G04", "Erster Zug, vorrücken nach G04"},
    {"fr", "Falke, avencer vers Altmar", "Falke, avancer vers Altmar"},
    {"fr", "Falke, avancer vers Altmar, prudement", "Falke, avancer vers Altmar, prudemment"},
    {"fr", "avancer vers G04", "Premier peloton, avancer vers G04"},
    {"ja", "Falke、Altmarr bridgへ前進", "Falke、Altmar bridgeへ前進"},
};

static void
check_sentences (const char *language, const Sentence *sentences, gsize n)
{
  g_autoptr (OrderBook) english = fixture_book ();
  g_autoptr (OrderBook) book = fixture_book_in (language, 13000, 12000);
  g_autofree PictureView *view = fixture_view ();
  guint n_wrong = 0;

  g_assert_cmpuint (n, >=, 40);
  for (gsize i = 0; i < n; i++) {
    g_autoptr (OrderReading) reading = order_parse (book, view, NULL, sentences[i].typed);
    g_autofree char *meant = NULL;

    if (sentences[i].meant == NULL) {
      n_wrong += reading->problem == ORDER_OK;
      g_test_message ("%s: %s", sentences[i].typed, reading->reason);
      continue;
    }
    if (reading->problem == ORDER_OK)
      meant = order_canonical (english, &reading->command);
    if (g_strcmp0 (meant, sentences[i].meant) == 0)
      continue;
    n_wrong++;
    g_test_message ("%s: %s", sentences[i].typed, meant ? meant : reading->reason);
  }
  g_assert_cmpuint (n_wrong, ==, 0);
}

static void
test_german (void)
{
  check_sentences ("de", german, G_N_ELEMENTS (german));
}

static void
test_french (void)
{
  check_sentences ("fr", french, G_N_ELEMENTS (french));
}

static void
test_japanese (void)
{
  check_sentences ("ja", japanese, G_N_ELEMENTS (japanese));
}

static void
test_mistakes (void)
{
  g_autofree PictureView *view = fixture_view ();

  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++) {
    g_autoptr (OrderBook) book = fixture_book_in (mistakes[i].language, 13000, 12000);
    g_autoptr (OrderReading) reading = order_parse (book, view, NULL, mistakes[i].typed);

    g_assert_cmpint (reading->problem, !=, ORDER_OK);
    g_assert_nonnull (reading->reason);
    if (!g_strv_contains ((const char *const *) reading->nearest, mistakes[i].offered)) {
      g_autofree char *offered = g_strjoinv (" | ", reading->nearest);

      g_error ("%s: %s (%s)", mistakes[i].typed, offered, reading->reason);
    }
  }
}

/* Call signs are written as they are everywhere, but may be typed as they sound.  */
static void
test_sounds (void)
{
  const char *sounds[22] = {"アンダーテイカー", "ヘリアンサス", "ファルケ", "Fafnir"};
  const OrderSpeech speech = {.call_signs = sounds};
  static const char *const typed[] = {"ファルケ、G04へ前進", "ふぁるけ、G04へ前進", "ﾌｧﾙｹ、Ｇ０４へ前進",
                                      "ファルケはG04へ前進せよ", "Falke、G04へ前進"};
  g_autoptr (OrderBook) book = fixture_book_in_speaking ("ja", &speech);
  g_autofree PictureView *view = fixture_view ();

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++) {
    g_autoptr (OrderReading) reading = order_parse (book, view, NULL, typed[i]);

    if (reading->problem != ORDER_OK)
      g_error ("%s: %s", typed[i], reading->reason);
    g_assert_cmpstr (reading->canonical, ==, "Falke、G04へ前進");
  }
}

/* ---- Completion ------------------------------------------------------------------------------ */

static gboolean
offers (GPtrArray *found, const char *insert)
{
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (((OrderCompletion *) found->pdata[i])->insert, insert))
      return TRUE;
  return FALSE;
}

static void
test_completion (void)
{
  static const struct {
    const char *language, *typed, *insert;
  } cases[] = {
      {"de", "ers", "Erster Zug "},
      {"de", "Falke, vorr", "Falke, vorrücken "},
      {"de", "Falke, zuru", "Falke, zurückziehen "},
      {"de", "Falke, vorrücken nach Krae", "Falke, vorrücken nach Krähenholz "},
      {"de", "Falke, vorrücken nach G04, sch", "Falke, vorrücken nach G04, schnell "},
      {"de", "Falke, vorrücken nach G04 üb", "Falke, vorrücken nach G04 über "},
      {"fr", "Falke, av", "Falke, avancer "},
      {"fr", "Falke, avancer vers G04, pru", "Falke, avancer vers G04, prudemment "},
      {"fr", "Falke, rec", "Falke, récupérer "},
      {"ja", "第一", "第一小隊"},
      {"ja", "第一小隊、前", "第一小隊、前進"},
      {"ja", "第一小隊、Alt", "第一小隊、Altmar"},
      {"ja", "第一小隊、Altmarへ", "第一小隊、Altmarへ前進"},
      {"ja", "第一小隊、Altmarへ前", "第一小隊、Altmarへ前進"},
      {"ja", "第一小隊、Altmarへ前進、急", "第一小隊、Altmarへ前進、急いで"},
      {"ja", "第一小隊、Altmarへ前進、北", "第一小隊、Altmarへ前進、北向き"},
  };
  g_autofree PictureView *view = fixture_view ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (OrderBook) book = fixture_book_in (cases[i].language, 13000, 12000);
    g_autoptr (GPtrArray) found = order_complete (book, view, cases[i].typed, 50);

    if (!offers (found, cases[i].insert)) {
      for (guint j = 0; j < found->len; j++)
        g_test_message ("offered: %s", ((OrderCompletion *) found->pdata[j])->insert);
      g_error ("%s: %s is not offered", cases[i].typed, cases[i].insert);
    }
  }
}

/* ---- Canonical text and questions ------------------------------------------------------------ */

static void
test_canonical (void)
{
  static const struct {
    const char *language, *english, *canonical;
  } cases[] = {
      {"de", "First Platoon, fall back to Hasel via G08 and G09, fast, facing north-east",
       "Erster Zug, zurückziehen nach Hasel über G08 und G09, schnell, Blick nach Nordosten"},
      {"de", "Falke, promise relief within 1 minute", "Falke, zugesagt Ablösung binnen 1 Minute"},
      {"fr", "First Platoon, fall back to Hasel via G08 and G09, fast, facing 067",
       "Premier peloton, se replier vers Hasel par G08 et G09, vite, face au 067"},
      {"ja", "First Platoon and Falke, fall back to Hasel via G08 and G09, fast, facing north",
       "第一小隊とFalke、G08とG09経由でHaselへ後退、急いで、北向き"},
      {"ja", "Falke, report ammunition", "Falke、弾薬報告"},
      {"ja", "Falke, attack track 7, on mark 2", "Falke、T07を攻撃、合図2"},
      {"ja", "Falke, promise resupply within 5 minutes", "Falke、補給5分以内に約束"},
  };
  g_autofree PictureView *view = fixture_view ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (OrderBook) book = fixture_book_in (cases[i].language, 13000, 12000);
    g_autoptr (OrderReading) reading = order_parse (book, view, NULL, cases[i].english);

    if (reading->problem != ORDER_OK)
      g_error ("%s: %s", cases[i].english, reading->reason);
    g_assert_cmpstr (reading->canonical, ==, cases[i].canonical);
  }
}

/* Answers are in the language of the window, so that the English of it is what is compared.  */
static void
test_questions (void)
{
  static const struct {
    const char *language, *asked, *english;
  } cases[] = {
      {"de", "wie ist die Lage", "situation"},
      {"de", "Übersicht", "situation"},
      {"de", "Uebersicht", "situation"},
      {"de", "wie weit ist Falke von Altmar", "how far is Falke from Altmar"},
      {"de", "beschreibe G04", "describe G04"},
      {"de", "wer schweigt", "who is silent"},
      {"de", "wer hat wenig Munition", "who is low on ammunition"},
      {"de", "wer ist verwundet", "who is wounded"},
      {"de", "wie viel Zeit bleibt", "how much time is left"},
      {"de", "was ist der Auftrag", "what is the objective"},
      {"de", "wer ist verbunden", "who is on the link"},
      {"fr", "quelle est la situation", "situation"},
      {"fr", "à quelle distance est Falke de Altmar", "how far is Falke from Altmar"},
      {"fr", "décris G04", "describe G04"},
      {"fr", "qui est blessé", "who is wounded"},
      {"fr", "qui manque de munitions", "who is low on ammunition"},
      {"fr", "quel est l'objectif", "what is the objective"},
      {"fr", "qu'y a-t-il près de Sorn", "what is near Sorn"},
      {"ja", "状況は", "situation"},
      {"ja", "AltmarからFalkeまでどのくらい", "how far is Falke from Altmar"},
      {"ja", "G04を説明", "describe G04"},
      {"ja", "弾薬不足", "who is low on ammunition"},
      {"ja", "負傷者は誰", "who is wounded"},
      {"ja", "残り時間", "how much time is left"},
      {"ja", "Sornの近くは", "what is near Sorn"},
  };
  g_autoptr (OrderBook) plain = fixture_book ();
  g_autofree PictureView *view = fixture_view ();
  PictureSheet *sheet = fixture_sheet ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (OrderBook) book = fixture_book_in (cases[i].language, 13000, 12000);
    g_autofree char *answer = order_answer (book, view, sheet, cases[i].asked);
    g_autofree char *expected = order_answer (plain, view, sheet, cases[i].english);

    g_test_message ("%s", cases[i].asked);
    g_assert_nonnull (expected);
    g_assert_cmpstr (answer, ==, expected);
  }
  picture_sheet_free (sheet);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/orders/languages/german", test_german);
  g_test_add_func ("/orders/languages/french", test_french);
  g_test_add_func ("/orders/languages/japanese", test_japanese);
  g_test_add_func ("/orders/languages/mistakes", test_mistakes);
  g_test_add_func ("/orders/languages/sounds", test_sounds);
  g_test_add_func ("/orders/languages/completion", test_completion);
  g_test_add_func ("/orders/languages/canonical", test_canonical);
  g_test_add_func ("/orders/languages/questions", test_questions);
  return g_test_run ();
}
