package dev.jeton.server.revocations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AccessToken;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.RtcRole;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.jwt.Jwt;
import dev.jeton.tokens.jwt.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of every platform, revoked on the built server, and what outlives its restart. */
class RevocationsIT {
  private static final String REVOCATIONS = "/api/v1/revocations";
  private static final Random RANDOM = new Random();
  private static final String APP_ID = hex(16);
  private static final String CERTIFICATE = hex(16);
  private static final String OLD_SECRET = hex(32);
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
  private static final String LOBBY = ",`channel`:`lobby`,`uid`:";

  @TempDir
  static Path folder;

  private static RunningServer server;

  @BeforeAll
  static void start() throws IOException {
    Path config = Files.writeString(folder.resolve("jeton.yaml"), """
        agora: {app-id: %s, app-certificate: %s, allow: any-user}
        kandy:
          realms:
            desk:
              security-key: %s
              cipher: ecb
              to: [help@example.com]
              account: ["line-*@example.com"]
              default: true
        sunbird:
          credentials:
            main: {key: main-key, secret: %s, default: true}
            old: {key: old-key, secret: %s, profile: legacy, max-lifetime: 1d, allow: no-expiry}
            curve: {key: curve-key, secret-file: curve.pem, algorithm: ES256}
        """.formatted(
            APP_ID, CERTIFICATE, hex(8), hex(32), OLD_SECRET));
    Path pem = Files.writeString(folder.resolve("curve.pem"), pem());
    Files.setPosixFilePermissions(pem, PosixFilePermissions.fromString("rw-------"));
    Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
    server = RunningServer.start(folder, Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void anAgoraTokenIsRefusedInWhateverWayItIsWrittenDown() throws IOException {
    String token = agora(42);
    String other = agora(42);
    assertThat(reason("agora", token, LOBBY + "42")).isEqualTo("valid");
    JsonNode answer =
        revoke("`platform`:`agora`,`tokenId`:`" + TokenIds.of(token) + "`,`endless`:true", 201);
    assertThat(answer.path("notKnownTo").asText()).startsWith("Agora itself does not know of it");
    assertThat(reason("agora", token, LOBBY + "42")).isEqualTo("invalid REVOKED");
    String rewritten = rewritten(token);
    assertThat(rewritten).isNotEqualTo(token);
    assertThat(reason("agora", rewritten, LOBBY + "42")).isEqualTo("invalid REVOKED");
    assertThat(reason("agora", other, LOBBY + "42")).isEqualTo("valid");
    String foreign = rewritten(other);
    revoke("`platform`:`agora`,`token`:`" + foreign + "`", 201);
    assertThat(reason("agora", other, LOBBY + "42")).isEqualTo("invalid REVOKED");
    assertThat(verify("agora", token, LOBBY + "42").has("code"))
        .as("to strangers")
        .isFalse();
  }

  @Test
  void everythingOfAnAgoraUserGoesAlsoWhatLetsAnybodyIn() throws Exception {
    String own = agora(77);
    String anybodys = agora(0);
    String old = old(78);
    JsonNode answer =
        revoke("`platform`:`agora`,`project`:`default`,`user`:`77`,`reason`:`stolen`", 201);
    assertThat(answer.path("project").asText()).isEqualTo("default");
    assertThat(reason("agora", own, LOBBY + "77")).isEqualTo("invalid REVOKED");
    assertThat(reason("agora", anybodys, LOBBY + "77")).isEqualTo("invalid REVOKED");
    assertThat(reason("agora", anybodys, LOBBY + "79")).isEqualTo("valid");
    assertThat(reason("agora", old, LOBBY + "78")).isEqualTo("valid");
    revoke("`platform`:`agora`,`user`:`78`", 201);
    assertThat(reason("agora", old, LOBBY + "78")).isEqualTo("invalid REVOKED");
    assertThat(reason("agora", old(78), LOBBY + "78")).as("no time in it").contains("REVOKED");
    String before = Instant.now().minusSeconds(5).toString();
    revoke("`platform`:`agora`,`user`:`79`,`issuedBefore`:`" + before + "`", 201);
    assertThat(reason("agora", agora(79), LOBBY + "79")).isEqualTo("valid");
  }

  @Test
  void anyOfTheThreeOfAKandySetAndItsAccountCanBeRevoked() {
    JsonNode set = kandy("line-1@example.com");
    assertThat(kandyReason("/api/v1/verify", set)).isEqualTo("valid");
    String to = set.path("toToken").asText();
    revoke("`platform`:`kandy`,`token`:`" + to.toUpperCase(Locale.ROOT) + "`", 201);
    assertThat(kandyReason("/api/v1/verify", set)).isEqualTo("invalid REVOKED");
    assertThat(kandyReason("/api/v1/tokens/kandy/redeem", set)).isEqualTo("invalid REVOKED");
    assertThat(reason("kandy", to, ",`role`:`to`")).isEqualTo("invalid REVOKED");
    JsonNode later = kandy("line-2@example.com");
    assertThat(kandyReason("/api/v1/verify", later)).isEqualTo("valid");
    revoke("`platform`:`kandy`,`realm`:`desk`,`user`:`line-2@EXAMPLE.com`", 201);
    assertThat(kandyReason("/api/v1/tokens/kandy/redeem", later)).isEqualTo("invalid REVOKED");
    String account = later.path("accountToken").asText();
    assertThat(reason("kandy", account, ",`role`:`account`")).isEqualTo("invalid REVOKED");
    assertThat(kandyReason("/api/v1/verify", kandy("line-2@example.com"))).isEqualTo("valid");
  }

  @Test
  void aHubTokenIsRevokedByItsIdAndByItsIdentity() {
    Libp2pPrivateKey user = Libp2pPrivateKey.random(new Random(3));
    String token = hub(user);
    String other = hub(user);
    JsonNode answer = revoke("`platform`:`hub`,`token`:`" + token + "`", 201);
    assertThat(answer.path("tokenId").asText()).isEqualTo(claim(token, "jti"));
    assertThat(reason("hub", token, "")).isEqualTo("invalid REVOKED");
    assertThat(reason("hub", other, "")).isEqualTo("valid");
    revoke("`platform`:`hub`,`tokenId`:`" + claim(other, "jti") + "`,`endless`:true", 201);
    assertThat(reason("hub", other, "")).isEqualTo("invalid REVOKED");
    String third = hub(user);
    assertThat(reason("hub", third, "")).isEqualTo("valid");
    revoke("`platform`:`hub`,`user`:`" + user.publicKey().text() + "`", 201);
    assertThat(reason("hub", third, "")).isEqualTo("invalid REVOKED");
  }

  @Test
  void aSunbirdTokenIsRevokedByItselfByItsDeviceAndByAWatermark() {
    String token = sunbird("`did`:`phone-1`");
    assertThat(reason("sunbird", token, "")).isEqualTo("valid");
    JsonNode answer = revoke("`platform`:`sunbird`,`token`:`" + token + "`", 201);
    assertThat(answer.path("tokenId").asText()).isEqualTo(TokenIds.of(token));
    assertThat(answer.path("credential").asText()).isEqualTo("main");
    assertThat(reason("sunbird", token, "")).isEqualTo("invalid REVOKED");
    String other = sunbird("`did`:`phone-2`");
    assertThat(revoke("`platform`:`sunbird`,`user`:`phone-2`", 201).has("endsAt"))
        .as("a legacy credential is here")
        .isFalse();
    assertThat(reason("sunbird", other, "")).isEqualTo("invalid REVOKED");
    String bare = sunbird("`key`:`old-key`,`bare`:true");
    assertThat(reason("sunbird", bare, "")).isEqualTo("valid");
    String now = Instant.now().minusSeconds(600).toString();
    revoke("`platform`:`sunbird`,`credential`:`old`,`issuedBefore`:`" + now + "`", 201);
    assertThat(reason("sunbird", bare, "")).as("no time in it").isEqualTo("invalid REVOKED");
  }

  @Test
  void aMadeUpTokenRevokesNobodysAndSaysSo() {
    Libp2pPrivateKey user = Libp2pPrivateKey.random(new Random(4));
    String token = hub(user);
    String forged = resigned(token, new byte[64]);
    assertThat(code(revoke("`platform`:`hub`,`token`:`" + forged + "`", 400)))
        .isEqualTo("token-unverified");
    JsonNode all = revoke("`platform`:`hub`,`token`:`" + forged + "`,`unverified`:true", 201);
    assertThat(all.path("tokenId").asText()).isEqualTo(TokenIds.of(forged));
    String sunbird = sunbird("`did`:`phone-5`");
    assertThat(code(
            revoke("`platform`:`sunbird`,`token`:`" + resigned(sunbird, new byte[32]) + "`", 400)))
        .isEqualTo("token-unverified");
    assertThat(code(revoke("`platform`:`agora`,`token`:`" + old(80) + "`", 400)))
        .isEqualTo("token-unverified");
    assertThat(code(revoke("`platform`:`kandy`,`token`:`" + hex(48) + "`", 400)))
        .isEqualTo("token-unverified");
    assertThat(reason("hub", token, "")).isEqualTo("valid");
    assertThat(reason("sunbird", sunbird, "")).isEqualTo("valid");
    String six = old(81);
    revoke("`platform`:`agora`,`token`:`" + six + "`,`unverified`:true", 201);
    assertThat(reason("agora", six, LOBBY + "81")).isEqualTo("invalid REVOKED");
  }

  @Test
  void aSunbirdTokenWhoseIssuerStandsInTheHeaderIsRevokedByItself() {
    String token = Jwt.of(JsonObject.builder().put("sub", "ann").build())
        .withHeader(Jwt.header(Algorithm.HS256).put("iss", "old-key").build())
        .signedBy(SigningKey.hmac(Algorithm.HS256, Secret.ofText(OLD_SECRET)));
    assertThat(reason("sunbird", token, "")).isEqualTo("valid");
    revoke("`platform`:`sunbird`,`token`:`" + token + "`", 201);
    assertThat(reason("sunbird", token, "")).isEqualTo("invalid REVOKED");
  }

  @Test
  void theOtherSpellingOfAnEs256TokenIsRevokedWithIt() {
    String token = sunbird("`key`:`curve-key`");
    String twin = twin(token);
    assertThat(twin).isNotEqualTo(token);
    assertThat(reason("sunbird", twin, "")).isEqualTo("valid");
    revoke("`platform`:`sunbird`,`tokenId`:`" + TokenIds.of(token) + "`,`endless`:true", 201);
    assertThat(reason("sunbird", token, "")).isEqualTo("invalid REVOKED");
    assertThat(reason("sunbird", twin, "")).isEqualTo("invalid REVOKED");
  }

  @Test
  void aRepeatDoesNotGetATokenThatWasRevokedMeanwhile() {
    String request = quoted("{`channel`:`lobby`,`role`:`publisher`,`uid`:95}");
    String[] key = {"Idempotency-Key", "once-95"};
    Answer first = server.post("/api/v1/tokens/agora/rtc", request, key);
    assertThat(server.post("/api/v1/tokens/agora/rtc", request, key).body())
        .isEqualTo(first.body());
    String batch =
        quoted("[{`platform`:`kandy`,`to`:`help@example.com`,`account`:`line-9@example.com`}]");
    String[] other = {"Idempotency-Key", "once-96"};
    Answer set = server.post("/api/v1/tokens/batch", batch, other);
    assertThat(set.status()).as(set.body()).isEqualTo(200);
    revoke("`platform`:`agora`,`token`:`" + first.json().path("token").asText() + "`", 201);
    revoke("`platform`:`kandy`,`user`:`line-9@example.com`", 201);
    for (Answer again : List.of(
        server.post("/api/v1/tokens/agora/rtc", request, key),
        server.post("/api/v1/tokens/batch", batch, other))) {
      assertThat(again.status()).as(again.body()).isEqualTo(409);
      assertThat(code(again.json())).isEqualTo("idempotency-revoked");
    }
  }

  @Test
  void whatRefusesATokenForEverIsDeletedByAnOperator() {
    String token = agora(91);
    String id = revoke(
            "`platform`:`agora`,`tokenId`:`" + TokenIds.of(token) + "`,`endless`:true", 201)
        .path("id")
        .asText();
    assertThat(reason("agora", token, LOBBY + "91")).isEqualTo("invalid REVOKED");
    assertThat(server
            .send(REVOCATIONS + "/" + id, HttpRequest.Builder::DELETE, proof())
            .status())
        .isEqualTo(204);
    assertThat(reason("agora", token, LOBBY + "91")).isEqualTo("valid");
  }

  @Test
  void itOutlivesARestart() throws IOException {
    String token = agora(90);
    String id =
        revoke("`platform`:`agora`,`token`:`" + token + "`", 201).path("id").asText();
    server.kill();
    server = RunningServer.start(folder, Map.of());
    assertThat(reason("agora", token, LOBBY + "90")).isEqualTo("invalid REVOKED");
    assertThat(
            server.get(REVOCATIONS + "/" + id, proof()).json().path("refuses").asText())
        .isEqualTo("the token of project default with this id");
    assertThat(
            revoke("`platform`:`agora`,`token`:`" + token + "`", 200).path("id").asText())
        .isEqualTo(id);
    assertThat(server.get(REVOCATIONS + "?platform=agora", proof()).json().path("items"))
        .extracting(one -> one.path("id").asText())
        .contains(id);
  }

  @Test
  void whatIsOfNobodyHereIsNotRevoked() {
    revoke("`platform`:`agora`,`token`:`007nonsense`", 400);
    revoke("`platform`:`agora`,`project`:`nobodys`,`user`:`1`", 404);
    revoke("`platform`:`hub`,`user`:`ann`", 400);
    revoke("`platform`:`none`,`user`:`ann`", 400);
    assertThat(server.get(REVOCATIONS).status()).isEqualTo(401);
    assertThat(server.post(REVOCATIONS, "{}").status()).isEqualTo(401);
  }

  /** A P-256 key in PKCS#8 with its public half, which the JDK leaves out. */
  private static String pem() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
      keys.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = keys.generateKeyPair();
      ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
      String der = String.format(
          "308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420%064x"
              + "a14403420004%064x%064x",
          ((ECPrivateKey) pair.getPrivate()).getS(), point.getAffineX(), point.getAffineY());
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder().encodeToString(HexFormat.of().parseHex(der))
          + "\n-----END PRIVATE KEY-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String agora(long uid) {
    return minted("agora/rtc", "`channel`:`lobby`,`role`:`publisher`,`uid`:" + uid)
        .path("token")
        .asText();
  }

  /** A 006 token. */
  private static String old(long uid) {
    Instant now = Instant.now();
    return AccessToken.rtc(
            new AppId(APP_ID),
            new Channel("lobby"),
            AgoraUser.uid(uid),
            RtcRole.PUBLISHER,
            now.plus(Duration.ofHours(1)))
        .issuedAt(now)
        .salt(7)
        .sign(AppCertificate.of(Secret.ofText(CERTIFICATE)));
  }

  /** The same content in other bytes. */
  private static String rewritten(String token) throws IOException {
    byte[] packed = Base64.getDecoder().decode(token.substring(3));
    byte[] content;
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(packed), new Inflater())) {
      content = in.readAllBytes();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(0))) {
      out.write(content);
    }
    return "007" + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static JsonNode kandy(String account) {
    return minted("kandy", "`to`:`help@example.com`,`account`:`" + account + "`");
  }

  private static String kandyReason(String path, JsonNode set) {
    String members = "`realm`:`desk`,`accountToken`:`%s`,`fromToken`:`%s`,`toToken`:`%s`"
        .formatted(
            set.path("accountToken").asText(),
            set.path("fromToken").asText(),
            set.path("toToken").asText());
    String verify = path.endsWith("verify") ? "`platform`:`kandy`,`lenient`:true," : "";
    return reason(
        server.post(path, quoted("{" + verify + members + "}"), proof()).json());
  }

  private static String hub(Libp2pPrivateKey user) {
    JsonNode challenge =
        minted("hub/challenges", "`publicKey`:`" + user.publicKey().text() + "`");
    byte[] signed = Base64.getUrlDecoder().decode(challenge.path("challenge").asText());
    String signature = Base64.getEncoder().encodeToString(user.sign(signed));
    return minted(
            "hub",
            "`challengeId`:`" + challenge.path("challengeId").asText() + "`,`signature`:`"
                + signature + "`")
        .path("token")
        .asText();
  }

  private static String sunbird(String members) {
    return minted("sunbird", members).path("token").asText();
  }

  /** The same with another signature. */
  private static String resigned(String jwt, byte[] signature) {
    return jwt.substring(0, jwt.lastIndexOf('.') + 1)
        + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  /** The same ES256 token with n - s in the place of s. */
  private static String twin(String jwt) {
    byte[] signature = Base64.getUrlDecoder().decode(jwt.substring(jwt.lastIndexOf('.') + 1));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
    String other = String.format("%064x", ORDER.subtract(s));
    System.arraycopy(HexFormat.of().parseHex(other), 0, signature, 32, 32);
    return resigned(jwt, signature);
  }

  private static String code(JsonNode problem) {
    return problem.path("code").asText();
  }

  private static String claim(String jwt, String claim) {
    try {
      byte[] payload = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]);
      return new ObjectMapper().readTree(payload).path(claim).asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode minted(String kind, String members) {
    Answer answer = server.post("/api/v1/tokens/" + kind, quoted("{" + members + "}"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode revoke(String members, int status) {
    Answer answer = server.post(REVOCATIONS, quoted("{" + members + "}"), proof());
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    return answer.json();
  }

  private static String reason(String platform, String token, String more) {
    return reason(verify(platform, token, more, proof()));
  }

  private static String reason(JsonNode answer) {
    return answer.path("valid").asBoolean()
        ? "valid"
        : answer.path("reason").asText() + " " + answer.path("code").asText();
  }

  private static JsonNode verify(String platform, String token, String more, String... headers) {
    String body =
        "{`platform`:`%s`,`token`:`%s`,`lenient`:true%s}".formatted(platform, token, more);
    return server.post("/api/v1/verify", quoted(body), headers).json();
  }

  /** ` is a quote. */
  private static String quoted(String body) {
    return body.replace('`', '"');
  }

  private static String hex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static String[] proof() {
    try {
      return new String[] {"Authorization", "Bearer " + server.adminToken()};
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
