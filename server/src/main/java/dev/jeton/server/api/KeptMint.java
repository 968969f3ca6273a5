package dev.jeton.server.api;

import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What made an answer with tokens, and no token: from it the same answer can be made again.
 *
 * @param input a hash of what was asked
 * @param seed where its randomness came from
 * @param notes what minting found out
 * @param answer a hash of what was answered; empty while nothing was
 */
record KeptMint(String input, Instant at, String seed, Map<String, String> notes, String answer) {
  private static final String NONE = "";

  KeptMint {
    notes = Map.copyOf(notes);
  }

  static KeptMint begun(String input, Instant at, byte[] seed) {
    return new KeptMint(input, at, HexFormat.of().formatHex(seed), Map.of(), NONE);
  }

  static KeptMint read(Fields kept) {
    Map<String, String> notes = new LinkedHashMap<>();
    for (Fields note : kept.objects("notes")) {
      notes.put(note.text("name"), note.text("text"));
    }
    return new KeptMint(
        kept.text("input"),
        Instant.parse(kept.text("at")),
        kept.text("seed"),
        notes,
        kept.text("answer"));
  }

  Buffer written() {
    List<Consumer<Json>> all = notes.entrySet().stream()
        .<Consumer<Json>>map(
            note -> json -> json.put("name", note.getKey()).put("text", note.getValue()))
        .toList();
    return Json.object(json -> json.put("input", input)
        .put("at", at.toString())
        .put("seed", seed)
        .putEach("notes", all)
        .put("answer", answer));
  }

  /** The moment in which it was asked first. */
  MintMoment first() {
    return moment(false);
  }

  /** The same moment for a request that is repeated. */
  MintMoment again() {
    return moment(true);
  }

  private MintMoment moment(boolean again) {
    return new MintMoment(
        at, new SeededRandom(HexFormat.of().parseHex(seed)), again, new MintNotes(notes));
  }

  KeptMint answered(Answer first, MintNotes found) {
    return new KeptMint(input, at, seed, found.all(), hash(first));
  }

  boolean isAnswer(Answer other) {
    return answer.equals(hash(other));
  }

  private static String hash(Answer answer) {
    return hash(answer.status() + " " + answer.body());
  }

  static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The seed is a secret until its tokens have ended. */
  @Override
  public String toString() {
    return "KeptMint[" + at + "]";
  }
}
