# shellcheck shell=bash
# Configures and builds, and finds the variables that a built program needs.  Sourced by ./dev.

# The build folder is in the checkout, or under the user's cache if that can not be written.
# HANDLER_ONE_BUILD_DIR names one to be used as it is, without building (tests of ./dev use that).
find_build_dir() {
  if [[ -n ${HANDLER_ONE_BUILD_DIR-} ]]; then
    build_root=$(dirname "$HANDLER_ONE_BUILD_DIR")
    build_dir=$HANDLER_ONE_BUILD_DIR
    return
  elif [[ -w $source_dir ]]; then
    build_root=$source_dir
  else
    build_root=$(cache_folder)/builds/$(printf %s "$source_dir" | sha256sum | cut -c 1-12)
    mkdir -p "$build_root" || die 3 "can not make $build_root"
  fi
  build_dir=$build_root/_build
  mkdir -p "$build_root/.cache" || die 3 "can not make $build_root/.cache"
}

# Which environment a build folder belongs to: another one's objects and paths are of no use.
environment_name() {
  if inside_tree; then
    printf 'tree %s\n' "$(head -n 1 /etc/handler-one-tree)"
  elif [[ $environment == tree ]]; then
    printf 'tree %s\n' "${tree##*/}"
  else
    echo system
  fi
}

# Configures a build folder if it is not yet, or not for this environment: configure DIR OPTION…
configure() {
  local dir=$1 mark="$1/handler-one-environment"
  shift
  # One without a mark was configured by hand, and is taken to be what it should be.
  if [[ -e $mark && $(<"$mark") != $(environment_name) ]]; then
    say "$dir belongs to another environment; making it again"
    rm -rf "$dir" || die 3 "can not remove the build folder $dir"
  fi
  if [[ ! -e $dir/build.ninja ]]; then
    enter meson setup "$dir" "$source_dir" "$@" || return 1
  elif [[ -n ${option_changes-} ]]; then
    enter meson configure "$dir" $option_changes || return 1
  fi
  environment_name >"$mark"
}

# In the tree the compiler is known, so warnings are errors; elsewhere only for `test`.
default_options() {
  if inside_tree || [[ $environment == tree || ${strict-} ]]; then
    echo -Dwerror=true
  fi
}

warnings_are_errors() {
  tr -d ' \n' <"$1/meson-info/intro-buildoptions.json" | grep -q '"name":"werror","value":true'
}

# What ninja builds: all, or for tests also what only they need.
build_targets=all

configure_and_build() {
  local dir=$1 option_changes=''
  shift
  [[ -n ${strict-} && -e $dir/build.ninja ]] && ! warnings_are_errors "$dir" &&
    option_changes=-Dwerror=true
  configure "$dir" "$@" && enter ninja -C "$dir" $build_targets
}

# build_quietly DIR OPTION…: all output in a log, which is shown if the build fails.
build_quietly() {
  local dir=$1 log="$build_root/.cache/build.log"
  [[ -z ${HANDLER_ONE_BUILD_DIR-} ]] || return 0
  if ! with_lock "$build_root/.cache/build.lock" "builds here" configure_and_build "$@" \
    >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    die 1 "the build failed"
  fi
}

build_aloud() {
  [[ -z ${HANDLER_ONE_BUILD_DIR-} ]] || return 0
  with_lock "$build_root/.cache/build.lock" "builds here" configure_and_build "$@" </dev/null ||
    die 1 "the build failed"
}

# Sets `program_environment` to what a program needs that runs from the build folder: the variables
# that the contract allows, each prefixed to what the caller has.
find_program_environment() {
  local dir=$1 cache="$1/handler-one-variables" program name value
  if [[ ! -e $cache || $dir/build.ninja -nt $cache ]]; then
    enter meson devenv -C "$dir" --dump --dump-format=export </dev/null 2>/dev/null |
      sed -nE 's/^(PATH|XDG_DATA_DIRS|GSETTINGS_SCHEMA_DIR|LD_LIBRARY_PATH)="(.*):\$\1"$/\1=\2/p' >"$cache"
  fi
  # Data of the checkout and the catalogues just built, found as they would be once installed.
  mkdir -p "$dir/share" "$dir/po" && ln -sfn "$source_dir/data" "$dir/share/handler-one" &&
    ln -sfn "$dir/po" "$dir/share/locale"
  program_environment=()
  grep -q '^XDG_DATA_DIRS=' "$cache" || echo "XDG_DATA_DIRS=" >>"$cache"
  while IFS='=' read -r name value; do
    case $name in
    XDG_DATA_DIRS)
      value=$dir/share${value:+:$value}:${XDG_DATA_DIRS:-/usr/local/share/:/usr/share/}
      ;;
    PATH) continue ;; # below
    *) value+=${!name:+:${!name}} ;;
    esac
    program_environment+=("$name=$value")
  done <"$cache"
  value=${PATH-}
  [[ $environment == system ]] || value=$tree_path:$value
  program=$(find_program "$dir") && value=${program%/*}:$value
  program_environment+=("PATH=$value")
}

find_program() {
  local place
  for place in "$1/src/app/handler-one" "$1/src/handler-one" "$1/handler-one"; do
    [[ -x $place ]] && printf '%s\n' "$place" && return
  done
  return 1
}

# Runs a command as the last thing of this script, with the built program on PATH.
hand_over() {
  export "${program_environment[@]}"
  [[ $environment != system ]] || exec "$@"
  run_in_tree "$@"
  exit
}
