#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds every object file of src/ to the table in rooms.toml.

Two things are read, since either alone can be got around: the headers that the compiler really
opened for an object (`ninja -t deps`; a relative or a nested include does not hide there), and the
symbols it wants from elsewhere (`nm`; a bare `extern` does not hide there).

usage: check_rooms.py SOURCE_ROOT BUILD_ROOT [NINJA]
"""

import fnmatch
import functools
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path


real_path = functools.cache(os.path.realpath)


def matches(name, patterns):
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)


def read_symbols(paths, *options):
    """For each file the names that nm lists, with their type letter: {path: {name: letter}}."""
    found = {str(path): {} for path in paths}
    if not found:
        return found
    out = subprocess.run(["nm", "-A", "--format=posix", *options, *found], check=True,
                         capture_output=True, text=True).stdout
    for line in out.splitlines():
        path, _, rest = line.partition(": ")
        name, letter = rest.split()[:2]
        found[path][name.split("@")[0]] = letter
    return found


def is_wanted(letter):
    return letter in "Uwv"


def is_offered(letter):
    """Defined, and seen by other files."""
    return not is_wanted(letter) and (letter.isupper() or letter in "ui")


@functools.cache
def shared_library_symbols(name):
    path = subprocess.run(["cc", f"-print-file-name={name}"], check=True, capture_output=True,
                          text=True).stdout.strip()
    if not os.path.isabs(path):
        return frozenset()
    return frozenset(read_symbols([path], "-D", "--defined-only")[path])


class Rules:
    """The table, and where a header or a symbol belongs."""

    def __init__(self, path=Path(__file__).with_name("rooms.toml")):
        with open(path, "rb") as file:
            table = tomllib.load(file)
        self.groups = table["groups"]
        self.rooms = table["rooms"]
        self.libraries = table["libraries"]
        self.public = table["public"]
        self.pure = table["pure"]
        self.banned = table["banned"]
        self.toolchain = table["toolchain"]["symbols"]
        for name, room in self.rooms.items():
            for used in room["uses"] + room.get("sees", []):
                if used not in self.groups:
                    raise SystemExit(f"rooms.toml: room {name} uses unknown group {used}")
            for used in room["libraries"]:
                if used not in self.libraries:
                    raise SystemExit(f"rooms.toml: room {name} uses unknown library {used}")

    def group_of(self, path):
        """The group of a path below src/, or None."""
        stem = str(Path(path).with_suffix(""))
        return next((name for name, patterns in self.groups.items() if matches(stem, patterns)), None)

    def room_of(self, group):
        """The room whose rules hold for a group: sim-types and sim-def are parts of sim."""
        if group in self.rooms:
            return group
        return group.split("-")[0]

    def is_private(self, path):
        """True for a header below src/ that only its own room may open."""
        stem = str(Path(path).with_suffix(""))
        public = self.public.get(path.split("/")[0], ["*"])
        return stem.endswith("-private") or not matches(stem, public)

    def own_groups(self, room):
        return {group for group in self.groups if self.room_of(group) == room}

    def library_of_header(self, path):
        return next((name for name, library in self.libraries.items()
                     if matches(path, library["headers"])), None)

    @functools.cache
    def library_symbols(self, name):
        found = set()
        for shared in self.libraries[name]["shared"]:
            found |= shared_library_symbols(shared)
        return found


def system_header_name(path):
    """`sys/types` of /usr/include/x86_64-linux-gnu/sys/types.h; None for the libc's own parts."""
    name = re.sub(r"^/usr/(local/)?include/(?:[a-z0-9_]+-linux-gnu/)?", "", path)
    if name == path:
        found = re.search(r"/(?:gcc|clang|llvm-\d+/lib/clang)/.*/include(?:-fixed)?/(.*)$", path)
        if not found:
            return path
        name = found[1]
    name = name.removesuffix(".h")
    if name.split("/")[0] in ("bits", "gnu", "asm", "asm-generic", "linux") or name.startswith("__"):
        return None
    return name


