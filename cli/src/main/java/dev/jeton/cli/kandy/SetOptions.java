package dev.jeton.cli.kandy;

import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.kandy.AccountBinding;
import dev.jeton.tokens.kandy.AddressPattern;
import dev.jeton.tokens.kandy.AddressPatterns;
import dev.jeton.tokens.kandy.Role;
import dev.jeton.tokens.kandy.SetRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One token for a role, or a set of three under its rules. */
final class SetOptions implements OptionGroup {
  @Option(
      names = "--role",
      paramLabel = "ROLE",
      converter = WordConverter.OfRole.class,
      description = "What the one token is for: account, from or to.")
  private @Nullable Role role;

  @Option(names = "--set", description = "Verify three tokens together: they must carry one time.")
  private boolean set;

  @Option(
      names = "--to",
      paramLabel = "PATTERN",
      converter = NameConverter.OfPattern.class,
      description = "A callee that may be called: help@example.com or *@example.com. May be given"
          + " several times.")
  private List<AddressPattern> to = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "PATTERN",
      converter = NameConverter.OfPattern.class,
      description =
          "A caller that may call: *@example.com or 'Guest *'. May be given several times.")
  private List<AddressPattern> from = new ArrayList<>();

  @Option(
      names = "--binding",
      paramLabel = "BINDING",
      converter = WordConverter.OfBinding.class,
      description =
          "Whom the account must be: equals-to (convention A), equals-from (B, C, D) or any.")
  private @Nullable AccountBinding binding;

  @Option(
      names = "--one-iv",
      description = "Demand one IV in all three, as the vendor's issuers write them; cbc alone.")
  private boolean oneIv;

  /** The role of a single token; empty for a set. */
  @Nullable
  Role role() {
    if (set) {
      if (role != null) {
        throw new UsageException("give --role for one token or --set for three, not both");
      }
      return null;
    }
    if (!to.isEmpty() || !from.isEmpty() || binding != null || oneIv) {
      throw new UsageException("--to, --from, --binding and --one-iv are for a set; add --set");
    }
    if (role == null) {
      throw new UsageException("missing: --role account|from|to, or --set for three tokens");
    }
    return role;
  }

  boolean oneIv() {
    return oneIv;
  }

  SetRules rules() {
    SetRules rules = oneIv ? SetRules.none().requireSameIv() : SetRules.none();
    if (binding != null) {
      rules = rules.binding(binding);
    }
    if (!to.isEmpty()) {
      rules = rules.to(new AddressPatterns(to));
    }
    return from.isEmpty() ? rules : rules.from(new AddressPatterns(from));
  }

  @Override
  public String heading() {
    return "One token or a set";
  }
}
