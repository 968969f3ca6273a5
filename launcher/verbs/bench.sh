# shellcheck shell=sh
# ./jeton bench ARGUMENTS...: builds the bench module when its sources changed, and hands everything to it.

main() {
  bench_jar=$root/bench/target/bench.jar
  mkdir -p "$work"
  if ! bench_built; then
    lock "$work/lock" 'another start of jeton is building or testing'
    : >"$work/bench-started"
    maven "$work/bench.log" 'building the bench' package -Dmaven.test.skip=true -pl bench -am || {
      tell_failure "$work/bench.log" 'the build failed'
      unlock
      exit 3
    }
    mv -f "$work/bench-started" "$work/bench-built"
    unlock
  fi
  find_java newest java
  # shellcheck disable=SC2046,SC2086 # options are words on purpose
  exec "$java_home/bin/java" $(quiet_java_options) ${JETON_JAVA_OPTS-} -Djeton.launcher="$root/jeton" \
    -cp "$bench_jar" dev.jeton.bench.Bench "$@"
}

bench_built() {
  [ -f "$bench_jar" ] && [ -f "$work/bench-built" ] || return 1
  newer=$(cd "$root" && find pom.xml bench/pom.xml tokens/pom.xml server/pom.xml bench/src/main tokens/src/main \
    server/src/main -newer "$work/bench-built" 2>/dev/null | head -n 1)
  [ -z "$newer" ]
}
