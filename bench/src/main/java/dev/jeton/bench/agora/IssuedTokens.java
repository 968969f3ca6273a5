package dev.jeton.bench.agora;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.agora.AccessToken;
import dev.jeton.tokens.agora.AccessToken2;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.AgoraVerifier;
import dev.jeton.tokens.agora.Certificates;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Expected;
import dev.jeton.tokens.agora.RtcRole;
import dev.jeton.tokens.agora.Salt;
import java.time.Instant;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a verifier is shown: live tokens of many users, issued in many different seconds. */
@State(Scope.Thread)
public class IssuedTokens {
  private static final int SPREAD_SECONDS = 1800;

  final Requests requests = new Requests();
  final AgoraVerifier verifier =
      new AgoraVerifier(requests.appId, Certificates.of(requests.certificate));

  private final String[] v007 = new String[Requests.COUNT];
  private final String[] v006 = new String[Requests.COUNT];

  public IssuedTokens() {
    for (int i = 0; i < Requests.COUNT; i++) {
      Instant issued = requests.now.minusSeconds(1 + i * 7919L % SPREAD_SECONDS);
      v007[i] = AccessToken2.forApp(requests.appId)
          .issuedAt(issued)
          .validFor(Requests.LIFETIME)
          .salt(Salt.random(requests.salts))
          .rtc(channel(i), user(i), RtcRole.PUBLISHER, Requests.LIFETIME)
          .sign(requests.certificate);
      Instant end = issued.plus(Requests.LIFETIME);
      v006[i] = AccessToken.rtc(requests.appId, channel(i), user(i), RtcRole.PUBLISHER, end)
          .issuedAt(issued)
          .salt(Salt.random(requests.salts))
          .sign(requests.certificate);
    }
  }

  int next() {
    return requests.next();
  }

  String v007(int i) {
    return v007[i];
  }

  String v006(int i) {
    return v006[i];
  }

  /** Who shows token {@code i}, as a server would write it down for each check. */
  Expected expected(int i) {
    return Expected.at(requests.now).channel(channel(i)).user(user(i));
  }

  private Channel channel(int i) {
    return new Channel(requests.channel(i));
  }

  private AgoraUser user(int i) {
    return AgoraUser.uid(requests.uid(i));
  }

  /** A refusal here would mean that something else is measured than is said. */
  static <T> T accepted(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Accepted<T> accepted) {
      return accepted.value();
    }
    throw new IllegalStateException(outcome.toString());
  }
}
