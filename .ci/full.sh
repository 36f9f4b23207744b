# Sourced by ./check --full, before the release tests: format, lint, sanitizers, fuzz corpora.
sources() { (cd "$root" && git ls-files "$@"); }

echo "== shell scripts"
(cd "$root" && shellcheck -x play check .ci/run .ci/with-display)

echo "== format"
(cd "$root" && git ls-files '*.cpp' '*.h' | xargs clang-format-19 --dry-run -Werror)

for preset in asan tsan; do
  echo "== $preset"
  build "$preset" -DENTENTE_WERROR=ON
  "$root/.ci/with-display" ctest --preset "$preset" -j2
done
