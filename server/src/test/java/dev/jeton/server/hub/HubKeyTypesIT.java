package dev.jeton.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.server.hub.HubClient.Challenge;
import dev.jeton.tokens.hub.Multibase;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identities with the other types of keys that libp2p knows. */
class HubKeyTypesIT {
  private static final int RSA = 0;
  private static final int SECP256K1 = 2;
  private static final int ECDSA = 3;

  @TempDir
  static Path folder;

  private static RunningServer server;
  private static HubClient client;

  @BeforeAll
  static void start() {
    server = RunningServer.start(folder, Map.of());
    client = new HubClient(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void anRsaKeyIsAnIdentity() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    provesItself(generator.generateKeyPair(), RSA, "SHA256withRSA");
  }

  @Test
  void anEcdsaKeyIsAnIdentity() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    provesItself(generator.generateKeyPair(), ECDSA, "SHA256withECDSA");
  }

  @Test
  void aSecp256k1KeyIsAnIdentity() throws Exception {
    X9ECParameters curve = CustomNamedCurves.getByName("secp256k1");
    ECDomainParameters domain = new ECDomainParameters(curve);
    BigInteger secret = new BigInteger(250, new SecureRandom()).add(BigInteger.ONE);
    String key = publicKey(SECP256K1, curve.getG().multiply(secret).normalize().getEncoded(true));
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(secret, domain));

    Challenge challenge = client.challenge(key);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(challenge.bytes());
    ASN1EncodableVector pair = new ASN1EncodableVector();
    for (BigInteger half : signer.generateSignature(hash)) {
      pair.add(new ASN1Integer(half));
    }
    got(key, challenge, new DERSequence(pair).getEncoded());
  }

  private static void provesItself(KeyPair pair, int type, String algorithm) throws Exception {
    String key = publicKey(type, pair.getPublic().getEncoded());
    Challenge challenge = client.challenge(key);
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(pair.getPrivate());
    signature.update(challenge.bytes());
    got(key, challenge, signature.sign());
  }

  private static void got(String key, Challenge challenge, byte[] signature) {
    Answer answer =
        server.post(HubClient.TOKENS, HubClient.answer(challenge.id(), HubClient.text(signature)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("identity").asText()).isEqualTo(key);
  }

  /** libp2p's key message: the type, then the data with its length. */
  private static String publicKey(int type, byte[] data) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write(0x08);
    message.write(type);
    message.write(0x12);
    if (data.length >= 128) {
      message.write((data.length & 0x7f) | 0x80);
      message.write(data.length >>> 7);
    } else {
      message.write(data.length);
    }
    message.writeBytes(data);
    return Multibase.encode(message.toByteArray());
  }
}
