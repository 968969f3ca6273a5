package dev.jeton.server.access;

import io.vertx.core.MultiMap;
import java.util.List;

/**
 * What the network says about a request, before anything is believed.
 *
 * @param peer the address of the other end of the connection
 * @param tls whether the connection to here is encrypted
 * @param hosts every host that the request names; a proper request names one
 * @param headers its headers
 */
public record Incoming(String peer, boolean tls, List<String> hosts, MultiMap headers) {}
