package dev.jeton.server.http;

import dev.jeton.server.WireClient;
import dev.jeton.server.access.AccessSettings;
import dev.jeton.server.access.Arrivals;
import dev.jeton.server.access.Callers;
import dev.jeton.server.access.Need;
import dev.jeton.server.access.OperatorProof;
import dev.jeton.server.access.OriginCheck;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Proof;
import dev.jeton.server.audit.AuditLog;
import dev.jeton.server.settings.Network;
import dev.jeton.tokens.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** The pipeline on a free port, with doors of tests or of a room and an audit log to look into. */
public final class TestServer implements AutoCloseable {
  public static final String PROOF = "Authorization: Bearer an-admin-token-for-tests-0123456789";
  public static final AccessSettings USUAL =
      new AccessSettings(AccessSettings.Anonymous.NOBODY, List.of(), List.of(), List.of());

  private static final InstantSource FIXED =
      InstantSource.fixed(Instant.parse("2026-11-21T00:00:00Z"));

  /** Long enough for every proper body of a test. */
  private static final long BODY_MILLIS = 500;

  public final RecordingAudit audit;
  public final WireClient client;
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  private final Vertx vertx = Vertx.vertx();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final AccessLog accessLog;

  TestServer(AccessSettings access) {
    this(access, Throttle.NONE);
  }

  /** With limits. */
  TestServer(AccessSettings access, Throttle throttle) {
    this(access, throttle, new RecordingAudit(), TestServer::openDoors);
  }

  /** With the doors of a room. */
  public TestServer(RecordingAudit audit, Doors room) {
    this(USUAL, Throttle.NONE, audit, room);
  }

  /** With the doors of a room and another audit log, which keeps what it gets to itself. */
  public TestServer(AuditLog audit, Doors room) {
    this(USUAL, Throttle.NONE, new RecordingAudit(), audit, room, List.of(), FIXED);
  }

  /** With the doors of a room, and one more proof besides the operator's. */
  public TestServer(Proof proof, RecordingAudit audit, Doors room) {
    this(USUAL, Throttle.NONE, audit, audit, room, List.of(proof), FIXED);
  }

  /** With limits, the doors of a room, and one more proof. */
  public TestServer(Throttle throttle, Proof proof, RecordingAudit audit, Doors room) {
    this(USUAL, throttle, audit, audit, room, List.of(proof), FIXED);
  }

  /** With limits and the doors of a room. */
  public TestServer(AccessSettings access, Throttle throttle, RecordingAudit audit, Doors room) {
    this(access, throttle, audit, audit, room, List.of(), FIXED);
  }

  /** With the doors of a room, further proofs that count, a clock to be moved, and other access. */
  public TestServer(
      AccessSettings access,
      RecordingAudit audit,
      Doors room,
      List<Proof> proofs,
      InstantSource clock) {
    this(access, Throttle.NONE, audit, audit, room, proofs, clock);
  }

  /** With limits, the doors of a room, and some of them standing open. */
  public TestServer(
      AccessSettings access,
      Throttle throttle,
      Openings openings,
      RecordingAudit audit,
      Doors room,
      List<Proof> proofs,
      InstantSource clock) {
    this(access, throttle, openings, audit, audit, room, proofs, clock);
  }

  private TestServer(
      AccessSettings access,
      Throttle throttle,
      RecordingAudit recording,
      AuditLog audit,
      Doors room,
      List<Proof> proofs,
      InstantSource clock) {
    this(access, throttle, Openings.NONE, recording, audit, room, proofs, clock);
  }

