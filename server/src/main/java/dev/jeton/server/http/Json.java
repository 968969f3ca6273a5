package dev.jeton.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.jeton.tokens.json.JsonObject;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a JSON object, member by member. */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** The object that the members make. */
  public static Buffer object(Consumer<Json> members) {
    return written(out -> {
      out.writeStartObject();
      members.accept(new Json(out));
      out.writeEndObject();
    });
  }

  /** The list that the objects make. */
  public static Buffer list(List<Consumer<Json>> objects) {
    return written(out -> {
      out.writeStartArray();
      for (Consumer<Json> members : objects) {
        out.writeStartObject();
        members.accept(new Json(out));
        out.writeEndObject();
      }
      out.writeEndArray();
    });
  }

  /** The object that nested maps, lists and plain values make. */
  static Buffer tree(Map<?, ?> members) {
    return written(out -> value(out, members));
  }

  /** A text member; null leaves it out. */
  public Json put(String name, @Nullable String text) {
    return text == null ? this : write(() -> out.writeStringField(name, text));
  }

  public Json put(String name, long whole) {
    return write(() -> out.writeNumberField(name, whole));
  }

  public Json put(String name, boolean truth) {
    return write(() -> out.writeBooleanField(name, truth));
  }

  /** An instant as RFC 3339 UTC in whole seconds; null leaves it out. */
  public Json put(String name, @Nullable Instant instant) {
    return instant == null
        ? this
        : put(name, instant.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** A list of texts. */
  public Json put(String name, List<String> texts) {
    return write(() -> {
      out.writeArrayFieldStart(name);
      for (String text : texts) {
        out.writeString(text);
      }
      out.writeEndArray();
    });
  }

  /** A nested object. */
  public Json put(String name, Consumer<Json> members) {
    return write(() -> {
      out.writeObjectFieldStart(name);
      members.accept(this);
      out.writeEndObject();
    });
  }

  /** An object that a token carries, number for number. */
  public Json put(String name, JsonObject object) {
    return write(() -> {
      out.writeFieldName(name);
      out.writeRawValue(object.toJson());
    });
  }

  /** A list of objects. */
  public Json putEach(String name, List<Consumer<Json>> objects) {
    return write(() -> {
      out.writeArrayFieldStart(name);
      for (Consumer<Json> members : objects) {
        out.writeStartObject();
        members.accept(this);
        out.writeEndObject();
      }
      out.writeEndArray();
    });
  }

  private interface Writing {
    void run() throws IOException;
  }

  private interface Whole {
    void write(JsonGenerator out) throws IOException;
  }

  private static void value(JsonGenerator out, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> members) {
      out.writeStartObject();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        out.writeFieldName(String.valueOf(member.getKey()));
        value(out, member.getValue());
      }
      out.writeEndObject();
    } else if (value instanceof List<?> items) {
      out.writeStartArray();
      for (Object item : items) {
        value(out, item);
      }
      out.writeEndArray();
    } else {
      out.writePOJO(value);
    }
  }

  private static Buffer written(Whole whole) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      whole.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  private Json write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}
