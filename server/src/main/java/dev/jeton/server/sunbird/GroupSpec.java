package dev.jeton.server.sunbird;

import java.util.Optional;

/**
 * What an operator says of a group of APIs.
 *
 * @param code what gateways know it by
 * @param environment where it is, such as {@code qa} or {@code production}
 */
public record GroupSpec(
    String code,
    Optional<String> title,
    Optional<String> description,
    Optional<String> environment) {}
