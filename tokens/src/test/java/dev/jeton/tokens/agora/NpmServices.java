package dev.jeton.tokens.agora;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Services as {@code round-trips.js} is told them, and as it tells them. */
final class NpmServices {
  private static final ObjectMapper JSON = new ObjectMapper();

  private NpmServices() {}

  static Map<String, Object> question(Service service) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("type", service.type());
    all.put("privileges", service.privileges().asMap());
    if (service instanceof Service.OfChannel s) {
      all.put("channel", s.channel().name());
      all.put("user", s.user().wire());
    }
    if (service instanceof Service.OfUser s) {
      all.put("user", s.userId());
    }
    if (service instanceof Service.Apaas s) {
      all.put("room", s.roomUuid());
      all.put("role", s.role());
    }
    if (service instanceof Service.Rtm2 s) {
      all.put("permissions", s.permissions().asMap());
    }
    return all;
  }

  static Map<String, Object> read(Service service) {
    return Map.of(
        "type", service.type(),
        "privileges", service.privileges().asMap(),
        "fields", fields(service));
  }

  private static List<String> fields(Service service) {
    if (service instanceof Service.OfChannel s) {
      return List.of(s.channel().name(), s.user().wire());
    }
    if (service instanceof Service.Apaas s) {
      // npm reads the role as an unsigned number.
      return List.of(s.roomUuid(), s.userId(), Integer.toString(s.role() & 0xffff));
    }
    if (service instanceof Service.Rtm2 s) {
      return List.of(s.userId(), json(s.permissions().asMap()));
    }
    return service instanceof Service.OfUser s ? List.of(s.userId()) : List.of();
  }

  private static String json(Map<?, ?> map) {
    try {
      return JSON.writeValueAsString(map);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
