#!/bin/bash
# Lists every file with words to translate.  `po/potfiles.sh` prints; `--update` writes POTFILES.in.
cd "$(dirname "$(readlink -f "$0")")/.." || exit 3
list() {
  echo "# Made by po/potfiles.sh --update; a test compares."
  {
    grep -rlE '\b(N?C?_|NC_|ngettext) ?\("|\bg_dngettext ?\(' src --include='*.c' --include='*.h'
    grep -rlE '\b(C?_) ?\("' src --include='*.blp'
    ls data/desktop/*.desktop.in data/desktop/*.metainfo.xml.in data/desktop/*.gschema.xml
  } | LC_ALL=C sort
}
if [[ ${1-} == --update ]]; then
  list >po/POTFILES.in
else
  list
fi
