package dev.jeton.tokens.agora;

/** Writes one service of a 007 token: uint16 type, privileges, then the fields of its type. */
final class ServiceWriter {
  private ServiceWriter() {}

  static void write(Service service, Packer out) {
    out.uint16(service.type());
    service.privileges().packTo(out);
    if (service instanceof Service.OfChannel s) {
      out.string(s.channel().name());
      s.user().packTo(out);
    } else if (service instanceof Service.Apaas s) {
      out.string(s.roomUuid());
      out.string(s.userId());
      out.uint16(s.role());
    } else if (service instanceof Service.OfUser s) {
      out.string(s.userId());
      if (s instanceof Service.Rtm2 rtm2) {
        rtm2.permissions().packTo(out);
      }
    }
  }
}
