package dev.jeton.bench.kandy;

import dev.jeton.tokens.kandy.KandyCipher;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A CBC realm, and the bare cryptography of its tokens. */
@State(Scope.Thread)
public class CbcRealm {
  final Calls calls = new Calls(KandyCipher.CBC);
  final BareAes aes = new BareAes("AES/CBC/PKCS5Padding", calls.keyText);
}
