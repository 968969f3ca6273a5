package dev.jeton.server.boot;

import dev.jeton.server.access.AccessSettings;
import dev.jeton.server.access.Arrivals;
import dev.jeton.server.access.Callers;
import dev.jeton.server.access.OperatorProof;
import dev.jeton.server.access.OriginCheck;
import dev.jeton.server.access.Proof;
import dev.jeton.server.audit.GroupCommitLog;
import dev.jeton.server.settings.LiveSettings;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Store;
import dev.jeton.server.vault.Vault;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What the rooms get from outside themselves: settings, clock, randomness, access. */
@Singleton
class Beans {
  @Produces
  @Singleton
  Settings settings() {
    return Prepared.handedOver().settings();
  }

  @Produces
  @Singleton
  LiveSettings liveSettings() {
    return Prepared.handedOver().settings().live();
  }

  @Produces
  @Singleton
  GroupCommitLog audit() {
    return Prepared.handedOver().audit();
  }

  /** The beans go when no answer is in flight any more; only then the log may end. */
  void end(@Disposes GroupCommitLog audit) {
    audit.close();
  }

  @Produces
  @Singleton
  Database database() {
    return Prepared.handedOver().store().database();
  }

  void end(@Disposes Database database) {
    database.close();
  }

  @Produces
  @Singleton
  Vault vault() {
    return Prepared.handedOver().store().vault();
  }

  @Produces
  @Singleton
  Store store() {
    return Prepared.handedOver().store().store();
  }

  @Produces
  @Singleton
  Snapshot snapshot() {
    return Prepared.handedOver().store().snapshot();
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  RandomGenerator random() {
    return new SecureRandom();
  }

  @Produces
  @Singleton
  Arrivals arrivals(Settings settings) {
    return new Arrivals(settings.get(AccessSettings.class));
  }

  @Produces
  @Singleton
  OriginCheck origins(Settings settings) {
    return new OriginCheck(settings.get(AccessSettings.class));
  }

  @Produces
  @Singleton
  Callers callers(Settings settings, @Any Instance<Proof> others) {
    List<Proof> proofs = new ArrayList<>();
    proofs.add(new OperatorProof(Prepared.handedOver().adminToken()));
    others.forEach(proofs::add);
    return new Callers(proofs, settings.get(AccessSettings.class));
  }
}