  private TestServer(
      AccessSettings access,
      Throttle throttle,
      Openings openings,
      RecordingAudit recording,
      AuditLog audit,
      Doors room,
      List<Proof> proofs,
      InstantSource clock) {
    this.audit = recording;
    DoorRegistry doors = new DoorRegistry();
    room.open(doors);
    accessLog =
        new AccessLog(new PrintStream(log, true, StandardCharsets.UTF_8), 1000, Thread::new);
    OriginCheck origins = new OriginCheck(access);
    List<Proof> all = new ArrayList<>(proofs);
    all.add(new OperatorProof(Secret.ofText(PROOF.substring(22))));
    Pipeline pipeline = new Pipeline(
        vertx,
        new Gate(new Arrivals(access), new Callers(all, access), origins, openings),
        throttle,
        doors,
        new CrossOrigin(origins),
        audit,
        new DoorMetrics(registry, doors),
        accessLog,
        new RequestIds(new Random(1)),
        clock,
        () -> 0,
        new InFlight(),
        BODY_MILLIS);
    Router router = Router.router(vertx);
    router.route().handler(pipeline).failureHandler(pipeline::handleUnreadable);
    HttpServer server = vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
    client = new WireClient(server.actualPort());
  }

  static AccessSettings withOrigins(String... origins) {
    return new AccessSettings(
        AccessSettings.Anonymous.NOBODY, List.of(), List.of(origins), List.of());
  }

  public static AccessSettings behindProxy() {
    return new AccessSettings(
        AccessSettings.Anonymous.NOBODY,
        List.of("tokens.example.com"),
        List.of(),
        List.of(Objects.requireNonNull(Network.parse("127.0.0.1"))));
  }

  static AccessSettings open() {
    return new AccessSettings(
        AccessSettings.Anonymous.ANYONE, List.of("tokens.example.com"), List.of(), List.of());
  }

  private static void openDoors(DoorRegistry doors) {
    doors.open(Door.get("/", Need.OPEN, call -> Answer.text(200, "here\n")));
    doors.open(Door.get(
        "/keys", Need.OPEN, call -> Answer.text(200, "").with("Cache-Control", "max-age=300")));
    doors.open(Door.get("/mint/{channel}/{uid}/", Need.MINT, TestServer::mintByPath));
    doors.open(Door.post("/mint", Need.MINT, TestServer::mintByBody)
        .audited("test-mint", "test")
        .errors((problem, id) ->
            Answer.json(problem.status(), Json.object(json -> json.put("error", problem.code())))));
    doors.open(
        Door.post("/verify", Need.VERIFY, call -> Answer.text(200, call.caller().id())));
    doors.open(Door.get("/inside", Need.INSIDE, call -> Answer.text(200, call.client())));
    doors.open(Door.get("/admin", Need.ADMINISTRATION, call -> Answer.text(200, "secret")));
    doors.open(Door.get("/loop", Need.MINT, TestServer::whereItRuns));
    doors.open(Door.get("/worker", Need.MINT, TestServer::whereItRuns).offTheLoop());
    doors.open(Door.get("/worker/forbidden", Need.MINT, call -> {
          throw new Refused(new Problem(403, "not-allowed", "not this channel"));
        })
        .offTheLoop());
    doors.open(Door.get("/fault", Need.MINT, call -> {
      throw new IllegalStateException("inner words");
    }));
  }

  private static Answer whereItRuns(Call call) {
    return Answer.text(200, Context.isOnEventLoopThread() ? "loop" : "worker")
        .audited(call.row("minted", null, Map.of()));
  }

  private static Answer mintByPath(Call call) {
    return Answer.text(
        200, call.path("channel") + " " + call.path("uid") + " " + call.query("expiry"));
  }

  private static Answer mintByBody(Call call) {
    String channel = call.body().text("channel");
    if (channel.equals("forbidden")) {
      throw new Refused(new Problem(403, "not-allowed", "not this channel"));
    }
    if (channel.equals("guessed")) {
      throw new Refused(new Problem(403, "not-allowed", "not this channel"))
          .recordedAs("GUESSED", Map.of("channel", channel));
    }
    return Answer.text(200, channel)
        .with("Jeton-Renew-At", "later")
        .audited(
            call.row("test-mint", "test", "minted", null, Map.of("channel", channel), "the-token"));
  }

  /** Stops it and gives what went into the access log. */
  String stopAndReadLog() {
    close();
    return log.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    accessLog.close();
  }
}
