package dev.jeton.server.agora;

import dev.jeton.tokens.agora.Service;
import java.util.List;
import java.util.Locale;

/** Services as a reader of the audit wants them: {@code rtc channel=lobby user=42 {1=0, 2=0}}. */
final class ServiceText {
  private ServiceText() {}

  static String of(List<Service> services) {
    StringBuilder text = new StringBuilder(64);
    for (Service service : services) {
      if (!text.isEmpty()) {
        text.append("; ");
      }
      text.append(service.getClass().getSimpleName().toLowerCase(Locale.ROOT));
      if (service instanceof Service.OfChannel s) {
        text.append(" channel=").append(s.channel().name()).append(" user=").append(s.user());
      } else if (service instanceof Service.OfUser s) {
        text.append(" user=").append(s.userId());
      }
      text.append(' ').append(service.privileges());
    }
    return text.toString();
  }
}
