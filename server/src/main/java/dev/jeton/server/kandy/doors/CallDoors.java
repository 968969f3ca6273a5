package dev.jeton.server.kandy.doors;

import dev.jeton.server.access.Need;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.ErrorShape;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.CallWish;
import dev.jeton.server.kandy.Issued;
import dev.jeton.server.kandy.KandyRealm;
import dev.jeton.server.kandy.KandyTokens;
import dev.jeton.server.kandy.Named;
import dev.jeton.tokens.kandy.Identity;
import dev.jeton.tokens.kandy.Triple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /callparameters} of the vendor's Node example and {@code GET /token?identifier=} of its
 * Java application.
 */
@Singleton
final class CallDoors implements Doors {
  /** The Java application's word; the Node example has no errors of its own. */
  private static final ErrorShape ERRORS = (problem, requestId) ->
      Answer.json(problem.status(), Json.object(json -> json.put("message", problem.detail())));

  private static final String SIP = "sip:";

  private final KandyTokens tokens;

  CallDoors(KandyTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void open(DoorRegistry doors) {
    mints(doors, "/callparameters", this::callParameters);
    mints(doors, "/token", this::token);
  }

  private void mints(DoorRegistry doors, String path, Function<Call, Answer> handler) {
    doors.open(Door.get(path, Need.MINT, handler)
        .errors(ERRORS)
        .offTheLoopWhen(call -> tokens.mayWait())
        .audited(KandyTokens.EVENT, KandyTokens.PLATFORM)
        .openable());
  }

  private Answer callParameters(Call call) {
    Optional<Identity> caller = Named.optional("caller", call.query("caller"));
    Optional<Identity> callee = Named.optional("callee", call.query("callee"));
    KandyRealm realm = tokens.realm(call, call.query("realm"));
    Identity to = callee.orElseGet(() -> tokens.usualCallee(realm));
    CallWish wish = new CallWish(Optional.empty(), to, caller, Optional.empty());
    Issued issued = tokens.issue(call, realm, wish);
    return answer(issued, json -> {
      three(json.put("realm", realm.name()), issued.tokens());
      json.put("caller", SIP + issued.parties().from()).put("callee", SIP + to);
    });
  }

  private Answer token(Call call) {
    @Nullable String identifier = call.query("identifier");
    if (identifier == null || identifier.isEmpty()) {
      throw Refused.badRequest(
          "identifier-needed", "say which call with ?identifier=, such as one of kandy.presets");
    }
    Issued issued = tokens.issue(call, tokens.preset(call, identifier));
    return answer(
        issued,
        json -> three(json, issued.tokens()).put("tokenRealm", issued.realm().name()));
  }

  private static Json three(Json json, Triple tokens) {
    return json.put("accountToken", tokens.accountToken())
        .put("fromToken", tokens.fromToken())
        .put("toToken", tokens.toToken());
  }

  private static Answer answer(Issued issued, Consumer<Json> members) {
    return issued.complete(Answer.json(200, Json.object(members)));
  }
}
