package dev.jeton.cli.caller;

import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.remote.kind.Members;
import picocli.CommandLine.Option;

/** By what a caller is known from now on; as it has one kind of proof, a new kind takes the other away. */
final class ProofChanges extends ProofOptions {
  @Option(
      names = "--no-oidc",
      description = "No access token stands for it any more, from the next request on.")
  private boolean noToken;

  @Option(
      names = "--no-certificate",
      description = "No client certificate stands for it any more, from the next request on.")
  private boolean noCertificate;

  @Override
  public void write(Members members) {
    super.write(members);
    boolean token = members.has(OIDC);
    boolean certificate = members.has(CERTIFICATE);
    if ((noToken && token) || (noCertificate && certificate)) {
      throw new UsageException("--no-oidc and --no-certificate take away what the caller was known"
          + " by; give them without a new one of that kind");
    }
    if (noToken || certificate) {
      members.reset(OIDC);
    }
    if (noCertificate || token) {
      members.reset(CERTIFICATE);
    }
  }
}
