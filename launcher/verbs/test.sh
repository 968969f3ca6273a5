# shellcheck shell=sh
# ./jeton test [--install] [-- MAVEN-ARGUMENTS]: formatting, static checks and all tests on the oldest Java that
# is supported and found, then the tests once more on the newest. ./jeton test crash stands in crash.sh.

# shellcheck source=launcher/verbs/install.sh
. "$root/launcher/verbs/install.sh"

# shellcheck source=launcher/verbs/crash.sh
. "$root/launcher/verbs/crash.sh"

main() {
  if [ "${1-}" = crash ]; then
    shift
    crash "$@"
    return
  fi
  install=
  while [ $# -gt 0 ]; do
    case $1 in
      --install) install=yes ;;
      --)
        shift
        break
        ;;
      *) die 2 "there is no test suite '$1'; 'jeton test' runs all of them and 'jeton test crash' one (options: --install, -- MAVEN-ARGUMENTS)" ;;
    esac
    shift
  done
  [ -z "$install" ] || install_what_tests_need
  tell_what_is_missing

  # The tests start ./jeton themselves; it must take what this very run packaged.
  JETON_BUILD=never
  export JETON_BUILD
  stages_as_lines=yes
  mkdir -p "$work"
  lock "$work/lock" 'another start of jeton is building or testing'
  first_pass "$@"
  second_pass "$@"
  unlock
}

first_pass() {
  find_java oldest javac
  first_major=$java_major
  pass "JDK $java_version" 'formatting, static checks, tests' spotless:check verify "$@"
  [ "$first_major" = "$oldest_java" ] || printf 'JDK %s is not installed: not tested on it\n' "$oldest_java"
}

# Only the JVM of the tests is another one: nothing is compiled or packaged again.
second_pass() {
  find_java newest java
  if [ "$java_major" = "$first_major" ]; then
    printf 'no JDK newer than %s is installed: the tests ran once\n' "$first_major"
    return 0
  fi
  pass "JDK $java_version" 'the tests once more' verify -Dtest.jvm="$java_home/bin/java" \
    -Dtest.jvm.args="$(quiet_java_options)" -Dmaven.main.skip -Dquarkus.build.skip "$@"
}

# pass NAME NOTE MAVEN-ARGUMENTS...
pass() {
  pass_name=$1 pass_note=$2
  shift 2
  find "$root" -path '*/target/*-reports/TEST-*.xml' -exec rm -f {} +
  pass_log=$work/test-$java_major.log
  pass_start=$(date +%s)
  pass_status=0
  maven "$pass_log" "$pass_name: $pass_note" --fail-at-end "$@" || pass_status=$?
  summary=$(find "$root" -path '*/target/*-reports/TEST-*.xml' -exec cat {} + |
    awk -f "$root/launcher/verbs/reports.awk")
  printf '%s\n' "$summary" | sed '$d'
  # shellcheck disable=SC2046 # three numbers
  set -- $(printf '%s\n' "$summary" | tail -n 1)
  printf '%s: %s tests, %s failed, %s skipped, %s s\n' "$pass_name" "$1" "$2" "$3" $(($(date +%s) - pass_start))
  if [ "$pass_status" -ne 0 ]; then
    if [ "$2" -eq 0 ]; then
      tell_failure "$pass_log" "$pass_name failed"
    else
      say "$pass_name failed; the whole log is $pass_log"
    fi
    unlock
    exit 1
  fi
  [ "$1" -gt 0 ] || die 1 "no test ran; the whole log is $pass_log"
}
