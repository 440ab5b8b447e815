#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A language that has kana for each message that is collected as said aloud, and nothing else: what
is said and was not collected stays in Latin letters, and test-kana finds it.

usage: make_kana.py SOURCE_ROOT OUTPUT.mo
"""

import pathlib
import re
import subprocess
import sys

ROOT, OUTPUT = map(pathlib.Path, sys.argv[1:])
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "po"))
import catalogue  # noqa: E402

HEAD = r"""msgid ""
msgstr ""
"Language: ja\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=1; plural=0;\n"
"""


def kana(text):
    """Placeholders stay, punctuation becomes Japanese, words become kana."""
    parts = re.split(r"(\{[a-z_]+\})", text)
    for i in range(0, len(parts), 2):
        parts[i] = re.sub(r"[^\s.,;:!?]+", "カナ", parts[i]).translate(str.maketrans(".,;:!?", "。、、、！？"))
    return "".join(parts)


def entry(message):
    lines = ['msgctxt "speech"', f'msgid "{catalogue.escape(message.msgid)}"']
    said = catalogue.escape(kana(message.msgid))
    if message.plural is None:
        return [*lines, f'msgstr "{said}"']
    return [*lines, f'msgid_plural "{catalogue.escape(message.plural)}"', f'msgstr[0] "{said}"']


def main():
    messages = catalogue.live(catalogue.parse(
        catalogue.xgettext("po/speech-texts.c", "src/orders/order-spell.c")))
    said = [m for m in messages if m.context == "speech"]
    assert len(said) > 300, len(said)
    text = HEAD + "".join("\n" + "\n".join(entry(m)) + "\n" for m in said)
    subprocess.run(["msgfmt", "--check-format", "-o", OUTPUT, "-"], input=text, text=True, encoding="utf-8",
                   env=catalogue.ENVIRONMENT, check=True)


main()
