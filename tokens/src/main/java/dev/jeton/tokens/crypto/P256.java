package dev.jeton.tokens.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;

/**
 * The curve P-256 (secp256r1, FIPS 186), and the checks of public keys that the JDK leaves out: it
 * takes points beside the curve, under which parts of a private key can be learned.
 */
public final class P256 {
  private static final ECParameterSpec PARAMETERS = parameters();
  private static final BigInteger PRIME = ((ECFieldFp) PARAMETERS.getCurve().getField()).getP();

  private P256() {}

  /** The parameters under which the JDK knows it. */
  public static ECParameterSpec curve() {
    return PARAMETERS;
  }

  /** Whether these parameters are its own in every part. */
  public static boolean isCurve(ECParameterSpec parameters) {
    return parameters.getCurve().equals(PARAMETERS.getCurve())
        && parameters.getGenerator().equals(PARAMETERS.getGenerator())
        && parameters.getOrder().equals(PARAMETERS.getOrder())
        && parameters.getCofactor() == PARAMETERS.getCofactor();
  }

  /** Whether it is a point of the curve, not the one at infinity, with both numbers in range. */
  public static boolean isOnCurve(ECPoint point) {
    if (point.equals(ECPoint.POINT_INFINITY)) {
      return false;
    }
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    if (x.signum() < 0 || y.signum() < 0 || x.compareTo(PRIME) >= 0 || y.compareTo(PRIME) >= 0) {
      return false;
    }
    BigInteger right = x.multiply(x)
        .add(PARAMETERS.getCurve().getA())
        .multiply(x)
        .add(PARAMETERS.getCurve().getB())
        .mod(PRIME);
    return y.multiply(y).mod(PRIME).equals(right);
  }

  private static ECParameterSpec parameters() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK's own provider has P-256", e);
    }
  }
}
