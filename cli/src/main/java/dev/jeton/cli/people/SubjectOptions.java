package dev.jeton.cli.people;

import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.remote.kind.Members;
import dev.jeton.cli.remote.kind.SpecOptions;
import dev.jeton.tokens.json.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** As whom an identity provider knows a person. */
final class SubjectOptions implements SpecOptions {
  @Option(
      names = "--oidc-issuer",
      paramLabel = "ISSUER",
      description = "The identity provider by which the person may sign in.")
  private @Nullable String issuer;

  @Option(
      names = "--oidc-subject",
      paramLabel = "SUB",
      description = "As whom that provider knows the person: sub in its tokens.")
  private @Nullable String subject;

  @Override
  public void write(Members members) {
    if (issuer == null && subject == null) {
      return;
    }
    if (issuer == null || subject == null) {
      throw new UsageException("give --oidc-issuer and --oidc-subject together");
    }
    members.value(
        "oidc",
        JsonObject.builder().put("issuer", issuer).put("subject", subject).build());
  }

  @Override
  public String heading() {
    return "Identity provider";
  }
}
