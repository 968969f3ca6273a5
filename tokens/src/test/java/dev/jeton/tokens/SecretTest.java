package dev.jeton.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretTest {
  private static final String TEXT = "correct horse battery staple";
  private final Secret secret = Secret.ofText(TEXT);

  @Test
  void printsNothingOfItself() {
    assertThat(secret).hasToString("Secret[redacted]");
    assertThat(Outcome.accepted(secret).toString()).doesNotContain("horse");
    assertThat(secret.hashCode()).isEqualTo(Secret.ofText("other").hashCode());
  }

  @Test
  void equalsTheSameBytesOnly() {
    assertThat(secret).isEqualTo(Secret.ofBytes(TEXT.getBytes(StandardCharsets.UTF_8)));
    assertThat(secret).isNotEqualTo(Secret.ofText(TEXT + "s"));
    assertThat(secret).isNotEqualTo(TEXT);
  }

  @Test
  void keepsItsBytesToItself() {
    byte[] given = {1, 2, 3};
    Secret copied = Secret.ofBytes(given);
    given[0] = 9;
    copied.reveal(SecretAccess.forCryptography())[1] = 9;

    assertThat(copied.reveal(SecretAccess.forCryptography())).containsExactly(1, 2, 3);
    assertThat(copied.length()).isEqualTo(3);
  }
}
