#!/bin/bash
# Lists every file with words to translate.  `po/potfiles.sh` prints; `--update` writes POTFILES.in.
cd "$(dirname "$(readlink -f "$0")")/.." || exit 3
# What marks a message stands in one list, that of xgettext's options.
marks=$(sed -nE 's/^--keyword=([A-Za-z_0-9]+).*/\1/p' po/xgettext.args | paste -sd '|')
list() {
  echo "# Made by po/potfiles.sh --update; a test compares."
  {
    grep -rlzE "\b($marks) ?\([^;{}]*\"" src --include='*.c' --include='*.h' --include='*.blp'
    ls data/desktop/*.desktop.in data/desktop/*.xml.in data/desktop/*.gschema.xml
    echo po/data-texts.c
    echo po/speech-texts.c
  } | LC_ALL=C sort
}
if [[ ${1-} == --update ]]; then
  list >po/POTFILES.in
else
  list
fi
