# shellcheck shell=bash
# Runs a program in the build environment: directly on a system whose libraries are new enough, in
# the Debian 13 tree by bubblewrap otherwise.  Sourced by ./dev.

# The tree is `/`; every other top folder of the host is seen at the same place.
tree_arguments() {
  local entry name file place
  tree_mounts=(--die-with-parent --tmpfs /
    --dev-bind /dev /dev --dev-bind /proc /proc --dev-bind /sys /sys)
  for name in usr etc var; do
    tree_mounts+=(--ro-bind "$tree/$name" "/$name")
  done
  for name in bin sbin lib lib32 lib64 libx32; do
    [[ -L $tree/$name ]] && tree_mounts+=(--symlink "$(readlink "$tree/$name")" "/$name")
  done
  for entry in /*; do
    name=${entry#/}
    case $name in
    usr | etc | var | bin | sbin | lib | lib32 | lib64 | libx32 | dev | proc | sys) ;;
    *)
      if [[ -L $entry ]]; then
        tree_mounts+=(--symlink "$(readlink "$entry")" "$entry")
      elif [[ -d $entry && -x $entry ]]; then
        tree_mounts+=(--dev-bind "$entry" "$entry")
      fi
      ;;
    esac
  done
  # The whole of the host, for what has to leave the tree again (on-host).
  entry=/
  inside_tree && [[ -e /.host/usr ]] && entry=/.host
  tree_mounts+=(--dev-bind "$entry" /.host)
  # Who the user is and how names are resolved stays as on the host.
  for file in passwd group hosts hostname resolv.conf localtime machine-id; do
    [[ -s /etc/$file && -e $tree/etc/$file ]] &&
      tree_mounts+=(--ro-bind "$(readlink -f "/etc/$file")" "/etc/$file")
  done
  [[ -d /var/tmp ]] && tree_mounts+=(--dev-bind /var/tmp /var/tmp)
  for place in "$source_dir" "$build_dir" "$PWD" "${HOME-}" "${TMPDIR-}" "${XDG_CACHE_HOME-}" "${XDG_RUNTIME_DIR-}"; do
    bind_place "$place"
  done
}

# A folder under /usr, /etc or /var of the host (a checkout in /usr/src, a home in /var/lib) gets a
# mount point in the tree; all others are there with their top folder.
bind_place() {
  local place
  place=$(readlink -f -- "${1:-/}")
  case $place in
  /usr | /etc | /var | /usr/bin | /usr/lib | /usr/share | /var/tmp | /var/tmp/*) ;;
  /usr/* | /etc/* | /var/*)
    [[ -d $place ]] && mkdir -p "$tree$place" && tree_mounts+=(--dev-bind "$place" "$place")
    ;;
  esac
}

# True if this process is in the foreground of a terminal: what is typed there goes to its whole
# process group.
in_terminal_foreground() {
  local stat fields
  stat=$(<"/proc/$$/stat") || return 1
  read -r -a fields <<<"${stat##*) }" # state ppid pgrp session tty_nr tpgid …
  ((fields[5] > 0 && fields[2] == fields[5]))
}

# Signals that are ignored from the start (as nohup does) stay ignored in the program, as the shell
# can not trap them.
signals_to_restore() {
  local ignored signal names=''
  ignored=$(trap -p)
  for signal in INT HUP QUIT; do
    [[ $ignored == *"'' SIG$signal"* ]] || names+=,$signal
  done
  printf '%s\n' "${names#,}"
}

forwarded_signals='INT TERM HUP QUIT USR1 USR2'

# Runs a program in the tree and returns its status: 128 and the number if it dies of a signal.
#
# bubblewrap does not forward signals, and with --die-with-parent it takes the program with it when
# it dies; so the program gets each signal straight from here, once:
#
# - In the foreground of a terminal the program stays in this process group, else it could not read
#   from the terminal.  Control-C and control-\ reach it without us; bubblewrap ignores them, and
#   env(1) gives the program its own dispositions back.
# - Elsewhere it has a process group of its own, so that a signal for our whole group (timeout(1)
#   sends that) reaches it once, through us.
run_in_tree() {
  local input info launcher signal status
  local restore=(/usr/bin/env) text=''
  foreground='' program='' interrupted=0 waiting_signals=()
  tree_arguments
  exec {input}<&0 {info}<> <(:)
  if in_terminal_foreground; then
    foreground=1
    restore+=("--default-signal=$(signals_to_restore)")
    trap : QUIT # as the shell itself ignores it otherwise
  else
    set -m
  fi
  for signal in $forwarded_signals; do
    # shellcheck disable=SC2064
    trap "forward $signal" "$signal"
  done
  start_bubblewrap "${restore[@]}" "$@" <&"$input" 9>&"$info" {input}<&- {info}>&- &
  launcher=$!
  exec {input}<&-
  set +m

  until read -r -d '}' -t 0.2 -u "$info" text; do
    kill -0 "$launcher" 2>/dev/null || break
  done
  exec {info}>&-
  [[ $text =~ \"child-pid\":\ ([0-9]+) ]] && program=${BASH_REMATCH[1]}
  for signal in "${waiting_signals[@]}"; do
    forward "$signal"
  done

  # A trap ends wait early: wait again until the status is the launcher's own.
  while :; do
    interrupted=0
    wait "$launcher"
    status=$?
    ((interrupted)) || break
  done
  for signal in $forwarded_signals; do
    trap - "$signal"
  done
  [[ -n $program ]] || explain_bubblewrap_failure
  return "$status"
}

start_bubblewrap() {
  local signal
  for signal in $forwarded_signals; do
    trap - "$signal"
  done
  [[ -z $foreground ]] || trap '' INT HUP QUIT
  exec bwrap "${tree_mounts[@]}" --chdir "$PWD" --info-fd 9 -- "$@"
}

forward() {
  interrupted=1
  if [[ -z $program ]]; then
    waiting_signals+=("$1")
  elif [[ -z $foreground || ($1 != INT && $1 != QUIT) ]]; then
    kill -s "$1" "$program" 2>/dev/null
  fi
}

explain_bubblewrap_failure() {
  bwrap --dev-bind / / true 2>/dev/null && return
  say "bubblewrap can not make a namespace here (see its message above)." \
    "As a normal user: allow user namespaces (sysctl kernel.unprivileged_userns_clone=1, and on" \
    "Ubuntu kernel.apparmor_restrict_unprivileged_userns=0).  In a container: give it the" \
    "capability SYS_ADMIN, or run an image of Debian 13, where no tree is needed."
}

# The tree's own programs come first: the host's may be built for other libraries.
tree_path=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin

# enter COMMAND…: runs it in the build environment, in the current folder.  Not in a subshell, which
# would go on alone if this script is told to end.
enter() {
  if [[ $environment == system ]]; then
    "$@"
  else
    local -x PATH=$tree_path${PATH:+:$PATH}
    run_in_tree "$@"
  fi
}

# The same as the last thing of this script.
enter_and_exit() {
  [[ $environment != system ]] || exec "$@"
  enter "$@"
  exit
}
