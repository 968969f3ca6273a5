package dev.jeton.server.limits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@link Use} as nodes tell each other. */
record UseForm(@Nullable String limit, @Nullable String key, int rate, long taken) {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final TypeReference<List<UseForm>> LIST = new TypeReference<>() {};

  static byte[] write(List<Use> uses) {
    try {
      return JSON.writeValueAsBytes(uses.stream()
          .map(use -> new UseForm(use.limit().word(), use.key(), use.rate(), use.taken()))
          .toList());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without limits that this version does not know. */
  static List<Use> read(byte[] bytes) throws IOException {
    return JSON.readValue(bytes, LIST).stream().flatMap(UseForm::use).toList();
  }

  private Stream<Use> use() {
    return limit == null || key == null || rate < 1 || taken < 1
        ? Stream.empty()
        : Limit.of(limit).stream().map(known -> new Use(known, key, rate, taken));
  }
}
