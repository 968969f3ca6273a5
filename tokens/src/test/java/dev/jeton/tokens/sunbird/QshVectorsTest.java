package dev.jeton.tokens.sunbird;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every published or computed hash: emitted in encoded order, accepted in either. */
class QshVectorsTest {

  @TestFactory
  Stream<DynamicTest> everyHashIsMadeAndAccepted() {
    return SunbirdVectors.qsh()
        .map(vector -> DynamicTest.dynamicTest(name(vector), () -> {
          HttpRequest request = request(vector);
          // Where the two orders differ the file's first one is the decoded one.
          String prefix = vector.has("alternativeQsh") ? "alternative" : "";
          assertThat(Qsh.canonicalRequest(request))
              .isEqualTo(vector
                  .path(prefix.isEmpty() ? "canonical" : "alternativeCanonical")
                  .asText());
          assertThat(Qsh.of(request).text())
              .isEqualTo(
                  vector.path(prefix.isEmpty() ? "qsh" : "alternativeQsh").asText());

          accepted(Qsh.check(vector.path("qsh").asText(), request));
          accepted(Qsh.check(Qsh.of(request).text(), request));
        }));
  }

  private static String name(JsonNode vector) {
    return vector.path("id").asText() + ": " + vector.path("name").asText();
  }

  private static HttpRequest request(JsonNode vector) {
    HttpRequest request = HttpRequest.of(
            vector.path("method").asText(), vector.path("url").asText())
        .contextPath(vector.path("contextPath").asText());
    return vector.path("bodyParamsCounted").asBoolean()
        ? request.formBody(form(vector.path("formBody")))
        : request;
  }

  private static String form(JsonNode members) {
    List<String> parameters = new ArrayList<>();
    members.properties().forEach(member -> {
      JsonNode values = member.getValue();
      if (values.isArray()) {
        values.forEach(value -> parameters.add(parameter(member.getKey(), value)));
      } else {
        parameters.add(parameter(member.getKey(), values));
      }
    });
    return String.join("&", parameters);
  }

  private static String parameter(String name, JsonNode value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
        + URLEncoder.encode(value.asText(), StandardCharsets.UTF_8);
  }
}
