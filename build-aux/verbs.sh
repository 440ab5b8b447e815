# shellcheck shell=bash
# The verbs of ./dev.  Sourced by ./dev.

# set_up SECTIONS: makes the build environment ready; SECTIONS are those of packages.txt.
set_up() {
  find_build_dir
  environment=$(choose_environment) || exit
  if [[ $environment == system ]]; then
    set_up_system "$@"
  else
    set_up_tree
  fi
}

prepare_program() {
  set_up "$@"
  build_quietly "$build_dir" $(default_options)
  find_program_environment "$build_dir"
}

# Also what only tests need.  Without flatpak all but one of them can run: that one then fails.
set_up_tests() {
  set_up build test
  inside_tree || set_up_flatpak_tools || say "$(flatpak_tools_advice)"
}

verb_setup() {
  set_up_tests
}

verb_build() {
  set_up build
  build_aloud "$build_dir" $(default_options)
}

verb_exec() {
  (($#)) || die 2 "usage: ./dev exec COMMAND [ARGUMENT…]"
  prepare_program build
  hand_over "$@"
}

verb_shell() {
  prepare_program build
  say "handler-one is on PATH; leave with \"exit\""
  hand_over "${SHELL:-/bin/bash}" "$@"
}

# --- run ---------------------------------------------------------------------------------------

needs_no_display() {
  case ${1-} in
  list | validate | simulate | batch | replay | whatif | generate | order | say | listen | bench | \
    hash | --version | --help | -h | --help-all) return 0 ;;
  esac
  return 1
}

verb_run() {
  if [[ -n ${DISPLAY-}${WAYLAND_DISPLAY-} ]] || needs_no_display "$@"; then
    prepare_program build
    hand_over handler-one "$@"
  elif (($# == 0)) || [[ $1 == --demo ]]; then
    prepare_program build test
    run_on_virtual_display "$@"
  else
    die 3 "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open." \
      "Run this in a desktop session, or with \"ssh -X\"; without arguments it plays a demonstration."
  fi
}

run_on_virtual_display() {
  local shots=$build_root/_build-shots status
  say "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)." \
    "To see the program, run this in a desktop session, or with \"ssh -X\"."
  if (($#)); then
    say "running handler-one $* on a virtual display…"
  else
    say "playing the demonstration battle on a virtual display for a minute…"
    mkdir -p "$shots" || die 3 "can not make $shots"
    rm -f "$shots"/*.png "$shots"/*.txt
    set -- --demo --seconds 60 --screenshot-dir "$shots"
  fi
  G_DEBUG='' run_built "$source_dir/tests/lib/run-under-xvfb" handler-one "$@"
  status=$?
  if [[ ${!#} == "$shots" ]]; then
    cat "$shots"/*.txt 2>/dev/null # the after-action report
    say "screenshots of it are in $shots:" "$(cd "$shots" && printf '%s ' *)"
  fi
  ((status == 0)) || say "it ended with status $status"
  exit "$status"
}

# Runs a command with the built program on PATH, and comes back.
run_built() {
  local -x "${program_environment[@]}"
  enter "$@"
}

# --- test --------------------------------------------------------------------------------------

verb_test() {
  strict=1 build_targets='all meson-test-prereq'
  set_up_tests
  build_aloud "$build_dir" $(default_options)
  enter_and_exit meson test -C "$build_dir" --no-rebuild --print-errorlogs "$@"
}

# Sanitizers have build folders of their own, and know no shared memory of other programs.
verb_sanitize() {
  local kind=${1-address} options
  case $kind in
  address) options='-Db_sanitize=address,undefined' ;;
  thread) options='-Db_sanitize=thread' ;;
  *) die 2 "usage: ./dev sanitize [address|thread] [MESON-TEST-ARGUMENT…]" ;;
  esac
  shift $(($# > 0))
  build_targets='all meson-test-prereq'
  set_up build test
  build_aloud "$build_root/_build-$kind" $(default_options) "$options" -Db_lundef=false \
    -Dc_args=-fno-omit-frame-pointer
  local suppressions=$source_dir/tests/suppressions
  export ASAN_OPTIONS=${ASAN_OPTIONS-detect_stack_use_after_return=1:strict_string_checks=1}
  export UBSAN_OPTIONS=${UBSAN_OPTIONS-print_stacktrace=1:halt_on_error=1}
  export TSAN_OPTIONS=${TSAN_OPTIONS-halt_on_error=1:second_deadlock_stack=1}
  [[ -e $suppressions/leak.supp ]] &&
    export LSAN_OPTIONS=${LSAN_OPTIONS-suppressions=$suppressions/leak.supp:print_suppressions=0}
  enter_and_exit meson test -C "$build_root/_build-$kind" --no-rebuild --print-errorlogs \
    --timeout-multiplier 5 "$@"
}

# Targets with libFuzzer, each for so long, from the seeds that the tests use and from what earlier
# runs have found in _build-fuzz/corpus/.  What breaks one is left in _build-fuzz/found/.
verb_fuzz() {
  local seconds=60 targets=() dir failed=0 name
  while (($#)); do
    case $1 in
    --seconds) seconds=${2-} && shift ;;
    --seconds=*) seconds=${1#*=} ;;
    [0-9]*) seconds=$1 ;;
    *) targets+=("$1") ;;
    esac
    shift
  done
  [[ $seconds =~ ^[1-9][0-9]*$ ]] || die 2 "usage: ./dev fuzz [--seconds N] [TARGET…]"
  for name in "${targets[@]}"; do
    [[ $name != main && -e $source_dir/tests/fuzz/fuzz-$name.c ]] ||
      die 2 "there is no fuzzing target \"$name\"; there are: $(fuzz_targets)"
  done
  ((${#targets[@]})) || read -ra targets <<<"$(fuzz_targets)"
  set_up build test
  dir=$build_root/_build-fuzz
  build_targets=tests/fuzz/make-seeds
  for name in "${targets[@]}"; do
    build_targets+=" tests/fuzz/fuzz-$name"
  done
  CC=clang-19 build_aloud "$dir" -Dfuzzing=true -Db_sanitize=address,undefined \
    -Db_lundef=false -Dc_args=-fno-omit-frame-pointer >&2
  make_fuzz_seeds "$dir"
  for name in "${targets[@]}"; do
    fuzz "$dir" "$name" "$seconds" || failed=1
  done
  exit "$failed"
}

fuzz_targets() {
  local file names=()
  for file in "$source_dir"/tests/fuzz/fuzz-*.c; do
    file=${file##*/fuzz-}
    [[ $file == main.c ]] || names+=("${file%.c}")
  done
  echo "${names[*]}"
}

# Seeds of every target in $1/seeds/TARGET, and the names of the formats' members as a dictionary.
make_fuzz_seeds() {
  local dir=$1 data=$source_dir/data tests=$source_dir/tests
  local -x HANDLER_ONE_DATA_DIR=$data ASAN_OPTIONS=detect_leaks=0
  rm -rf "$dir/seeds" && mkdir -p "$dir"/seeds/{scenario,rules,orders,order-line} "$dir/found" ||
    die 3 "can not make $dir/seeds"
  cp "$data"/scenarios/*.json "$tests"/scenario/odd/*.json "$dir/seeds/scenario/"
  cp "$data"/rules/*.json "$data"/phrases/*.json "$data"/campaigns/*/campaign.json "$dir/seeds/rules/"
  cp "$tests"/fuzz/seeds/orders/* "$dir/seeds/orders/"
  cp "$tests"/fuzz/seeds/order-line/* "$dir/seeds/order-line/"
  enter "$dir/tests/fuzz/make-seeds" "$dir/seeds" >&2 || die 1 "the seeds could not be made"
  cat "$data"/schema/*.json | grep -oE '"[a-z_-]{3,30}"' | sort -u >"$dir/dictionary"
}

# fuzz DIR TARGET SECONDS
fuzz() {
  local dir=$1 name=$2 seconds=$3 log status=0 runs
  local -x HANDLER_ONE_DATA_DIR=$source_dir/data LC_ALL=C.UTF-8 GIO_USE_VFS=local
  local -x ASAN_OPTIONS=${ASAN_OPTIONS-detect_stack_use_after_return=1:strict_string_checks=1}
  local -x UBSAN_OPTIONS=${UBSAN_OPTIONS-print_stacktrace=1:halt_on_error=1}
  log=$dir/found/$name.log
  mkdir -p "$dir/corpus/$name"
  say "fuzz-$name: $seconds s…"
  enter "$dir/tests/fuzz/fuzz-$name" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 \
    -artifact_prefix="$dir/found/$name-" -dict="$dir/dictionary" -print_final_stats=1 -verbosity=0 \
    -max_len=524288 "$dir/corpus/$name" "$dir/seeds/$name" >"$log" 2>&1 </dev/null || status=1
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  if ((status)); then
    tail -n 60 "$log" >&2
    say "fuzz-$name: broken; the input is in $dir/found, the whole report is $log"
  else
    say "fuzz-$name: ${runs:-0} runs, nothing found"
  fi
  return "$status"
}

# --- looks and figures ---------------------------------------------------------------------------

# Each appearance: its name and the variables that make it.
shot_variants='
light       ADW_DEBUG_COLOR_SCHEME=prefer-light
dark        ADW_DEBUG_COLOR_SCHEME=prefer-dark
contrast    ADW_DEBUG_HIGH_CONTRAST=1 ADW_DEBUG_COLOR_SCHEME=prefer-dark
contrast-light ADW_DEBUG_HIGH_CONTRAST=1 ADW_DEBUG_COLOR_SCHEME=prefer-light
middle      HANDLER_ONE_WINDOW_SIZE=870x600
narrow      HANDLER_ONE_WINDOW_SIZE=360x720
smallest    HANDLER_ONE_WINDOW_SIZE=360x294
rtl         HANDLER_ONE_DIRECTION=rtl
large-text  TEXT_SCALE=2
large-narrow HANDLER_ONE_WINDOW_SIZE=360x720 TEXT_SCALE=2
german      LANGUAGE=de
long-words  LANGUAGE=en@pseudo
'

verb_shots() {
  local name variables failed=0 dir only
  (($# > 0)) || die 2 "usage: ./dev shots DIR [APPEARANCE]..."
  only=" ${*:2} "
  mkdir -p "$1" || die 3 "can not make $1"
  dir=$(cd "$1" && pwd) || die 3 "can not enter $1"
  prepare_program build test
  while read -r name variables <&3; do
    [[ -n $name && ($# -eq 1 || $only == *" $name "*) ]] || continue
    say "screenshots: $name"
    take_shots "$dir/$name" $variables || failed=1
  done 3<<<"$shot_variants"
  say "screenshots are in $dir"
  exit "$failed"
}

# take_shots DIR VARIABLE=VALUE…: every page, menu and dialog in one appearance; what is cut short, lies
# over something else or needs more room than the window has is told; a warning is a failure.
take_shots() {
  local dir=$1 assignment TEXT_SCALE=1 HANDLER_ONE_WINDOW_SIZE=1280x800
  shift
  local -x G_DEBUG=fatal-warnings
  for assignment; do
    local -x "$assignment"
  done
  mkdir -p "$dir" && rm -f "$dir"/*.png
  HANDLER_ONE_LAYOUT_PICTURES=$dir run_built "$source_dir/tests/lib/run-under-xvfb" \
    --size 1600x1000 --text-scale "$TEXT_SCALE" \
    "$build_dir/tests/app/test-layout" "$HANDLER_ONE_WINDOW_SIZE" \
    >&2 </dev/null || { say "${dir##*/}: the program failed" && return 1; }
  compgen -G "$dir/*.png" >/dev/null || { say "${dir##*/}: no screenshot was made" && return 1; }
}

# Figures need an optimised build of its own.  Without a name of a bench: one melee.
verb_bench() {
  local build_targets=all
  case ${1-} in
  map) build_targets+=' tests/ui/map/map-bench tests/app/window-bench' && set_up build test ;;
  start) set_up build test ;;
  *) set_up build ;;
  esac
  build_quietly "$build_root/_build-release" --buildtype=release $(default_options)
  find_program_environment "$build_root/_build-release"
  case ${1-} in
  sim | batch | replay | voice | map | start) hand_over "$source_dir/tests/bench/bench.py" "$@" ;;
  *) hand_over handler-one bench "$@" ;;
  esac
}

verb_clean() {
  find_build_dir
  [[ $# == 0 || $* == --all ]] || die 2 "usage: ./dev clean [--all]"
  rm -rf "$build_root"/_build "$build_root"/_build-{address,thread,fuzz,release,shots,flatpak} \
    "$build_root/.cache"
  if [[ ${1-} == --all ]]; then
    local trees=${HANDLER_ONE_TREES:-$(cache_folder)/trees} stamp
    for stamp in "$trees"/*/etc/handler-one-tree; do
      [[ -e $stamp ]] && remove_tree "${stamp%/etc/*}"
    done
    remove_tree "$trees/flatpak"
  fi
}
