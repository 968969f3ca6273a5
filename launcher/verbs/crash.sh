# shellcheck shell=sh
# ./jeton test crash [--rounds N] [--seed S]: kills a writing server again and again and looks what is left. A seed
# makes the same choices once more, though not at the same moments.

crash() {
  rounds=1000 seed=
  while [ $# -gt 0 ]; do
    [ $# -gt 1 ] || die 2 "'$1' is nothing for 'jeton test crash', or lacks its number (options: --rounds N, --seed S)"
    case $1 in
      --rounds) rounds=$(whole "$2") ;;
      --seed) seed=$(whole "$2") ;;
      *) die 2 "'$1' is no option of 'jeton test crash' (options: --rounds N, --seed S)" ;;
    esac
    shift 2
  done
  # Fewer are none on PostgreSQL.
  [ "$rounds" -ge 10 ] || die 2 "'--rounds $rounds' is too few; give 10 or more"
  stages_as_lines=yes
  mkdir -p "$work"
  lock "$work/lock" 'another start of jeton is building or testing'
  find_java oldest javac
  pass "JDK $java_version" "$rounds rounds of kill -9" verify -pl tokens,server -Dtest=NoUnitTest -Dit.test=CrashIT \
    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
    "-Djeton.crash.rounds=$rounds" ${seed:+"-Djeton.crash.seed=$seed"}
  unlock
}

whole() {
  case ${1#-} in
    '' | *[!0-9]*) die 2 "'$1' is no whole number" ;;
  esac
  printf '%s' "$1"
}
