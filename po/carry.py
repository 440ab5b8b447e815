# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps translations of messages of which only the writing in the sources changed: its context, or
that arguments have places now (%s → %1$s).  Part of po/update.

usage: python3 -m carry CATALOGUE TEMPLATE
"""

import collections
import re
import sys

import catalogue

PLACE = re.compile(r"%\d+\$")


def plain(message):
    return PLACE.sub("%", message.msgid), PLACE.sub("%", message.plural or "")


def moves(old, new):
    """Which message of the old catalogue each untranslated one of the new can be had from."""
    have = {message.key for message in old}
    wanted = {message.key for message in new}
    free = collections.defaultdict(list)
    for message in old:
        if message.key not in wanted and message.translated:
            free[plain(message)].append(message)
    for message in new:
        found = free.get(plain(message), [])
        same = [m for m in found if m.context == message.context] or found
        if message.key not in have and len({tuple(m.translations.items()) for m in same}) == 1:
            yield same[0], message


def block_of(message):
    lines = []
    if message.context is not None:
        lines.append(f'msgctxt "{catalogue.escape(message.context)}"')
    lines.append(f'msgid "{catalogue.escape(message.msgid)}"')
    if message.plural is not None:
        lines.append(f'msgid_plural "{catalogue.escape(message.plural)}"')
    return lines


def main():
    path, template = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        text = file.read()
    found = list(moves(catalogue.live(catalogue.parse(text)), catalogue.live(catalogue.read(template))))
    for source, target in found:
        lines = block_of(target)
        lines += catalogue.translation_lines(source.translations, source.plural)
        text += "\n" + "\n".join(lines) + "\n"
    if found:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        print(f"{path}: {len(found)} translations carried over")


if __name__ == "__main__":
    main()
