package dev.jeton.tokens.agora;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.RtmPermissions.Access;
import dev.jeton.tokens.agora.RtmPermissions.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published token: what official libraries made is read here, and made again byte for byte. */
class AgoraVectorsTest {

  @ParameterizedTest
  @MethodSource("v006")
  void mintsEvery006TokenToTheByte(Vector vector) {
    assertThat(mint006(vector.inputs()))
        .isEqualTo(vector.json().path("expected_token").asText());
  }

  @ParameterizedTest
  @MethodSource("v007")
  void mintsEvery007PayloadToTheByte(Vector vector) {
    String token = mint007(vector.inputs());
    RawAccessToken2 parsed = accepted(RawAccessToken2.parse(token));
    assertThat(HexFormat.of().formatHex(parsed.payload()))
        .isEqualTo(vector.json().path("payload_hex").asText());
  }

  @ParameterizedTest
  @MethodSource("v007")
  void readsEveryOfficial007TextToTheSamePayload(Vector vector) {
    for (JsonNode text : vector.json().path("expected_tokens")) {
      RawAccessToken2 parsed = accepted(RawAccessToken2.parse(text.path("token").asText()));
      assertThat(HexFormat.of().formatHex(parsed.payload()))
          .isEqualTo(vector.json().path("payload_hex").asText());
      assertThat(parsed.services()).isEqualTo(services(vector.inputs()));
    }
  }

  static Stream<Vector> v006() throws IOException {
    return vectors("v006");
  }

  static Stream<Vector> v007() throws IOException {
    return vectors("v007");
  }

  record Vector(String id, JsonNode json) {
    JsonNode inputs() {
      return json.path("inputs");
    }

    @Override
    public String toString() {
      return id;
    }
  }

  private static Stream<Vector> vectors(String family) throws IOException {
    try (InputStream in = AgoraVectorsTest.class.getResourceAsStream("vectors.json")) {
      JsonNode all = new ObjectMapper().readTree(in);
      return StreamSupport.stream(all.path(family).spliterator(), false)
          .map(v -> new Vector(v.path("id").asText(), v));
    }
  }

  private static String mint006(JsonNode in) {
    return AccessToken.rtc(
            new AppId(in.path("app_id").asText()),
            new Channel(in.path("channel").asText()),
            AgoraUser.account(in.path("uid_string").asText()),
            privileges(in))
        .endsAt(in.path("ts").asLong())
        .salt((int) in.path("salt").asLong())
        .sign(certificate(in));
  }

  private static String mint007(JsonNode in) {
    AccessToken2 token = AccessToken2.forApp(new AppId(in.path("app_id").asText()))
        .issuedAt(in.path("issue_ts").asLong())
        .validFor(in.path("expire").asLong())
        .salt((int) in.path("salt").asLong());
    services(in).forEach(token::service);
    return token.sign(certificate(in));
  }

  private static List<Service> services(JsonNode in) {
    return StreamSupport.stream(in.path("services").spliterator(), false)
        .map(AgoraVectorsTest::service)
        .toList();
  }

  private static Service service(JsonNode in) {
    Privileges privileges = privileges(in);
    Channel channel = new Channel(in.path("channel").asText());
    AgoraUser user = AgoraUser.account(in.path("uid").asText());
    String userId = in.path("user").asText();
    return switch (in.path("type").asInt()) {
      case 1 -> new Service.Rtc(channel, user, privileges);
      case 2 -> new Service.Rtm(userId, privileges);
      case 3 -> new Service.Streaming(channel, user, privileges);
      case 4 -> new Service.Fpa(privileges);
      case 5 -> new Service.Chat(userId, privileges);
      case 6 -> new Service.Fcdn(channel, user, privileges);
      case 7 ->
        new Service.Apaas(in.path("room").asText(), userId, in.path("role").asInt(), privileges);
      case 8 -> new Service.Rtm2(userId, permissions(in.path("permissions")), privileges);
      case 9 -> new Service.ConvoAi(privileges);
      case 10 -> new Service.Stt(privileges);
      default -> throw new AssertionError("unknown service in the vectors: " + in);
    };
  }

  private static RtmPermissions permissions(JsonNode in) {
    RtmPermissions all = RtmPermissions.none();
    for (Map.Entry<String, JsonNode> resource : in.properties()) {
      for (Map.Entry<String, JsonNode> access : resource.getValue().properties()) {
        all = all.with(
            byNumber(Resource.values(), Resource::number, resource.getKey()),
            byNumber(Access.values(), Access::number, access.getKey()),
            StreamSupport.stream(access.getValue().spliterator(), false)
                .map(JsonNode::asText)
                .toList());
      }
    }
    return all;
  }

  private static <E> E byNumber(E[] all, ToIntFunction<E> number, String wanted) {
    return Arrays.stream(all)
        .filter(e -> number.applyAsInt(e) == Integer.parseInt(wanted))
        .findFirst()
        .orElseThrow();
  }

  private static Privileges privileges(JsonNode in) {
    Map<Integer, Long> byId = new TreeMap<>();
    in.path("privileges")
        .properties()
        .forEach(e -> byId.put(Integer.valueOf(e.getKey()), e.getValue().asLong()));
    return Privileges.of(byId);
  }

  private static AppCertificate certificate(JsonNode in) {
    return AppCertificate.of(Secret.ofText(in.path("app_certificate").asText()));
  }

  private static <T> T accepted(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<T>) outcome).value();
  }
}
