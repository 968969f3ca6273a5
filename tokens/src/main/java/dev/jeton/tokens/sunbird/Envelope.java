package dev.jeton.tokens.sunbird;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.json.JsonNothing;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Sunbird's services wrap their answers in: {@code {id, ver, ets, params{resmsgid, msgid,
 * status, err, errmsg}, responseCode, result}}.
 *
 * <p>Services differ, so more is read than is written: {@code ts} as a date ({@code 2017-05-15
 * 10:20:33:123+0000}) or as milliseconds instead of {@code ets}; {@code err_msg} and {@code
 * err_detail} instead of {@code err} and {@code errmsg}; the answer beside the envelope's own members
 * instead of in {@code result}.
 *
 * @param id the API: {@code api.content.read}, say
 * @param ver its version: {@code 1.0}, say
 * @param ets when it was answered, to the millisecond
 * @param params who asked and what came of it
 * @param responseCode {@code OK} or the name of the fault; adminutil sends none
 * @param result the answer
 */
public record Envelope(
    String id,
    String ver,
    Instant ets,
    Params params,
    Optional<String> responseCode,
    JsonObject result) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss:SSSZ", Locale.ROOT);
  private static final Set<String> OWN =
      Set.of("id", "ver", "ets", "ts", "params", "responseCode", "result");

  /**
   * The part of an envelope about the request.
   *
   * @param resmsgid the answer's id
   * @param msgid the request's id; empty where it had none
   * @param status {@code successful}, {@code failed} and several other words
   * @param err the code of the fault
   * @param errmsg the fault in English
   */
  public record Params(
      Optional<String> resmsgid,
      String msgid,
      String status,
      Optional<String> err,
      Optional<String> errmsg) {

    private static Params read(JsonObject json) {
      Optional<String> detail = json.text("err_detail");
      Optional<String> err = json.text("err");
      Optional<String> errmsg = json.text("errmsg");
      return new Params(
          json.text("resmsgid"),
          json.text("msgid").orElse(""),
          json.text("status").orElse(""),
          err.isPresent() || detail.isEmpty() ? err : json.text("err_msg"),
          errmsg.or(() -> detail).or(() -> json.text("err_msg")));
    }

    private JsonObject json() {
      JsonObject.Builder json = JsonObject.builder();
      putOrNull(json, "resmsgid", resmsgid);
      json.put("msgid", msgid).put("status", status);
      putOrNull(json, "err", err);
      putOrNull(json, "errmsg", errmsg);
      return json.build();
    }

    private static void putOrNull(JsonObject.Builder json, String name, Optional<String> text) {
      if (text.isPresent()) {
        json.put(name, text.get());
      } else {
        json.put(name, new JsonNothing());
      }
    }
  }

  /** Reads an envelope; MALFORMED unless it has an id, a time and params. */
  public static Outcome<Envelope> read(JsonObject json) {
    Optional<String> id = json.text("id");
    Optional<Instant> time = time(json);
    Optional<JsonObject> params = json.object("params");
    if (id.isEmpty() || time.isEmpty() || params.isEmpty()) {
      return Outcome.refused(
          Reason.MALFORMED, "an envelope has an id, a time as ets or ts, and params");
    }
    return Outcome.accepted(new Envelope(
        id.get(),
        json.text("ver").orElse(""),
        time.get(),
        Params.read(params.get()),
        json.text("responseCode"),
        json.object("result").orElseGet(() -> besides(json))));
  }

  /** The one form that is written. */
  public JsonObject json() {
    JsonObject.Builder json = JsonObject.builder()
        .put("id", id)
        .put("ver", ver)
        .put("ets", ets.toEpochMilli())
        .put("params", params.json());
    responseCode.ifPresent(code -> json.put("responseCode", code));
    return json.put("result", result).build();
  }

  private static Optional<Instant> time(JsonObject json) {
    return milliseconds(json.get("ets"))
        .or(() -> milliseconds(json.get("ts")))
        .or(() -> json.text("ts").flatMap(Envelope::date));
  }

  private static Optional<Instant> milliseconds(@Nullable JsonValue value) {
    OptionalLong whole =
        value instanceof JsonNumber number ? number.wholeValue() : OptionalLong.empty();
    return whole.isPresent()
        ? Optional.of(Instant.ofEpochMilli(whole.getAsLong()))
        : Optional.empty();
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, DATE).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static JsonObject besides(JsonObject json) {
    JsonObject.Builder rest = JsonObject.builder();
    json.members().forEach((name, value) -> {
      if (!OWN.contains(name)) {
        rest.put(name, value);
      }
    });
    return rest.build();
  }
}
