package dev.jeton.server.vault;

import dev.jeton.server.settings.Exposure;
import dev.jeton.server.vault.VaultFault.Why;
import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Master keys in a file, one per line, which this server changes where it may. */
final class KeyFileSource implements MasterKeySource {
  private static final int MOST_BYTES = 64 * 1024;

  private final Path file;
  private final RandomGenerator random;

  KeyFileSource(Path file, RandomGenerator random) {
    this.file = file;
    this.random = random;
  }

  @Override
  public String word() {
    return "file";
  }

  @Override
  public boolean isThere() {
    return Files.exists(file);
  }

  @Override
  public void make() throws VaultUnusable {
    try {
      KeyFile.readOrMake(file, random, new KeyContent() {
        @Override
        public Secret make(RandomGenerator source) {
          return Secret.ofText(LocalMasterKey.newText(source));
        }

        @Override
        public boolean fits(Secret line) {
          return true;
        }
      });
    } catch (KeyFile.Unusable e) {
      throw new VaultUnusable("the master key: " + e.line());
    }
  }

  @Override
  public MasterKeys read() throws VaultUnusable {
    return MasterKeys.read(text(), "the master key file " + file);
  }

  private String text() throws VaultUnusable {
    try {
      if (!Files.isRegularFile(file)) {
        throw new VaultUnusable("the master key file " + file
            + " is not there; put it back, or name another with JETON_MASTER_KEY_FILE");
      }
      if (Exposure.toEverybody(file)) {
        throw new VaultUnusable("everybody on this machine can read the master key file " + file
            + "; run chmod 600 on it, and rotate the key if somebody may have read it");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new VaultUnusable(
            "the master key file " + file + " is too long; keep only keys in it");
      }
      // Whatever is no key is told by its line, so bytes that are no text need no word of their
      // own.
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new VaultUnusable(
          "the master key file " + file + " cannot be read; let this user read it");
    }
  }

  @Override
  public void add() {
    change(
        Why.OPERATOR_ROTATES,
        "put a new key into it as its first line, then reload",
        lines -> LocalMasterKey.newText(random) + "\n" + lines);
  }

  @Override
  public void drop(String id) {
    change(
        Why.OPERATOR_DROPS,
        "nothing needs " + id + " any more, so take its line out, then reload",
        text -> text.lines().noneMatch(line -> isKey(line, id))
            ? text
            : text.lines()
                .filter(line -> !isKey(line, id))
                .map(line -> line + "\n")
                .collect(Collectors.joining()));
  }

  private static boolean isKey(String line, String id) {
    LocalMasterKey key = LocalMasterKey.read(MasterKeys.withoutComment(line));
    return key != null && key.id().equals(id);
  }

  private interface Change {
    String apply(String text);
  }

  private void change(Why refusal, String otherwise, Change change) {
    try {
      String before = text();
      String after = change.apply(before);
      if (after.equals(before)) {
        throw new VaultFault(
            refusal, "no line of the master key file " + file + " is just that key; " + otherwise);
      }
      new OwnFile(file).replace(after);
    } catch (VaultUnusable e) {
      throw new VaultFault(Why.MASTER_KEY_UNAVAILABLE, e.line());
    } catch (IOException e) {
      throw new VaultFault(
          refusal, "this server may not write the master key file " + file + "; " + otherwise);
    }
  }
}
