package io.fairlead.bootstrap.tls;

import io.fairlead.bootstrap.files.FreshFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * The certificate and the key that an operator gives the server, in PEM. They may be one file.
 *
 * @param certificate the server's own first, then those that issued it
 * @param key PKCS#8, or what OpenSSL wrote before; not encrypted
 */
public record CredentialFiles(Path certificate, Path key) {
    /** As the JDK names what keys call by number. */
    private static final Map<String, String> ALGORITHMS = Map.of(
            "1.2.840.10045.2.1", "EC",
            "1.2.840.113549.1.1.1", "RSA",
            "1.3.101.112", "EdDSA",
            "1.3.101.113", "EdDSA");

    private static final Map<String, String> SIGNATURES = Map.of(
            "EC", "SHA256withECDSA",
            "RSA", "SHA256withRSA",
            "EdDSA", "EdDSA");

    /** What the files hold, followed as they change. @throws TlsProblem when they cannot be used now */
    public FreshFiles<ServerCredential> follow(InstantSource clock) {
        try {
            return new FreshFiles<>(List.of(certificate, key), this::read, clock);
        } catch (NoSuchFileException e) {
            throw new TlsProblem(e.getFile() + " does not exist: see FAIRLEAD_TLS_CERTIFICATE and FAIRLEAD_TLS_KEY", e);
        } catch (IOException e) {
            throw new TlsProblem("The server's certificate and key cannot be read: " + e.getMessage(), e);
        }
    }

    ServerCredential read() throws IOException {
        try {
            ServerCredential credential = new ServerCredential(readKey(), readChain());
            demandThatTheyFit(credential);
            return credential;
        } catch (GeneralSecurityException e) {
            throw problem(certificate + " and " + key + " cannot be used: " + e.getMessage());
        }
    }

    private List<X509Certificate> readChain() throws IOException {
        try (InputStream content = Files.newInputStream(certificate)) {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509").generateCertificates(content).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty()) throw problem(certificate + " holds no certificate in PEM");
            return chain;
        } catch (CertificateException e) {
            throw problem(certificate + " holds no certificate in PEM");
        }
    }

    private PrivateKey readKey() throws IOException, GeneralSecurityException {
        PrivateKeyInfo info = keyInfo();
        String algorithm = info.getPrivateKeyAlgorithm().getAlgorithm().getId();
        return KeyFactory.getInstance(ALGORITHMS.getOrDefault(algorithm, algorithm))
                .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    }

    /** The first key of the file, whatever stands before it. */
    private PrivateKeyInfo keyInfo() throws IOException {
        try (Reader text = Files.newBufferedReader(key, StandardCharsets.ISO_8859_1);
                PEMParser parser = new PEMParser(text)) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof PrivateKeyInfo info) return info;
                if (part instanceof PEMKeyPair pair) return pair.getPrivateKeyInfo();
                if (part instanceof PKCS8EncryptedPrivateKeyInfo || part instanceof PEMEncryptedKeyPair) {
                    throw problem(key + " is encrypted: give the key without a password, readable by this user alone");
                }
            }
        }
        throw problem(key + " holds no private key in PEM");
    }

    private void demandThatTheyFit(ServerCredential credential) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(SIGNATURES.getOrDefault(
                credential.key().getAlgorithm(), credential.key().getAlgorithm()));
        signature.initSign(credential.key());
        byte[] signed = signature.sign();
        signature.initVerify(credential.certificate().getPublicKey());
        if (!signature.verify(signed)) {
            throw problem(key + " is not the key of the first certificate in " + certificate);
        }
    }

    private static TlsProblem problem(String message) {
        return new TlsProblem(message, null);
    }
}
