package dev.jeton.cli.hub;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.hub.BoundChallenge;
import dev.jeton.tokens.hub.Challenge;
import dev.jeton.tokens.hub.Multibase;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads a challenge in whichever way it was written down. Only what is a challenge counts: 32 bytes, or a
 * text that begins like one. Whatever else is signed could be anything: a token, when the key is an
 * issuer's.
 */
final class ChallengeText {
  private static final HexFormat HEX = HexFormat.of();

  private static final List<Function<String, byte[]>> SPELLINGS = List.of(
      HEX::parseHex,
      text -> Base64.getDecoder().decode(text),
      text -> Base64.getUrlDecoder().decode(text),
      text -> Multibase.decode(text) instanceof Outcome.Accepted<byte[]> bytes
          ? bytes.value()
          : new byte[0]);

  private ChallengeText() {}

  /** Its bytes. */
  static byte[] read(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    if (BoundChallenge.looksLike(plain)) {
      return plain;
    }
    List<String> found =
        SPELLINGS.stream().flatMap(spelling -> hex(spelling, text)).distinct().toList();
    if (found.size() > 1) {
      throw new UsageException(
          "the challenge can be read in two ways; give it as multibase," + " f and hex digits");
    }
    if (found.isEmpty()) {
      throw new UsageException(
          "a challenge is " + Challenge.Bare.LENGTH + " bytes, or a text that"
              + " names its domain, as hex, Base64, base64url or multibase; other bytes are not signed");
    }
    return HEX.parseHex(found.get(0));
  }

  private static Stream<String> hex(Function<String, byte[]> spelling, String text) {
    try {
      byte[] bytes = spelling.apply(text);
      return bytes.length == Challenge.Bare.LENGTH || BoundChallenge.looksLike(bytes)
          ? Stream.of(HEX.formatHex(bytes))
          : Stream.empty();
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }
}
