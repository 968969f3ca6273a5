# shellcheck shell=sh
# An unpacked release: everything is there, nothing is built.

locate() {
  cli_jar=$root/lib/jeton.jar
  server_jar=$root/lib/server/quarkus-run.jar
  if [ ! -f "$cli_jar" ] || [ ! -f "$server_jar" ]; then
    die 3 "$root holds neither a checkout (pom.xml) nor a release (lib/jeton.jar); unpack the release again"
  fi
  # An archive names its jar by place, so each unpacked release has its own.
  archives=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
  archives=${archives:+$archives/jeton$root}
}

keep_in_use() { :; }

development() {
  die 2 "'$1' needs a checkout of the repository; this is a release"
}
