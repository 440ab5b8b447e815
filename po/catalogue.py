# SPDX-License-Identifier: GPL-3.0-or-later
"""Message catalogues (.po) for the scripts beside this file and their tests.

Reads what the gettext tools write; changing one is left to them, but for single translations that
set_translations() puts into the text.
"""

import os
import pathlib
import re
import subprocess

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent
# Tools answer in English and sort by bytes, whoever calls.
ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="C")

ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "r": "\r"}


class Message:
    """One entry: msgid and translations without escapes."""

    def __init__(self):
        self.context = None
        self.msgid = ""
        self.plural = None
        self.translations = {}  # form -> text; form 0 where there is no plural
        self.comments = []      # of the programmer
        self.notes = []         # of the translator
        self.references = []
        self.flags = set()
        self.obsolete = False

    @property
    def key(self):
        return (self.context, self.msgid)

    @property
    def is_header(self):
        return self.msgid == "" and self.context is None

    @property
    def comment(self):
        return " ".join(self.comments)

    @property
    def fuzzy(self):
        return "fuzzy" in self.flags

    @property
    def translated(self):
        return bool(self.translations) and all(self.translations.values()) and not self.fuzzy

    def __str__(self):
        return f"“{self.msgid}”" + (f" ({self.context})" if self.context else "")


def unescape(text):
    return re.sub(r"\\(.)", lambda match: ESCAPES.get(match[1], match[0]), text)


def escape(text):
    return (text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
            .replace("\r", "\\r").replace("\n", "\\n"))


FIELD = re.compile(r'(?:(msgctxt|msgid|msgid_plural|msgstr)(?:\[(\d+)\])? )?"(.*)"$')


def parse_block(block):
    message = Message()
    at = None
    for line in block.splitlines():
        if line.startswith("#~"):
            message.obsolete = True
            line = line[2:].lstrip()
            if line.startswith("|"):
                continue
        if line.startswith("#."):
            message.comments.append(re.sub(r"^\* ", "", line[2:].strip()))
        elif line.startswith("#:"):
            message.references += line[2:].split()
        elif line.startswith("#,"):
            message.flags.update(flag.strip() for flag in line[2:].split(","))
        elif line.startswith("# "):
            message.notes.append(line[2:].strip())
        elif line and not line.startswith("#"):
            match = FIELD.match(line)
            if match is None:
                raise ValueError(f"not understood: {line}")
            if match[1]:
                at = (match[1], int(match[2] or 0))
            add(message, at, unescape(match[3]))
    return message


def add(message, at, text):
    name, form = at
    if name == "msgctxt":
        message.context = (message.context or "") + text
    elif name == "msgid":
        message.msgid += text
    elif name == "msgid_plural":
        message.plural = (message.plural or "") + text
    else:
        message.translations[form] = message.translations.get(form, "") + text


def parse(text):
    """Every entry, the header and obsolete ones too."""
    return [parse_block(block) for block in re.split(r"\n[ \t]*\n", text) if "msgid" in block]


def read(path):
    return parse(pathlib.Path(path).read_text(encoding="utf-8"))


def live(messages):
    """Those that the program may ask for."""
    return [m for m in messages if not m.obsolete and not m.is_header]


def words(name):
    """The lines of a small list, without comments."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def languages():
    return " ".join(words("LINGUAS")).split()


def xgettext(*arguments):
    """The messages of files, in the order of the files."""
    command = ["xgettext", *words("xgettext.args"), "--no-wrap", "--output=-", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, check=True, text=True,
                          encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    # A file that nobody knows by its ending (.blp) is read as C, which is right and said each time.
    noise = [line for line in done.stderr.splitlines() if "will try C" not in line]
    if noise:
        raise RuntimeError("\n".join(noise))
    return done.stdout


BRACES = re.compile(r"\{([a-z_]+)\}")


def explanations():
    """Placeholder, or placeholder@message -> what it stands for."""
    return dict(line.split(": ", 1) for line in words("PLACEHOLDERS"))


def explain(block, known):
    """The block of a message with a line for each placeholder that its comment does not name."""
    message = parse_block(block)
    names = dict.fromkeys(BRACES.findall(message.msgid + (message.plural or "")))
    lines = [f"#. {{{name}}} – {what}" for name in names
             if "{" + name + "}" not in message.comment
             and (what := known.get(f"{name}@{message.msgid}", known.get(name)))]
    old = block.splitlines()
    first = next((i for i, line in enumerate(old) if not line.startswith("#.")), 0)
    return "\n".join(old[:first] + lines + old[first:])


def template():
    """The catalogue without translations, of every file in POTFILES.in."""
    text = xgettext("--package-name=handler-one", "--files-from=po/POTFILES.in")
    # A comment of several lines in C begins each with a star.
    text = re.sub(r"(?m)^#\. \* ", "#. ", text)
    known = explanations()
    return "\n\n".join(explain(block, known) if "{" in block else block
                       for block in text.rstrip("\n").split("\n\n")) + "\n"


def translation_lines(translations, plural):
    if not plural:
        return [f'msgstr "{escape(translations[0])}"']
    return [f'msgstr[{form}] "{escape(text)}"' for form, text in sorted(translations.items())]


def set_note(lines, note, wanted):
    """A comment of the translator, put in or taken out."""
    rest = [line for line in lines if line != f"# {note}"]
    return [f"# {note}"] + rest if wanted else rest


def set_translations(text, found, note):
    """The catalogue `text` with the translations of `found`: (context, msgid) -> {form: text}; the
    note stands where there is one."""
    blocks = re.split(r"(\n[ \t]*\n)", text)
    for i, block in enumerate(blocks):
        message = parse_block(block) if "msgid" in block else None
        if message is None or message.obsolete or message.key not in found:
            continue
        lines = block.splitlines()
        first = next(n for n, line in enumerate(lines) if line.startswith("msgstr"))
        lines[first:] = translation_lines(found[message.key], message.plural)
        blocks[i] = "\n".join(set_note(lines, note, any(found[message.key].values())))
    return "".join(blocks).rstrip("\n") + "\n"
