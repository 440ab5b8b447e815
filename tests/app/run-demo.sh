#!/bin/bash
# run-demo.sh UNDER-XVFB HANDLER-ONE [VARIABLE=VALUE...]
# The demonstration must end by itself with status 0, with a picture of each view, none of them of
# one colour only, and the report.
set -u
under_xvfb=$1 program=$2
shift 2
shots=$(mktemp -d) || exit 3
trap 'rm -rf "$shots"' EXIT
export "$@" HANDLER_ONE_SOUND=none
"$under_xvfb" --text-scale "${HANDLER_ONE_TEXT_SCALE:-1}" "$program" --demo --seconds 9 \
  --screenshot-dir "$shots" || { echo "the demonstration ended with status $?"; exit 1; }
for view in library briefing battle contacts order comms preferences shortcuts about; do
  compgen -G "$shots/*-$view.png" >/dev/null || { echo "no picture of $view"; exit 1; }
done
for picture in "$shots"/*.png; do
  (($(stat -c %s "$picture") > 3000)) || { echo "$(basename "$picture") shows nothing"; exit 1; }
done
grep -q "Operator desk" "$shots/after-action-report.txt" || { echo "the report says nothing"; exit 1; }
