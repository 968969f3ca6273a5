package dev.jeton.server.agora;

import dev.jeton.server.policies.HeldPolicies;
import dev.jeton.server.policies.Policies;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Secret;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The tokens of a project {@code shop} with all grants, for callers with policies. */
public final class PolicedTokens {
  private PolicedTokens() {}

  /** A policy for the project in one line; {@code `} is a quote. */
  public static String policy(String name, String members) {
    return ("{`name`:`" + name + "`,`platforms`:[`agora`],`projects`:[`shop`]," + members + "}")
        .replace('`', '"');
  }

  /** The issuing place, which asks these policies. */
  public static AgoraTokens tokens(String... json) {
    Policies policies = HeldPolicies.of(new AgoraPolicies(), json);
    AgoraProjects projects = new AgoraProjects(DemoProject.create(new Random(1)));
    ProjectSpec spec = Projects.spec("shop");
    ProjectSpec granted = new ProjectSpec(
        spec.name(),
        spec.appId(),
        spec.authentication(),
        spec.version(),
        spec.lifetimes(),
        Set.of(Grant.values()),
        true);
    KeyVersions keys = KeyVersions.startingWith(KeyVersion.prepared("k1", Projects.START));
    projects.hold(List.of(Projects.stored(granted, keys)));
    return new AgoraTokens(
        projects,
        InstantSource.fixed(Projects.START),
        new Random(3),
        new StableUid(Secret.ofText("0123456789abcdef0123456789abcdef")),
        policies);
  }
}
