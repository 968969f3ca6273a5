package dev.jeton.server.policies;

import dev.jeton.server.admin.Kind;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.admin.View;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Policies, as operators administer them. */
@Singleton
public final class PolicyKind implements Kind<PolicySpec> {
  private final Policies policies;
  private final PolicyForm form;
  private final Iterable<PolicyHolders> holders;

  @Inject
  PolicyKind(Policies policies, Catalogue catalogue, @Any Instance<PolicyHolders> holders) {
    this(policies, catalogue, (Iterable<PolicyHolders>) holders);
  }

  PolicyKind(Policies policies, Catalogue catalogue, Iterable<PolicyHolders> holders) {
    this.policies = policies;
    this.form = new PolicyForm(catalogue);
    this.holders = holders;
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

  @Override
  public String name(PolicySpec spec) {
    return spec.name();
  }

  @Override
  public List<String> usedBy(Stored<PolicySpec> one, View others) {
    List<String> users = new ArrayList<>();
    holders.forEach(holder -> users.addAll(holder.having(one.id(), others)));
    return users;
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
        ? List.of("It allows whatever the platforms' own projects grant, for any user. Whoever has it"
            + " needs no other policy.")
        : List.of();
  }

  @Override
  public void hold(List<Stored<PolicySpec>> all) {
    policies.hold(all);
  }
}
