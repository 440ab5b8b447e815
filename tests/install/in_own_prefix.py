#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a command in a system where each FOLDER stands at its PLACE, and where there is no network.

usage: in_own_prefix.py [FOLDER PLACE]... -- COMMAND [ARGUMENT]...

So a program can be installed where it is meant to be, and run from there, without touching that
place; an empty folder hides what a place holds.  Needs user namespaces, no rights.  Ends with 77 when
the system does not allow them, otherwise with the command's status.
"""

import ctypes
import os
import sys

NEW_MOUNTS, NEW_USER, NEW_NETWORK = 0x00020000, 0x10000000, 0x40000000
BIND, RECURSIVE, PRIVATE = 4096, 16384, 1 << 18
NOT_ALLOWED = 77

libc = ctypes.CDLL(None, use_errno=True)


def check(status):
    if status != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def bind(source, target):
    check(libc.mount(os.fsencode(source), os.fsencode(target), None,
                     ctypes.c_ulong(BIND | RECURSIVE), None))


def separate():
    user, group = os.getuid(), os.getgid()
    check(libc.unshare(NEW_USER | NEW_MOUNTS | NEW_NETWORK))
    for name, line in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"),
                       ("gid_map", f"{group} {group} 1")):
        with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
            file.write(line)
    # Nothing of what follows is seen outside.
    check(libc.mount(None, b"/", None, ctypes.c_ulong(RECURSIVE | PRIVATE), None))


def main():
    split = sys.argv.index("--")
    places, command = sys.argv[1:split], sys.argv[split + 1:]
    try:
        separate()
        for folder, place in zip(places[0::2], places[1::2], strict=True):
            bind(folder, place)
    except OSError as error:
        print(f"in_own_prefix: {error}", file=sys.stderr)
        sys.exit(NOT_ALLOWED)
    os.execvp(command[0], command)


if __name__ == "__main__":
    main()
