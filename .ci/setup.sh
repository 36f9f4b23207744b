# Sourced by ./play and ./check: installs what is missing, configures, builds.
# Sets nothing but functions; needs $root.

# packages SECTION...: the names of these sections, one a line.
packages() {
  for section in "$@"; do
    sed -n "s/^$section: //p" "$root/.ci/packages" | tr ' ' '\n'
  done
}

missing_packages() {
  for name in $(packages "$@"); do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || echo "$name"
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# have_lists NAME...: apt knows a candidate of every package.
have_lists() {
  for name in "$@"; do
    apt-cache policy "$name" 2>/dev/null | grep -q 'Candidate: [^(]' || return 1
  done
}

# install_missing SECTION...: quiet when nothing is missing; refuses under --no-install.
install_missing() {
  missing=$(missing_packages "$@")
  [ -z "$missing" ] && return 0
  # shellcheck disable=SC2086 # a list of words on purpose
  set -- $missing
  if [ "$no_install" = yes ]; then
    echo "These Debian packages are missing: $*" >&2
    echo "Run again without --no-install, or install them yourself." >&2
    exit 69
  fi
  if ! command -v apt-get >/dev/null; then
    echo "This needs the Debian packages $*, and there is no apt-get here." >&2
    exit 69
  fi
  echo "Installing: $*"
  have_lists "$@" || as_root apt-get -q update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "$@"
}

# build PRESET [CMAKE-ARGUMENT...]: quiet when up to date; on a terminal ninja counts its steps, since
# the first build takes minutes.
build() {
  preset=$1
  shift
  if [ ! -f "$root/build/$preset/build.ninja" ] || [ $# -gt 0 ]; then
    (cd "$root" && cmake --preset "$preset" "$@" >"$root/.configure.log" 2>&1) || {
      cat "$root/.configure.log" >&2
      exit 70
    }
    rm -f "$root/.configure.log"
  fi
  if ninja -C "$root/build/$preset" -n | grep -q '^ninja: no work to do'; then return 0; fi
  if [ -t 1 ]; then
    cmake --build "$root/build/$preset"
  else
    echo "Building; the first time takes some minutes."
    cmake --build "$root/build/$preset" -- --quiet
  fi
}
