package dev.jeton.server.agora;

import dev.jeton.server.access.Problem;
import dev.jeton.server.admin.NoKey;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.http.Refused;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.agora.AgoraVerifier;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Certificates;
import dev.jeton.tokens.agora.Expected;
import dev.jeton.tokens.agora.VerifiedAgoraToken;
import dev.jeton.tokens.agora.VerifiedAgoraToken.SignedBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An Agora project as minting and verifying need it. What depends on the time is told by the time. */
public final class AgoraProject {
  private final Stored<ProjectSpec> stored;
  private final List<LiveCertificate> certificates;
  private final boolean demo;
  private final ProjectUse use;

  private AgoraProject(Stored<ProjectSpec> stored, boolean demo, ProjectUse use) {
    this.stored = stored;
    this.certificates = certificates(stored);
    this.demo = demo;
    this.use = use;
  }

  /** A token that was verified, and the certificate that signed it. */
  public record Verified(VerifiedAgoraToken token, LiveCertificate signedBy) {}

  static AgoraProject of(Stored<ProjectSpec> stored, ProjectUse use) {
    return new AgoraProject(stored, false, use);
  }

  /** One that is made at this start because there is none; for local callers only. */
  static AgoraProject demo(Stored<ProjectSpec> made) {
    return new AgoraProject(made, true, new ProjectUse());
  }

  /** The primary one first, else the newest. */
  private static List<LiveCertificate> certificates(Stored<ProjectSpec> stored) {
    List<LiveCertificate> certificates = new ArrayList<>();
    for (KeyVersion key : stored.keys().all()) {
      if (key.isLive()) {
        certificates.add(0, new LiveCertificate(key, AppCertificate.of(stored.secret(key.id()))));
      }
    }
    certificates.sort(Comparator.comparing(one -> !one.isPrimary()));
    return List.copyOf(certificates);
  }

  /** Whether it was made of the very same, so that nothing changed. */
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(Stored<ProjectSpec> other) {
    return stored == other;
  }

  /** Whether file or environment name it. */
  boolean isFixed() {
    return stored.isFixed();
  }

  public String id() {
    return stored.id();
  }

  public ProjectSpec spec() {
    return stored.spec();
  }

  public String name() {
    return spec().name();
  }

  public AppId appId() {
    return spec().appId();
  }

  public TokenVersion version() {
    return spec().version();
  }

  public Lifetimes lifetimes() {
    return spec().lifetimes();
  }

  public Set<Grant> grants() {
    return spec().grants();
  }

  public boolean demo() {
    return demo;
  }

  public ProjectUse use() {
    return use;
  }

  /** The primary and the secondary certificate, enabled or not, as far as there are any. */
  public List<LiveCertificate> certificates() {
    return certificates;
  }

  /** The certificate that signs at that time. */
  public Optional<AppCertificate> signing(Instant now) {
    for (LiveCertificate one : certificates) {
      if (one.version().signs(now)) {
        return Optional.of(one.certificate());
      }
    }
    return Optional.empty();
  }

  /** What to refuse minting with while no certificate signs. */
  Refused noCertificate(Instant now) {
    Problem problem =
        NoKey.toSign(stored.keys(), now, "Agora project " + name(), "App Certificate");
    return new Refused(problem).recordedAs(problem.code(), Map.of("project", name()));
  }

  /** Verifies a token with all certificates that count at the time that is expected. */
  public Outcome<Verified> verify(String token, Expected expected) {
    List<LiveCertificate> counting = certificates.stream()
        .filter(one -> one.version().verifies(expected.now()))
        .toList();
    if (counting.isEmpty()) {
      return NoKey.toVerify(stored.keys(), expected.now(), "App Certificate of the project");
    }
    LiveCertificate first = counting.get(0);
    LiveCertificate last = counting.get(counting.size() - 1);
    Certificates both = first.equals(last)
        ? Certificates.of(first.certificate())
        : Certificates.of(first.certificate(), last.certificate());
    return new AgoraVerifier(appId(), both)
        .verify(token, expected)
        .then(verified -> Outcome.accepted(
            new Verified(verified, verified.signedBy() == SignedBy.PRIMARY ? first : last)));
  }

  @Override
  public String toString() {
    return "AgoraProject[" + name() + "]";
  }
}
