package dev.jeton.server.alerts;

import dev.jeton.tokens.Secret;
import java.util.Optional;

/** How mail is sent; without a server none is. */
record MailSettings(Optional<Server> server) {

  /** Whom mail is given to. */
  record Server(String host, int port, Tls tls, String from, Optional<Login> login) {}

  /** How one proves oneself there. */
  record Login(String user, Secret password) {}

  /** How the connection is protected. */
  enum Tls {
    STARTTLS,
    TLS,
    OFF
  }
}
