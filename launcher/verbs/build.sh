# shellcheck shell=sh
# ./jeton build: builds when sources changed, starts nothing.

main() {
  [ $# -eq 0 ] || die 2 "build takes no arguments, got '$1'"
  locate
  find_java newest java
  cli_archive
  server_archive serve
}
