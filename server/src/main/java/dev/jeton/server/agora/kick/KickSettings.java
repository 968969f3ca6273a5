package dev.jeton.server.agora.kick;

import java.net.URI;

/** Where Agora's RESTful API is. */
public record KickSettings(URI api) {}
