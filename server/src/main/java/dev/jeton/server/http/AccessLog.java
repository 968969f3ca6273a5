package dev.jeton.server.http;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One line per request. Lines wait in a bounded buffer for a thread of their own; when it is full,
 * or they cannot be written, they are dropped and counted, because no request waits for its log line.
 */
public final class AccessLog implements AutoCloseable {
  private static final String END = "";
  private static final int MOST_WAITING = 16 * 1024;
  private static final int BATCH = 512;

  private final BlockingQueue<String> waiting;
  private final AtomicLong dropped = new AtomicLong();
  private final OutputStream out;
  private final Thread writer;

  AccessLog(OutputStream out, int mostWaiting, ThreadFactory threads) {
    this.out = out;
    waiting = new ArrayBlockingQueue<>(mostWaiting);
    writer = threads.newThread(this::write);
    writer.start();
  }

  /** A log on standard output. */
  public static AccessLog toStandardOutput(ThreadFactory threads) {
    // Not System.out, which keeps to itself that it could not write.
    return new AccessLog(new FileOutputStream(FileDescriptor.out), MOST_WAITING, threads);
  }

  /** A log at the end of a file. */
  public static AccessLog toFile(Path file, ThreadFactory threads) throws IOException {
    OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return new AccessLog(out, MOST_WAITING, threads);
  }

  void line(String line) {
    if (!waiting.offer(line)) {
      dropped.incrementAndGet();
    }
  }

  long dropped() {
    return dropped.get();
  }

  private void write() {
    List<String> batch = new ArrayList<>(BATCH);
    boolean closing = false;
    try {
      while (!closing) {
        batch.add(waiting.take());
        waiting.drainTo(batch, BATCH - 1);
        closing = batch.remove(END);
        write(batch);
        batch.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Of a batch that fails nobody knows how much was written, so all of it counts as dropped. */
  private void write(List<String> batch) {
    StringBuilder text = new StringBuilder();
    for (String line : batch) {
      text.append(line).append(System.lineSeparator());
    }
    try {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      dropped.addAndGet(batch.size());
    }
  }

  /** Writes what waits, and stops. */
  @Override
  public void close() {
    try {
      waiting.put(END);
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
