package dev.jeton.server.policies;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Callers.Identified;
import dev.jeton.server.access.Proof;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.http.Fields;
import dev.jeton.server.vault.KeyVersions;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policies for tests, written as operators write them; the id of each is {@code id-of-NAME}. */
public final class HeldPolicies {
  private HeldPolicies() {}

  /** These, each a JSON object. */
  public static Policies of(MintedPlatform platform, String... json) {
    Policies policies = new Policies(Runnable::run);
    PolicyForm form = new PolicyForm(new Catalogue(List.of(platform)));
    List<Stored<PolicySpec>> all = new ArrayList<>();
    for (String one : json) {
      PolicySpec spec = form.read(Fields.of(Buffer.buffer(one)));
      all.add(stored("id-of-" + spec.name(), spec));
    }
    policies.hold(all);
    return policies;
  }

  static Stored<PolicySpec> stored(String id, PolicySpec spec) {
    return new Stored<>(
        id, spec, KeyVersions.NONE, Map.of(), 1, Instant.EPOCH, Instant.EPOCH, "test");
  }

  /** A caller by that name with these policies, whose proof is its name as a bearer token. */
  public static Proof proof(String name, boolean explained, String... policies) {
    return proof("id of " + name, name, explained, policies);
  }

  /** The same of a caller with that id. */
  public static Proof proof(String id, String name, boolean explained, String... policies) {
    List<String> ids =
        List.of(policies).stream().map(policy -> "id-of-" + policy).toList();
    Caller caller = new Caller.Registered(id, name, Map.of(), ids, explained);
    return presented -> presented
        .bearer()
        .filter(name::equals)
        .<Identified>map(same -> new Identified.As(caller))
        .or(Optional::empty);
  }
}
