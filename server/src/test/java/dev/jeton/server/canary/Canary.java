package dev.jeton.server.canary;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One secret in all the forms in which it could stand somewhere: as it is and as what it encodes, each
 * plain, in hex, in Base64 and in Base64url at any place of a longer text, whatever the letter case.
 */
final class Canary {
  /** Shorter ones would be found by chance. */
  private static final int LEAST_BYTES = 12;

  private static final List<Function<String, byte[]>> DECODERS = List.of(
      HexFormat.of()::parseHex, Base64.getDecoder()::decode, Base64.getUrlDecoder()::decode);

  private final String name;
  private final Set<String> forms = new HashSet<>();

  private Canary(String name) {
    this.name = name;
  }

  static Canary of(String name, String secret) {
    Canary canary = new Canary(name);
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < LEAST_BYTES) {
      throw new IllegalArgumentException(name + " is too short to be looked for");
    }
    canary.add(bytes);
    for (Function<String, byte[]> decoder : DECODERS) {
      decoded(decoder, secret).ifPresent(canary::add);
    }
    return canary;
  }

  String name() {
    return name;
  }

  boolean isIn(Haystack place) {
    return forms.stream().anyMatch(place::contains);
  }

  private void add(byte[] bytes) {
    if (bytes.length < LEAST_BYTES) {
      return;
    }
    form(new String(bytes, StandardCharsets.ISO_8859_1));
    form(HexFormat.of().formatHex(bytes));
    for (int before = 0; before < 3; before++) {
      form(inside(Base64.getEncoder(), bytes, before));
      form(inside(Base64.getUrlEncoder(), bytes, before));
    }
  }

  private void form(String text) {
    forms.add(text.toLowerCase(Locale.ROOT));
  }

  /** The characters that these bytes alone decide when others stand before and after them. */
  private static String inside(Base64.Encoder encoder, byte[] bytes, int before) {
    byte[] longer = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, longer, before, bytes.length);
    String text = encoder.withoutPadding().encodeToString(longer);
    int from = (before * 8 + 5) / 6;
    int to = longer.length * 8 / 6;
    return text.substring(from, to);
  }

  private static Optional<byte[]> decoded(Function<String, byte[]> decoder, String secret) {
    try {
      return Optional.of(decoder.apply(secret));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
