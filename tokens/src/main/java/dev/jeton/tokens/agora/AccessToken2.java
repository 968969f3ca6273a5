package dev.jeton.tokens.agora;

import dev.jeton.tokens.crypto.HmacSha256;
import dev.jeton.tokens.encoding.StrictBase64;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Mints Agora's AccessToken2, the {@code 007} token.
 *
 * <p>Layout: {@code "007"} + Base64( zlib( str(signature) ‖ signingInfo ) ), where signingInfo is
 * {@code str(appId), uint32 issueTs, uint32 expire, uint32 salt, uint16 serviceCount, services},
 * all little-endian; each service is {@code uint16 type, privileges, fields}, ascending by type and
 * otherwise in the order added. {@code expire} and privileges are seconds after {@code issueTs}.
 *
 * <pre>{@code
 * String token = AccessToken2.forApp(appId)
 *     .issuedAt(clock.instant())
 *     .validFor(Duration.ofHours(1))
 *     .salt(Salt.random(random))
 *     .rtc(new Channel("lobby"), AgoraUser.uid(42), RtcRole.PUBLISHER, Duration.ofHours(1))
 *     .sign(certificate);
 * }</pre>
 *
 * <p>The official builders as chains of this one:
 *
 * <table>
 * <caption>official builder and chain</caption>
 * <tr><td>RtcTokenBuilder2.buildTokenWithUid, ...UserAccount</td><td>{@code rtc(channel, user, role, d)}</td></tr>
 * <tr><td>...AndPrivilege</td><td>{@code rtc(channel, user, join, audio, video, data)}</td></tr>
 * <tr><td>buildTokenWithRtm</td><td>{@code rtc(...).rtm(account, d)}</td></tr>
 * <tr><td>buildTokenWithRtm2</td><td>{@code rtc(channel, user, join, audio, video, data)} or, for a
 *     subscriber, {@code rtc(channel, user, SUBSCRIBER, join)}; then {@code .rtm(rtmUser, d)}</td></tr>
 * <tr><td>RtmTokenBuilder2.buildToken</td><td>{@code rtm(userId, d)}</td></tr>
 * <tr><td>RtmTokenBuilder2.buildTokenWithPermissions</td><td>{@code rtm2(userId, permissions, d)}</td></tr>
 * <tr><td>ChatTokenBuilder2.buildUserToken, buildAppToken</td><td>{@code chatUser(userId, d)}, {@code chatApp(d)}</td></tr>
 * <tr><td>ApaasTokenBuilder (EducationTokenBuilder2)</td><td>{@code apaasRoomUser(...)}, {@code apaasUser(...)}, {@code apaasApp(d)}</td></tr>
 * <tr><td>FpaTokenBuilder.buildToken</td><td>{@code validFor(24 h).fpa()}</td></tr>
 * <tr><td>ConvoAITokenBuilder, SttTokenBuilder</td><td>as buildTokenWithRtm2, then {@code convoAi()} or {@code stt()}</td></tr>
 * </table>
 *
 * <p>Where official Java 2.1.3 is wrong this is not: the Chat privilege of {@code apaasRoomUser}
 * lands on the Chat service, and the Chat user id is the full 32-digit MD5.
 *
 * <p>Limits: each text 65,535 bytes of UTF-8, the whole content 65,536 bytes; times are whole seconds
 * in 0..4294967295. Agora treats lifetimes over 24 h as 24 h. Not thread-safe; build one per token.
 *
 * <p>Source: AgoraIO/Tools, {@code AccessToken2} in all languages.
 */
public final class AccessToken2 {
  /** The first three characters of the text. */
  public static final String VERSION = "007";

  /** The longest lifetime that Agora honours. */
  public static final Duration MAX_LIFETIME = Duration.ofHours(24);

  private static final int SIGNATURE_FIELD = 2 + HmacSha256.LENGTH;

  private final AppId appId;
  private @Nullable Service first;
  /** All of them, once there is a second: most tokens have one, and a list costs 56 bytes. */
  private @Nullable List<Service> services;

