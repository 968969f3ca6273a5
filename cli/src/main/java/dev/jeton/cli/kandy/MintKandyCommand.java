package dev.jeton.cli.kandy;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.tokens.kandy.IssuedTriple;
import dev.jeton.tokens.kandy.IvUse;
import dev.jeton.tokens.kandy.Parties;
import dev.jeton.tokens.kandy.Triple;
import dev.jeton.tokens.kandy.TripleIssuer;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jeton mint kandy}. */
@Command(
    name = "kandy",
    description = {
      "Mint the three tokens of an anonymous call.",
      "Prints them one per line: account, from, to; so verify kandy --set - can read them."
    },
    customSynopsis = {
      "jeton mint kandy --realm R --cipher ecb|cbc --to CALLEE --from NAME [--account A]",
      "                        [--convention A|B|C|D] [OPTIONS]"
    },
    footer = {
      "",
      "Examples",
      "  jeton mint kandy --realm shop --cipher cbc --to help@example.com --from 'Guest 17'",
      "  jeton mint kandy --realm shop --cipher cbc --to help@example.com --from 'Ann' --convention D",
      "  KANDY_SECURITY_KEY_FILE=key.txt jeton mint kandy --realm r --cipher ecb --to a@b.c --json"
    })
final class MintKandyCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private RealmOptions realm = new RealmOptions();

  @Mixin
  private CallOptions call = new CallOptions();

  @Mixin
  private IvOptions iv = new IvOptions();

  @Mixin
  private DurationOptions duration = new DurationOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  /** How the set is encrypted. */
  static final class IvOptions implements OptionGroup {
    @Option(
        names = "--one-iv",
        description = "One IV for the whole set, as the vendor's issuers do it; cbc alone.")
    private boolean oneIv;

    @Override
    public String heading() {
      return "Token";
    }
  }

  MintKandyCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Parties parties = call.parties();
    Duration lifetime = duration.window().duration();
    String name = realm.realm(environment);
    realm.refuseOneIv(environment, iv.oneIv);
    IvUse ivUse = iv.oneIv ? IvUse.PER_SET : IvUse.PER_TOKEN;
    IssuedTriple issued = new TripleIssuer(
            realm.key(environment), environment.random().get(), ivUse)
        .issue(parties, environment.clock().instant());
    environment.out().println(output.json() ? json(name, issued, lifetime) : text(issued.tokens()));
    return ExitStatus.DONE;
  }

  private static String text(Triple tokens) {
    return tokens.accountToken() + "\n" + tokens.fromToken() + "\n" + tokens.toToken();
  }

  private static String json(String realm, IssuedTriple issued, Duration lifetime) {
    Triple tokens = issued.tokens();
    return Json.object()
        .put("platform", "kandy")
        .put("realm", realm)
        .put("accountToken", tokens.accountToken())
        .put("fromToken", tokens.fromToken())
        .put("toToken", tokens.toToken())
        .put("issuedAt", issued.issuedAt())
        .put("expiresAt", issued.expiresAt(lifetime))
        .text();
  }
}
