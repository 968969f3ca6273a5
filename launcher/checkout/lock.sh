# shellcheck shell=sh
# One build at a time. The holder counts on in the lock as long as it lives; a lock that stands still for ten
# looks belongs to a start that was killed. Process ids would not do: they are reused, and differ in containers.

lock() {
  held=$1 waited=0 last='' still=0
  until mkdir "$held" 2>/dev/null; do
    [ "$waited" -gt 0 ] || say "$2; waiting for it"
    waited=$((waited + 1))
    beat=$(cat "$held/beat" 2>/dev/null) || beat=
    if [ "$beat" = "$last" ]; then still=$((still + 1)); else still=0 last=$beat; fi
    if [ "$still" -ge 10 ]; then
      mv "$held" "$held.$$" 2>/dev/null && rm -rf "$held.$$"
      still=0
    fi
    sleep 1
  done
  trap 'unlock' EXIT
  trap 'interrupted 130' INT
  trap 'interrupted 143' TERM
  trap 'interrupted 129' HUP
}

beat() {
  [ -z "${held-}" ] || printf '%s %s\n' "$$" "$1" >"$held/beat"
}

unlock() {
  [ -z "${held-}" ] || rm -rf "$held"
  held=
  trap - EXIT INT TERM HUP
}

interrupted() {
  [ -z "${maven_pid-}" ] || kill "$maven_pid" 2>/dev/null || :
  unlock
  exit "$1"
}
