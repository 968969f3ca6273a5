package dev.jeton.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends requests exactly as written, also such as no proper client would send. */
public final class WireClient {
  private static final int PATIENCE_MILLIS = 20_000;

  private final int port;

  public WireClient(int port) {
    this.port = port;
  }

  public String url(String target) {
    return "http://localhost:" + port + target;
  }

  /** An answer as it came. */
  public record WireAnswer(int status, List<String> headers, String body) {
    public @Nullable String header(String name) {
      for (String line : headers) {
        if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
          return line.substring(name.length() + 1).strip();
        }
      }
      return null;
    }
  }

  public WireAnswer get(String target, String... headers) throws IOException {
    return send(head("GET", target, headers) + "\r\n");
  }

  public WireAnswer post(String target, String json, String... headers) throws IOException {
    return send(head("POST", target, headers)
        + "Content-Type: application/json\r\nContent-Length: "
        + json.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + json);
  }

  /** Request line and headers; a Host header is added unless one is among them. */
  public String head(String method, String target, String... headers) {
    StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    boolean host = false;
    for (String header : headers) {
      host |= header.regionMatches(true, 0, "Host:", 0, 5);
      text.append(header).append("\r\n");
    }
    return host
        ? text.toString()
        : text.append("Host: localhost:" + port + "\r\n").toString();
  }

  public WireAnswer send(String request) throws IOException {
    try (Socket socket = open()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return read(socket);
    }
  }

  public Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** Sends the head and then endless chunks until the server has enough. */
  public WireAnswer sendEndlessly(String head) throws IOException {
    try (Socket socket = open()) {
      socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
      byte[] chunk = ("2000\r\n" + " ".repeat(0x2000) + "\r\n").getBytes(StandardCharsets.UTF_8);
      try {
        while (socket.getInputStream().available() == 0) {
          socket.getOutputStream().write(chunk);
        }
      } catch (SocketException closed) {
        // The server closed its side; its answer may still wait to be read.
      }
      return read(socket);
    }
  }

  public static WireAnswer read(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the connection ended before an answer");
      }
      head.write(next);
    }
    List<String> lines =
        new ArrayList<>(head.toString(StandardCharsets.ISO_8859_1).lines().toList());
    int status = Integer.parseInt(lines.remove(0).substring(9, 12));
    WireAnswer headOnly = new WireAnswer(status, lines, "");
    String length = headOnly.header("Content-Length");
    byte[] body = length == null ? new byte[0] : in.readNBytes(Integer.parseInt(length));
    return new WireAnswer(status, lines, new String(body, StandardCharsets.UTF_8));
  }
}
