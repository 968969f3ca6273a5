# shellcheck shell=sh
# Runs Maven with its log in a file and one line on the terminal that says how far it is.

# maven LOG NOTE ARGUMENTS...: fails when Maven fails.
maven() {
  log=$1 note=$2
  shift 2
  find_java oldest javac
  mkdir -p "${log%/*}"
  say "$note"
  # In the background, so that this shell can watch; a shell gives such a job no interrupts, see interrupted().
  (cd "$root" && JAVA_HOME=$java_home exec ./mvnw -B "$@") >"$log" 2>&1 </dev/null &
  maven_pid=$!
  seconds=0 stage=
  while kill -0 "$maven_pid" 2>/dev/null; do
    beat "$seconds"
    show_stage
    sleep 1
    seconds=$((seconds + 1))
  done
  [ ! -t 2 ] || printf '\r\033[K' >&2
  maven_status=0
  wait "$maven_pid" || maven_status=$?
  maven_pid=
  return "$maven_status"
}

# On a terminal one line that counts; elsewhere a line for each new stage, and only where asked for.
show_stage() {
  now=$(stage_of "$log")
  if [ -t 2 ]; then
    printf '\r\033[Kjeton: %s s  %s' "$seconds" "$now" >&2
  elif [ -n "${stages_as_lines-}" ] && [ "$now" != "$stage" ] && [ -n "$now" ]; then
    say "$seconds s  $now"
  fi
  stage=$now
}

# The module, and what happens in it: compiling, or the tests that run.
stage_of() {
  awk '
    /^\[INFO\] Building Jeton/ { split($0, part, /  +| [0-9]+\./); module = substr(part[1], 17); step = "" }
    /^\[INFO\] --- [a-z-]+:/ { step = $3; sub(/:[0-9][^:]*/, "", step) }
    /^Downloading from/ { step = "downloading" }
    END { if (module != "") print module ": " step }' "$1" 2>/dev/null || :
}

# Maven says what went wrong in its ERROR lines; its advice on switches and reruns is left out.
tell_failure() {
  say "$2:"
  if grep -q '^\[ERROR\]' "$1"; then
    grep '^\[ERROR\]' "$1" | grep -v -e '-> \[Help' -e '\[Help [0-9]' -e 'Re-run Maven' -e 'To see the full' \
      -e '^\[ERROR\] *$' -e 'mvn <args>' -e 'For more information' | tail -n 25 >&2
  else
    tail -n 25 "$1" >&2
  fi
  say "the whole log is $1"
}
