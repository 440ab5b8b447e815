# shellcheck shell=bash
# Makes and finds the Debian 13 tree: a folder with everything the build and the tests need, under
# the user's cache folder, for systems whose own libraries are too old.  Sourced by ./dev.
#
# A tree is made under a temporary name and renamed when it is complete; its stamp is written last
# and holds a check of what was installed, so that a half-made or damaged tree is noticed.

tree_suite=trixie
tree_recipe=1          # raise it when the way a tree is made changes
tree_needs_mib=4096    # about 2.2 GiB in the end, and the packages while it is made
tree_unused_days=14
tree_locales='de_DE en_GB en_US es_ES fr_FR ja_JP pt_BR'

tree_key() {
  { echo "$tree_suite $tree_recipe $tree_locales $(uname -m)"; packages build test tools | LC_ALL=C sort; } |
    sha256sum | cut -c 1-12
}

# The folder that trees are kept in.  A test may point XDG_CACHE_HOME or HOME at a folder of its
# own; a whole tree of the user's is used all the same rather than making a second one there.
find_tree_root() {
  local key=$1 root
  if [[ -n ${HANDLER_ONE_TREES-} ]]; then
    printf '%s\n' "$HANDLER_ONE_TREES"
    return
  fi
  for root in "$(cache_folder)" "$HOME/.cache/handler-one" "$(login_home)/.cache/handler-one"; do
    if tree_is_whole "$root/trees/$key" "$key"; then
      printf '%s\n' "$root/trees"
      return
    fi
  done
  printf '%s\n' "$(cache_folder)/trees"
}

# A sum over the names of what was installed: cheap enough for every start.
tree_check() (
  cd "$1" 2>/dev/null || exit 1
  LC_ALL=C ls usr/bin usr/include usr/lib/*-linux-gnu usr/libexec usr/share \
    var/lib/dpkg/info 2>/dev/null | cksum
)

tree_is_whole() {
  local tree=$1 key=$2 stamp="$1/etc/handler-one-tree" said_key said_check
  [[ -r $stamp ]] || return 1
  { read -r said_key && read -r said_check; } <"$stamp" || return 1
  [[ $said_key == "$key" && $said_check == "$(tree_check "$tree")" ]]
}

# Sets `tree` to a whole tree, made now if need be.
set_up_tree() {
  local key root
  key=$(tree_key)
  root=$(find_tree_root "$key")
  tree=$root/$key
  if ! tree_is_whole "$tree" "$key"; then
    mkdir -p "$root" || die 3 "can not make the folder $root"
    have_tree_tools
    with_lock "$root/making.lock" "makes the Debian 13 tree" make_tree_if_needed "$root" "$key" ||
      die 3 "the Debian 13 tree could not be made"
  fi
  # Who uses a tree marks it, so that trees of old package lists can be swept.
  touch -c "$tree/etc/handler-one-tree" 2>/dev/null
  have bwrap || have_tree_tools
}

have_tree_tools() {
  local missing=()
  have mmdebstrap || missing+=(mmdebstrap)
  have bwrap || missing+=(bubblewrap)
  [[ -e /usr/share/keyrings/debian-archive-keyring.gpg ]] || missing+=(debian-archive-keyring)
  ((EUID == 0)) || have newuidmap || missing+=(uidmap)
  ((${#missing[@]})) || return 0
  say "making a Debian 13 tree needs: ${missing[*]}"
  have apt-get && apt_refresh && apt_install "${missing[@]}" && return 0
  die 3 "this system's libraries are too old for Handler One, so it uses a Debian 13 tree of its own;" \
    "please install what that needs and try again: ${missing[*]}" \
    "(on Debian and Ubuntu: sudo apt-get install ${missing[*]})"
}

make_tree_if_needed() {
  local root=$1 key=$2 making="$1/.making.$2" started=$SECONDS leftover
  tree_is_whole "$root/$key" "$key" && return 0 # another ./dev made it while this one waited
  [[ -e $root/$key ]] && say "the tree in $root/$key is damaged or half-made; making it again"
  for leftover in "$root"/.making.*; do # this ./dev holds the lock: nobody else is at work on them
    remove_tree "$leftover"
  done
  check_disk_space "$root"
  say "making a Debian 13 tree in $root/$key (once; about three minutes, 2.2 GiB)…"
  bootstrap "$making" "$root/$key.log" || {
    explain_bootstrap_failure "$root/$key.log"
    remove_tree "$making"
    return 1
  }
  finish_tree "$making"
  printf '%s\n%s\n' "$key" "$(tree_check "$making")" >"$making/etc/handler-one-tree" || return 1
  remove_tree "$root/$key"
  mv -T "$making" "$root/$key" || return 1
  say "the tree is ready after $((SECONDS - started)) s, $(du -sm "$root/$key" | cut -f 1) MiB"
  sweep_old_trees "$root" "$key"
}

remove_tree() {
  [[ -e $1 ]] || return 0
  rm -rf --one-file-system "$1" && return 0
  chmod -R u+rwX "$1" && rm -rf --one-file-system "$1"
}

check_disk_space() {
  local free
  free=$(df -Pm "$1" | awk 'NR == 2 { print $4 }')
  [[ -z $free ]] || ((free >= tree_needs_mib)) ||
    die 3 "the Debian 13 tree needs $tree_needs_mib MiB in $1, there are $free MiB." \
      "Free some space, or name another folder: HANDLER_ONE_TREES=/folder ./dev …"
}

# The system's own mirror, proxy and checks are used, with only the release replaced.
system_mirror() {
  [[ -n ${HANDLER_ONE_MIRROR-} ]] && printf '%s\n' "$HANDLER_ONE_MIRROR" && return
  (
    # shellcheck disable=SC1091
    . /etc/os-release 2>/dev/null
    [[ ${ID-} == debian ]] && have apt-get || exit 0
    apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
      awk -v own="${VERSION_CODENAME-none}" \
        '$2 == "main" && ($1 == own || $1 ~ /^(old)?stable$|^testing$/) { print $3; exit }'
  )
}

system_apt_options() {
  have apt-config || return 0
  apt-config dump | grep -E '^Acquire::(http|https|Retries|Check-|ForceIPv)' | grep -v ' "";$'
}

bootstrap() {
  local target=$1 log=$2 mirror option
  mirror=$(system_mirror)
  # Without a mirror mmdebstrap takes Debian's own.
  local command=(mmdebstrap --variant=essential
    --include="$(packages build test tools | paste -sd ,)"
    --keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    --aptopt='APT::Install-Recommends "false"'
    --aptopt='Acquire::Languages "none"'
    --dpkgopt=force-unsafe-io
    --dpkgopt='path-exclude=/usr/share/man/*'
    --dpkgopt='path-exclude=/usr/share/info/*'
    --dpkgopt='path-exclude=/usr/share/doc/*'
    --dpkgopt='path-include=/usr/share/doc/*/copyright'
    --customize-hook="for l in $tree_locales; do echo \"\$l.UTF-8 UTF-8\"; done >\"\$1/etc/locale.gen\"
      chroot \"\$1\" locale-gen >/dev/null && chroot \"\$1\" dbus-uuidgen >\"\$1/etc/machine-id\"")
  while IFS= read -r option; do
    command+=("--aptopt=$option")
  done < <(system_apt_options)
  if ((EUID == 0)); then
    "${command[@]}" --mode=root --format=directory "$tree_suite" "$target" ${mirror:+"$mirror"}
  else
    # A tar archive passes through, so that every file of the tree belongs to the user.
    mkdir -p "$target" && (
      set -o pipefail
      "${command[@]}" --format=tar "$tree_suite" - ${mirror:+"$mirror"} |
        tar -x -C "$target" --no-same-owner --exclude='./dev/*'
    )
  fi </dev/null >"$log" 2>&1
}

