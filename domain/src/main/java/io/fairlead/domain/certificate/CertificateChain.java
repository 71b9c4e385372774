package io.fairlead.domain.certificate;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a device presented in its handshake: its own certificate (the leaf), then the one that issued it, and so on. The
 * TLS layer has seen that the device holds the leaf's key; nothing else is known.
 *
 * @param certificates at least one, the leaf first
 */
public record CertificateChain(List<Certificate> certificates) {
    /** From the leaf to the root; longer ones are refused. */
    public static final int MAX_LENGTH = 8;

    public CertificateChain {
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("a chain has at least one certificate");
        }
    }

    public Certificate leaf() {
        return certificates.get(0);
    }

    public List<Thumbprint> thumbprints() {
        return certificates.stream().map(Certificate::thumbprint).toList();
    }

    public boolean isTooLong() {
        return certificates.size() > MAX_LENGTH;
    }

    /** Whether one subject stands in it twice: then it goes in a circle, or leaves open which way to go. */
    public boolean repeatsSubject() {
        return certificates.stream()
                        .map(certificate -> certificate.x509().getSubjectX500Principal())
                        .distinct()
                        .count()
                < certificates.size();
    }

    /** Whether each certificate is followed by the one that it names as its issuer. */
    public boolean isInOrder() {
        return IntStream.range(1, certificates.size())
                .allMatch(at -> certificates.get(at - 1).namesAsIssuer(certificates.get(at)));
    }

    /**
     * The part from the leaf up to a certificate.
     *
     * @param from the lowest place that may be the end; the leaf's is 0
     * @param end the first such certificate from there on is the last of the part; empty when none is
     */
    public Optional<List<Certificate>> upTo(int from, Predicate<Certificate> end) {
        return IntStream.range(from, certificates.size())
                .filter(at -> end.test(certificates.get(at)))
                .mapToObj(at -> certificates.subList(0, at + 1))
                .findFirst();
    }
}
