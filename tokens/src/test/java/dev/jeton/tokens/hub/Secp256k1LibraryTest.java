package dev.jeton.tokens.hub;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class Secp256k1LibraryTest {
  private static final String KEY = VectorFile.byId("secp256k1").text("public_string");

  @Test
  void withBouncyCastleTheKeyIsTaken() {
    assertThat(accepted(Libp2pPublicKey.parse(KEY)).type()).isEqualTo(KeyType.SECP256K1);
  }

  @Test
  void withoutBouncyCastleTheKeyIsRefusedInWordsAndOthersAreTaken()
      throws IOException, ReflectiveOperationException {
    URL[] library = {Libp2pPublicKey.class.getProtectionDomain().getCodeSource().getLocation()};
    try (URLClassLoader alone = new URLClassLoader(library, ClassLoader.getPlatformClassLoader())) {
      assertThat(outcome(alone, KEY))
          .isEqualTo("Refused[reason=KEY_TYPE_UNSUPPORTED, detail=secp256k1 keys need"
              + " Bouncy Castle (bcprov-jdk18on) on the class path]");
      String ed25519 = VectorFile.byId("ed25519-s01").text("public_string");
      assertThat(outcome(alone, ed25519)).isEqualTo("Accepted[value=" + ed25519 + "]");
    }
  }

  /** As text, since the classes of another loader are other classes. */
  private static String outcome(ClassLoader loader, String key)
      throws ReflectiveOperationException {
    Class<?> type = loader.loadClass(Libp2pPublicKey.class.getName());
    assertThat(type).isNotSameAs(Libp2pPublicKey.class);
    Object outcome = type.getMethod("parse", String.class).invoke(null, key);
    assertThat(outcome).isNotInstanceOf(Outcome.class);
    return outcome.toString();
  }
}
