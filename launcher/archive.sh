# shellcheck shell=sh
# Class-data sharing: one archive per program, Java and place, recorded once and used from then on.
# An archive that Java no longer accepts is ignored by Java without a word, so a start never depends on one.

# A token of Agora's published test vectors; inspecting it loads what most commands need.
sample_token=007eJxTYNi/pqL4zazPf+P2/HDX+9fA/KLX+6oIz5O5Wzw2vzTSPdqtwGBpbuDsaGyakmpmkGxiYmZimpSUmGqRaGRoamBmmGRs/P87S7IAHwOD/mEfBlYGRgYWIAbxmcAkM5hkAZMKDOYp5kbGZqapSZYWxiYWpsaW5qnGqcZplikmZgZJKSmJXAxGFhZGxiaGRubGTEBzICYhi7LARVkZmFBsQlbFDrQX0xV8DEX5+bnxpaWZKfElqcUlfAylxalFCP7//wBAqz0L

# Sets archive; fails when there is nowhere to keep one. An empty file means: tried, and it cannot be done here.
archive_place() {
  [ -n "$archives" ] || return 1
  archive=$archives$java_home/$java_version/$1.jsa
  [ -s "$archive" ] || { [ ! -e "$archive" ] && mkdir -p "${archive%/*}" 2>/dev/null && [ -w "${archive%/*}" ]; }
}

# -Xlog:disable keeps the JVM's own remarks (a stale archive, say) out of the answer.
cli_archive() {
  cli_options='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xlog:disable'
  archive_place cli || { archive='' && return 0; }
  [ -s "$archive" ] || record_cli
  [ -s "$archive" ] || archive=
}

# Recorded aside and moved into place, so that a second start never sees half an archive.
record_cli() {
  # shellcheck disable=SC2086 # options are words on purpose
  "$java_home/bin/java" $cli_options -XX:ArchiveClassesAtExit="$archive.$$" \
    -cp "$cli_jar" dev.jeton.cli.Jeton inspect "$sample_token" >/dev/null 2>&1 </dev/null || :
  [ -s "$archive.$$" ] || : >"$archive.$$"
  mv -f "$archive.$$" "$archive"
}

# Serial GC is as fast as the others for this load, and the smallest.
server_archive() {
  server_options='-XX:+UseSerialGC -Xmx96m'
  server_words
  archive_place server || { archive='' && return 0; }
  [ -s "$archive" ] || [ "$1" != serve ] || record_server
  [ -s "$archive" ] || archive=
}

# From 25 on Java keeps more than classes, and starts in half the time again.
server_words() {
  if [ "$java_major" -ge 25 ]; then
    record_word=-XX:AOTCacheOutput use_word=-XX:AOTCache quiet_word=-Xlog:aot=off,cds=off
  else
    record_word=-XX:ArchiveClassesAtExit use_word=-XX:SharedArchiveFile quiet_word=-Xlog:cds=off
  fi
}

# A server of its own, with no settings, on a free port and in a folder of its own, is started, asked and stopped.
record_server() {
  say 'recording what the server loads, so that it starts quicker from now on (once per build and Java)'
  room=$(mktemp -d) || return 0
  trap 'stop_recording; exit 130' INT
  trap 'stop_recording; exit 143' TERM
  trap 'stop_recording; exit 129' HUP
  # shellcheck disable=SC2046,SC2086 # options are words on purpose
  (cd "$room" && exec env -i PATH="$PATH" LC_ALL=C.UTF-8 "$java_home/bin/java" $server_options \
    "$record_word=$archive.$$" $(quiet_java_options) -jar "$server_jar" \
    serve --port 0 --data "$room/data") >"$room/log" 2>&1 </dev/null &
  recorder=$!
  await_recorder && exercise_server "$(sed -n 's/^listening on //p' "$room/log")"
  kill "$recorder" 2>/dev/null || :
  wait "$recorder" || :
  trap - INT TERM HUP
  rm -rf "$room"
  [ -s "$archive.$$" ] || : >"$archive.$$"
  mv -f "$archive.$$" "$archive"
}

# Not in a shell of its own: only the parent of a process sees that it ended.
await_recorder() {
  until grep -q '^listening on ' "$room/log"; do
    kill -0 "$recorder" 2>/dev/null || return 1
    sleep 1
  done
}

exercise_server() {
  for words in 'create --name recorded' 'list' 'temporary-token recorded --channel recorded'; do
    # shellcheck disable=SC2086 # words are words on purpose
    env -i PATH="$PATH" "$java_home/bin/java" -cp "$cli_jar" dev.jeton.cli.Jeton agora project $words \
      --server "$1" --token-file "$room/data/admin.token" >/dev/null 2>&1 </dev/null || :
  done
}

stop_recording() {
  kill "$recorder" 2>/dev/null || :
  wait "$recorder" 2>/dev/null || :
  rm -rf "$room" "$archive.$$"
}
