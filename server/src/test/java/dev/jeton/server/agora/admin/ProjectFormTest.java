package dev.jeton.server.agora.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jeton.server.agora.Authentication;
import dev.jeton.server.agora.Grant;
import dev.jeton.server.agora.Lifetimes;
import dev.jeton.server.agora.ProjectSpec;
import dev.jeton.server.agora.TokenVersion;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.Secret;
import io.vertx.core.buffer.Buffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectFormTest {
  private static final String LEAST =
      "\"name\":\"shop\",\"appId\":\"0123456789abcdef0123456789abcdef\"";

  @Test
  void nameAndAppIdAreEnough() {
    ProjectSpec spec = read("");
    assertThat(spec.authentication()).isEqualTo(Authentication.TOKEN);
    assertThat(spec.version()).isEqualTo(TokenVersion.V007);
    assertThat(spec.lifetimes()).isEqualTo(new Lifetimes(3600, 86_400));
    assertThat(spec.grants()).isEmpty();
    assertThat(spec.marked()).isFalse();
  }

  @Test
  void whatIsWrittenReadsTheSame() {
    for (String more : new String[] {
      "",
      ",\"authentication\":\"testing\",\"tokenVersion\":\"006\",\"defaultTtlSeconds\":60,"
          + "\"maxTtlSeconds\":600,\"allow\":[\"app-token\",\"any-user\"],\"default\":true"
    }) {
      ProjectSpec spec = read(more);
      Fields written = Fields.of(Json.object(json -> ProjectForm.write(spec, json)));
      assertThat(ProjectForm.read(written)).isEqualTo(spec);
    }
    assertThat(read(",\"allow\":[\"app-token\",\"any-user\",\"any-user\"]").grants())
        .containsExactlyInAnyOrder(Grant.APP_TOKEN, Grant.ANY_USER);
  }

  @ParameterizedTest
  @CsvSource({
    "token, TOKEN",
    "secure, TOKEN",
    "Secure, TOKEN",
    "app-id, APP_ID",
    "testing, APP_ID",
    "app-id-or-token, APP_ID_OR_TOKEN"
  })
  void theConsolesWordsForTheMechanismAreUnderstood(String word, Authentication meant) {
    assertThat(read(",\"authentication\":\"" + word + "\"").authentication()).isEqualTo(meant);
  }

  @Test
  void theUsualLifetimeIsNeverAboveTheLongest() {
    assertThat(read(",\"maxTtlSeconds\":600").lifetimes()).isEqualTo(new Lifetimes(600, 600));
    assertThat(detail(",\"maxTtlSeconds\":600,\"defaultTtlSeconds\":601"))
        .isEqualTo("defaultTtlSeconds is 601, which is more than maxTtlSeconds 600; give a smaller"
            + " defaultTtlSeconds too");
    assertThat(read(",\"maxTtlSeconds\":86400").lifetimes().longest()).isEqualTo(86_400);
    assertThat(detail(",\"maxTtlSeconds\":86401")).contains("from 1 to 86400");
    assertThat(detail(",\"maxTtlSeconds\":0")).contains("from 1 to 86400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"authentication\":\"none\"",
        ",\"tokenVersion\":\"008\"",
        ",\"tokenVersion\":7",
        ",\"allow\":[\"everything\"]",
        ",\"allow\":\"any-user\"",
        ",\"default\":\"true\"",
        ",\"appId\":\"0123\"",
        ",\"certificates\":[]",
        ",\"name\":\"\"",
        ",\"name\":\" shop\"",
        ",\"name\":\"shop \"",
        ",\"name\":\"a/b\"",
        ",\"name\":\"..\"",
        ",\"name\":\"0F1e2d3c4b5a69788796a5b4c3d2e1f0\""
      })
  void anythingElseIsRefused(String more) {
    assertThat(catchThrowableOfType(Refused.class, () -> read(more)).problem().status())
        .isEqualTo(400);
  }

  @Test
  void certificatesAreMadeAtRandomAndCheckedWhereTheyAreGiven() {
    CertificateRules rules = new CertificateRules();
    Secret made = rules.make(read(""), new Random(1));
    rules.check(read(""), made);
    assertThat(rules.make(read(""), new Random(2))).isNotEqualTo(made);
    assertThat(code(rules, "0f1e2d3c4b5a69788796a5b4c3d2e1fx")).isEqualTo("wrong-secret");
    assertThat(code(rules, "5CFd2fd1755d40ecb72977518be15d3b")).isEqualTo("published-secret");
  }

  private static String code(CertificateRules rules, String certificate) {
    Refused refused = catchThrowableOfType(
        Refused.class, () -> rules.check(read(""), Secret.ofText(certificate)));
    assertThat(refused.problem().detail()).doesNotContain(certificate);
    return refused.problem().code();
  }

  private static String detail(String more) {
    return catchThrowableOfType(Refused.class, () -> read(more)).problem().detail();
  }

  /** Members that are given replace those that have to be there. */
  private static ProjectSpec read(String more) {
    Fields least = Fields.of(Buffer.buffer("{" + LEAST + "}"));
    String others = more.isEmpty() ? "" : more.substring(1);
    return ProjectForm.read(least.with(Fields.of(Buffer.buffer("{" + others + "}"))));
  }
}
