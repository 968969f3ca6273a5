package dev.jeton.cli.agora;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.agora.AccessToken;
import dev.jeton.tokens.agora.AgoraVerifier;
import dev.jeton.tokens.agora.Expected;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.Service;
import dev.jeton.tokens.agora.VerifiedAccessToken2;
import dev.jeton.tokens.agora.VerifiedAgoraToken;
import picocli.CommandLine.ITypeConverter;

/**
 * A privilege that a token must carry, by name. The same number means another thing in another
 * service: 1 is join in RTC and log in in RTM. So a name stands for number and service.
 */
enum AskedPrivilege {
  JOIN("join", Privileges.JOIN),
  PUBLISH_AUDIO("publish-audio", Privileges.PUBLISH_AUDIO),
  PUBLISH_VIDEO("publish-video", Privileges.PUBLISH_VIDEO),
  PUBLISH_DATA("publish-data", Privileges.PUBLISH_DATA),
  LOGIN("login", Privileges.JOIN);

  private final String word;
  private final int id;

  AskedPrivilege(String word, int id) {
    this.word = word;
    this.id = id;
  }

  private boolean belongsTo(Service service) {
    return this == LOGIN
        ? service instanceof Service.Rtm || service instanceof Service.Rtm2
        : service instanceof Service.Rtc;
  }

  Outcome<VerifiedAgoraToken> verify(AgoraVerifier verifier, String token, Expected expected) {
    boolean legacy = token.startsWith(AccessToken.VERSION);
    return verifier
        .verify(token, expected.privilege(legacy ? id006() : id))
        .then(verified -> verified instanceof VerifiedAccessToken2 token2
            ? carriedBy(token2, expected)
            : Outcome.accepted(verified));
  }

  private int id006() {
    return this == LOGIN ? Privileges.RTM_LOGIN_006 : id;
  }

  /** The library looked for the number in all services; here the service must be the right one. */
  private Outcome<VerifiedAgoraToken> carriedBy(VerifiedAccessToken2 token, Expected expected) {
    boolean over = false;
    for (Service service : token.services()) {
      int index = service.privileges().indexOf(id);
      if (belongsTo(service) && index >= 0) {
        if (token.privilegeEnd(service, index).isAfter(expected.now())) {
          return Outcome.accepted(token);
        }
        over = true;
      }
    }
    return over
        ? Outcome.refused(Reason.PRIVILEGE_EXPIRED, "its privilege is over before the token is")
        : Outcome.refused(Reason.PRIVILEGE_MISSING, "it does not carry privilege " + word);
  }

  /** Reads the name of a privilege. */
  static final class Converter implements ITypeConverter<AskedPrivilege> {
    @Override
    public AskedPrivilege convert(String text) {
      for (AskedPrivilege privilege : values()) {
        if (privilege.word.equals(text)) {
          return privilege;
        }
      }
      throw new UsageException(
          "a privilege is join, publish-audio, publish-video, publish-data" + " or login");
    }
  }
}
