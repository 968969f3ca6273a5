package dev.jeton.server.people;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.store.Content;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.SealedSecret;
import dev.jeton.server.store.Words;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** How a {@link Login} stands in the store. Times are whole seconds. */
final class LoginForm {
  /** The id of the sealed hash among the entry's secrets. */
  static final String PASSWORD = "password";

  private static final long MOST = Integer.MAX_VALUE;

  private LoginForm() {}

  static Content write(Login login) {
    Map<String, SealedSecret> secrets =
        login.password().map(hash -> Map.of(PASSWORD, hash)).orElse(Map.of());
    return new Content(document(login), Words.NONE, secrets);
  }

  /** Without sessions and link; of what cannot be read nothing is left. */
  static String withoutProofs(String document) {
    Login login;
    try {
      login = read(document, Map.of());
    } catch (RuntimeException e) {
      login = Login.NONE;
    }
    return document(login.withoutProofs());
  }

  private static String document(Login login) {
    return Json.object(json -> {
          json.put("misses", misses(login.misses()));
          json.putEach(
              "sessions", login.sessions().stream().map(LoginForm::session).toList());
          login
              .link()
              .ifPresent(link -> json.put(
                  "link", out -> out.put("hash", link.hash()).put("endsAt", link.endsAt())));
        })
        .toString();
  }

  static Login read(Entry entry) {
    return read(entry.document(), entry.secrets());
  }

  private static Login read(String document, Map<String, SealedSecret> secrets) {
    Fields all = Fields.of(Buffer.buffer(document));
    return new Login(
        Optional.ofNullable(secrets.get(PASSWORD)),
        misses(all.object("misses")),
        all.objects("sessions").stream().map(LoginForm::session).toList(),
        Optional.ofNullable(all.objectOrNull("link"))
            .map(link -> new Link(link.text("hash"), instant(link, "endsAt"))));
  }

  private static Consumer<Json> misses(Misses misses) {
    return json -> json.put("since", misses.since())
        .put("wrong", misses.wrong())
        .put("locks", misses.locks())
        .put("lockedUntil", misses.lockedUntil())
        .put("last", misses.last());
  }

  private static Misses misses(Fields misses) {
    return new Misses(
        instant(misses, "since"),
        (int) misses.whole("wrong", 0, MOST),
        (int) misses.whole("locks", 0, MOST),
        instant(misses, "lockedUntil"),
        instant(misses, "last"));
  }

  private static Consumer<Json> session(Session session) {
    return json -> json.put("id", session.id())
        .put("hash", session.hash())
        .put("beganAt", session.beganAt())
        .put("seenAt", session.seenAt())
        .put("provenAt", session.provenAt())
        .put("wrong", session.wrong());
  }

  private static Session session(Fields session) {
    return new Session(
        session.text("id"),
        session.text("hash"),
        instant(session, "beganAt"),
        instant(session, "seenAt"),
        instant(session, "provenAt"),
        (int) session.whole("wrong", 0, MOST));
  }

  private static Instant instant(Fields fields, String member) {
    return Instant.parse(fields.text(member));
  }
}