  private long issuedAt = -1;
  private long lifetime = -1;
  private int salt;
  private boolean salted;

  private AccessToken2(AppId appId) {
    this.appId = appId;
  }

  /** Starts a token of a project. */
  public static AccessToken2 forApp(AppId appId) {
    return new AccessToken2(appId);
  }

  /**
   * When it is issued, to the second below; 1970 to 2106.
   *
   * @throws IllegalArgumentException outside of that
   */
  public AccessToken2 issuedAt(Instant instant) {
    return issuedAt(instant.getEpochSecond());
  }

  /**
   * When it is issued, in unix seconds.
   *
   * @throws IllegalArgumentException outside of 0..4294967295
   */
  public AccessToken2 issuedAt(long epochSecond) {
    issuedAt = UnsignedSeconds.check("the issue time", epochSecond);
    return this;
  }

  /**
   * How long the token as a whole lives; Agora honours 24 hours at most.
   *
   * @throws IllegalArgumentException unless it is whole seconds in 0..4294967295
   */
  public AccessToken2 validFor(Duration duration) {
    return validFor(UnsignedSeconds.of("the lifetime", duration));
  }

  /**
   * How long the token as a whole lives, in seconds; Agora honours 24 hours at most.
   *
   * @throws IllegalArgumentException outside of 0..4294967295
   */
  public AccessToken2 validFor(long seconds) {
    lifetime = UnsignedSeconds.check("the lifetime", seconds);
    return this;
  }

  /** The salt, all 32 bits of it; see {@link Salt#random}. */
  public AccessToken2 salt(int value) {
    salt = value;
    salted = true;
    return this;
  }

  /**
   * Adds RTC for a role; {@code privileges} zero means until the token ends.
   *
   * @throws IllegalArgumentException unless it is whole seconds in 0..4294967295
   */
  public AccessToken2 rtc(Channel channel, AgoraUser user, RtcRole role, Duration privileges) {
    long seconds = UnsignedSeconds.of("the privileges' lifetime", privileges);
    return service(new Service.Rtc(channel, user, Privileges.rtc(role, seconds)));
  }

  /**
   * Adds RTC with a lifetime for each privilege; zero means until the token ends.
   *
   * @throws IllegalArgumentException unless each is whole seconds in 0..4294967295
   */
  public AccessToken2 rtc(
      Channel channel,
      AgoraUser user,
      Duration join,
      Duration audio,
      Duration video,
      Duration data) {
    Privileges privileges = Privileges.rtc(
        UnsignedSeconds.of("join", join),
        UnsignedSeconds.of("audio", audio),
        UnsignedSeconds.of("video", video),
        UnsignedSeconds.of("data", data));
    return service(new Service.Rtc(channel, user, privileges));
  }

  /** Adds a login to Signaling. */
  public AccessToken2 rtm(String userId, Duration login) {
    return service(new Service.Rtm(userId, one(Privileges.JOIN, login)));
  }

  /** Adds a login to Signaling with permissions for single resources. */
  public AccessToken2 rtm2(String userId, RtmPermissions permissions, Duration login) {
    return service(new Service.Rtm2(userId, permissions, one(Privileges.JOIN, login)));
  }

  /** Adds a Chat user. */
  public AccessToken2 chatUser(String userId, Duration lifetime) {
    return service(new Service.Chat(userId, one(Service.Chat.USER, lifetime)));
  }

  /** Adds Chat administration: such a token may call the Chat REST API for the whole app. */
  public AccessToken2 chatApp(Duration lifetime) {
    return service(new Service.Chat("", one(Service.Chat.APP, lifetime)));
  }

  /**
   * Adds a member of an APaaS room with the Signaling and Chat logins that the room needs; the Chat
   * user is the lower-case hex MD5 of {@code userUuid}.
   */
  public AccessToken2 apaasRoomUser(String roomUuid, String userUuid, int role, Duration lifetime) {
    Privileges roomUser = one(Service.Apaas.ROOM_USER, lifetime);
    return service(new Service.Apaas(roomUuid, userUuid, role, roomUser))
        .rtm(userUuid, lifetime)
        .chatUser(md5(userUuid), lifetime);
  }

