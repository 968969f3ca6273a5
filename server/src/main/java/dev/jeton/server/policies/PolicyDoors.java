package dev.jeton.server.policies;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Claims;
import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.RegisteredCallers;
import dev.jeton.server.access.Verb;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.settings.Network;
import dev.jeton.tokens.json.JsonObject;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** What would somebody get for a request, and why; and the policies that are ready made. */
@Singleton
final class PolicyDoors implements Doors {
  private static final String PATH = "/api/v1/policies/";
  private static final String AS = "as";

  private final Policies policies;
  private final Catalogue catalogue;
  private final Iterable<RegisteredCallers> callers;

  @Inject
  PolicyDoors(Policies policies, Catalogue catalogue, @Any Instance<RegisteredCallers> callers) {
    this(policies, catalogue, (Iterable<RegisteredCallers>) callers);
  }

  PolicyDoors(Policies policies, Catalogue catalogue, Iterable<RegisteredCallers> callers) {
    this.policies = policies;
    this.catalogue = catalogue;
    this.callers = callers;
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.post(PATH + "test", Need.ADMINISTRATION, this::test)
        .audited("policy-test", null)
        .right("policy", Verb.READ)
        .offTheLoop());
    doors.open(Door.get(PATH + "ready-made", Need.ADMINISTRATION, call -> readyMade())
        .right("policy", Verb.READ));
  }

  private Answer test(Call call) {
    Fields body = call.body().only("caller", "policies", AS, "request");
    Asked asked = TestRequest.read(body.object("request"), catalogue);
    Decision decision = policies.decide(requester(call, body), asked);
    Optional<String> objection = objection(body);
    boolean allowed = decision.allowed() && objection.isEmpty();
    return Answer.json(200, Json.object(json -> {
      json.put("allowed", allowed)
          .put("by", allowed ? decision.by().orElse(null) : null)
          .put("objection", objection.orElse(null));
      json.putEach(
          "why",
          decision.why().stream()
              .<Consumer<Json>>map(said -> one -> one.put("policy", said.policy())
                  .put("allowed", said.allowed())
                  .put("reason", said.objection().orElse(null)))
              .toList());
    }));
  }

  /** Why a registered caller would not get so far as to be asked for its policies. */
  private Optional<String> objection(Fields body) {
    String name = body.textOrNull("caller");
    Fields as = body.objectOrNull(AS);
    Optional<String> address =
        as == null ? Optional.empty() : Optional.ofNullable(as.textOrNull("network"));
    return name == null
        ? Optional.empty()
        : StreamSupport.stream(callers.spliterator(), false)
            .flatMap(some -> some.objection(name, address).stream())
            .findFirst();
  }

  /** A registered caller, or policies in somebody's hands. */
  private Requester requester(Call call, Fields body) {
    String name = body.textOrNull("caller");
    List<String> named = body.texts("policies");
    if ((name == null) == named.isEmpty()) {
      throw Refused.badRequest(
          "wrong-member", "give either caller or policies: who asks, or what is tried");
    }
    Caller.Registered caller = name == null
        ? new Caller.Registered("test", "test", Map.of(), ids(named), false)
        : registered(name);
    Fields as = body.objectOrNull(AS);
    return as == null ? Requester.of(caller, call.client()) : as(caller, call.client(), as);
  }

  private static Requester as(Caller.Registered caller, String client, Fields as) {
    as.only("name", "network", "claims");
    String name = as.textOrNull("name");
    String network = as.textOrNull("network");
    JsonObject claims = as.carriedOrNull("claims");
    if (network != null && !Network.isAddress(network)) {
      throw Refused.badRequest("wrong-member", "as.network must be an IP address");
    }
    return new Requester(
        name == null ? caller.name() : name,
        network == null ? client : network,
        claims == null ? caller.claims() : given(Claims.of(claims)),
        caller.policies());
  }

  private static Map<String, Object> given(Map<String, Object> claims) {
    try {
      return new Values(new Budget()).of(claims);
    } catch (Budget.Spent e) {
      throw Refused.badRequest(
          "wrong-member", "as.claims must have at most " + Budget.MOST + " characters");
    }
  }

  private Caller.Registered registered(String name) {
    for (RegisteredCallers some : callers) {
      Optional<Caller.Registered> found = some.find(name);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new Refused(
        new Problem(404, "unknown-caller", "there is no caller of that name or id here"));
  }

  private List<String> ids(List<String> named) {
    return named.stream()
        .map(name -> policies
            .find(name)
            .map(Policy::id)
            .orElseThrow(() -> new Refused(new Problem(
                404, "unknown-policy", "policies names one that is not here by name or id"))))
        .toList();
  }

  private Answer readyMade() {
    return Answer.json(
        200,
        Json.object(json -> json.putEach(
            "items",
            catalogue.readyMade().stream()
                .<Consumer<Json>>map(one -> item -> item.put("name", one.name())
                    .put("purpose", one.purpose())
                    .put("platforms", one.platforms())
                    .put("when", one.when())
                    .put("powers", one.powers())
                    .put("ownUserOnly", one.ownUserOnly()))
                .toList())));
  }
}
