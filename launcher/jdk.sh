# shellcheck shell=sh
# Finds Java by reading each home's `release` file; no JVM is started to ask for its version.

oldest_java=17

# Sets java_version (17.0.15) and java_major (17) of a home; fails when it is no Java at all.
read_release() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  java_version=
  while IFS='=' read -r field value || [ -n "$field" ]; do
    [ "$field" != JAVA_VERSION ] || java_version=$value
  done <"$1/release"
  java_version=${java_version#\"}
  java_version=${java_version%\"*}
  java_major=${java_version#1.}
  java_major=${java_major%%[!0-9]*}
  [ -n "$java_major" ]
}

# The home behind the `java` on PATH, which is often a chain of links.
java_home_on_path() {
  java=$(command -v java) || return 0
  while [ -L "$java" ]; do
    link=$(readlink -- "$java")
    case $link in
      /*) java=$link ;;
      *) java=${java%/*}/$link ;;
    esac
  done
  path_home=${java%/bin/java}
}

# consider HOME newest|oldest TOOL: keeps HOME when it has TOOL and beats what was found so far.
consider() {
  [ -n "$1" ] && read_release "$1" || return 0
  [ "$java_major" -ge "$oldest_java" ] && [ -x "$1/bin/$3" ] || return 0
  if [ -n "$java_home" ]; then
    case $2 in
      newest) [ "$java_major" -gt "$found_major" ] || return 0 ;;
      oldest) [ "$java_major" -lt "$found_major" ] || return 0 ;;
    esac
  fi
  java_home=$1 found_major=$java_major found_version=$java_version
}

# find_java newest|oldest java|javac: sets java_home, java_major and java_version.
find_java() {
  java_home='' path_home=''
  if [ -n "${JETON_JAVA_HOME-}" ]; then
    consider "$JETON_JAVA_HOME" "$1" "$2"
    [ -n "$java_home" ] ||
      die 3 "JETON_JAVA_HOME is $JETON_JAVA_HOME, which has no bin/$2 of version $oldest_java or newer; name the home of a JDK, or unset it"
  else
    java_home_on_path
    for candidate in "${JAVA_HOME-}" "$path_home" /usr/lib/jvm/* /opt/*jdk* /opt/*java* \
      "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
      consider "$candidate" "$1" "$2"
    done
    [ -n "$java_home" ] ||
      die 3 "no JDK $oldest_java or newer with bin/$2 found in JAVA_HOME, PATH and the usual folders; install one (Debian: apt-get install openjdk-17-jdk-headless) or set JETON_JAVA_HOME"
  fi
  java_major=$found_major java_version=$found_version
}
