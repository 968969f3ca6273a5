package dev.jeton.tokens.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a 007 token was compressed, it has one text. */
class CanonicalTextTest {
  private static final int MANY = 200;

  @Test
  void whatThisLibraryWroteIsThatText() {
    RandomTokens random = new RandomTokens(5);
    for (int i = 0; i < MANY; i++) {
      String text = token(random);
      assertThat(read(text).canonicalText()).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6, 9})
  void whatOthersCompressedHasTheSameOne(int level) throws IOException {
    String text = token(new RandomTokens(level));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(level))) {
      out.write(read(text).payload());
    }
    String other = "007" + Base64.getEncoder().encodeToString(bytes.toByteArray());
    assertThat(read(other).canonicalText()).isEqualTo(text);
  }

  private static String token(RandomTokens random) {
    AccessToken2 token = AccessToken2.forApp(new AppId(random.hex32()))
        .issuedAt(Instant.ofEpochSecond(random.issueTime()))
        .validFor(Duration.ofHours(1))
        .salt((int) random.uint32());
    random.services().forEach(token::service);
    return token.sign(AppCertificate.of(Secret.ofText(random.hex32())));
  }

  private static RawAccessToken2 read(String text) {
    return ((Outcome.Accepted<RawAccessToken2>) RawAccessToken2.parse(text)).value();
  }
}
