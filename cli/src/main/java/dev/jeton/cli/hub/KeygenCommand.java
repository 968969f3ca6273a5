package dev.jeton.cli.hub;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jeton hub keygen}. */
@Command(
    name = "keygen",
    description = {
      "Make a key pair: an identity, or an issuer.",
      "Prints the public key. The private key goes into a new file that only you can read; it is",
      "what HUB_IDENTITY_KEY_FILE, HUB_ISSUER_KEY_FILE and --secret-file take, and what",
      "PrivateKey.fromString of @textile/crypto reads."
    },
    customSynopsis = "jeton hub keygen [--out FILE|-] [--json]",
    footer = {
      "",
      "Examples",
      "  jeton hub keygen --out alice.key",
      "  jeton hub keygen --out issuer.key --json",
      "  jeton hub keygen --out - 2>alice.pub | secret-store put alice"
    })
final class KeygenCommand implements Callable<Integer> {
  private static final Path STANDARD_OUTPUT = Path.of("-");

  private final Environment environment;

  @Mixin
  private Place place = new Place();

  @Mixin
  private OutputOptions output = new OutputOptions();

  /** Where the private key goes. */
  static final class Place implements OptionGroup {
    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "The file for the private key; it must not exist. Default hub-identity.key."
            + " With - the private key goes to standard output, and the public key to standard"
            + " error.")
    private Path out = Path.of("hub-identity.key");

    @Override
    public String heading() {
      return "Private key";
    }
  }

  KeygenCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Libp2pPrivateKey key = Libp2pPrivateKey.random(environment.random().get());
    String secret =
        new String(key.text().reveal(SecretAccess.forCryptography()), StandardCharsets.US_ASCII);
    if (place.out.equals(STANDARD_OUTPUT)) {
      toStandardOutput(key, secret);
    } else {
      SecretFile.create("--out", place.out, secret + "\n");
      saying(key);
    }
    return ExitStatus.DONE;
  }

  private void toStandardOutput(Libp2pPrivateKey key, String secret) {
    if (output.json()) {
      environment.out().println(json(key).put("privateKey", secret).text());
    } else {
      environment.out().println(secret);
      environment.err().println(key.publicKey().text());
    }
  }

  private void saying(Libp2pPrivateKey key) {
    String file = place.out.toString();
    if (output.json()) {
      environment.out().println(json(key).put("privateKeyFile", file).text());
    } else {
      environment.out().println(key.publicKey().text());
      environment.err().println("the private key is in " + VisibleText.of(file));
    }
  }

  private static Json json(Libp2pPrivateKey key) {
    return Json.object()
        .put("platform", Hub.NAME)
        .put("keyType", key.publicKey().type().word())
        .put("publicKey", key.publicKey().text());
  }
}
