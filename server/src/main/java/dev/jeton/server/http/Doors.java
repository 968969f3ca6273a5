package dev.jeton.server.http;

/** A room's doors. Every bean of this type is asked once, at start. */
public interface Doors {
  void open(DoorRegistry doors);
}
