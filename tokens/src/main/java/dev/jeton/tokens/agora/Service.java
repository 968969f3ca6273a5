package dev.jeton.tokens.agora;

/**
 * One service inside a 007 token. All ten that Agora defines; each record names its type number, its
 * fields in wire order and its privilege ids.
 */
public sealed interface Service {

  /** The unsigned 16-bit type on the wire; services are packed in ascending order of it. */
  int type();

  /** What may be done and until when, in seconds after the issue time. */
  Privileges privileges();

  /** A service for one member of one channel. */
  sealed interface OfChannel extends Service {
    Channel channel();

    AgoraUser user();
  }

  /** A service for one user of the whole project. */
  sealed interface OfUser extends Service {
    /** The user; empty where the token speaks for the app itself. */
    String userId();
  }

  /** Type 1: audio and video. Privileges: 1 join, 2 audio, 3 video, 4 data. */
  record Rtc(Channel channel, AgoraUser user, Privileges privileges) implements OfChannel {
    public static final int TYPE = 1;

    @Override
    public int type() {
      return TYPE;
    }
  }

  /** Type 2: Signaling (RTM). Privilege: 1 log in. */
  record Rtm(String userId, Privileges privileges) implements OfUser {
    public static final int TYPE = 2;

    @Override
    public int type() {
      return TYPE;
    }
  }

  /** Type 3: Streaming. Privileges: 1 publish a mixed stream, 2 publish a raw stream. */
  record Streaming(Channel channel, AgoraUser user, Privileges privileges) implements OfChannel {
    public static final int TYPE = 3;

    @Override
    public int type() {
      return TYPE;
    }
  }

  /** Type 4: FPA. Privilege: 1 log in. */
  record Fpa(Privileges privileges) implements Service {
    public static final int TYPE = 4;

    @Override
    public int type() {
      return TYPE;
    }
  }

  /** Type 5: Chat. Privileges: 1 user, 2 app; the user id is empty in an app token. */
  record Chat(String userId, Privileges privileges) implements OfUser {
    public static final int TYPE = 5;

    /** The privilege of one user. */
    public static final int USER = 1;

    /** The privilege to administer Chat of the whole project. */
    public static final int APP = 2;

    @Override
    public int type() {
      return TYPE;
    }
  }

  /** Type 6: FCDN. Privileges: 1 publish, 2 play. */
  record Fcdn(Channel channel, AgoraUser user, Privileges privileges) implements OfChannel {
    public static final int TYPE = 6;

    @Override
    public int type() {
      return TYPE;
    }
  }

  /**
   * Type 7: APaaS, formerly Education. Privileges: 1 room user, 2 user, 3 app. The role is a signed
   * 16-bit number, -1 where there is none.
   */
  record Apaas(String roomUuid, String userId, int role, Privileges privileges) implements OfUser {
    public static final int TYPE = 7;

    /** The privilege of one user in one room. */
    public static final int ROOM_USER = 1;

    /** The privilege of one user. */
    public static final int USER = 2;

    /** The privilege of the app itself. */
    public static final int APP = 3;

    /** Stands in the token where there is no role. */
    public static final int NO_ROLE = -1;

    public Apaas {
      if (role < Short.MIN_VALUE || role > Short.MAX_VALUE) {
        throw new IllegalArgumentException("an APaaS role is -32768..32767, not " + role);
      }
    }

    @Override
    public int type() {
      return TYPE;
    }
  }

  /** Type 8: Signaling with permissions for single resources. Privilege: 1 log in. */
  record Rtm2(String userId, RtmPermissions permissions, Privileges privileges) implements OfUser {
    public static final int TYPE = 8;

    @Override
    public int type() {
      return TYPE;
    }
  }

  /** Type 9: conversational AI. Agora defines no privileges for it. */
  record ConvoAi(Privileges privileges) implements Service {
    public static final int TYPE = 9;

    @Override
    public int type() {
      return TYPE;
    }
  }

  /** Type 10: speech to text. Agora defines no privileges for it. */
  record Stt(Privileges privileges) implements Service {
    public static final int TYPE = 10;

    @Override
    public int type() {
      return TYPE;
    }
  }
}
