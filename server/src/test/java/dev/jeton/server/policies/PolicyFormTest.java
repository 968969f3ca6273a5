package dev.jeton.server.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFormTest {
  private static final String LEAST = "\"name\":\"p\",\"projects\":[\"*\"]";

  private final PolicyForm form = new PolicyForm(new Catalogue(List.of(new Tokens())));

  @Test
  void nothingIsAllowedThatIsNotSaid() {
    PolicySpec spec = read("\"platforms\":[\"agora\"],\"when\":\"true\"");
    assertThat(spec.powers()).isEmpty();
    assertThat(spec.explain()).isFalse();
    assertThat(spec.ownUserOnly()).isFalse();
    assertThat(spec.longest()).isEqualTo(OptionalLong.empty());
  }

  @Test
  void aReadyMadeOneBringsWhatIsNotSaid() {
    PolicySpec spec = read("\"readyMade\":\"everywhere\"");
    assertThat(spec.platforms()).containsExactly("agora");
    assertThat(spec.powers()).containsExactly("any-channel");
    assertThat(spec.when()).isEqualTo("kind == 'rtc'");
    assertThat(read("\"readyMade\":\"everywhere\",\"powers\":[]").powers()).isEmpty();
    assertThat(read("\"readyMade\":\"own-user\",\"platforms\":[\"agora\"]").ownUserOnly())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"platforms\":[\"agora\"],\"when\":\"true\"",
        "\"readyMade\":\"everywhere\"",
        "\"readyMade\":\"everywhere\",\"powers\":[],\"maxTtlSeconds\":60,\"explain\":true",
        "\"platforms\":[\"agora\"],\"when\":\"user == 'a'\",\"description\":\"for a\","
            + "\"powers\":[\"any-user\",\"any-channel\"],\"ownUserOnly\":true"
      })
  void whatIsWrittenReadsTheSame(String more) {
    PolicySpec spec = read(more);
    assertThat(form.read(Fields.of(Json.object(json -> PolicyForm.write(spec, json)))))
        .isEqualTo(spec);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"platforms\":[\"agora\"]|missing-member|when is missing",
        "\"platforms\":[\"agora\"],\"when\":\" \"|missing-member|when is missing",
        "\"when\":\"true\"|missing-member|platforms is missing",
        "\"readyMade\":\"own-user\"|missing-member|platforms is missing",
        "\"readyMade\":\"everywhere\",\"when\":\"true\"|when-and-ready-made|not both",
        "\"readyMade\":\"everwhere\"|unknown-ready-made|did you mean everywhere",
        "\"platforms\":[\"agor\"],\"when\":\"true\"|unknown-platform|did you mean agora",
        "\"readyMade\":\"everywhere\",\"powers\":[\"all\"]|unknown-power|any-channel, any-user",
        "\"readyMade\":\"everywhere\",\"projects\":[]|missing-member|projects is missing",
        "\"readyMade\":\"everywhere\",\"projects\":[\"\"]|wrong-member|projects must list",
        "\"readyMade\":\"everywhere\",\"name\":\"test\"|wrong-member|neither test",
        "\"readyMade\":\"everywhere\",\"name\":\"a*\"|wrong-member|without *",
        "\"readyMade\":\"everywhere\",\"maxTtlSeconds\":0|wrong-member|maxTtlSeconds",
        "\"readyMade\":\"everywhere\",\"power\":[]|unknown-member|did you mean powers"
      })
  void whatDoesNotFitIsRefused(String more, String code, String part) {
    Refused refused = catchThrowableOfType(Refused.class, () -> read(more));
    assertThat(refused.problem().code()).isEqualTo(code);
    assertThat(refused.problem().detail()).contains(part);
  }

  private PolicySpec read(String more) {
    return form.read(Fields.of(Buffer.buffer("{" + LEAST + "}"))
        .with(Fields.of(Buffer.buffer("{" + more + "}"))));
  }
}
