package dev.jeton.tokens.agora;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.tokens.agora.VectorFile.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every builder of the official libraries has a chain here that makes the same token. */
class AgoraBuildersTest {
  private static final String NODE_QUIRK = "n7-apaas-room-user-NODE-QUIRK";

  @ParameterizedTest
  @MethodSource
  void chainOf007MakesWhatTheOfficialBuilderMade(Vector vector) {
    assertThat(payload(sign(vector))).isEqualTo(bytes(vector));
  }

  static Stream<Vector> chainOf007MakesWhatTheOfficialBuilderMade() {
    return built(VectorFile.v007()).filter(vector -> !vector.id().equals(NODE_QUIRK));
  }

  @ParameterizedTest
  @MethodSource
  void chainOf006MakesWhatTheOfficialBuilderMade(Vector vector) {
    JsonNode in = vector.json().path("builder_inputs");
    Instant end = Instant.ofEpochSecond(in.path("privilege_expired_ts").asLong());
    AppId app = VectorFile.appId(in);
    AccessToken token = in.has("channel")
        ? AccessToken.rtc(app, channel(in), user(in), role(in), end)
        : AccessToken.rtm(app, in.path("account").asText(), end);
    // The official constructors add 24 hours to the issue time.
    Instant issued = Instant.ofEpochSecond(in.path("ts").asLong()).minus(Duration.ofHours(24));

    assertThat(token
            .issuedAt(issued.isBefore(Instant.EPOCH) ? Instant.EPOCH : issued)
            .endsAt(in.path("ts").asLong())
            .salt((int) in.path("salt").asLong())
            .sign(VectorFile.certificate(in)))
        .isEqualTo(vector.json().path("expected_token").asText());
  }

  static Stream<Vector> chainOf006MakesWhatTheOfficialBuilderMade() {
    return built(VectorFile.v006());
  }

  /** The npm package leaves the privilege of the APaaS service out; all other languages have it. */
  @Test
  void onlyTheApaasPrivilegeSetsUsApartFromNode() {
    Vector quirk = VectorFile.v007()
        .filter(vector -> vector.id().equals(NODE_QUIRK))
        .findFirst()
        .orElseThrow();
    RawAccessToken2 nodes = accepted(RawAccessToken2.parse(quirk.texts().get(0)));
    RawAccessToken2 ours = accepted(RawAccessToken2.parse(sign(quirk)));

    assertThat(service(nodes, Service.Apaas.class).privileges()).isEqualTo(Privileges.none());
    assertThat(service(ours, Service.Apaas.class).privileges())
        .isEqualTo(Privileges.of(Service.Apaas.ROOM_USER, 600));
    assertThat(withoutApaas(ours)).isEqualTo(withoutApaas(nodes)).hasSize(2);
  }

  private static Stream<Vector> built(Stream<Vector> vectors) {
    return vectors.filter(vector -> vector.json().hasNonNull("builder_inputs"));
  }

  private static String sign(Vector vector) {
    JsonNode in = vector.json().path("builder_inputs");
    AccessToken2 token = AccessToken2.forApp(VectorFile.appId(in))
        .issuedAt(in.path("issue_ts").asLong())
        .salt((int) in.path("salt").asLong());
    return chain(token, vector.json().path("builder").asText(), in)
        .sign(VectorFile.certificate(in));
  }

