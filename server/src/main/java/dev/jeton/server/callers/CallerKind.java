package dev.jeton.server.callers;

import dev.jeton.server.admin.Kind;
import dev.jeton.server.admin.SecretRules;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.admin.View;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.oidc.AccessTokens;
import dev.jeton.server.vault.KeyVersion;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** {@code /api/v1/callers}: the programs that may ask for tokens. */
@Singleton
final class CallerKind implements Kind<CallerSpec> {
  static final String WORD = "caller";

  /** By whose word alone the room of policies is known here. */
  private static final String POLICY = "policy";

  private final CallerKeys keys;
  private final BoundCallers bound;
  private final KeyUses uses;
  private final Supplier<List<String>> issuers;

  @Inject
  CallerKind(CallerKeys keys, BoundCallers bound, KeyUses uses, AccessTokens tokens) {
    this(keys, bound, uses, tokens::issuers);
  }

  CallerKind(CallerKeys keys, BoundCallers bound, KeyUses uses, Supplier<List<String>> issuers) {
    this.keys = keys;
    this.bound = bound;
    this.uses = uses;
    this.issuers = issuers;
  }

  @Override
  public String word() {
    return WORD;
  }

  @Override
  public String path() {
    return "/api/v1/callers";
  }

  @Override
  public String noun() {
    return "caller";
  }

  @Override
  public Optional<String> platform() {
    return Optional.empty();
  }

  @Override
  public CallerSpec read(Fields spec) {
    return CallerForm.read(spec);
  }

  @Override
  public void write(CallerSpec spec, Json out) {
    CallerForm.write(spec, out);
  }

  @Override
  public CallerSpec linked(CallerSpec spec, View others) {
    return withIssuer(spec)
        .under(spec.policies().stream()
            .map(policy -> others
                .find(POLICY, policy)
                .map(View.Named::id)
                .orElseThrow(() -> Refused.badRequest(
                    "unknown-policy",
                    CallerForm.POLICIES + " names a policy that is not here; create it first")))
            .distinct()
            .toList());
  }

  /** Who names no issuer means the only one, and goes on to mean it when there are others. */
  private CallerSpec withIssuer(CallerSpec spec) {
    if (!(spec.bound().orElse(null) instanceof TokenBinding token)
        || !token.issuer().isEmpty()) {
      return spec;
    }
    List<String> all = issuers.get();
    if (all.size() != 1) {
      throw Refused.badRequest(
          "which-issuer",
          all.isEmpty()
              ? "access tokens count nowhere here; set oidc.issuer and oidc.audience first, or name"
                  + " the issuer"
              : "name the issuer, one of " + String.join(", ", all));
    }
    return spec.known(token.of(all.get(0)));
  }

  @Override
  public Map<String, String> words(CallerSpec spec) {
    return spec.bound().map(binding -> Map.of("proof", binding.word())).orElse(Map.of());
  }

  @Override
  public Map<String, List<String>> refersTo(CallerSpec spec) {
    return Map.of(POLICY, spec.policies());
  }

  @Override
  public String name(CallerSpec spec) {
    return spec.name();
  }

  /** What is switched off stays so. */
  @Override
  public Set<String> revoked(CallerSpec spec) {
    return spec.enabled() ? Set.of() : Set.of(CallerForm.ENABLED);
  }

  /** Whoever makes one goes on getting tokens when the session is long over. */
  @Override
  public boolean wantsFreshProof() {
    return true;
  }

  @Override
  public Optional<SecretRules<CallerSpec>> secrets() {
    return Optional.of(new ApiKeyRules());
  }

  @Override
  public List<String> warnings(Stored<CallerSpec> one, Instant now) {
    List<String> warnings = new ArrayList<>();
    if (!one.spec().enabled()) {
      warnings.add("it is switched off, so none of its keys counts");
    } else if (one.spec().bound().isPresent()) {
      unknownIssuer(one.spec()).ifPresent(warnings::add);
      if (!one.keys().verifying(now).isEmpty()) {
        warnings.add("its API keys from before still count; retire them when they are not needed");
      }
    } else if (one.keys().verifying(now).isEmpty()) {
      warnings.add("none of its keys counts now; make another");
    }
    if (one.spec().policies().isEmpty()) {
      warnings.add("it has no policy, so it can have nothing minted");
    }
    return warnings;
  }

  private Optional<String> unknownIssuer(CallerSpec spec) {
    return spec.bound().orElse(null) instanceof TokenBinding token
            && !issuers.get().contains(token.issuer())
        ? Optional.of("access tokens of " + token.issuer()
            + " do not count here; look at oidc.issuer" + " and oidc.audience")
        : Optional.empty();
  }

  @Override
  public void nameLinks(Stored<CallerSpec> one, View others, Json out) {
    out.put(
        "policyNames",
        one.spec().policies().stream()
            .map(policy -> others.find(POLICY, policy).map(View.Named::name).orElse(policy))
            .toList());
  }

  @Override
  public void describe(Stored<CallerSpec> one, Instant now, Json out) {
    one.keys().all().stream()
        .flatMap(key -> lastUsed(key).stream())
        .max(Comparator.naturalOrder())
        .ifPresent(used -> out.put("lastUsedAt", used));
  }

  @Override
  public void describeKey(Stored<CallerSpec> one, KeyVersion key, Json out) {
    lastUsed(key).ifPresent(used -> out.put("lastUsedAt", used));
  }

  private Optional<Instant> lastUsed(KeyVersion key) {
    return Optional.ofNullable(key.label()).flatMap(uses::last);
  }

  @Override
  public void hold(List<Stored<CallerSpec>> all) {
    keys.hold(all);
    bound.hold(all);
  }
}
