package dev.jeton.server.callers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.Authority;
import dev.jeton.server.access.AccessSettings;
import dev.jeton.server.access.Callers;
import dev.jeton.server.access.Callers.Identified;
import dev.jeton.server.access.Presented;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Proof;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.vault.KeyVersions;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateProofTest {
  private static final String HERE = "192.0.2.7";
  private static X509Certificate shop;

  private final BoundCallers bound = new BoundCallers();
  private Instant now = Instant.EPOCH;
  private final CertificateProof proof =
      new CertificateProof(bound, new KnownCallers(new CallerKeys(), policies -> false), () -> now);

  @BeforeAll
  static void issue(@TempDir Path folder) {
    shop = new Authority(folder, "ours").issue("shop", "CN=shop", "eku=clientAuth");
  }

  @BeforeEach
  void hold() {
    now = shop.getNotBefore().toInstant();
    CallerSpec spec = new CallerSpec(
        "shop",
        Optional.empty(),
        List.of(),
        List.of(),
        true,
        Optional.empty(),
        Optional.of(CertificateBinding.subject("CN=shop")));
    bound.hold(List.of(new Stored<>("c1", spec, KeyVersions.NONE, Map.of(), 1, now, now, "test")));
  }

  private static Presented shown(String... headers) {
    Presented plain = Requests.from(HERE);
    for (int i = 0; i < headers.length; i += 2) {
      plain.headers().add(headers[i], headers[i + 1]);
    }
    return new Presented(plain.arrival(), plain.headers(), Optional.of(shop));
  }

  private String code(Presented presented) {
    Identified identified = proof.check(presented).orElseThrow();
    return identified instanceof Identified.Wrong wrong ? wrong.exactCode() : "good";
  }

  @Test
  void itCountsFromItsBeginningToItsEndAlsoOnAConnectionThatIsKept() {
    assertThat(code(shown())).isEqualTo("good");
    now = shop.getNotAfter().toInstant();
    assertThat(code(shown())).isEqualTo("good");
    now = shop.getNotAfter().toInstant().plusMillis(1);
    assertThat(code(shown())).isEqualTo("CERTIFICATE_ENDED");
    now = shop.getNotBefore().toInstant().minusMillis(1);
    assertThat(code(shown())).isEqualTo("CERTIFICATE_NOT_YET_VALID");
  }

  @Test
  void aPageOfAnotherSiteProvesNothingByIt() {
    assertThat(code(shown("Origin", "https://evil.example"))).isEqualTo("CERTIFICATE_FOREIGN_PAGE");
    assertThat(code(shown("Origin", "null"))).isEqualTo("CERTIFICATE_FOREIGN_PAGE");
    assertThat(code(shown("Sec-Fetch-Site", "cross-site"))).isEqualTo("CERTIFICATE_FOREIGN_PAGE");
    assertThat(code(shown("Origin", "http://localhost"))).isEqualTo("good");
  }

  @Test
  void itDoesNotTakeThePlaceOfAnotherProofThatIsWrong() {
    assertThat(proof.check(shown("Authorization", "Bearer jtn_wrong"))).isEmpty();
    Identified over =
        new Identified.Wrong(new Problem(401, "session-ended", "it is over"), "SESSION_ENDED");
    Proof session =
        presented -> presented.cookies("jeton").isEmpty() ? Optional.empty() : Optional.of(over);
    Callers callers = new Callers(
        List.of(proof, session),
        new AccessSettings(AccessSettings.Anonymous.NOBODY, List.of(), List.of(), List.of()));
    assertThat(callers.identify(shown("Cookie", "jeton=stale"))).isEqualTo(over);
    assertThat(callers.identify(shown())).isInstanceOf(Identified.As.class);
    assertThat(callers.identify(shown("Authorization", "Bearer jtn_wrong")))
        .isInstanceOf(Identified.Wrong.class);
  }
}
