package dev.jeton.server.limits;

/** Who is somebody else on every node, such as a program on this machine; other nodes are not told. */
record OnThisNode(Object key) {}
