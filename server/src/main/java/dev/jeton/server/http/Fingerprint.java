package dev.jeton.server.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** A hash of a JSON value that does not depend on white space or the order of members. */
final class Fingerprint {
  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String of(JsonValue value) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(value);
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  /** Each value starts with a letter of its kind and each text with its length. */
  private void add(JsonValue value) {
    if (value instanceof JsonValue.Members members) {
      add("m", Integer.toString(members.members().size()));
      new TreeMap<>(members.members()).forEach((name, member) -> {
        add("n", name);
        add(member);
      });
    } else if (value instanceof JsonValue.Items items) {
      List<JsonValue> all = items.items();
      add("i", Integer.toString(all.size()));
      all.forEach(this::add);
    } else if (value instanceof JsonValue.Text text) {
      add("t", text.text());
    } else {
      add("o", value.described());
    }
  }

  private void add(String kind, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((kind + bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
