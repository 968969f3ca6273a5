package dev.jeton.server.outbound;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer, up to so many. */
public final class BoundedBytes implements BodySubscriber<byte[]> {
  private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
  private final long most;
  private long length;
  private Flow.@Nullable Subscription subscription;

  /** There are more of them. */
  public static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong(long most) {
      super("an answer of more than " + most + " bytes");
    }
  }

  /** Fails with {@link TooLong} as soon as there are more. */
  public BoundedBytes(long most) {
    this.most = most;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return bytes.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    bytes.onSubscribe(given);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    buffers.forEach(buffer -> length += buffer.remaining());
    if (length <= most) {
      bytes.onNext(buffers);
      return;
    }
    if (subscription != null) {
      subscription.cancel();
    }
    bytes.onError(new TooLong(most));
  }

  @Override
  public void onError(Throwable fault) {
    bytes.onError(fault);
  }

  @Override
  public void onComplete() {
    bytes.onComplete();
  }
}
