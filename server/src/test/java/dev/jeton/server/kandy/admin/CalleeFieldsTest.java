package dev.jeton.server.kandy.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.Callee;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalleeFieldsTest {
  private static final String ADDRESS = "\"address\":\"*@Example.com\"";
  private static final String ALL = ADDRESS
      + ",\"description\":\"All\",\"callMe\":false,\"realm\":\"Shop\",\"hours\":{\"timeZone\":"
      + "\"Europe/Berlin\",\"open\":[{\"days\":[\"fri\",\"mon\"],\"from\":\"22:00\",\"to\":\"06:30\"},"
      + "{\"days\":[\"sun\"],\"from\":\"00:00\",\"to\":\"24:00\"}]},\"blockedCallers\":[\"evil-*\"],"
      + "\"blockedNetworks\":[\"198.51.100.0/24\",\"2001:db8::/32\"],\"noCallsNow\":true";

  @Test
  void anAddressIsEnoughAndTakesCallsWithTokensAlone() {
    Callee callee = read(ADDRESS);
    assertThat(callee.callMe()).isTrue();
    assertThat(callee.unrestricted()).isFalse();
    assertThat(callee.noCallsNow()).isFalse();
    assertThat(callee.hours()).isEmpty();
  }

  @Test
  void whatIsWrittenReadsTheSame() {
    for (String members : List.of(ADDRESS, ADDRESS + ",\"unrestricted\":true", ALL)) {
      Callee callee = read(members);
      Fields written = Fields.of(Json.object(json -> CalleeFields.write(callee, json)));
      assertThat(CalleeFields.read(written)).isEqualTo(callee);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"address\":\"sip:a@b\"|address: it begins with sip:",
        "\"address\":\"a@b\",\"unrestricted\":true,\"realm\":\"r\"|belong to no realm",
        "\"address\":\"a@b\",\"blockedNetworks\":[\"10.0.0.1/8\"]|host bits zero",
        "\"address\":\"a@b\",\"hours\":{\"timeZone\":\"+01:00\",\"open\":[]}|such as Europe/Berlin",
        "\"address\":\"a@b\",\"hours\":{\"timeZone\":\"UTC\"}|set noCallsNow for never",
        "\"address\":\"a@b\",\"hours\":{\"timeZone\":\"UTC\",\"open\":[{\"days\":[],"
            + "\"from\":\"09:00\",\"to\":\"10:00\"}]}|one day or more",
        "\"address\":\"a@b\",\"hours\":{\"timeZone\":\"UTC\",\"open\":[{\"days\":[\"mon\"],"
            + "\"from\":\"09:00\",\"to\":\"09:00\"}]}|two times that differ",
        "\"address\":\"a@b\",\"hours\":{\"timeZone\":\"UTC\",\"open\":[{\"days\":[\"mon\"],"
            + "\"from\":\"9:00\",\"to\":\"10:00\"}]}|times are 00:00 to 24:00",
        "\"address\":\"a@b\",\"hours\":{\"timeZone\":\"UTC\",\"open\":[{\"days\":[\"monday\"],"
            + "\"from\":\"09:00\",\"to\":\"24:01\"}]}|days are mon",
      })
  void whatCannotBeIsRefusedWithWhatWouldBeRight(String members, String detail) {
    Refused refused = catchThrowableOfType(Refused.class, () -> read(members));
    assertThat(refused.problem().detail()).contains(detail);
  }

  private static Callee read(String members) {
    return CalleeFields.read(Fields.of(Buffer.buffer("{" + members + "}")));
  }
}
