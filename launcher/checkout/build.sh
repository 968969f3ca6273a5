# shellcheck shell=sh
# A checkout: builds when sources are newer than what was built, and publishes every build in a folder of its
# own, so that a running server keeps its jars while the next build replaces Maven's.

work=$root/target/jeton

# shellcheck source=launcher/checkout/watch.sh
. "$root/launcher/checkout/watch.sh"
# shellcheck source=launcher/checkout/lock.sh
. "$root/launcher/checkout/lock.sh"

# JETON_BUILD=never runs what Maven packaged, as it is: the tests use it while Maven itself is at work.
locate() {
  if [ "${JETON_BUILD-}" = never ]; then
    build_home='' archives=''
    cli_jar=$root/cli/target/jeton.jar server_jar=$root/server/target/quarkus-app/quarkus-run.jar
    return 0
  fi
  built || build
  archives=$build_home/archives cli_jar=$build_home/lib/jeton.jar server_jar=$build_home/lib/server/quarkus-run.jar
}

# The file `current` names the folder of the last good build; its time is the time that build started.
built() {
  [ -f "$work/current" ] && read -r build_name <"$work/current" || return 1
  build_home=$work/$build_name
  [ -f "$build_home/lib/jeton.jar" ] && [ -f "$build_home/lib/server/quarkus-run.jar" ] || return 1
  # Folders count too: the time of a folder tells that a file in it was deleted.
  newer=$(cd "$root" && find pom.xml .mvn tokens/pom.xml server/pom.xml cli/pom.xml \
    tokens/src/main server/src/main cli/src/main -newer "$work/current" 2>/dev/null | head -n 1)
  [ -z "$newer" ]
}

build() {
  mkdir -p "$work"
  lock "$work/lock" 'another start of jeton is building'
  if ! built; then
    note='building'
    [ -f "$work/current" ] || note='first build; it downloads its parts and takes some minutes'
    : >"$work/started"
    maven "$work/build.log" "$note" package -Dmaven.test.skip=true -pl tokens,server,cli ||
      { unlock && tell_failure "$work/build.log" 'the build failed' && exit 3; }
    publish
  fi
  unlock
}

publish() {
  build_name=build-$(date -u +%Y%m%dT%H%M%S)-$$
  build_home=$work/$build_name
  mkdir -p "$build_home/lib"
  cp -Rp "$root/server/target/quarkus-app" "$build_home/lib/server"
  cp -p "$root/cli/target/jeton.jar" "$build_home/lib/jeton.jar"
  printf '%s\n' "$build_name" >"$work/next"
  touch -r "$work/started" "$work/next"
  mv -f "$work/next" "$work/current"
  drop_old_builds
}

# A server keeps its build by a file that names its process; exec leaves the process id as it is.
keep_in_use() {
  [ -z "$build_home" ] || : >"$build_home/used-by.$$"
}

drop_old_builds() {
  for old in "$work"/build-*; do
    [ "$old" != "$build_home" ] || continue
    for use in "$old"/used-by.*; do
      ! kill -0 "${use##*.}" 2>/dev/null || continue 2
    done
    rm -rf "$old"
  done
}

development() {
  . "$root/launcher/verbs/$1.sh"
  shift
  main "$@"
}
