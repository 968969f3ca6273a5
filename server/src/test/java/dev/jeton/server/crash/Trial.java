package dev.jeton.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.audit.chain.ChainVerdict;
import dev.jeton.server.audit.chain.ChainVerifier;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A folder on which a server is started, asked by several clients, killed, and started again. */
final class Trial {
  private static final int CLIENTS = 4;
  private static final int MOST_ANSWERS = 60;
  private static final int MOST_NANOS = 8_000_000;
  private static final int MOST_START_MILLIS = 1_500;

  /** Of so many starts one is killed before it listens. */
  private static final int STARTS = 6;

  private static final long PATIENCE_SECONDS = 60;

  private final Ground ground;
  private final Path folder;
  private final List<String> command;
  private final Random random;
  private final List<Client> clients = new ArrayList<>();

  Trial(Ground ground, Path folder, List<String> command, Random random) {
    this.ground = ground;
    this.folder = folder;
    this.command = command;
    this.random = random;
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(
          new Client(ground, new Wishes(ground, "client" + i, new Random(random.nextLong()))));
    }
  }

  /** Starts what is there, compares it with what was said before, and kills it at some moment. */
  void round() throws Exception {
    if (random.nextInt(STARTS) == 0) {
      killWhileItStarts();
    }
    RunningServer server = begin();
    try {
      server.awaitReady();
      String proof = "Bearer " + server.adminToken();
      check(server, proof);
      killWhileItWrites(server, proof);
    } finally {
      server.kill();
    }
    assertChainHolds();
    Databases.assertReadable(folder);
  }

  /** Starts it once more, to see what the last kill has left. */
  void end() throws IOException {
    RunningServer server = begin();
    try {
      server.awaitReady();
      check(server, "Bearer " + server.adminToken());
    } finally {
      server.kill();
    }
  }

  private RunningServer begin() {
    return RunningServer.begin(command, folder, Map.of());
  }

  private void killWhileItStarts() throws Exception {
    RunningServer server = begin();
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_START_MILLIS)));
    server.kill();
    Databases.assertReadable(folder);
  }

  private void killWhileItWrites(RunningServer server, String proof) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    Semaphore answers = new Semaphore(0);
    List<Future<?>> working = new ArrayList<>();
    clients.forEach(client -> working.add(threads.submit(() -> {
      if (client.work(server, proof, answers::release)) {
        answers.release(MOST_ANSWERS);
      }
    })));
    boolean asked =
        answers.tryAcquire(random.nextInt(MOST_ANSWERS), PATIENCE_SECONDS, TimeUnit.SECONDS);
    LockSupport.parkNanos(random.nextInt(MOST_NANOS));
    server.kill();
    threads.shutdown();
    for (Future<?> client : working) {
      client.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    assertThat(asked).as("the server answered").isTrue();
  }

  private void check(RunningServer server, String proof) {
    Map<String, JsonNode> there = all(server, proof);
    clients.forEach(client -> client.check(there, server, proof));
    assertThat(there).as("what nobody asked for").isEmpty();
  }

  private Map<String, JsonNode> all(RunningServer server, String proof) {
    Map<String, JsonNode> all = new HashMap<>();
    String after = "";
    do {
      JsonNode page = server
          .send(
              ground.path + "?limit=200" + after,
              request -> request.version(HttpClient.Version.HTTP_1_1).GET(),
              "Authorization",
              proof)
          .json();
      page.path("items").forEach(one -> all.put(one.path("name").asText(), one));
      after = page.has("next") ? "&after=" + page.path("next").asText() : "";
    } while (!after.isEmpty());
    return all;
  }

  private void assertChainHolds() throws IOException {
    ChainVerdict verdict = new ChainVerifier(
            folder.resolve("data").resolve("audit"), null, (read, total) -> {})
        .verify();
    assertThat(verdict).isInstanceOf(ChainVerdict.Intact.class);
  }
}
