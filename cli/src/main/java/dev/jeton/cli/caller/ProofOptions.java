package dev.jeton.cli.caller;

import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.remote.kind.Members;
import dev.jeton.cli.remote.kind.SpecOptions;
import dev.jeton.tokens.json.JsonObject;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By what a caller is known that brings no API key. */
final class ProofOptions implements SpecOptions {
  @Option(
      names = "--oidc-issuer",
      paramLabel = "ISSUER",
      description = "The issuer of its access tokens. Without it: the only one that is set.")
  private @Nullable String issuer;

  @Option(
      names = "--oidc-subject",
      paramLabel = "SUB",
      description = "Access tokens that are issued for this subject stand for it.")
  private @Nullable String subject;

  @Option(
      names = "--oidc-client",
      paramLabel = "ID",
      description = "Access tokens that are issued for this client stand for it.")
  private @Nullable String client;

  @Option(
      names = "--oidc-claim",
      paramLabel = "CLAIM=VALUE",
      description = "Access tokens whose claim is this value, or has it in a list, stand for it.")
  private @Nullable String claim;

  @Option(
      names = "--oidc-anybody",
      description = "All access tokens of the issuer stand for it that stand for no other caller.")
  private boolean anybody;

  @Option(
      names = "--certificate-fingerprint",
      paramLabel = "HEX",
      description = "SHA-256 of the client certificate that stands for it.")
  private @Nullable String fingerprint;

  @Option(
      names = "--certificate-name",
      paramLabel = "NAME",
      description =
          "A client certificate with this alternative name (DNS name, URI or mail address)"
              + " stands for it.")
  private @Nullable String name;

  @Option(
      names = "--certificate-subject",
      paramLabel = "DN",
      description =
          "A client certificate with this subject, such as CN=shop,O=Example, stands for" + " it.")
  private @Nullable String distinguishedName;

  @Override
  public void write(Members members) {
    long tokens = given(subject, client, claim) + (anybody ? 1 : 0);
    long certificates = given(fingerprint, name, distinguishedName);
    if (tokens + certificates > 1) {
      throw new UsageException("a caller is known by one thing; give one of --oidc-subject,"
          + " --oidc-client, --oidc-claim, --oidc-anybody and the --certificate options");
    }
    if (issuer != null && tokens == 0) {
      throw new UsageException("give --oidc-issuer with --oidc-subject, --oidc-client,"
          + " --oidc-claim or --oidc-anybody");
    }
    if (tokens == 1) {
      members.value("oidc", token());
    } else if (certificates == 1) {
      JsonObject.Builder certificate = JsonObject.builder();
      put(certificate, "fingerprint", fingerprint);
      put(certificate, "name", name);
      put(certificate, "subject", distinguishedName);
      members.value("certificate", certificate.build());
    }
  }

  private JsonObject token() {
    JsonObject.Builder token = JsonObject.builder();
    put(token, "issuer", issuer);
    put(token, "subject", subject);
    put(token, "clientId", client);
    if (claim != null) {
      int equals = claim.indexOf('=');
      if (equals < 1) {
        throw new UsageException("--oidc-claim is written like groups=builders");
      }
      token.put("claim", claim.substring(0, equals)).put("value", claim.substring(equals + 1));
    }
    if (anybody) {
      token.put("anybody", true);
    }
    return token.build();
  }

  private static long given(@Nullable String... texts) {
    return Stream.of(texts).filter(text -> text != null).count();
  }

  private static void put(JsonObject.Builder members, String name, @Nullable String text) {
    if (text != null) {
      members.put(name, text);
    }
  }

  @Override
  public String heading() {
    return "Proof, in place of API keys";
  }
}
