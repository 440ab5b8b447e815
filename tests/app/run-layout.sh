#!/bin/bash
# run-layout.sh UNDER-XVFB TEST-LAYOUT PSEUDO-CATALOGUE LANGUAGE SIZE TEXT-SCALE
# Walks through every page in a language: "long" and "rtl" are made here, others are the build's.
set -u
under_xvfb=$1 program=$2 pseudo=$3 language=$4 size=$5 scale=$6
own=$(mktemp -d) || exit 3
trap 'rm -rf "$own"' EXIT
case $language in
long | rtl)
  "$pseudo" "$language" "$own" || exit 3
  export HANDLER_ONE_LOCALE_DIR=$own LANGUAGE=en_XA
  [[ $language == long ]] || export LANGUAGE=he HANDLER_ONE_DIRECTION=rtl
  ;;
*)
  [[ -e $HANDLER_ONE_LOCALE_DIR/$language/LC_MESSAGES/handler-one.mo ]] ||
    { echo "there is no catalogue of $language" && exit 3; }
  export LANGUAGE=$language
  ;;
esac
# gettext looks at LANGUAGE only outside the locale "C"; the program falls back to this as well.
unset LC_ALL
"$under_xvfb" --size 1600x1000 --text-scale "$scale" "$program" "$size"
