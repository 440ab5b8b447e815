#!/bin/bash
# run-layout.sh UNDER-XVFB TEST-LAYOUT RTL-CATALOGUE LANGUAGE SIZE TEXT-SCALE
# Walks through every page in a language of the build; "he" is made here.
set -u
under_xvfb=$1 program=$2 rtl_catalogue=$3 language=$4 size=$5 scale=$6
own=$(mktemp -d) || exit 3
trap 'rm -rf "$own"' EXIT
if [[ $language == he ]]; then
  "$rtl_catalogue" "$own" || exit 3
  export HANDLER_ONE_LOCALE_DIR=$own HANDLER_ONE_DIRECTION=rtl
fi
[[ -e $HANDLER_ONE_LOCALE_DIR/$language/LC_MESSAGES/handler-one.mo ]] ||
  { echo "there is no catalogue of $language" && exit 3; }
export LANGUAGE=$language
"$under_xvfb" --size 1600x1000 --text-scale "$scale" "$program" "$size"