  private static AccessToken2 chain(AccessToken2 token, String builder, JsonNode in) {
    Duration expire = seconds(in, "expire");
    Duration tokenExpire = seconds(in, "token_expire");
    return switch (builder) {
      case "RtcTokenBuilder2.buildTokenWithUid", "RtcTokenBuilder2.buildTokenWithUserAccount" ->
        token
            .validFor(tokenExpire)
            .rtc(channel(in), user(in), role(in), seconds(in, "privilege_expire"));
      case "RtcTokenBuilder2.buildTokenWithUidAndPrivilege",
          "RtcTokenBuilder2.buildTokenWithUserAccountAndPrivilege" ->
        allFour(token.validFor(tokenExpire), user(in), in);
      case "RtcTokenBuilder2.buildTokenWithRtm" ->
        token
            .validFor(tokenExpire)
            .rtc(channel(in), user(in), role(in), seconds(in, "privilege_expire"))
            .rtm(in.path("account").asText(), tokenExpire);
      case "RtcTokenBuilder2.buildTokenWithRtm2" -> rtcAndRtm(token, in);
      case "ConvoAITokenBuilder.buildToken" -> rtcAndRtm(token, in).convoAi();
      case "SttTokenBuilder.buildToken" -> rtcAndRtm(token, in).stt();
      case "RtmTokenBuilder2.buildToken" -> token.validFor(expire).rtm(userId(in), expire);
      case "RtmTokenBuilder2.buildTokenWithPermissions" ->
        token
            .validFor(expire)
            .rtm2(userId(in), VectorFile.permissions(in.path("permissions")), expire);
      case "ChatTokenBuilder2.buildUserToken" ->
        token.validFor(expire).chatUser(userId(in), expire);
      case "ChatTokenBuilder2.buildAppToken" -> token.validFor(expire).chatApp(expire);
      case "FpaTokenBuilder.buildToken" ->
        token.validFor(AccessToken2.MAX_LIFETIME).fpa();
      case "ApaasTokenBuilder.buildRoomUserToken" ->
        token
            .validFor(expire)
            .apaasRoomUser(
                in.path("room_uuid").asText(),
                in.path("user_uuid").asText(),
                in.path("role").asInt(),
                expire);
      case "ApaasTokenBuilder.buildUserToken" ->
        token.validFor(expire).apaasUser(in.path("user_uuid").asText(), expire);
      case "ApaasTokenBuilder.buildAppToken" -> token.validFor(expire).apaasApp(expire);
      default -> throw new AssertionError("no chain for " + builder);
    };
  }

  private static AccessToken2 rtcAndRtm(AccessToken2 token, JsonNode in) {
    AgoraUser user = AgoraUser.account(in.path("rtc_account").asText());
    token.validFor(seconds(in, "rtc_token_expire"));
    AccessToken2 withRtc = role(in) == RtcRole.PUBLISHER
        ? allFour(token, user, in)
        : token.rtc(channel(in), user, RtcRole.SUBSCRIBER, seconds(in, "join_channel"));
    return withRtc.rtm(in.path("rtm_user_id").asText(), seconds(in, "rtm_token_expire"));
  }

  private static AccessToken2 allFour(AccessToken2 token, AgoraUser user, JsonNode in) {
    return token.rtc(
        channel(in),
        user,
        seconds(in, "join_channel"),
        seconds(in, "pub_audio"),
        seconds(in, "pub_video"),
        seconds(in, "pub_data"));
  }

  private static Channel channel(JsonNode in) {
    return new Channel(in.path("channel").asText());
  }

  private static AgoraUser user(JsonNode in) {
    return in.has("uid")
        ? AgoraUser.uid(in.path("uid").asLong())
        : AgoraUser.account(in.path("account").asText());
  }

  private static String userId(JsonNode in) {
    return in.path("user_id").asText();
  }

  /** The deprecated roles Attendee and Admin publish, as in every language but Java and Ruby. */
  private static RtcRole role(JsonNode in) {
    return in.path("role").asText().equals("SUBSCRIBER") ? RtcRole.SUBSCRIBER : RtcRole.PUBLISHER;
  }

  private static Duration seconds(JsonNode in, String field) {
    return Duration.ofSeconds(in.path(field).asLong());
  }

  private static byte[] payload(String text) {
    return accepted(RawAccessToken2.parse(text)).payload();
  }

  private static byte[] bytes(Vector vector) {
    return java.util.HexFormat.of().parseHex(vector.payloadHex());
  }

  private static <S extends Service> S service(RawAccessToken2 token, Class<S> type) {
    return token.services().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<Service> withoutApaas(RawAccessToken2 token) {
    return token.services().stream().filter(s -> !(s instanceof Service.Apaas)).toList();
  }
}
