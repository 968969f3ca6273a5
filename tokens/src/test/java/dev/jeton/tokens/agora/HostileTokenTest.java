package dev.jeton.tokens.agora;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static dev.jeton.tokens.agora.Lobby.CERTIFICATE;
import static dev.jeton.tokens.agora.Lobby.joining;
import static dev.jeton.tokens.agora.Lobby.publisher;
import static dev.jeton.tokens.agora.Lobby.publisher006;
import static dev.jeton.tokens.agora.Lobby.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input made to hurt: bombs, cut and damaged streams, counts that promise too much. */
class HostileTokenTest {
  private static final int BEST = Deflater.BEST_COMPRESSION;

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "00", "007", "008", "7", "006", "1:2:3:4", "eyJhbGciOiJub25lIn0"})
  void textsThatAreNoTokensAreRefused(String text) {
    assertThat(reason(verify(text, joining(0)))).isIn(Reason.UNSUPPORTED_VERSION, Reason.MALFORMED);
  }

  @Test
  void theTokensThatAreRespelledAreGood() {
    accepted(verify(padded007(), joining(0)));
    accepted(verify(unpadded006(), joining(0)));
  }

  @ParameterizedTest
  @MethodSource
  void everyTokenHasOneSpellingOfItsBase64(String respelled) {
    assertThat(reason(verify(respelled, joining(0)))).isEqualTo(Reason.MALFORMED);
  }

  static Stream<String> everyTokenHasOneSpellingOfItsBase64() {
    String padded = padded007();
    String bare = padded.replace("=", "");
    String stray =
        bare.substring(0, bare.length() - 1) + (char) (bare.charAt(bare.length() - 1) + 1);
    return Stream.concat(
        Stream.of(bare, stray + padded.substring(bare.length())),
        // The content of 006 is a multiple of three bytes, so it never has padding.
        Stream.of(padded, unpadded006())
            .flatMap(text -> Stream.of(
                text + "=",
                text + "====",
                text + "\n",
                text + "\r\n",
                text.substring(0, 40) + "\n" + text.substring(40),
                text.substring(0, 40) + " " + text.substring(40),
                text.substring(0, 40) + "    " + text.substring(40),
                text.replaceFirst("[+/]", "-"),
                text.replaceFirst("[+/]", "_"),
                text.substring(0, 39) + "====" + text.substring(39))));
  }

  @Test
  void aZipBombIsRefusedBeforeItGrows() {
    String bomb = HandMade007.text(HandMade007.deflate(new byte[60_000_000], BEST));

    assertThat(bomb.length()).isLessThan(RawAccessToken2.MAX_TEXT_LENGTH);
    assertThat(reason(verify(bomb, joining(0)))).isEqualTo(Reason.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {65_535, 65_536})
  void contentUpTo64KiBIsRead(int length) {
    byte[] padded = Arrays.copyOf(HandMade007.withServices(1).rtc().payload(), length);

    assertThat(reason(verify(HandMade007.text(HandMade007.deflate(padded, BEST)), joining(0))))
        .isEqualTo(Reason.BAD_SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(ints = {65_537, 65_538, 200_000})
  void contentBeyond64KiBIsTooLarge(int length) {
    byte[] padded = Arrays.copyOf(HandMade007.withServices(1).rtc().payload(), length);

    assertThat(reason(verify(HandMade007.text(HandMade007.deflate(padded, BEST)), joining(0))))
        .isEqualTo(Reason.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {99_999, 100_000})
  void textUpToItsLimitIsLookedAt(int length) {
    assertThat(reason(verify("007" + "A".repeat(length - 3), joining(0))))
        .isEqualTo(Reason.MALFORMED);
    assertThat(reason(verify("006" + "A".repeat(length - 3), joining(0))))
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void textBeyondItsLimitIsTooLarge() {
    assertThat(reason(verify("007" + "A".repeat(99_998), joining(0)))).isEqualTo(Reason.TOO_LARGE);
    assertThat(reason(verify("006" + "A".repeat(99_998), joining(0)))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void aStreamThatIsCutIsRefusedAtEveryLength() {
    byte[] whole = HandMade007.deflate(HandMade007.withServices(1).rtc().payload(), BEST);

    accepted(verify(HandMade007.text(whole), joining(0)));
    for (int length = 0; length < whole.length; length++) {
      assertThat(reason(verify(HandMade007.text(Arrays.copyOf(whole, length)), joining(0))))
          .as("the first %d bytes", length)
          .isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void bytesBehindTheStreamAreRefused() {
    byte[] whole = HandMade007.deflate(HandMade007.withServices(1).rtc().payload(), BEST);
    for (int extra : new int[] {1, 2, 3, 100}) {
      String text = HandMade007.text(Arrays.copyOf(whole, whole.length + extra));
      assertThat(reason(verify(text, joining(0)))).isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void aStreamThatNeedsADictionaryIsRefused() {
    Deflater deflater = new Deflater();
    try {
      deflater.setDictionary("lobby".getBytes(StandardCharsets.UTF_8));
      deflater.setInput(HandMade007.withServices(1).rtc().payload());
      deflater.finish();
      byte[] buffer = new byte[1000];
      byte[] stream = Arrays.copyOf(buffer, deflater.deflate(buffer));
      assertThat(reason(verify(HandMade007.text(stream), joining(0)))).isEqualTo(Reason.MALFORMED);
    } finally {
      deflater.end();
    }
    accepted(verify(publisher(), joining(0)));
  }

  @Test
  void bareDeflateAndGzipAreNotZlib() {
    byte[] zlib = HandMade007.deflate(HandMade007.withServices(1).rtc().payload(), BEST);
    byte[] bare = Arrays.copyOfRange(zlib, 2, zlib.length - 4);
    byte[] gzip = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    assertThat(reason(verify(HandMade007.text(bare), joining(0)))).isEqualTo(Reason.MALFORMED);
    assertThat(reason(verify(HandMade007.text(gzip), joining(0)))).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @MethodSource
  void contentOfAnotherLayoutIsRefused(HandMade007 token) {
    assertThat(reason(verify(token.text(), joining(0)))).isEqualTo(Reason.MALFORMED);
  }

  static Stream<HandMade007> contentOfAnotherLayoutIsRefused() {
    byte[] wrongUtf8 = {3, 0, (byte) 0xe2, (byte) 0x28, (byte) 0xa1};
    byte[] surrogateAsUtf8 = {3, 0, (byte) 0xed, (byte) 0xa0, (byte) 0x80};
    return Stream.of(
        HandMade007.withoutServices(),
        HandMade007.withServices(65_535).rtc(),
        HandMade007.withServices(2).rtc(),
        HandMade007.withServices(1).uint16(1).uint16(65_535).uint16(1).uint32(1),
        HandMade007.withServices(1).uint16(2).uint16(0).uint16(65_535).uint16(0),
        HandMade007.withServices(1).uint16(2).uint16(0).raw(wrongUtf8),
        HandMade007.withServices(1).uint16(2).uint16(0).raw(surrogateAsUtf8),
        HandMade007.withServices(1)
            .uint16(2)
            .uint16(2)
            .uint16(1)
            .uint32(1)
            .uint16(1)
            .uint32(2)
            .string("twice"),
        HandMade007.withServices(1).uint16(8).uint16(0).string("u").uint16(65_535),
        HandMade007.withServices(1)
            .uint16(8)
            .uint16(0)
            .string("u")
            .uint16(1)
            .uint16(0)
            .uint16(65_535),
        HandMade007.withServices(1)
            .uint16(8)
            .uint16(0)
            .string("u")
            .uint16(1)
            .uint16(0)
            .uint16(1)
            .uint16(0)
            .uint16(65_535),
        HandMade007.withServices(1)
            .uint16(8)
            .uint16(0)
            .string("u")
            .uint16(2)
            .uint16(0)
            .uint16(0)
            .uint16(0)
            .uint16(0),
        HandMade007.withServices(1)
            .uint16(8)
            .uint16(0)
            .string("u")
            .uint16(1)
            .uint16(0)
            .uint16(2)
            .uint16(1)
            .uint16(0)
            .uint16(1)
            .uint16(0));
  }

  @Test
  void privilegesInAnyOrderAreReadSorted() {
    HandMade007 token = HandMade007.withServices(1)
        .uint16(2)
        .uint16(2)
        .uint16(7)
        .uint32(70)
        .uint16(1)
        .uint32(-1)
        .string("alice");

    assertThat(accepted(RawAccessToken2.parse(token.text())).services().get(0).privileges())
        .isEqualTo(Privileges.of(java.util.Map.of(1, 4_294_967_295L, 7, 70L)));
  }

  /** Of a length that ends in padding, and with a sign of the other alphabet in it. */
  private static String padded007() {
    for (int salt = 0; ; salt++) {
      String text = publisher().salt(salt).sign(CERTIFICATE);
      if (text.endsWith("=") && text.indexOf('+') + text.indexOf('/') > 0) {
        return text;
      }
    }
  }

  private static String unpadded006() {
    for (int salt = 0; ; salt++) {
      String text = publisher006().salt(salt).sign(CERTIFICATE);
      if (text.indexOf('+') + text.indexOf('/') > 0) {
        return text;
      }
    }
  }
}
