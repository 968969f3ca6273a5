package dev.jeton.server.callers;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.callers.CallerKeys.Found;
import dev.jeton.server.callers.CallerKeys.Known;
import dev.jeton.server.oidc.Attested;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All callers in memory that are known by something else than an API key. */
final class BoundCallers {
  private volatile List<Bound> all = List.of();

  private record Bound(Known caller, Binding binding) {}

  void hold(List<Stored<CallerSpec>> callers) {
    List<Bound> next = new ArrayList<>();
    for (Stored<CallerSpec> one : callers) {
      one.spec()
          .bound()
          .ifPresent(binding -> next.add(new Bound(new Known(one.id(), one.spec()), binding)));
    }
    all = next;
  }

  Found ofToken(Attested token, String client) {
    return found("OIDC", binding -> binding instanceof TokenBinding one && one.fits(token), client);
  }

  Found ofCertificate(X509Certificate certificate, String client) {
    return found(
        "CERTIFICATE",
        binding -> binding instanceof CertificateBinding one && one.fits(certificate),
        client);
  }

  /** Whether it is switched off is looked at last: what fits less exactly does not take its place. */
  private Found found(String proof, Predicate<Binding> fits, String client) {
    List<Known> best = new ArrayList<>();
    int rank = -1;
    for (Bound one : all) {
      if (one.binding().rank() >= rank && fits.test(one.binding())) {
        if (one.binding().rank() > rank) {
          best.clear();
        }
        rank = one.binding().rank();
        best.add(one.caller());
      }
    }
    if (best.size() != 1) {
      return new Found.Refused(
          proof + (best.isEmpty() ? "_UNBOUND" : "_AMBIGUOUS"), Optional.empty());
    }
    Known caller = best.get(0);
    if (!caller.spec().enabled()) {
      return new Found.Refused("CALLER_DISABLED", Optional.of(caller));
    }
    return caller.spec().mayComeFrom(client)
        ? new Found.Usable(caller)
        : new Found.Refused(proof + "_NETWORK", Optional.of(caller));
  }
}
