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
  server_options='-XX:+UseSerialGC -Xmx96m -Xshare:auto'
  archive=
}
