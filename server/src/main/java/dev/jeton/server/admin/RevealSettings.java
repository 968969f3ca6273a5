package dev.jeton.server.admin;

/**
 * Whether operators may see stored secrets again.
 *
 * @param on whether at all
 * @param mostInAnHour how many this node shows in any hour, to all operators together
 */
public record RevealSettings(boolean on, int mostInAnHour) {}
