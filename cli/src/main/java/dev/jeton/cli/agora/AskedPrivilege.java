package dev.jeton.cli.agora;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.agora.AccessToken;
import dev.jeton.tokens.agora.AgoraVerifier;
import dev.jeton.tokens.agora.Expected;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.Service;
import dev.jeton.tokens.agora.VerifiedAgoraToken;
import java.util.Set;
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

  Outcome<VerifiedAgoraToken> verify(AgoraVerifier verifier, String token, Expected expected) {
    boolean legacy = token.startsWith(AccessToken.VERSION);
    return verifier.verify(
        token, legacy ? expected.privilege(id006()) : expected.privilege(services(), id));
  }

  private Set<Integer> services() {
    return this == LOGIN ? Set.of(Service.Rtm.TYPE, Service.Rtm2.TYPE) : Set.of(Service.Rtc.TYPE);
  }

  private int id006() {
    return this == LOGIN ? Privileges.RTM_LOGIN_006 : id;
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
