# shellcheck shell=sh
# ./jeton dist: dist/jeton-VERSION.tar.gz, its checksum and its bill of materials. The same sources give the same
# archive: names are sorted, times and owners fixed.

main() {
  [ $# -eq 0 ] || die 2 "dist takes no arguments, got '$1'"
  version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$root/pom.xml" | head -n 1)
  release_name=jeton-$version
  locate
  bill_of_materials
  stage_release
  pack
  printf '%s\n' "dist/$release_name.tar.gz" "dist/$release_name.tar.gz.sha256" "dist/$release_name.cdx.json"
}

bill_of_materials() {
  lock "$work/lock" 'another start of jeton is building or testing'
  maven "$work/dist.log" 'collecting the bill of materials' package -Dmaven.test.skip=true \
    cyclonedx:makeAggregateBom -pl .,tokens,server,cli || {
    tell_failure "$work/dist.log" 'no bill of materials'
    unlock
    exit 3
  }
  unlock
}

stage_release() {
  rm -rf "$root/dist"
  release=$root/dist/$release_name
  mkdir -p "$release/launcher"
  for file in jeton LICENSE README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md; do
    cp "$root/$file" "$release/"
  done
  cp "$root"/launcher/*.sh "$release/launcher/"
  cp -R "$root/docs" "$release/docs"
  cp -R "$build_home/lib" "$release/lib"
  [ ! -f "$root/jeton.yaml.example" ] || cp "$root/jeton.yaml.example" "$release/"
  cp "$root/target/bom.json" "$root/dist/$release_name.cdx.json"
  cp "$root/target/bom.json" "$release/bom.cdx.json"
}

pack() {
  release_time=$(sed -n 's|.*<project.build.outputTimestamp>\(....\)-\(..\)-\(..\)T\(..\):\(..\):.*|\1\2\3\4\5|p' "$root/pom.xml")
  find "$release" -exec env TZ=UTC touch -t "$release_time" {} +
  find "$release" -type d -exec chmod 755 {} +
  find "$release" -type f -exec chmod 644 {} +
  chmod 755 "$release/jeton"
  case $(tar --version) in
    *GNU*) owners='--owner=0 --group=0 --numeric-owner --format=ustar' ;;
    *) owners='--uid 0 --gid 0 --numeric-owner --format ustar' ;;
  esac
  # shellcheck disable=SC2086 # options are words on purpose
  # One step at a time: sh does not notice when the first part of a pipe fails.
  (cd "$root/dist" && find "$release_name" -type f >"$release_name.files" &&
    LC_ALL=C sort -o "$release_name.files" "$release_name.files" &&
    tar -cf "$release_name.tar" $owners -T "$release_name.files" && gzip -9nf "$release_name.tar") ||
    die 3 'the release could not be packed'
  rm -rf "$release" "$release.files"
  (cd "$root/dist" && sha256 "$release_name.tar.gz" >"$release_name.tar.gz.sha256")
}

sha256() {
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi
}
