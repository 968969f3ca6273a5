package dev.jeton.cli.kandy;

import dev.jeton.cli.console.DurationConverter;
import dev.jeton.cli.console.InstantConverter;
import dev.jeton.cli.remote.kind.Members;
import dev.jeton.cli.remote.kind.SpecOptions;
import dev.jeton.tokens.kandy.AccountBinding;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.KandyCipher;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the portal's Authentication Schema says, and how tokens are made of it. */
final class SchemaOptions implements SpecOptions {
  @Option(
      names = "--cipher",
      paramLabel = "ecb|cbc",
      converter = WordConverter.OfCipher.class,
      description = "As the portal has it; cbc unless given. Nothing protects ecb tokens against"
          + " being cut and pasted. Another cipher needs another key: jeton apply changes both.")
  private @Nullable KandyCipher cipher;

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      converter = DurationConverter.class,
      description = "The Duration to Expire Authentication, in seconds or like 10m, up to an hour."
          + " Default 600.")
  private @Nullable Duration duration;

  @Option(
      names = "--convention",
      paramLabel = "A|B|C|D",
      converter = WordConverter.OfConvention.class,
      description = "Who goes into which token, as in jeton mint kandy. Default A.")
  private @Nullable Convention convention;

  @Option(
      names = "--account-binding",
      paramLabel = "any|equals-to|equals-from",
      converter = WordConverter.OfBinding.class,
      description = "Whom the account of a call has to be. Default any.")
  private @Nullable AccountBinding binding;

  @Option(
      names = "--iv",
      paramLabel = "per-token|per-set",
      description = "How many IVs a set of cbc tokens has; per-set as the vendor's issuers.")
  private @Nullable String iv;

  @Option(
      names = "--seconds-too",
      negatable = true,
      description = "Also verify tokens of issuers that write seconds and not milliseconds.")
  private @Nullable Boolean secondsToo;

  @Option(
      names = "--issued-only",
      negatable = true,
      description = "Verify and redeem only sets that this service issued. Minting then waits for"
          + " the server's database. Off unless given.")
  private @Nullable Boolean issuedOnly;

  @Option(
      names = "--single-use",
      negatable = true,
      description =
          "Refuse a set that was redeemed where sets are verified, too. Off unless given.")
  private @Nullable Boolean singleUse;

  @Option(
      names = "--key-ends",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "From then on its key makes no tokens; warned of 14 days before. Goes when"
          + " another key takes over.")
  private @Nullable Instant keyEnds;

  @Option(
      names = "--default",
      negatable = true,
      description = "Whether callers get it who name no realm.")
  private @Nullable Boolean standard;

  @Option(names = "--description", paramLabel = "TEXT", description = "For people.")
  private @Nullable String description;

  @Override
  public void write(Members members) {
    members
        .text("cipher", word(cipher))
        .seconds("durationSeconds", duration)
        .text("convention", word(convention))
        .text("accountBinding", word(binding))
        .text("iv", iv)
        .truth("issuedOnly", issuedOnly)
        .truth("singleUse", singleUse)
        .time("keyEndsAt", keyEnds)
        .truth("default", standard)
        .text("description", description);
    if (secondsToo != null) {
      members.text("timestamps", secondsToo ? "milliseconds-or-seconds" : "milliseconds");
    }
  }

  private static @Nullable String word(@Nullable Enum<?> constant) {
    return constant == null ? null : WordConverter.word(constant);
  }

  @Override
  public String heading() {
    return "Authentication Schema";
  }
}
