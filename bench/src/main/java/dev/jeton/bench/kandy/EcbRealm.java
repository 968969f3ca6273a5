package dev.jeton.bench.kandy;

import dev.jeton.tokens.kandy.KandyCipher;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An ECB realm, and the bare cryptography of its tokens. */
@State(Scope.Thread)
public class EcbRealm {
  final Calls calls = new Calls(KandyCipher.ECB);
  final BareAes aes = new BareAes("AES/ECB/PKCS5Padding", calls.keyText);
}
