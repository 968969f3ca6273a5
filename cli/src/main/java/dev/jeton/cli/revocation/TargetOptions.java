package dev.jeton.cli.revocation;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.InstantConverter;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.SecretPrompt;
import dev.jeton.cli.console.TokenArgument;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.json.JsonObject;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which tokens. */
final class TargetOptions implements OptionGroup {
  private static final String STANDARD_INPUT = "-";
  private static final String ASK = "?";

  @Option(
      names = "--token",
      paramLabel = "-",
      arity = "0..1",
      fallbackValue = ASK,
      description = "One token: asked for, or read from standard input with -.")
  private @Nullable String token;

  @Option(
      names = "--token-id",
      paramLabel = "ID",
      description = "One token by its jti, or the SHA-256 of its text.")
  private @Nullable String tokenId;

  @Option(names = "--user", paramLabel = "U", description = "All that were issued to that user.")
  private @Nullable String user;

  @Option(
      names = "--issued-before",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "All that were issued before; with --user, that user's.")
  private @Nullable Instant issuedBefore;

  @Option(
      names = "--unverified",
      description = "With --token: also one that cannot be verified, such as Agora's 006.")
  private boolean unverified;

  @Option(
      names = "--ends-at",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "With --token-id: when the token ends.")
  private @Nullable Instant endsAt;

  @Option(names = "--endless", description = "With --token-id: it has no end, or nobody knows it.")
  private boolean endless;

  void addTo(JsonObject.Builder body, Environment environment) {
    boolean one = token != null || tokenId != null;
    long several = Stream.of(token != null, tokenId != null, user != null || issuedBefore != null)
        .filter(given -> given)
        .count();
    if (several != 1) {
      throw new UsageException(
          one
              ? "--token, --token-id and --user or --issued-before: give one"
              : "missing: --token, --token-id, --user U or --issued-before TIME");
    }
    requireIf(unverified, token, "--unverified goes with --token");
    requireIf(endless || endsAt != null, tokenId, "--ends-at and --endless go with --token-id");
    put(body, "token", token == null ? null : text(token, environment));
    put(body, "tokenId", tokenId);
    put(body, "user", user);
    put(body, "issuedBefore", issuedBefore == null ? null : issuedBefore.toString());
    put(body, "endsAt", endsAt == null ? null : endsAt.toString());
    if (unverified) {
      body.put("unverified", true);
    }
    if (endless) {
      body.put("endless", true);
    }
  }

  private static void requireIf(boolean given, @Nullable String beside, String otherwise) {
    if (given && beside == null) {
      throw new UsageException(otherwise);
    }
  }

  /** Whoever has a token may use it, and a command line is seen by all. */
  private static String text(String given, Environment environment) {
    if (given.equals(STANDARD_INPUT)) {
      return TokenArgument.text(STANDARD_INPUT, environment);
    }
    if (!given.equals(ASK)) {
      throw new UsageException(
          "a token does not belong on the command line; give --token alone to be asked, or"
              + " --token - to read it from standard input");
    }
    SecretPrompt prompt = environment
        .prompt()
        .get()
        .orElseThrow(() -> new UsageException(
            "nobody can be asked for the token here; --token - reads it from standard input"));
    char[] typed = prompt.ask("token: ");
    if (typed == null || typed.length == 0) {
      throw new UsageException("no token was entered");
    }
    return new String(typed).strip();
  }

  private static void put(JsonObject.Builder body, String member, @Nullable String text) {
    if (text != null) {
      body.put(member, text);
    }
  }

  @Override
  public String heading() {
    return "Which tokens";
  }
}
