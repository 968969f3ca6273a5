package dev.jeton.tokens.agora;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.RtmPermissions.Access;
import dev.jeton.tokens.agora.RtmPermissions.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads {@code vectors.json}; {@code vectors.md} beside it says where the values are from. */
final class VectorFile {
  private VectorFile() {}

  record Vector(String id, JsonNode json) {
    JsonNode inputs() {
      return json.path("inputs");
    }

    String payloadHex() {
      return json.path("payload_hex").asText();
    }

    /** Every official text of a 007 payload. */
    List<String> texts() {
      return stream(json.path("expected_tokens"))
          .map(text -> text.path("token").asText())
          .toList();
    }

    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Vector> v006() {
    return vectors("v006");
  }

  static Stream<Vector> v007() {
    return vectors("v007");
  }

  static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static AppId appId(JsonNode in) {
    return new AppId(in.path("app_id").asText());
  }

  static AppCertificate certificate(JsonNode in) {
    return AppCertificate.of(Secret.ofText(in.path("app_certificate").asText()));
  }

  static List<Service> services(JsonNode in) {
    return stream(in.path("services")).map(VectorFile::service).toList();
  }

  static Privileges privileges(JsonNode in) {
    Map<Integer, Long> byId = new TreeMap<>();
    in.path("privileges")
        .properties()
        .forEach(e -> byId.put(Integer.valueOf(e.getKey()), e.getValue().asLong()));
    return Privileges.of(byId);
  }

  static RtmPermissions permissions(JsonNode in) {
    RtmPermissions all = RtmPermissions.none();
    for (Map.Entry<String, JsonNode> resource : in.properties()) {
      for (Map.Entry<String, JsonNode> access : resource.getValue().properties()) {
        all = all.with(
            byNumber(Resource.values(), Resource::number, resource.getKey()),
            byNumber(Access.values(), Access::number, access.getKey()),
            stream(access.getValue()).map(JsonNode::asText).toList());
      }
    }
    return all;
  }

  private static Stream<Vector> vectors(String family) {
    try (InputStream in = VectorFile.class.getResourceAsStream("vectors.json")) {
      return stream(new ObjectMapper().readTree(in).path(family))
          .map(v -> new Vector(v.path("id").asText(), v));
    } catch (IOException e) {
      throw new IllegalStateException("vectors.json cannot be read", e);
    }
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

  private static <E> E byNumber(E[] all, ToIntFunction<E> number, String wanted) {
    return Arrays.stream(all)
        .filter(e -> number.applyAsInt(e) == Integer.parseInt(wanted))
        .findFirst()
        .orElseThrow();
  }
}
