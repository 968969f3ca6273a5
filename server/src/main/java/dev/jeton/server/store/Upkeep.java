package dev.jeton.server.store;

/** What a room does in the store every now and then. Runs on a thread of its own and may block. */
public interface Upkeep extends Runnable {}
