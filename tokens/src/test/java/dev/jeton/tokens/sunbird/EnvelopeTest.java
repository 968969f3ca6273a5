package dev.jeton.tokens.sunbird;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static dev.jeton.tokens.sunbird.TestCredentials.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Reason;
import dev.jeton.tokens.sunbird.Envelope.Params;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
  private static final Instant TIME = Instant.parse("2017-05-15T10:20:33.123Z");

  private static final Envelope ENVELOPE = new Envelope(
      "ekstep.api.am.adminutil.consumer.create",
      "1.0",
      TIME,
      new Params(Optional.of("r-1"), "", "successful", Optional.empty(), Optional.empty()),
      Optional.of("OK"),
      json("{'key':'k'}"));

  @Test
  void isWrittenInOneForm() {
    assertThat(ENVELOPE.json().toJson().replace('"', '\''))
        .isEqualTo("{'id':'ekstep.api.am.adminutil.consumer.create','ver':'1.0',"
            + "'ets':1494843633123,'params':{'resmsgid':'r-1','msgid':'','status':'successful',"
            + "'err':null,'errmsg':null},'responseCode':'OK','result':{'key':'k'}}");
    assertThat(accepted(Envelope.read(ENVELOPE.json()))).isEqualTo(ENVELOPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'ets':1494843633123",
        "'ts':1494843633123",
        "'ts':'2017-05-15 10:20:33:123+0000'",
        "'ts':'2017-05-15 15:50:33:123+0530'"
      })
  void isReadWithTheTimeInEverySpelling(String time) {
    assertThat(
            accepted(Envelope.read(json("{'id':'a','params':{}," + time + "}"))).ets())
        .isEqualTo(TIME);
  }

  @Test
  void faultsAreReadUnderTheirOldNames() {
    assertThat(params("{'status':'failed','err':'BAD_REQUEST','errmsg':'No key'}"))
        .isEqualTo(failed("BAD_REQUEST", "No key"));
    assertThat(params("{'status':'failed','err_msg':'BAD_REQUEST','err_detail':'No key'}"))
        .isEqualTo(failed("BAD_REQUEST", "No key"));
    assertThat(params("{'status':'failed','err':'BAD_REQUEST','err_msg':'No key'}"))
        .isEqualTo(failed("BAD_REQUEST", "No key"));
  }

  @Test
  void aResultBesideTheOwnMembersIsTheResult() {
    assertThat(
            accepted(Envelope.read(json("{'id':'a','ets':1,'params':{},'content':{'x':1},'n':2}")))
                .result())
        .isEqualTo(json("{'content':{'x':1},'n':2}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'id':1,'ets':1,'params':{}}",
        "{'id':'a','params':{}}",
        "{'id':'a','ets':1.5,'params':{}}",
        "{'id':'a','ts':'yesterday','params':{}}",
        "{'id':'a','ets':1}"
      })
  void whatIsNoEnvelopeIsMalformed(String json) {
    assertThat(reason(Envelope.read(json(json)))).isEqualTo(Reason.MALFORMED);
  }

  private static Params params(String json) {
    return accepted(Envelope.read(json("{'id':'a','ets':1,'params':" + json + "}")))
        .params();
  }

  private static Params failed(String err, String errmsg) {
    return new Params(Optional.empty(), "", "failed", Optional.of(err), Optional.of(errmsg));
  }
}
