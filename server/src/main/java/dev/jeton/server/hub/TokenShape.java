package dev.jeton.server.hub;

import java.time.Duration;

/**
 * What an issuer's tokens look like.
 *
 * @param lifetime how long they live, where their form knows an end
 * @param audience for whom they are, where their form says so
 */
public record TokenShape(TokenForm form, Duration lifetime, String audience) {}
