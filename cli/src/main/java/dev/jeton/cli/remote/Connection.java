package dev.jeton.cli.remote;

import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.VisibleText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** The wire to a server; whatever breaks on it is one plain line. */
final class Connection {
  private static final Duration CONNECTING = Duration.ofSeconds(5);

  private final ServerAddress address;
  private final String advice;
  private final HttpClient client;

  Connection(ServerAddress address) {
    this(address, "start one with jeton serve, or name another with --server");
  }

  /**
   * To any server.
   *
   * @param advice what to do when none answers
   */
  Connection(ServerAddress address, String advice) {
    this.address = address;
    this.advice = advice;
    this.client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECTING)
        .build();
  }

  /** Java's own timeout ends with the headers; this one holds for what the handler reads too. */
  <T> HttpResponse<T> send(
      HttpRequest request, HttpResponse.BodyHandler<T> handler, Duration patience) {
    CompletableFuture<HttpResponse<T>> response = client.sendAsync(request, handler);
    try {
      return response.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      response.cancel(true);
      throw new FaultException(
          "the server at " + shown() + " did not answer within " + patience.toSeconds()
              + " s; look whether it was done before you try again",
          e);
    } catch (InterruptedException e) {
      response.cancel(true);
      Thread.currentThread().interrupt();
      throw new FaultException("interrupted while waiting for the server at " + shown(), e);
    } catch (ExecutionException e) {
      throw broken(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  /** What to say of it. */
  FaultException broken(Throwable fault) {
    if (fault instanceof HttpConnectTimeoutException
        || fault instanceof ConnectException
        || fault instanceof UnresolvedAddressException) {
      return new FaultException("no server answers at " + shown() + "; " + advice, fault);
    }
    if (fault instanceof SSLException) {
      return new FaultException(
          "no safe connection to " + shown()
              + ": its certificate is not trusted here, or it does not speak TLS",
          fault);
    }
    if (fault instanceof IOException) {
      return new FaultException(
          "the connection to " + shown()
              + " broke off; look whether it was done before you try again",
          fault);
    }
    throw new IllegalStateException(fault);
  }

  private String shown() {
    return VisibleText.of(address.toString());
  }
}
