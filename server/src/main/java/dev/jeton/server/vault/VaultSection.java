package dev.jeton.server.vault;

import dev.jeton.server.settings.DataSection;
import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import dev.jeton.tokens.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@link VaultSettings}. */
public final class VaultSection implements SettingsSection<VaultSettings> {
  private static final Key MASTER_KEY = Key.secret(
          "vault.master-key",
          "The master key, under which all stored secrets are sealed: `jmk1_` and 32 bytes in"
              + " base64url, older keys behind it. Best as a file outside the data folder, which the"
              + " first start makes; without it `master.key` in the data folder")
      .alsoFrom("JETON_MASTER_KEY");
  private static final Key TRANSIT_URL = Key.setting(
      "vault.transit-url",
      "Address of an OpenBao or Vault whose Transit engine holds the master key instead");
  private static final Key TRANSIT_KEY =
      Key.setting("vault.transit-key", "Name of the key in the Transit engine");
  private static final Key TRANSIT_MOUNT = Key.setting(
          "vault.transit-mount", "Where the Transit engine is mounted")
      .defaultingTo("transit");
  private static final Key TRANSIT_TOKEN =
      Key.secret("vault.transit-token", "Token that may encrypt and decrypt with that key");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");
  private static final Pattern MOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./-]{0,99}");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");

  @Override
  public List<Key> keys() {
    return List.of(MASTER_KEY, TRANSIT_URL, TRANSIT_KEY, TRANSIT_MOUNT, TRANSIT_TOKEN);
  }

  @Override
  public Class<VaultSettings> type() {
    return VaultSettings.class;
  }

  @Override
  public VaultSettings read(SettingsReader in) {
    Path folder = Objects.requireNonNullElse(in.path(DataSection.DATA), Path.of("data"));
    Path file = in.secretFile(MASTER_KEY);
    Secret given = file == null ? in.secret(MASTER_KEY) : null;
    VaultSettings transit = transit(in);
    if (transit != null) {
      if (file != null || given != null) {
        in.fault(
            MASTER_KEY, "vault.transit-url names another place for the master key", "keep one");
      }
      return transit;
    }
    if (given != null) {
      return new VaultSettings.Given(given);
    }
    Path found = file == null ? folder.resolve("master.key") : file;
    return new VaultSettings.InFile(found, isIn(folder, found));
  }

  private static boolean isIn(Path folder, Path file) {
    return file.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize());
  }

  private static @Nullable VaultSettings transit(SettingsReader in) {
    URI url = in.parsed(
        TRANSIT_URL,
        VaultSection::address,
        "give https://host[:port] without user, query or path; http only for this machine");
    String name = in.parsed(TRANSIT_KEY, text -> matching(NAME, text), "give the key's name");
    String mount = in.parsed(TRANSIT_MOUNT, text -> matching(MOUNT, text), "give a plain path");
    Secret token = in.secret(TRANSIT_TOKEN);
    if (!in.isSet(TRANSIT_URL)) {
      for (Key key : List.of(TRANSIT_KEY, TRANSIT_MOUNT, TRANSIT_TOKEN)) {
        if (in.isSet(key)) {
          in.fault(key, "it is for a KMS, and none is named", "set vault.transit-url too");
        }
      }
      return null;
    }
    if (name == null) {
      in.fault(TRANSIT_KEY, "it is missing", "name the key that vault.transit-url has");
    }
    if (token == null) {
      in.fault(TRANSIT_TOKEN, "it is missing", "give a token, best as a file");
    }
    return url == null || name == null || mount == null || token == null
        ? null
        : new VaultSettings.Transit(url, mount, name, token);
  }

  private static @Nullable String matching(Pattern pattern, String text) {
    return pattern.matcher(text).matches() && !text.contains("..") ? text : null;
  }

  private static @Nullable URI address(String text) {
    try {
      URI uri = new URI(text);
      String host = uri.getHost();
      String scheme = String.valueOf(uri.getScheme());
      String path = String.valueOf(uri.getPath());
      boolean plain = host != null
          && uri.getUserInfo() == null
          && uri.getQuery() == null
          && uri.getFragment() == null
          && (path.isEmpty() || path.equals("/"));
      boolean safe = scheme.equals("https")
          || (scheme.equals("http") && host != null && LOOPBACK.matcher(host).matches());
      return plain && safe ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
