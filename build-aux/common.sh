# shellcheck shell=bash
# What the other parts of ./dev share: messages, folders, locks.  Sourced, never run.

say() { printf 'dev: %s\n' "$@" >&2; }

# Ends with a status of its own (3: something outside the project failed) and says what to do.
die() {
  local status=$1
  shift
  printf 'dev: %s\n' "$@" >&2
  exit "$status"
}

have() { command -v "$1" >/dev/null 2>&1; }

# The user's own home, even where a test has set HOME to a folder of its own.
login_home() {
  local entry
  entry=$(getent passwd "$(id -u)" 2>/dev/null) && entry=${entry%:*} && printf '%s\n' "${entry##*:}"
}

cache_folder() { printf '%s\n' "${XDG_CACHE_HOME:-${HOME:-$(login_home)}/.cache}/handler-one"; }

# Names of the packages of the sections given: packages build test
packages() {
  local section wanted=" $* " name _rest
  while read -r name _rest; do
    case $name in
    '' | '#'*) ;;
    '['*']') section=${name:1:-1} ;;
    *) [[ $wanted == *" $section "* ]] && printf '%s\n' "$name" ;;
    esac
  done <"$source_dir/build-aux/packages.txt"
  return 0
}

# Holds a lock while a command runs, and says so if it has to wait: with_lock FILE WHAT COMMAND…
with_lock() {
  local file=$1 what=$2 lock status
  shift 2
  exec {lock}>"$file" || die 3 "can not write $file"
  if ! flock -n "$lock"; then
    say "waiting for another ./dev that $what…"
    flock "$lock" || die 3 "can not lock $file"
  fi
  "$@"
  status=$?
  exec {lock}>&-
  return "$status"
}

# Runs as root what needs root; fails if that can not be had without asking.
as_root() {
  if ((EUID == 0)); then
    "$@"
  elif have sudo && { sudo -n true 2>/dev/null || [[ -t 0 && -t 2 && -z ${CI-} ]]; }; then
    sudo "$@"
  else
    return 1
  fi
}

# Installs Debian packages on the system itself; all output on standard error.
apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >&2
}

apt_refresh() {
  [[ -n ${apt_refreshed-} ]] && return 0
  as_root apt-get update >&2 && apt_refreshed=1
}
