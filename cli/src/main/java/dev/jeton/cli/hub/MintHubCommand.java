package dev.jeton.cli.hub;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.Renewal;
import dev.jeton.tokens.hub.HubToken;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jeton mint hub}. */
@Command(
    name = Hub.NAME,
    description = {
      "Mint an identity token: its bearer is the owner of that public key.",
      "Nothing is proved here. A server asks for a signature first (jeton hub sign gives it)."
    },
    customSynopsis = "jeton mint hub --identity PUBLICKEY [--ttl 24h] [--audience A] [OPTIONS]",
    footer = {
      "",
      "Examples",
      "  jeton mint hub --identity bbaarei... --secret-file issuer.key",
      "  jeton mint hub --identity bbaarei... --ttl 1h --audience chat --json",
      "  jeton mint hub --identity bbaarei... --hub-exact"
    })
final class MintHubCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private Subject subject = new Subject();

  @Mixin
  private Issuer issuer = new Issuer();

  @Mixin
  private TokenOptions options = new TokenOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  /** For whom. */
  static final class Subject implements OptionGroup {
    @Option(
        names = "--identity",
        paramLabel = "PUBLICKEY",
        converter = PublicKeyConverter.class,
        description = "The public key that it stands for, in any spelling; required.")
    private @Nullable Libp2pPublicKey identity;

    @Override
    public String heading() {
      return "For whom";
    }
  }

  /** Who signs. */
  static final class Issuer implements OptionGroup {
    @Option(
        names = "--secret-file",
        paramLabel = "FILE",
        description = "A file with the issuer's private key. Without it: HUB_ISSUER_KEY,"
            + " HUB_ISSUER_KEY_FILE, or a prompt.")
    private @Nullable Path secretFile;

    @Override
    public String heading() {
      return "Issuer";
    }
  }

  MintHubCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (subject.identity == null) {
      throw new UsageException("missing: --identity PUBLICKEY");
    }
    Libp2pPublicKey identity = subject.identity;
    HubToken token = options.token(
        identity, environment.clock().instant(), environment.random().get());
    Libp2pPrivateKey key =
        PrivateKeys.required(environment, "issuer key", "HUB_ISSUER_KEY", issuer.secretFile);
    if (token.expiresAt().isEmpty()) {
      environment.warn("this token never ends and cannot be revoked by itself");
    }
    String text = token.signedBy(key);
    environment
        .out()
        .println(output.json() ? json(token, identity, key.publicKey(), text).text() : text);
    return ExitStatus.DONE;
  }

  private Json json(HubToken token, Libp2pPublicKey identity, Libp2pPublicKey signer, String text) {
    Json json = Json.object()
        .put("platform", Hub.NAME)
        .put("issuer", signer.text())
        .put("identity", identity.text());
    token.audience().ifPresent(audience -> json.put("audience", audience));
    token.id().ifPresent(id -> json.put("id", id));
    json.put("token", text).put("issuedAt", token.issuedAt());
    token
        .expiresAt()
        .ifPresent(
            end -> json.put("expiresAt", end).put("renewAt", Renewal.at(token.issuedAt(), end)));
    return json;
  }
}
