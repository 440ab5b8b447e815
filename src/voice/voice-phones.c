/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-phones.h"

#include "voice/voice-synthesis.h"

#include <string.h>

/* What espeak-ng calls the sounds of its English voices, without marks of stress.  Those of other
 * languages that it leaves in names ("x" of Bach) have the nearest one. */
static const struct {
  const char *mnemonic, *phones;
} sounds[] = {
    {"p", "P"},       {"b", "B"},      {"t", "T"},       {"d", "D"},       {"k", "K"},
    {"g", "G"},       {"tS", "CH"},    {"dZ", "JH"},     {"f", "F"},       {"v", "V"},
    {"T", "TH"},      {"D", "DH"},     {"s", "S"},       {"z", "Z"},       {"S", "SH"},
    {"Z", "ZH"},      {"h", "HH"},     {"m", "M"},       {"n", "N"},       {"N", "NG"},
    {"l", "L"},       {"r", "R"},      {"R", "R"},       {"j", "Y"},       {"w", "W"},
    {"x", "K"},       {"C", "SH"},     {"?", ""},        {"n-", "AH N"},   {"m-", "AH M"},
    {"l-", "AH L"},   {"@L", "AH L"},  {"l^", "L"},      {"hw", "W"},      {"t#", "T"},
    {"t2", "T"},      {"d#", "D"},     {"z#", "Z"},      {"s#", "S"},      {"r-", "R"},
    {"*", "T"},       {"i:", "IY"},    {"i", "IY"},      {"I", "IH"},      {"I2", "IH"},
    {"I#", "IH"},     {"E", "EH"},     {"E2", "EH"},     {"e", "EY"},      {"e:", "EY"},
    {"a", "AE"},      {"a2", "AE"},    {"aa", "AE"},     {"a#", "AH"},     {"aI", "AY"},
    {"A:", "AA"},     {"A", "AA"},     {"A~", "AA N"},   {"0", "AA"},      {"0#", "AA"},
    {"02", "AA"},     {"O", "AO"},     {"O2", "AO"},     {"O:", "AO"},     {"o:", "OW"},
    {"o", "OW"},      {"oU", "OW"},    {"oU#", "OW"},    {"V", "AH"},      {"@", "AH"},
    {"@2", "AH"},     {"@5", "AH"},    {"3", "ER"},      {"3:", "ER"},     {"3#", "ER"},
    {"U", "UH"},      {"u", "UW"},     {"u:", "UW"},     {"U2", "UH"},     {"y", "UW"},
    {"y:", "UW"},     {"W", "ER"},     {"Y", "ER"},      {"Y:", "ER"},     {"eI", "EY"},
    {"OI", "OY"},     {"aU", "AW"},    {"aI@", "AY ER"}, {"aI3", "AY ER"}, {"aU@", "AW ER"},
    {"i@", "IY AH"},  {"i@3", "IH R"}, {"i2@", "IY AH"}, {"i:@", "IY AH"}, {"e@", "EH R"},
    {"U@", "UH R"},   {"O@", "AO R"},  {"o@", "AO R"},   {"A@", "AA R"},   {"A#", "AA"},
    {"IR", "ER"},     {"VR", "ER"},    {"@r", "ER"},     {"oI", "OY"},     {"ju:", "Y UW"},
    {";", ""},        {"||", ""},      {"-", ""},        {"_:", ""},       {"i3", "IH R"},
};

/* What sounds otherwise in Britain: "last" is not said like "bat" there, nor "watch" like "father", nor does "over" end in an r;
 * and "first" with an r is "fifth".
 * Where more of the r is left out, names become like other words. */
static const struct {
  const char *mnemonic, *phones;
} british[] = {
    {"aa", "AA"}, {"0", "AO"}, {"0#", "AO"}, {"02", "AO"}, {"3", "AH"}, {"3#", "AH"}, {"oU", "AH UH"}, {"3:", "UH"},
};

static const char *
find_sound (const char *mnemonic, gboolean is_british)
{
  for (guint i = 0; is_british && i < G_N_ELEMENTS (british); i++)
    if (g_str_equal (british[i].mnemonic, mnemonic))
      return british[i].phones;
  for (guint i = 0; i < G_N_ELEMENTS (sounds); i++)
    if (g_str_equal (sounds[i].mnemonic, mnemonic))
      return sounds[i].phones;
  return NULL;
}

/* Length, stress and the joint between words are nothing that the dictionary writes. */
static char *
without_marks (const char *mnemonic)
{
  GString *plain = g_string_new (NULL);

  for (; *mnemonic != '\0'; mnemonic++)
    if (strchr ("',%=!|;\n", *mnemonic) == NULL)
      g_string_append_c (plain, *mnemonic);
  return g_string_free (plain, FALSE);
}

static gboolean
append_sound (GString *phones, const char *mnemonic, gboolean is_british)
{
  g_autofree char *plain = without_marks (mnemonic);
  const char *found;

  if (plain[0] == '\0')
    return TRUE;
  found = find_sound (plain, is_british);
  if (found == NULL)
    return FALSE;
  if (found[0] != '\0')
    g_string_append_printf (phones, "%s%s", phones->len > 0 ? " " : "", found);
  return TRUE;
}

char *
voice_phones_from_mnemonics (const char *mnemonics, gboolean is_british)
{
  g_auto (GStrv) each = g_strsplit_set (mnemonics, "_ ", -1);
  g_autoptr (GString) phones = g_string_new (NULL);

  for (guint i = 0; each[i] != NULL; i++)
    if (!append_sound (phones, each[i], is_british))
      return NULL;
  return phones->len > 0 ? g_strdup (phones->str) : NULL;
}

char *
voice_phones_of (const char *text, const char *voice)
{
  g_autoptr (VoiceSynthesis) synthesis = voice_synthesis_acquire (NULL);
  g_autofree char *mnemonics = NULL;

  if (synthesis == NULL)
    return NULL;
  mnemonics = voice_synthesis_mnemonics (synthesis, text, voice);
  if (mnemonics == NULL)
    return NULL;
  return voice_phones_from_mnemonics (mnemonics, !g_str_has_prefix (voice, "gmw/en-US"));
}