explain_bootstrap_failure() {
  tail -n 15 "$1" >&2
  say "making the tree failed; all of it is in $1"
  if grep -qiE 'no space left' "$1"; then
    say "there is no space left on the disk; HANDLER_ONE_TREES=/folder puts the tree elsewhere"
  elif grep -qE 'NO_PUBKEY|not signed|EXPKEYSIG' "$1"; then
    say "the archive's key is unknown here: upgrade the package debian-archive-keyring and try again"
  elif grep -qE 'Unable to locate package|has no installation candidate' "$1"; then
    say "the mirror lacks a package; name a complete Debian mirror: HANDLER_ONE_MIRROR=URL ./dev …"
  elif grep -qiE 'resolv|connect|timed out|unreachable|failed to fetch' "$1"; then
    say "the package mirror can not be reached: is there a network, a proxy to set for apt?" \
      "Another mirror: HANDLER_ONE_MIRROR=URL ./dev …"
  elif grep -qiE 'newuidmap|subuid|user namespace|unshare.*(failed|not permitted)' "$1"; then
    say "this user may not make user namespaces: allow them (sysctl kernel.unprivileged_userns_clone=1," \
      "an entry in /etc/subuid and /etc/subgid), or run ./dev once as root"
  fi
}

# Folders and files that the tree's own contents do not have, but that are mounted over.
finish_tree() {
  local making=$1 file
  for file in resolv.conf hosts hostname localtime passwd group; do
    [[ -e $making/etc/$file && ! -L $making/etc/$file ]] ||
      { rm -f "$making/etc/$file" && touch "$making/etc/$file"; }
  done
  mkdir -p "$making/var/tmp" "$making/etc/fonts/conf.d"
  cat >"$making/etc/fonts/conf.d/61-handler-one-adwaita.conf" <<'XML'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <description>Debian 13 has no Adwaita fonts; Adwaita Sans is a variant of Inter</description>
  <alias binding="same"><family>Adwaita Sans</family><prefer><family>Inter</family></prefer></alias>
  <alias binding="same"><family>Adwaita Mono</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
XML
}

# Trees of other package lists that nobody has used for two weeks.
sweep_old_trees() {
  local root=$1 key=$2 stamp
  for stamp in "$root"/*/etc/handler-one-tree; do
    [[ -e $stamp && $stamp != "$root/$key/"* ]] || continue
    [[ -n $(find "$stamp" -mtime "+$tree_unused_days") ]] || continue
    say "removing an old tree: ${stamp%/etc/*}"
    remove_tree "${stamp%/etc/*}"
  done
}
