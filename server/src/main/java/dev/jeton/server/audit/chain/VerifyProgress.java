package dev.jeton.server.audit.chain;

/** Told now and then how far a verification has come. */
@FunctionalInterface
public interface VerifyProgress {
  void read(long bytesDone, long bytesTotal);
}