class Checker:
    def __init__(self, rules, source_roots, objects, defined=None):
        """objects: path of each object file -> headers that were opened for it.
        defined: symbol -> group, of objects that are not looked at themselves."""
        self.rules = rules
        self.source_roots = [os.path.realpath(root) for root in source_roots]
        self.objects = objects
        self.symbols = read_symbols(objects)
        self.defined = dict(defined or {})
        for path, names in self.symbols.items():
            group = self.group_of_object(path)
            for name, letter in names.items():
                if is_offered(letter):
                    self.defined.setdefault(name, group)

    def below_source(self, path):
        """A path below one of the src/ folders (or their mirror in the build folder), or None."""
        real = real_path(path)
        for root in self.source_roots:
            if real.startswith(root + "/"):
                return real[len(root) + 1:]
        return None

    def group_of_object(self, path):
        """src/sim/libsim.a.p/sim-def.c.o belongs to sim-def, by the name of its source.

        Sources in folders below a room have the folder's name in front (map_handler-map.c.o)."""
        below = self.below_source(path)
        room, name = below.split("/")[0], Path(path).name.removesuffix(".o")
        folders = below.split("/")[:-2]  # without the target's own folder
        candidates = ["/".join(folders + [name])]
        if "_" in name:
            candidates.insert(0, "/".join([room, *name.split("_", 1)]))
        for candidate in candidates:
            group = self.rules.group_of(candidate)
            if group and group != room:
                return group
        return self.rules.group_of(room + "/x")

    def check_headers(self, group, headers):
        room_name = self.rules.room_of(group)
        room = self.rules.rooms[room_name]
        allowed = self.rules.own_groups(room_name) | set(room["uses"]) | set(room.get("sees", []))
        for header in headers:
            below = self.below_source(header)
            if below is not None:
                owner = self.rules.group_of(below)
                if owner and self.rules.is_private(below) and self.rules.room_of(owner) != room_name:
                    yield f"opens {below}, which is private"
                elif owner is not None and owner not in allowed:
                    yield f"opens {below} of {owner}"
                continue
            library = self.rules.library_of_header(header)
            if library is not None:
                if library not in room["libraries"]:
                    yield f"opens {header} of {library}"
            elif room["libc"] == "pure" and os.path.isabs(header):
                name = system_header_name(header)
                extra = self.rules.pure["extra"].get(room_name, {}).get("headers", [])
                if name is not None and name not in self.rules.pure["headers"] + extra:
                    yield f"opens <{name}.h>, which is not among the pure headers"

    def check_symbols(self, group, wanted):
        room_name = self.rules.room_of(group)
        room = self.rules.rooms[room_name]
        allowed = self.rules.own_groups(room_name) | set(room["uses"])
        for name in sorted(wanted):
            owner = self.defined.get(name)
            if matches(name, self.rules.toolchain):
                continue
            plain = re.sub(r"^__(?:isoc\d+_)?(.*?)(?:_chk)?$", r"\1", name)
            if matches(plain, self.rules.banned["symbols"]) and plain not in self.rules.banned["except"]:
                yield f"calls {plain}(), which is banned everywhere"
            elif owner is not None:
                if owner not in allowed:
                    yield f"uses {name} of {owner}"
            else:
                yield from self.check_outside_symbol(room_name, room, name, plain)

    def check_outside_symbol(self, room_name, room, name, plain):
        for library in self.rules.libraries:
            if name in self.rules.library_symbols(library):
                if library not in room["libraries"]:
                    yield f"uses {name} of {library}"
                return
        if name in shared_library_symbols("libc.so.6") or name in shared_library_symbols("libm.so.6"):
            extra = self.rules.pure["extra"].get(room_name, {}).get("symbols", [])
            if room["libc"] == "pure" and plain not in self.rules.pure["symbols"] + extra:
                yield f"calls {plain}(), which is not among the pure functions"
        else:
            yield f"uses {name}, which is defined in no room and no library of the table"

    def check_object(self, path, group=None):
        group = group or self.group_of_object(path)
        problems = list(self.check_headers(group, self.objects.get(path, [])))
        wanted = [name for name, letter in self.symbols[path].items() if is_wanted(letter)]
        problems += self.check_symbols(group, wanted)
        return [f"{self.rules.room_of(group)}: {os.path.basename(path)} {text}" for text in problems]

    def check_all(self):
        return [problem for path in sorted(self.objects) for problem in self.check_object(path)]


def read_deps(build_root, ninja="ninja"):
    """Every object file below src/ of a finished build, with the headers that it opened."""
    out = subprocess.run([ninja, "-C", build_root, "-t", "deps"], check=True, capture_output=True,
                         text=True).stdout
    objects, current = {}, None
    for line in out.splitlines():
        head = re.match(r"(\S.*): #deps \d+, deps mtime \d+ \((VALID|STALE)\)", line)
        if head:
            path = os.path.join(build_root, head[1])
            current = None
            if head[1].startswith("src/") and head[1].endswith(".o") and os.path.exists(path):
                current = objects.setdefault(path, [])
        elif line.startswith("    ") and current is not None:
            current.append(os.path.normpath(os.path.join(build_root, line.strip())))
    return objects


def checker_of_build(source_root, build_root, ninja="ninja"):
    objects = read_deps(build_root, ninja)
    return Checker(Rules(), [os.path.join(source_root, "src"), os.path.join(build_root, "src")], objects)


def main():
    source_root, build_root, *rest = sys.argv[1:]
    checker = checker_of_build(source_root, build_root, *rest)
    if not checker.objects:
        print("check_rooms: no object file of src/ was found; is the build complete?")
        return 1
    problems = checker.check_all()
    for problem in problems:
        print(problem)
    print(f"{len(checker.objects)} object files, {len(problems)} broken rules")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
