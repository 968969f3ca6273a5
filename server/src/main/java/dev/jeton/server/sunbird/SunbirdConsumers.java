package dev.jeton.server.sunbird;

import dev.jeton.server.admin.Stored;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The consumers of this server, in memory. */
public final class SunbirdConsumers {
  private volatile Map<String, ConsumerSpec> byName = Map.of();

  /** Takes over all there are from now on. */
  public void hold(List<Stored<ConsumerSpec>> all) {
    Map<String, ConsumerSpec> next = new HashMap<>();
    all.forEach(one -> next.put(one.spec().username(), one.spec()));
    byName = next;
  }

  /** Whether the credential's consumer is switched off, or gone: then it does not count. */
  boolean stopsUseOf(CredentialSpec credential) {
    return credential.consumer().isPresent()
        && of(credential).filter(ConsumerSpec::enabled).isEmpty();
  }

  /** The consumer whose credential this is; empty where it has none. */
  public Optional<ConsumerSpec> of(CredentialSpec credential) {
    return credential.consumer().map(byName::get);
  }
}
