package dev.jeton.tokens;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells secrets that are none: those that tutorials, vendors and test vectors print, and
 * placeholders that were never replaced.
 *
 * <p>The lists hold hashes, so that no scanner takes them for leaked secrets. They are read once,
 * from the class path, when the first secret is looked at. Letter case is ignored: a published value
 * in capitals is as well known.
 */
public final class PublishedSecrets {
  /** One list per platform, beside its package; a platform adds its own here. */
  private static final List<String> LISTS = List.of(
      "agora/published-secrets.txt",
      "hub/published-secrets.txt",
      "kandy/published-secrets.txt",
      "sunbird/published-secrets.txt");

  private static final int LEAST_BYTES = 16;
  private static final int LEAST_DIFFERENT = 6;
  private static final List<String> RUNS =
      List.of("0123456789abcdef", "fedcba9876543210", "1234567890", "abcdefghijklmnopqrstuvwxyz");
  private static final List<String> PLACEHOLDERS = List.of(
      "your-",
      "your_",
      "your ",
      "changeme",
      "change-me",
      "change_me",
      "placeholder",
      "replaceme",
      "replace-me",
      "replace_me",
      "example");

  private PublishedSecrets() {}

  /**
   * Why a secret must not be used, as a sentence that follows "the secret is refused:"; empty when
   * nothing speaks against it. Never repeats the secret.
   */
  public static Optional<String> fault(Secret secret) {
    byte[] bytes = lowerCase(secret.reveal(SecretAccess.forCryptography()));
    String published = Known.WHERE.get(sha256(bytes));
    if (published != null) {
      return Optional.of("it is published in " + published);
    }
    return Optional.ofNullable(weakness(bytes));
  }

  /**
   * The same for what a person remembers: it may be shorter than a key, and words that stand in
   * placeholders are words like others.
   */
  public static Optional<String> passwordFault(Secret password) {
    byte[] bytes = lowerCase(password.reveal(SecretAccess.forCryptography()));
    String published = Known.WHERE.get(sha256(bytes));
    if (published != null) {
      return Optional.of("it is published in " + published);
    }
    return Optional.ofNullable(
        isRun(new String(bytes, StandardCharsets.ISO_8859_1))
            ? "it is a run of neighbouring signs"
            : uniformity(bytes));
  }

  private static @Nullable String weakness(byte[] bytes) {
    if (bytes.length == 0) {
      return "it is empty";
    }
    if (isPlaceholder(bytes)) {
      return "it is a placeholder that was never replaced";
    }
    if (bytes.length < LEAST_BYTES) {
      return "it is too short: " + bytes.length + " bytes, and at least " + LEAST_BYTES
          + " are needed";
    }
    return uniformity(bytes);
  }

  private static @Nullable String uniformity(byte[] bytes) {
    if (repeatsItself(bytes)) {
      return "it is one piece repeated over and over";
    }
    if (different(bytes) < LEAST_DIFFERENT) {
      return "it has fewer than " + LEAST_DIFFERENT + " different characters";
    }
    return null;
  }

  /** Only texts are looked at: the bytes of a key may look like anything. */
  private static boolean isPlaceholder(byte[] bytes) {
    for (byte b : bytes) {
      if (b < ' ' || b > '~') {
        return false;
      }
    }
    String text = new String(bytes, StandardCharsets.US_ASCII).strip();
    return (text.startsWith("<") && text.endsWith(">"))
        || (text.startsWith("${") && text.endsWith("}"))
        || PLACEHOLDERS.stream().anyMatch(text::contains)
        || isRun(text);
  }

  private static boolean isRun(String text) {
    return RUNS.stream()
        .anyMatch(run -> run.repeat(2 + text.length() / run.length()).contains(text));
  }

  private static boolean repeatsItself(byte[] bytes) {
    for (int period = 1; period <= bytes.length / 2; period++) {
      int i = period;
      while (i < bytes.length && bytes[i] == bytes[i - period]) {
        i++;
      }
      if (i == bytes.length) {
        return true;
      }
    }
    return false;
  }

  private static long different(byte[] bytes) {
    boolean[] seen = new boolean[256];
    int count = 0;
    for (byte b : bytes) {
      if (!seen[b & 0xff]) {
        seen[b & 0xff] = true;
        count++;
      }
    }
    return count;
  }

  private static byte[] lowerCase(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
        bytes[i] = (byte) (bytes[i] - 'A' + 'a');
      }
    }
    return bytes;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Read when it is first used. */
  private static final class Known {
    static final Map<String, String> WHERE = read();

    private static Map<String, String> read() {
      Map<String, String> where = new HashMap<>();
      for (String list : LISTS) {
        read(list).forEach(line -> where.put(line.substring(0, 64), line.substring(66)));
      }
      return Map.copyOf(where);
    }

    private static List<String> read(String list) {
      try (InputStream in = PublishedSecrets.class.getResourceAsStream(list)) {
        if (in == null) {
          throw new IllegalStateException(list + " is missing from the class path");
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
      } catch (IOException e) {
        throw new IllegalStateException(list + " cannot be read from the class path", e);
      }
    }
  }
}
