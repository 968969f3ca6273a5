package dev.jeton.server.canary;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Bytes of a place in which no secret may stand. */
record Haystack(String place, String text) {

  static Haystack of(String place, byte[] bytes) {
    return new Haystack(
        place, new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
  }

  static Haystack of(String place, String text) {
    return of(place, text.getBytes(StandardCharsets.UTF_8));
  }

  boolean contains(String form) {
    return text.contains(form);
  }
}
