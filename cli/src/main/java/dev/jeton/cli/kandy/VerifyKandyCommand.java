package dev.jeton.cli.kandy;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.cli.console.SkewOptions;
import dev.jeton.cli.console.TimeOptions;
import dev.jeton.cli.platform.ThoroughnessOptions;
import dev.jeton.cli.platform.VerdictPrinter;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.kandy.KandyVerifier;
import dev.jeton.tokens.kandy.Role;
import dev.jeton.tokens.kandy.SetCheck;
import dev.jeton.tokens.kandy.SetRules;
import dev.jeton.tokens.kandy.TokenWindow;
import dev.jeton.tokens.kandy.Triple;
import dev.jeton.tokens.kandy.VerifiedTriple;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jeton verify kandy}. */
@Command(
    name = "kandy",
    description = {
      "Verify a token of an anonymous call, or the set of three.",
      "A rule for the set that is not given is not checked and is listed as unchecked. Under",
      "KANDY_SECURITY_KEY_PREVIOUS (or ..._FILE) stands the realm's previous key while keys are",
      "being changed. Whether a token was used before no verifier of tokens alone can tell."
    },
    customSynopsis = {
      "jeton verify kandy --realm R --cipher ecb|cbc --role account|from|to [OPTIONS] TOKEN",
      "       jeton verify kandy --realm R --cipher ecb|cbc --set [OPTIONS] ACCOUNT FROM TO"
    },
    footer = {
      "",
      "Examples",
      "  jeton verify kandy --realm shop --cipher cbc --role to TOKEN",
      "  jeton verify kandy --realm shop --cipher cbc --set --to '*@example.com' ACCOUNT FROM TO",
      "  fetch-tokens | jeton verify kandy --realm shop --cipher ecb --duration 60 --set --json -"
    })
final class VerifyKandyCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private TokenArguments tokens = new TokenArguments();

  @Mixin
  private RealmOptions realm = new RealmOptions();

  @Mixin
  private SetOptions set = new SetOptions();

  @Mixin
  private SkewOptions skew = new SkewOptions();

  @Mixin
  private ThoroughnessOptions thoroughness = new ThoroughnessOptions();

  @Mixin
  private DurationOptions duration = new DurationOptions();

  @Mixin
  private WindowOptions window = new WindowOptions();

  @Mixin
  private TimeOptions time = new TimeOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  VerifyKandyCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Instant now = time.now(environment);
    TokenWindow taken = window.adjust(duration.window()).skew(skew.skew());
    String name = realm.realm(environment);
    @Nullable Role role = set.role();
    VerdictPrinter printer = new VerdictPrinter(environment, output, now, "kandy");
    if (role != null) {
      String token = tokens.one(environment);
      return printer.print(
          verifier(taken).verify(token, role, now), verified -> new ShownToken(name, verified));
    }
    realm.refuseOneIv(environment, set.oneIv());
    SetRules rules = set.rules();
    Triple triple = tokens.set(environment);
    Outcome<VerifiedTriple> outcome = verifier(taken).verify(triple, rules, now);
    return printer.print(
        thoroughness.complete(
            outcome, VerifyKandyCommand::unchecked, "give --binding, --to and --from"),
        verified -> new ShownTriple(name, verified));
  }

  static List<String> unchecked(VerifiedTriple verified) {
    return verified.unchecked().stream().map(SetCheck::word).toList();
  }

  private KandyVerifier verifier(TokenWindow taken) {
    return new KandyVerifier(realm.keys(environment), taken);
  }
}
