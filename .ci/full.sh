# shellcheck shell=sh disable=SC2154 # root is set by who sources this
# Sourced by ./check --full, before the release tests: shell scripts, format, lint, sanitizers.
# The fuzz corpora are replayed by the tests of every preset. Each stage says how long it took.

stage() { # TITLE COMMAND...
  echo "== $1"
  shift
  begun=$(date +%s)
  "$@"
  echo "   $(($(date +%s) - begun)) s"
}

shell_scripts() { (cd "$root" && shellcheck -x play check .ci/run .ci/full.sh .ci/with-display); }

format() { (cd "$root" && git ls-files '*.cpp' '*.h' | xargs clang-format-19 --dry-run -Werror); }

# What the last commits touched: linting everything takes longer than building it three times.
# ENTENTE_TIDY=all lints everything.
linted() {
  if [ "${ENTENTE_TIDY:-}" = all ]; then
    git ls-files 'game/*.cpp'
  else
    # shellcheck disable=SC2046 # a list of names without spaces; those no longer there fall out
    git ls-files -- $(git log --max-count=8 --name-only --format= -- 'game/*.cpp')
  fi
}
tidy() {
  (cd "$root" && cmake --preset release -DENTENTE_TESTS=ON >/dev/null &&
    linted | xargs -r -n 1 -P 2 clang-tidy-19 -p build/release --quiet 2>/dev/null)
}

# Fewer rounds of each property: the sanitizers look at what runs, not at how often.
sanitized() { # PRESET CTEST-ARGUMENT...
  preset=$1
  shift
  build "$preset" -DENTENTE_TESTS=ON -DENTENTE_WERROR=ON
  RC_PARAMS=max_success=25 "$root/.ci/with-display" ctest --preset "$preset" -j2 --timeout 900 "$@"
}

stage "shell scripts" shell_scripts
stage format format
stage "clang-tidy of the last commits' files" tidy
stage "address and undefined-behaviour sanitizers" sanitized asan
# Without windows: the software GL beneath them takes minutes there and is not ours.
stage "thread sanitizer" sanitized tsan -E '^e2e/'
