package dev.jeton.server.policies;

import dev.jeton.server.admin.Kind;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.admin.View;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Policies, as operators administer them. */
@Singleton
final class PolicyKind implements Kind<PolicySpec> {
  private final Policies policies;
  private final PolicyForm form;

  PolicyKind(Policies policies, Catalogue catalogue) {
    this.policies = policies;
    this.form = new PolicyForm(catalogue);
  }

  @Override
  public String word() {
    return "policy";
  }

  @Override
  public String path() {
    return "/api/v1/policies";
  }

  @Override
  public String noun() {
    return "policy";
  }

  @Override
  public Optional<String> platform() {
    return Optional.empty();
  }

  @Override
  public PolicySpec read(Fields spec) {
    return form.read(spec);
  }

  /** What was stored is not read again at a start; what comes in is. */
  @Override
  public PolicySpec linked(PolicySpec spec, View others) {
    try {
      Rules.read(spec.when());
      return spec;
    } catch (WrongRule e) {
      throw Refused.badRequest("wrong-condition", PolicyForm.WHEN + ", " + e.line());
    }
  }

  @Override
  public void write(PolicySpec spec, Json out) {
    PolicyForm.write(spec, out);
  }

  /** What it lets callers have goes on when the session is long over. */
  @Override
  public boolean wantsFreshProof() {
    return true;
  }

  @Override
  public String name(PolicySpec spec) {
    return spec.name();
  }

  @Override
  public void describe(Stored<PolicySpec> one, Instant now, Json out) {
    if (one.spec().readyMade().isPresent()) {
      out.put("condition", one.spec().when());
    }
  }

  @Override
  public List<String> warnings(Stored<PolicySpec> one, Instant now) {
    PolicySpec spec = one.spec();
    return spec.when().strip().equals("true") && spec.projects().contains("*")
        ? List.of(
            "It allows whatever the platforms' own projects grant, for any user. Whoever has it"
                + " needs no other policy.")
        : List.of();
  }

  @Override
  public void hold(List<Stored<PolicySpec>> all) {
    policies.hold(all);
  }
}
