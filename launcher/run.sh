# shellcheck shell=sh
# Replaces the shell by Java, so that signals and the exit status are Java's own.

# Warnings of newer JDKs about native access and Unsafe in libraries are not the user's business.
quiet_java_options() {
  [ "$java_major" -lt 24 ] ||
    printf '%s' '--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow'
}

# Java reads arguments and writes text in the locale's characters; without a UTF-8 locale a name such as Zoë is lost.
speak_utf8() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in
    *[Uu][Tt][Ff]-8* | *[Uu][Tt][Ff]8*) ;;
    *) export LC_ALL=C.UTF-8 ;;
  esac
}

run_cli() {
  speak_utf8
  locate
  find_java newest java
  cli_archive
  # shellcheck disable=SC2086 # options are words on purpose
  exec "$java_home/bin/java" $cli_options ${archive:+"-XX:SharedArchiveFile=$archive"} ${JETON_CLI_JAVA_OPTS-} \
    -cp "$cli_jar" dev.jeton.cli.Jeton "$@"
}

run_server() {
  locate
  find_java newest java
  server_archive "$1"
  keep_in_use
  # shellcheck disable=SC2046,SC2086 # options are words on purpose
  exec "$java_home/bin/java" $server_options ${archive:+"$use_word=$archive" "$quiet_word"} \
    $(quiet_java_options) ${JETON_JAVA_OPTS-} -jar "$server_jar" "$@"
}
