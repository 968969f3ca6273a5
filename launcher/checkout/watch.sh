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
  seconds=0 shown_stage=
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

# On a terminal one line that counts, with the test class; elsewhere a line for each new stage, where asked for.
show_stage() {
  if [ -t 2 ]; then
    printf '\r\033[Kjeton: %s s  %s' "$seconds" "$(stage_of "$log" detailed)" >&2
  elif [ -n "${stages_as_lines-}" ]; then
    now=$(stage_of "$log")
    [ -z "$now" ] || [ "$now" = "$shown_stage" ] || say "$seconds s  $now"
    shown_stage=$now
  fi
}

# stage_of LOG [detailed]: the module and what happens in it, from Maven's own headings.
stage_of() {
  awk -v detailed="${2-}" '
    /^\[INFO\] Building Jeton / { module = $4; if ($5 !~ /^[0-9]/) module = module " " $5; step = "compiling"; class = "" }
    /^\[INFO\] --- spotless:/ { step = "formatting" }
    /^\[INFO\] --- (compiler|resources):/ { step = "compiling" }
    /^\[INFO\] --- surefire:/ { step = "unit tests"; class = "" }
    /^\[INFO\] --- (jar|shade|quarkus:[^ ]*:build|cyclonedx)/ { step = "packaging"; class = "" }
    /^\[INFO\] --- failsafe:/ { step = "integration tests"; class = "" }
    /^\[INFO\] Running / { class = $3; sub(/.*\./, "", class) }
    END {
      if (module == "") exit
      print module ": " step (detailed != "" && class != "" ? " (" class ")" : "")
    }' "$1" 2>/dev/null || :
}

# Maven says what went wrong in its ERROR lines; its advice on switches and reruns is left out.
tell_failure() {
  say "$2:"
  if grep -q '^\[ERROR\]' "$1"; then
    grep '^\[ERROR\]' "$1" | grep -v -e '-> \[Help' -e '\[Help [0-9]' -e 'Re-run Maven' -e 'To see the full' \
      -e '^\[ERROR\] *$' -e 'mvn <args>' -e 'For more information' -e 'After correcting' |
      sed "s/'mvn spotless/'.\/mvnw spotless/" | tail -n 25 >&2
  else
    tail -n 25 "$1" >&2
  fi
  say "the whole log is $1"
}
