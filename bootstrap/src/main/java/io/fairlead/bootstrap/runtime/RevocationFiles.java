package io.fairlead.bootstrap.runtime;

import io.fairlead.bootstrap.files.FreshFiles;
import io.fairlead.domain.certificate.RevocationLists;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Certificate revocation lists in files, PEM or DER, each with one list or more; read again when they change. */
public record RevocationFiles(List<Path> files) {

    /** What the files hold at any time. @throws StartProblem when they cannot be used now */
    public Supplier<RevocationLists> follow(InstantSource clock) {
        if (files.isEmpty()) return () -> RevocationLists.NONE;
        try {
            return new FreshFiles<>(files, this::read, clock);
        } catch (NoSuchFileException e) {
            throw new StartProblem(e.getFile() + " does not exist: see FAIRLEAD_TLS_REVOCATION_LISTS", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartProblem("A revocation list cannot be read: " + e.getMessage(), e);
        }
    }

    private RevocationLists read() throws IOException {
        List<X509CRL> lists = new ArrayList<>();
        for (Path file : files) {
            lists.addAll(listsIn(file));
        }
        return new RevocationLists(lists);
    }

    private static List<X509CRL> listsIn(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            List<X509CRL> lists = new ArrayList<>();
            for (CRL list : CertificateFactory.getInstance("X.509").generateCRLs(content)) {
                lists.add((X509CRL) list);
            }
            if (lists.isEmpty()) throw new IllegalArgumentException(file + " holds no revocation list");
            return lists;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " holds no revocation list in PEM or DER", e);
        }
    }
}
