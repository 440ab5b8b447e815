# shellcheck shell=bash
# Builds, installs and checks the Flatpak.  Sourced by ./dev.
#
# Where GNOME's own runtime is installed or a configured remote has it, that is used.  Elsewhere a
# stand-in is made from the Debian 13 tree (flatpak/make-stand-in-runtime), beside the trees in the
# user's cache folder.  The stand-in's branch has a name of its own, so that no other application ever
# gets it in place of the real runtime.

flatpak_id=io.github.handlerone.HandlerOne
flatpak_branch=devel
flatpak_needs_mib=2048
stand_in_recipe=1 # raise it when the way a stand-in is kept changes

verb_flatpak() {
  local bundle='' private='' stand_in='' runtime_remote='' work
  # Inside of the tree there is no flatpak: the system's is meant.
  ! inside_tree || exec "$source_dir/build-aux/on-host" "$source_dir/dev" flatpak "$@"
  while (($#)); do
    case $1 in
    --bundle) (($# > 1)) && bundle=$2 && shift || usage_flatpak ;;
    --private) (($# > 1)) && private=$2 && shift || usage_flatpak ;;
    --stand-in) stand_in=1 ;;
    *) usage_flatpak ;;
    esac
    shift
  done
  bundle=${bundle:+$(readlink -m -- "$bundle")}
  find_build_dir
  set_up_flatpak_tools || die 3 "$(flatpak_tools_advice)"
  work=$build_root/_build-flatpak
  flatpak_environment=()
  [[ -z $private ]] || use_private_installation "$private"
  mkdir -p "$work" || die 3 "can not make $work"
  [[ -n $stand_in ]] || find_real_runtime || stand_in=1
  set_up_flatpak_environment
  with_lock "$work/lock" "builds the Flatpak here" build_flatpak || exit
  [[ -z $bundle ]] || write_bundle
  check_flatpak || die 1 "the Flatpak was built and installed, but failed its checks (above)"
  [[ -n $private ]] || say "installed for you; start it with: flatpak run $flatpak_id"
  [[ -z $bundle ]] || say "the bundle is $bundle; install it with: flatpak install --user $bundle"
}

usage_flatpak() {
  die 2 "usage: ./dev flatpak [--bundle FILE] [--stand-in] [--private DIR]" \
    "  --bundle FILE   also write the application into one file that \"flatpak install\" takes" \
    "  --stand-in      do not look for GNOME's own runtime" \
    "  --private DIR   keep all that flatpak writes in DIR; nothing is installed for you"
}

# --- tools -------------------------------------------------------------------------------------

flatpak_tools='flatpak flatpak-builder ostree eu-strip'

missing_flatpak_tools() {
  local tool
  for tool in $flatpak_tools; do
    have "$tool" || printf '%s\n' "$tool"
  done
}

set_up_flatpak_tools() {
  [[ -n $(missing_flatpak_tools) ]] || return 0
  have apt-get || return 1
  local names
  mapfile -t names < <(packages flatpak)
  say "installing what Flatpaks are built with: ${names[*]}"
  apt_refresh && apt_install "${names[@]}" && [[ -z $(missing_flatpak_tools) ]]
}

flatpak_tools_advice() {
  printf '%s\n' "building the Flatpak needs programs that are not here: $(missing_flatpak_tools | paste -sd ' ')" \
    "please install them and try again (on Debian and Ubuntu:" \
    "sudo apt-get install $(packages flatpak | paste -sd ' '))"
}

# Everything that flatpak would write for the user goes into one folder.
use_private_installation() {
  local folder
  mkdir -p "$1"/{home,installation,system} || die 3 "can not make $1"
  folder=$(cd "$1" && pwd)
  mkdir -p -m 700 "$folder/runtime"
  work=$folder/work
  flatpak_environment=(
    "FLATPAK_USER_DIR=$folder/installation" "FLATPAK_SYSTEM_DIR=$folder/system"
    "HOME=$folder/home" "XDG_RUNTIME_DIR=$folder/runtime" "XDG_CACHE_HOME=$folder/home/.cache"
    "XDG_DATA_HOME=$folder/home/.local/share" "XDG_CONFIG_HOME=$folder/home/.config"
    "XDG_STATE_HOME=$folder/home/.local/state")
}

run_flatpak() { # the installation that the application ends up in
  env "${flatpak_environment[@]}" flatpak "$@" </dev/null
}

install_with_flatpak() {
  env "${flatpak_environment[@]}" "$source_dir/build-aux/flatpak-install" "$@" </dev/null
}

run_building_flatpak() { # the one that the stand-in's Sdk is in
  env "${flatpak_environment[@]}" "FLATPAK_USER_DIR=$stand_in_folder/installation" \
    "FLATPAK_SYSTEM_DIR=$stand_in_folder/system" "$@" </dev/null
}

# --- runtime -----------------------------------------------------------------------------------

release_value() { # release_value KEY: a string of the release manifest's top level
  sed -n "s/^  \"$1\": \"\(.*\)\",\$/\1/p" "$source_dir/flatpak/$flatpak_id.json"
}

# True where the real runtime is installed; sets runtime_remote where it can be had from there.
find_real_runtime() {
  local version remote
  version=$(release_value runtime-version)
  if run_flatpak info "org.gnome.Sdk//$version" >/dev/null 2>&1 &&
    run_flatpak info "org.gnome.Platform//$version" >/dev/null 2>&1; then
    return 0
  fi
  while read -r remote; do
    if env "${flatpak_environment[@]}" timeout 60 flatpak remote-info "$remote" \
      "org.gnome.Sdk//$version" </dev/null >/dev/null 2>&1; then
      runtime_remote=$remote
      return 0
    fi
  done < <(run_flatpak remotes --columns=name 2>/dev/null)
  say "GNOME's runtime $version is neither installed nor offered by a remote that flatpak knows;" \
    "a stand-in made from Debian 13 takes its place"
  return 1
}

# The stand-in needs the tree, and with it everything else runs in there too.
set_up_flatpak_environment() {
  environment=$(choose_environment) || exit
  if [[ -n $stand_in ]]; then
    environment=tree
    set_up_tree
    set_up_stand_in
  elif [[ $environment == system ]]; then
    set_up_system build test
  else
    set_up_tree
  fi
}

stand_in_branch() { printf '%s-stand-in\n' "$(release_value runtime-version)"; }

stand_in_key() {
  { echo "$stand_in_recipe ${tree##*/} $(stand_in_branch)"; cat "$source_dir/flatpak/make-stand-in-runtime"; } |
    sha256sum | cut -c 1-12
}

# A sum over the names of all objects, which are their checksums, and what the two runtimes are.
stand_in_check() (
  cd "$1" 2>/dev/null || exit 1
  { LC_ALL=C ls -R repo/objects; LC_ALL=C ls -R repo/refs; LC_ALL=C ls installation/runtime/*/*/; } 2>&1 | cksum
)

stand_in_is_whole() {
  local said_key said_check
  [[ -r $stand_in_folder/stamp ]] || return 1
  { read -r said_key && read -r said_check; } <"$stand_in_folder/stamp" || return 1
  [[ $said_key == "$1" && $said_check == "$(stand_in_check "$stand_in_folder")" ]]
}

# Sets stand_in_folder to a whole stand-in, made now if need be.
set_up_stand_in() {
  local key root=${tree%/*}/flatpak
  key=$(stand_in_key)
  stand_in_folder=$root/$key
  if ! stand_in_is_whole "$key"; then
    mkdir -p "$root" || die 3 "can not make the folder $root"
    with_lock "$root/making.lock" "makes the stand-in runtime" make_stand_in_if_needed "$root" "$key" ||
      die 3 "the stand-in runtime could not be made"
  fi
  touch -c "$stand_in_folder/stamp" 2>/dev/null
}

# The stamp is written last: without it a stand-in is half-made.
make_stand_in_if_needed() {
  local root=$1 key=$2 started=$SECONDS log="$1/$2.log"
  stand_in_is_whole "$key" && return 0 # another ./dev made it while this one waited
  [[ -e $stand_in_folder ]] && say "the stand-in in $stand_in_folder is damaged or half-made; making it again"
  remove_tree "$stand_in_folder"
  sweep_old_stand_ins "$root"
  flatpak_disk_space "$root"
  say "making a stand-in for GNOME's runtime in $stand_in_folder (once; about half a minute, 1.1 GiB)…"
  fill_stand_in >"$log" 2>&1 || {
    explain_flatpak_failure "$log"
    remove_tree "$stand_in_folder"
    return 1
  }
  printf '%s\n%s\n' "$key" "$(stand_in_check "$stand_in_folder")" >"$stand_in_folder/stamp" || return 1
  say "the stand-in is ready after $((SECONDS - started)) s, $(du -sm "$stand_in_folder" | cut -f 1) MiB"
}

fill_stand_in() {
  local branch
  branch=$(stand_in_branch)
  mkdir -p "$stand_in_folder"/{installation,system} || return 1
  "$source_dir/flatpak/make-stand-in-runtime" "$tree" "$stand_in_folder" "$branch" || return 1
  run_building_flatpak flatpak --user remote-add --no-gpg-verify stand-in "file://$stand_in_folder/repo" &&
    run_building_flatpak "$source_dir/build-aux/flatpak-install" stand-in \
      "org.gnome.Platform//$branch" "org.gnome.Sdk//$branch"
}

sweep_old_stand_ins() {
  local stamp
  for stamp in "$1"/*/stamp; do
    [[ -e $stamp && -n $(find "$stamp" -mtime "+$tree_unused_days") ]] || continue
    say "removing an old stand-in: ${stamp%/*}"
    remove_tree "${stamp%/*}"
  done
}

flatpak_disk_space() {
  local free
  free=$(df -Pm "$1" | awk 'NR == 2 { print $4 }')
  [[ -z $free ]] || ((free >= flatpak_needs_mib)) ||
    die 3 "the stand-in runtime needs $flatpak_needs_mib MiB in $1, there are $free MiB." \
      "Free some space, or name another folder: HANDLER_ONE_TREES=/folder ./dev …"
}

# --- building and installing -------------------------------------------------------------------

build_flatpak() {
  local log=$work/build.log started=$SECONDS
  derive_manifest >"$work/$flatpak_id.json" || die 3 "the manifest could not be derived"
  say "building the Flatpak in $work…"
  run_builder >"$log" 2>&1 || {
    explain_flatpak_failure "$log"
    die 1 "the Flatpak could not be built"
  }
  say "the Flatpak is built after $((SECONDS - started)) s"
  install_flatpak >"$work/install.log" 2>&1 || {
    explain_flatpak_failure "$work/install.log"
    die 3 "the Flatpak could not be installed"
  }
}

derive_manifest() {
  local kind=local
  [[ -z $stand_in ]] || kind=stand-in
  enter python3 "$source_dir/flatpak/derive-manifest" "$kind" "$source_dir"
}

run_builder() {
  local options=(--user --force-clean --disable-rofiles-fuse --state-dir="$work/state" --repo="$work/repo")
  [[ -e $work/repo/config ]] || ostree init --repo="$work/repo" --mode=bare-user-only || return 1
  if [[ -n $stand_in ]]; then
    # One module, always built anew: there is nothing to keep.
    run_building_flatpak flatpak-builder "${options[@]}" --disable-cache "$work/app" "$work/$flatpak_id.json"
  else
    env "${flatpak_environment[@]}" flatpak-builder "${options[@]}" \
      ${runtime_remote:+--install-deps-from="$runtime_remote"} "$work/app" "$work/$flatpak_id.json" </dev/null
  fi
}

# A remote for each repository, at its present place.
set_remote() { # set_remote NAME FOLDER
  run_flatpak --user remote-add --if-not-exists --no-gpg-verify "$1" "file://$2" &&
    run_flatpak --user remote-modify --url="file://$2" "$1"
}

install_flatpak() {
  if [[ -n $stand_in ]]; then
    set_remote handler-one-stand-in "$stand_in_folder/repo" &&
      install_with_flatpak --or-update handler-one-stand-in \
        "org.gnome.Platform//$(stand_in_branch)" || return 1
  fi
  set_remote handler-one-devel "$work/repo" &&
    install_with_flatpak --reinstall handler-one-devel "$flatpak_id//$flatpak_branch"
}

write_bundle() {
  mkdir -p "$(dirname "$bundle")" &&
    run_flatpak build-bundle "$work/repo" "$bundle" "$flatpak_id" "$flatpak_branch" >&2 ||
    die 3 "the bundle could not be written"
}

explain_flatpak_failure() {
  tail -n 30 "$1" >&2
  say "all of it is in $1"
  if grep -qiE 'no space left' "$1"; then
    say "there is no space left on the disk"
  elif grep -qiE 'could ?n.t resolve|could not resolve|unable to access|unreachable|timed out|failed to connect' "$1"; then
    say "something could not be downloaded: is there a network?  \"./dev flatpak --stand-in\" needs none" \
      "but the system's packages"
  elif grep -qF 'Could not connect: No such file' "$1"; then
    say "flatpak finds no message bus of the system (it asks there about parental controls): start it," \
      "or install the package dbus-daemon, which has dbus-run-session"
  elif grep -qiE 'bwrap:|user namespace|Operation not permitted|Creating new namespace' "$1"; then
    say "flatpak can not make a sandbox here: it needs user namespaces (as a normal user: sysctl" \
      "kernel.unprivileged_userns_clone=1, and on Ubuntu kernel.apparmor_restrict_unprivileged_userns=0;" \
      "in a container: the capability SYS_ADMIN)"
  fi
}

# --- checking ----------------------------------------------------------------------------------

# Runs the installed application in its sandbox on a virtual display, with a home of its own, so that
# nothing of the user's is touched.
check_flatpak() {
  local shots=$build_root/_build-shots/flatpak variable
  [[ -z $private ]] || shots=$work/shots
  say "running it in the sandbox, on a virtual display…"
  for variable in "${flatpak_environment[@]}"; do
    local -x "$variable"
  done
  # The virtual display comes with other folders for the user's data.
  local -x FLATPAK_USER_DIR=${FLATPAK_USER_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/flatpak}
  enter "$source_dir/tests/lib/run-under-xvfb" python3 "$source_dir/tests/flatpak/check_installed.py" \
    --on-host "$source_dir/build-aux/on-host" --application "$flatpak_id" --branch "$flatpak_branch" \
    --screenshots "$shots" </dev/null || return 1
  say "pictures of it are in $shots"
}