  /** Adds an APaaS user outside of rooms. */
  public AccessToken2 apaasUser(String userUuid, Duration lifetime) {
    Privileges user = one(Service.Apaas.USER, lifetime);
    return service(new Service.Apaas("", userUuid, Service.Apaas.NO_ROLE, user));
  }

  /** Adds APaaS administration. */
  public AccessToken2 apaasApp(Duration lifetime) {
    Privileges app = one(Service.Apaas.APP, lifetime);
    return service(new Service.Apaas("", "", Service.Apaas.NO_ROLE, app));
  }

  /** Adds FPA; the official builder sets no end of its own and a token lifetime of 24 h. */
  public AccessToken2 fpa() {
    return service(new Service.Fpa(Privileges.of(Privileges.JOIN, 0)));
  }

  /** Adds conversational AI. */
  public AccessToken2 convoAi() {
    return service(new Service.ConvoAi(Privileges.none()));
  }

  /** Adds speech to text. */
  public AccessToken2 stt() {
    return service(new Service.Stt(Privileges.none()));
  }

  /** Adds any service; several of one type are allowed. */
  public AccessToken2 service(Service service) {
    if (first == null) {
      first = service;
    } else {
      add(first, service);
    }
    return this;
  }

  private void add(Service before, Service service) {
    if (services == null) {
      services = new ArrayList<>(3);
      services.add(before);
    }
    services.add(service);
  }

  /**
   * The token's text.
   *
   * @throws IllegalStateException if issue time, lifetime, salt or services were not given
   * @throws IllegalArgumentException if a text or the whole is too long
   */
  public String sign(AppCertificate certificate) {
    complete();
    Signer signer = Signer.ofThread();
    Packer out = signer.packer;
    out.clear();
    out.uint16(HmacSha256.LENGTH);
    out.skip(HmacSha256.LENGTH);
    out.string(appId.text());
    out.uint32((int) issuedAt);
    out.uint32((int) lifetime);
    out.uint32(salt);
    packServices(out);
    return signed(signer, certificate, (int) issuedAt, salt);
  }

  private void packServices(Packer out) {
    if (services == null) {
      out.uint16(1);
      ServiceWriter.write(Objects.requireNonNull(first), out);
      return;
    }
    services.sort(Comparator.comparingInt(Service::type));
    out.uint16(services.size());
    for (Service service : services) {
      ServiceWriter.write(service, out);
    }
  }

  private static String signed(
      Signer signer, AppCertificate certificate, int issueTs, int saltValue) {
    Packer out = signer.packer;
    byte[] payload = out.bytes();
    int infoLength = out.length() - SIGNATURE_FIELD;
    signer.sign007(
        certificate, issueTs, saltValue, payload, SIGNATURE_FIELD, infoLength, payload, 2);
    signer.zlib.encode(payload, out.length());
    return text(signer);
  }

  /** Of what the signer has compressed. */
  static String text(Signer signer) {
    int compressed = signer.zlib.length();
    byte[] text = signer.text(VERSION.length() + StrictBase64.encodedLength(compressed));
    text[0] = '0';
    text[1] = '0';
    text[2] = '7';
    int end = StrictBase64.encode(signer.zlib.bytes(), compressed, text, VERSION.length());
    return new String(text, 0, end, StandardCharsets.ISO_8859_1);
  }

  private void complete() {
    String missing = missing();
    if (missing != null) {
      throw new IllegalStateException("an AccessToken2 needs " + missing);
    }
  }

  private @Nullable String missing() {
    if (issuedAt < 0) {
      return "issuedAt";
    }
    if (lifetime < 0) {
      return "validFor";
    }
    if (!salted) {
      return "salt";
    }
    return first == null ? "at least one service" : null;
  }

  private static Privileges one(int id, Duration lifetime) {
    return Privileges.of(id, UnsignedSeconds.of("the privilege's lifetime", lifetime));
  }

  private static String md5(String text) {
    try {
      byte[] hash = java.security.MessageDigest.getInstance("MD5")
          .digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
