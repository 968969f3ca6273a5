package dev.jeton.server.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.settings.SectionReading;
import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OidcSectionTest {
  private static final String ISSUER = "https://id.example.com/realms/main";

  @TempDir
  Path folder;

  private OidcSettings read(Map<String, String> given) {
    return SectionReading.read(new OidcSection(), folder, given);
  }

  private List<String> faults(String... pairs) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      given.put("JETON_OIDC_" + pairs[i], pairs[i + 1]);
    }
    return SectionReading.faults(new OidcSection(), folder, given);
  }

  @Test
  void withoutAProviderThereIsNone() {
    assertThat(read(Map.of())).isEqualTo(new OidcSettings(List.of(), Duration.ofSeconds(30)));
  }

  @Test
  void everyKeyIsMapped() {
    Map<String, String> given = new HashMap<>(Map.of(
        "JETON_OIDC_ISSUER", ISSUER,
        "JETON_OIDC_AUDIENCE", "jeton-api,https://jeton.example.com",
        "JETON_OIDC_JWKS_URI", "https://keys.example.com/keys",
        "JETON_OIDC_HOSTS", "Login.example.com",
        "JETON_OIDC_CLIENT_ID", "jeton",
        "JETON_OIDC_CLIENT_SECRET", "secret-of-the-client",
        "JETON_OIDC_SCOPES", "openid,groups",
        "JETON_OIDC_LABEL", "Example",
        "JETON_OIDC_NEWCOMERS", "false"));
    given.put("JETON_OIDC_LEEWAY", "10s");
    assertThat(read(given))
        .isEqualTo(new OidcSettings(
            List.of(new Provider(
                "oidc",
                ISSUER,
                List.of("jeton-api", "https://jeton.example.com"),
                Optional.of(URI.create("https://keys.example.com/keys")),
                List.of("login.example.com"),
                Optional.of(new Provider.Client(
                    "jeton",
                    Optional.of(Secret.ofText("secret-of-the-client")),
                    List.of("openid", "groups"),
                    "Example",
                    false)))),
            Duration.ofSeconds(10)));
  }

  @Test
  void withoutALabelTheLinkNamesTheHost() {
    Provider provider = read(Map.of("JETON_OIDC_ISSUER", ISSUER, "JETON_OIDC_CLIENT_ID", "jeton"))
        .providers()
        .get(0);
    assertThat(provider.client().orElseThrow().label()).isEqualTo("id.example.com");
    assertThat(provider.welcomes()).isTrue();
  }

  @Test
  void severalProvidersHaveNamesAndAreSeveral() throws IOException {
    Files.writeString(folder.resolve("jeton.yaml"), """
        oidc:
          providers:
            staff: {issuer: https://staff.example.com, client-id: jeton}
            apps: {issuer: https://apps.example.com, audience: [jeton-api]}
        """);
    assertThat(read(Map.of()).providers())
        .extracting(Provider::name)
        .containsExactly("staff", "apps");
    Files.writeString(folder.resolve("jeton.yaml"), """
        oidc:
          providers:
            staff: {issuer: https://staff.example.com, client-id: jeton}
            twice: {issuer: https://staff.example.com, audience: jeton-api}
            %s: {issuer: https://apps.example.com, audience: jeton-api}
        """.formatted("a".repeat(41)));
    assertThat(faults())
        .hasSize(2)
        .anyMatch(line -> line.contains("provider staff is the same one"));
  }

  @Test
  void anIssuerIsAnAddressWhereNobodyListens() {
    for (String wrong : List.of(
        "http://id.example.com", "id.example.com", ISSUER + "?x=y", ISSUER + "#x", "ftp://x")) {
      assertThat(faults("ISSUER", wrong, "AUDIENCE", "jeton-api")).as(wrong).isNotEmpty();
    }
    assertThat(faults("ISSUER", "http://localhost:8081", "AUDIENCE", "jeton-api"))
        .isEmpty();
  }

  @Test
  void whatIsOfNoUseOrDangerousIsAFault() {
    assertThat(faults("ISSUER", ISSUER)).singleElement().asString().contains("oidc.audience or");
    assertThat(faults("AUDIENCE", "jeton-api")).anyMatch(line -> line.contains("oidc.issuer"));
    assertThat(faults("ISSUER", ISSUER, "AUDIENCE", "jeton", "CLIENT_ID", "jeton"))
        .singleElement()
        .asString()
        .contains("would pass as an access token");
    assertThat(faults("ISSUER", ISSUER, "AUDIENCE", "a", "CLIENT_SECRET", "s"))
        .singleElement()
        .asString()
        .contains("oidc.client-id too");
    assertThat(faults("ISSUER", ISSUER, "CLIENT_ID", "jeton", "SCOPES", "profile"))
        .singleElement()
        .asString()
        .contains("add openid");
  }
}
