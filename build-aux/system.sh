# shellcheck shell=bash
# Decides between the system's own libraries and the Debian 13 tree, and installs what the system
# lacks.  Sourced by ./dev.

# pkg-config name, Debian package, oldest version that the sources are written against
required_libraries='
gtk4 libgtk-4-dev 4.18
libadwaita-1 libadwaita-1-dev 1.7
glib-2.0 libglib2.0-dev 2.84
gstreamer-1.0 libgstreamer1.0-dev 1.26
gstreamer-app-1.0 libgstreamer-plugins-base1.0-dev 1.26
json-glib-1.0 libjson-glib-dev 1.10
espeak-ng libespeak-ng-dev 1.51
pocketsphinx libpocketsphinx-dev 0'
required_programs='gcc meson ninja blueprint-compiler msgfmt glib-compile-resources desktop-file-validate
  appstreamcli python3 xmllint'
required_meson=1.7

inside_tree() { [[ -e /etc/handler-one-tree ]]; }

meson_is_new_enough() {
  local version
  version=$(meson --version 2>/dev/null) || return 1
  [[ $(printf '%s\n' "$required_meson" "$version" | sort -V | head -n 1) == "$required_meson" ]]
}

# True if everything is installed and new enough already.
system_is_complete() {
  local library _package version program
  have pkg-config || return 1
  for program in $required_programs; do
    have "$program" || return 1
  done
  meson_is_new_enough || return 1
  while read -r library _package version; do
    [[ -z $library ]] || pkg-config --atleast-version="$version" "$library" || return 1
  done <<<"$required_libraries"
}

# True if apt has every library in a version that is new enough, installed or not.
apt_offers_enough() {
  local _library package version candidate
  while read -r _library package version; do
    [[ -n $package ]] || continue
    candidate=$(apt-cache policy "$package" 2>/dev/null | sed -n 's/^  Candidate: //p')
    [[ -n $candidate && $candidate != '(none)' ]] || return 1
    # An upstream version 4.18.6 is at least "4.18"; a pre-release "4.18~rc" is not.
    dpkg --compare-versions "${candidate#*:}" ge "$version" || return 1
  done <<<"$required_libraries
- meson $required_meson"
}

# Packages of the sections given that are not installed: apt_missing build test
apt_missing() {
  local installed
  installed=$(packages "$@" | xargs dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null |
    sed -n 's/^installed //p')
  packages "$@" | grep -vxF -e "${installed:-none}"
}

install_what_is_missing() {
  local missing
  mapfile -t missing < <(apt_missing "$@")
  ((${#missing[@]})) || return 0
  say "this system's libraries are new enough; installing what is missing:" "${missing[*]}"
  apt_refresh && apt_install "${missing[@]}" && return 0
  die 3 "could not install the packages above.  Either install them yourself:" \
    "  sudo apt-get install ${missing[*]}" \
    "or let the project use a Debian 13 tree of its own: HANDLER_ONE_ENVIRONMENT=tree ./dev …"
}

# On a machine that was just set up apt knows no packages at all until its lists are fetched.
apt_lists_are_empty() {
  [[ -z $(apt-cache policy libgtk-4-dev 2>/dev/null | sed -n 's/^  Candidate: //p') ]]
}

# Prints "system" or "tree".
choose_environment() {
  case ${HANDLER_ONE_ENVIRONMENT-} in
  system | tree)
    printf '%s\n' "$HANDLER_ONE_ENVIRONMENT"
    return
    ;;
  '') ;;
  *) die 2 "HANDLER_ONE_ENVIRONMENT is \"system\" or \"tree\", not \"$HANDLER_ONE_ENVIRONMENT\"" ;;
  esac
  if inside_tree || system_is_complete; then
    echo system
  elif have apt-get && have dpkg && is_recent_release && { apt_lists_are_empty && ! apt_refresh ||
    apt_offers_enough; }; then
    echo system # and if its lists can not be fetched, installing says what to do
  else
    echo tree
  fi
}

# Asking apt takes a second: only worth it where its lists may hold something new enough.
is_recent_release() (
  # shellcheck disable=SC1091
  . /etc/os-release 2>/dev/null || exit 1
  case $ID in
  debian) ((${VERSION_ID:-99} >= 13)) ;;
  ubuntu) [[ ! ${VERSION_ID:-99.10} < 25.04 ]] ;;
  *) exit 0 ;;
  esac
)

# set_up_system build [test]: the sections of packages.txt that the verb needs
set_up_system() {
  inside_tree && return 0
  [[ $* == build ]] && system_is_complete && return 0
  if have apt-get && have dpkg; then
    install_what_is_missing "$@"
  elif ! system_is_complete; then
    die 3 "this system lacks something that the build needs:" "$(missing_by_name)" \
      "install it with your package manager, or use the tree: HANDLER_ONE_ENVIRONMENT=tree ./dev …"
  fi
}

missing_by_name() {
  local library _package version program
  for program in $required_programs pkg-config; do
    have "$program" || printf '  program %s\n' "$program"
  done
  meson_is_new_enough || printf '  meson %s or later\n' "$required_meson"
  have pkg-config || return 0
  while read -r library _package version; do
    [[ -z $library ]] || pkg-config --atleast-version="$version" "$library" ||
      printf '  library %s %s or later (with its headers)\n' "$library" "$version"
  done <<<"$required_libraries"
}
