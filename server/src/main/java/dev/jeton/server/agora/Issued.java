package dev.jeton.server.agora;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.audit.People;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.tokens.agora.Service;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A token with what its answer and its audit row say. */
public final class Issued {
  private final Call call;
  private final AgoraProject project;
  private final List<Service> services;
  private final MintedToken minted;

  Issued(Call call, AgoraProject project, List<Service> services, MintedToken minted) {
    this.call = call;
    this.project = project;
    this.services = services;
    this.minted = minted;
  }

  public String token() {
    return minted.token();
  }

  public String version() {
    return minted.version().text();
  }

  public List<Service> services() {
    return services;
  }

  public AgoraProject project() {
    return project;
  }

  public Instant issuedAt() {
    return minted.issuedAt();
  }

  public Instant expiresAt() {
    return minted.expiresAt();
  }

  /** When a privilege of so many seconds ends; 0 is the token's end. */
  public Instant privilegeEnd(long seconds) {
    return seconds == 0 ? expiresAt() : issuedAt().plusSeconds(seconds);
  }

  public Instant renewAt() {
    return minted.renewAt();
  }

  /** The answer with the times in its headers, sent once the row is on the disk. */
  public Answer complete(Answer answer) {
    return headers(answer).audited(row());
  }

  /** Only the headers. */
  public Answer headers(Answer answer) {
    Answer timed = answer
        .with("Jeton-Expires-At", expiresAt().toString())
        .with("Jeton-Renew-At", renewAt().toString());
    for (Answer.Header mark : marks()) {
      timed = timed.with(mark.name(), mark.value());
    }
    return timed;
  }

  /** The headers that any answer with this token carries, one of many tokens included. */
  public List<Answer.Header> marks() {
    return project.demo() ? List.of(new Answer.Header("Jeton-Demo", "true")) : List.of();
  }

  /** Who got which token. */
  public AuditRow row() {
    Map<String, String> details = new TreeMap<>();
    details.put("project", project.name());
    details.put("appId", project.appId().text());
    details.put("version", version());
    People people = People.NONE;
    for (int i = 0; i < services.size(); i++) {
      ServiceText text = ServiceText.of(services.get(i));
      details.put("service" + (i + 1), text.text());
      people = text.people().isEmpty() ? people : people.and("service" + (i + 1), text.people());
    }
    details.put("expiresAt", expiresAt().toString());
    return call.row(
            AgoraTokens.EVENT, AgoraTokens.PLATFORM, "minted", null, details, minted.token())
        .about(people);
  }

  @Override
  public String toString() {
    return "Issued[" + minted + "]";
  }
}
