package dev.jeton.cli.kandy;

import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.Identity;
import dev.jeton.tokens.kandy.Parties;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who calls whom, and on whose account. */
final class CallOptions implements OptionGroup {
  @Option(
      names = "--to",
      paramLabel = "CALLEE",
      converter = NameConverter.OfIdentity.class,
      description = "Who is called: user@domain, without sip:.")
  private @Nullable Identity to;

  @Option(
      names = "--from",
      paramLabel = "NAME",
      converter = NameConverter.OfIdentity.class,
      description = "Who calls: user@domain of a subscriber, or any display name; without sip:."
          + " Under A it is anonymous@invalid.com unless given.")
  private @Nullable Identity from;

  @Option(
      names = "--account",
      paramLabel = "A",
      converter = NameConverter.OfIdentity.class,
      description = "Whose Call Me service authorises the call. Under A the callee unless given;"
          + " under B it must be given and is the caller too; under C and D it is the caller.")
  private @Nullable Identity account;

  @Option(
      names = "--convention",
      paramLabel = "A|B|C|D",
      converter = WordConverter.OfConvention.class,
      description = "Who goes into which token; the vendor's documents differ. A (default) puts the"
          + " callee into account and lets anybody call. B has a pre-set user as account and caller,"
          + " C the caller as account, D the caller's display name, without a domain.")
  private Convention convention = Convention.A;

  Parties parties() {
    if (to == null) {
      throw new UsageException("missing: --to CALLEE");
    }
    try {
      return convention.parties(to, Optional.ofNullable(from), Optional.ofNullable(account));
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          Objects.requireNonNullElse(e.getMessage(), "these contradict the convention")
              + "; see --from, --account and --convention");
    }
  }

  @Override
  public String heading() {
    return "Who calls whom";
  }
}
