package dev.jeton.server.hub.api;

import dev.jeton.server.api.MintMoment;
import dev.jeton.server.api.Minted;
import dev.jeton.server.api.TokenKind;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import dev.jeton.server.hub.HubTokens;
import dev.jeton.server.hub.Issued;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/** {@code hub}: an identity token for the answer to a challenge. */
@Singleton
final class HubKind implements TokenKind {
  private static final Pattern CHALLENGE_ID = Pattern.compile("[A-Za-z0-9_-]{22}");

  private final HubTokens tokens;
  private final HubRevocations revocations;

  HubKind(HubTokens tokens, HubRevocations revocations) {
    this.tokens = tokens;
    this.revocations = revocations;
  }

  @Override
  public String platform() {
    return HubTokens.PLATFORM;
  }

  @Override
  public String kind() {
    return "";
  }

  @Override
  public boolean takesLong() {
    return true;
  }

  @Override
  public Minted mint(Call call, Fields request, MintMoment moment) {
    request.only("challengeId", "signature");
    String id = request.text("challengeId");
    if (!CHALLENGE_ID.matcher(id).matches()) {
      throw Refused.badRequest(
          "wrong-member", "challengeId must be the 22 characters that came with the challenge");
    }
    byte[] signature = SignatureText.decode(request.text("signature"));
    Issued issued = tokens.issue(call, id, signature, moment);
    return new Minted(
        json -> json.put("token", issued.token())
            .put("identity", issued.identity())
            .put("issuer", issued.issuer())
            .put("issuedAt", issued.issuedAt())
            .put("expiresAt", issued.expiresAt().orElse(null))
            .put("renewAt", issued.renewAt().orElse(null)),
        issued::headers,
        List.of(),
        List.of(issued.row()),
        revocations.facts(issued));
  }
}
