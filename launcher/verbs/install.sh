# shellcheck shell=sh
# What some tests need besides a JDK. Without it they are skipped, visibly.

install_what_tests_need() {
  mkdir -p "$work"
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    install_packages nodejs npm
  fi
  find_chromium || install_packages chromium
  ! command -v npm >/dev/null || find "$root" -path '*/src/test/*' -name node_modules -prune -o \
    -path '*/src/test/*' -name package-lock.json -print | while IFS= read -r lock_file; do
    install_node_packages "${lock_file%/*}"
  done
}

find_chromium() {
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null
}

install_packages() {
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    say "cannot install $* here (that needs apt-get and root); install them by hand"
    return 0
  fi
  say "installing $*"
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } \
    >"$work/install.log" 2>&1 || say "could not install $*; the whole log is $work/install.log"
}

install_node_packages() {
  marker=$1/node_modules/.package-lock.json
  if [ ! -f "$marker" ] || [ -n "$(find "$1/package-lock.json" -newer "$marker")" ]; then
    say "installing the npm packages of ${1#"$root"/}"
    (cd "$1" && npm ci) >"$work/install.log" 2>&1 </dev/null ||
      say "could not install them; the whole log is $work/install.log"
  fi
}

tell_what_is_missing() {
  command -v node >/dev/null ||
    say "node is not installed: tests against the npm packages are skipped ('./jeton test --install', or Debian: apt-get install nodejs npm)"
  find_chromium ||
    say "chromium is not installed: tests in a browser are skipped ('./jeton test --install', or Debian: apt-get install chromium)"
}
