package io.fairlead.bootstrap.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** A private key on P-256 and the certificate for it. They are kept in one PEM file, so that no crash can leave one without the other. */
record Credential(PrivateKey key, X509Certificate certificate) {

    private static final String KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";

    byte[] toPem() {
        return pem(new PemObject(KEY, key.getEncoded()), certificatePart(certificate));
    }

    static byte[] toPem(X509Certificate certificate) {
        return pem(certificatePart(certificate));
    }

    /** @throws IllegalArgumentException when the content is not what {@link #toPem()} writes */
    static Credential fromPem(byte[] content) {
        try (PemReader reader =
                new PemReader(new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.US_ASCII))) {
            byte[] key = part(reader, KEY);
            byte[] certificate = part(reader, CERTIFICATE);
            return new Credential(
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)),
                    (X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(certificate)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] part(PemReader reader, String type) throws IOException {
        PemObject part = reader.readPemObject();
        if (part == null || !part.getType().equals(type)) {
            throw new IOException("a part \"%s\" is missing".formatted(type));
        }
        return part.getContent();
    }

    private static PemObject certificatePart(X509Certificate certificate) {
        try {
            return new PemObject(CERTIFICATE, certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] pem(PemObject... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (PemWriter writer = new PemWriter(new OutputStreamWriter(content, StandardCharsets.US_ASCII))) {
            for (PemObject part : parts) {
                writer.writeObject(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content.toByteArray();
    }
}
