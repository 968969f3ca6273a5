package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.sunbird.SunbirdToken;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a token says beside who and when. */
final class ClaimOptions implements OptionGroup {
  @Option(
      names = "--api",
      paramLabel = "ID",
      description = "The API that is called, as claim id: org.sunbird.api.contentAPI, say.")
  private @Nullable String api;

  @Option(names = "--api-version", paramLabel = "V", description = "Its version, as version.")
  private @Nullable String apiVersion;

  @Option(names = "--did", paramLabel = "D", description = "The device, as params.did.")
  private @Nullable String device;

  @Option(names = "--msgid", paramLabel = "M", description = "The message, as params.msgid.")
  private @Nullable String message;

  @Option(
      names = "--claim",
      paramLabel = "NAME=TEXT|NAME:=JSON",
      description =
          "A claim more: a text after =, any JSON after :=. Dots in the name nest, \\. is a"
              + " dot. May be given several times.")
  private List<String> claims = new ArrayList<>();

  boolean isEmpty() {
    return api == null
        && apiVersion == null
        && device == null
        && message == null
        && claims.isEmpty();
  }

  void addTo(SunbirdToken token) {
    if (api != null) {
      token.api(api);
    }
    if (apiVersion != null) {
      token.apiVersion(apiVersion);
    }
    if (device != null) {
      token.device(device);
    }
    if (message != null) {
      token.message(message);
    }
    try {
      token.claims(ClaimTree.of(claims));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--claim: " + e.getMessage());
    }
  }

  @Override
  public String heading() {
    return "Claims";
  }
}
