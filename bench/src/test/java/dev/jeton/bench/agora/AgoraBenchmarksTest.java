package dev.jeton.bench.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.bench.tokens.Operation;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.AgoraVerifier;
import dev.jeton.tokens.agora.Certificates;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Expected;
import dev.jeton.tokens.agora.RawAccessToken;
import dev.jeton.tokens.agora.RawAccessToken2;
import io.agora.media.AccessToken;
import io.agora.media.AccessToken2;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every contender does what the table says that it does. */
class AgoraBenchmarksTest {
  private final Requests requests = new Requests();
  private final IssuedTokens issued = new IssuedTokens();
  private final SigningInfos infos = new SigningInfos();

  static Stream<String> bothMint007() {
    Requests requests = new Requests();
    return Stream.of(new Mint007().jeton(requests), new Mint007().official(new Requests()));
  }

  static Stream<String> bothMint006() {
    Requests requests = new Requests();
    return Stream.of(new Mint006().jeton(requests), new Mint006().official(new Requests()));
  }

  @ParameterizedTest
  @MethodSource("bothMint007")
  void bothMint007TokensThatJetonAcceptsAndTheOfficialLibraryReads(String token) {
    Instant now = IssuedTokens.accepted(RawAccessToken2.parse(token)).issuedAt();
    assertThat(
            IssuedTokens.accepted(verifier().verify(token, firstRequest(now))).unchecked())
        .isEmpty();
    assertThat(new AccessToken2().parse(token)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("bothMint006")
  void bothMint006TokensThatJetonAcceptsAndTheOfficialLibraryReads(String token) {
    RawAccessToken raw = IssuedTokens.accepted(RawAccessToken.parse(token));
    Expected expected = firstRequest(requests.now);
    assertThat(IssuedTokens.accepted(verifier().verify(raw, expected)).version())
        .isEqualTo("006");
    AccessToken official = new AccessToken("", "", "", "");
    assertThat(official.fromString(token)).isTrue();
    assertThat(official.appId).isEqualTo(requests.appIdText);
  }

  @Test
  void verifyingAndParsingAcceptEveryIssuedToken() {
    for (int i = 0; i < Requests.COUNT; i++) {
      assertThat(new Verify007().jeton(issued).version()).isEqualTo("007");
      assertThat(new Verify006().jeton(issued).version()).isEqualTo("006");
      assertThat(new Parse007().jeton(issued).appId()).isEqualTo(requests.appId);
      assertThat(new Parse007().official(issued).appId).isEqualTo(requests.appIdText);
    }
  }

  @Test
  void bareHmacsByDigestAndByMacAreTheSame() {
    assertThat(infos.sign(3)).isEqualTo(infos.signByMac(3));
    assertThat(infos.signLegacy(3)).isEqualTo(infos.signLegacyByMac(3));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {Mint007.class, Parse007.class, Verify007.class, Mint006.class, Verify006.class})
  void everyOperationHasItsName(Class<?> operation) {
    assertThat(operation).hasAnnotation(Operation.class);
  }

  private AgoraVerifier verifier() {
    return new AgoraVerifier(requests.appId, Certificates.of(requests.certificate));
  }

  private Expected firstRequest(Instant now) {
    return Expected.at(now)
        .channel(new Channel(requests.channel(0)))
        .user(AgoraUser.uid(requests.uid(0)));
  }
}
