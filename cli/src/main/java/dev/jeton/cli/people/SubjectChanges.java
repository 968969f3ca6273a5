package dev.jeton.cli.people;

import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.remote.kind.Members;
import picocli.CommandLine.Option;

/** As whom an identity provider knows a person from now on. */
final class SubjectChanges extends SubjectOptions {
  @Option(
      names = "--no-oidc",
      description =
          "No identity provider proves the person any more. What is open is ended by jeton"
              + " person sign-out.")
  private boolean none;

  @Override
  public void write(Members members) {
    super.write(members);
    if (none && members.has(OIDC)) {
      throw new UsageException("give --no-oidc, or --oidc-issuer and --oidc-subject");
    }
    if (none) {
      members.reset(OIDC);
    }
  }
}
