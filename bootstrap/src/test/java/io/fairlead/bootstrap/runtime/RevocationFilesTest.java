package io.fairlead.bootstrap.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.domain.certificate.RevocationLists;
import io.fairlead.domain.fixture.Mint;
import io.fairlead.domain.fixture.Minted;
import io.fairlead.domain.fixture.RevocationMint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationFilesTest {
    private static final Minted ROOT = Mint.authority("root").selfSigned();
    private static final Minted ONE = Mint.device("one").signedBy(ROOT);
    private static final Minted TWO = Mint.device("two").signedBy(ROOT);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-03T10:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void listsShouldBeReadInDerAndPemAndFollowed() throws Exception {
        Path file = folder.resolve("root.crl");
        Files.write(file, list(ONE));
        Supplier<RevocationLists> lists = new RevocationFiles(List.of(file)).follow(now::get);
        assertThat(revoked(lists, ONE)).isTrue();
        assertThat(revoked(lists, TWO)).isFalse();

        String base64 = Base64.getMimeEncoder().encodeToString(list(TWO));
        Files.writeString(file, "-----BEGIN X509 CRL-----\n" + base64 + "\n-----END X509 CRL-----\n");
        now.updateAndGet(before -> before.plusSeconds(3));

        assertThat(revoked(lists, TWO)).isTrue();
        assertThat(revoked(lists, ONE)).isFalse();
    }

    @Test
    void fileThatCannotBeUsedShouldStopTheStart() throws Exception {
        Path file = folder.resolve("root.crl");
        assertThatThrownBy(() -> new RevocationFiles(List.of(file)).follow(now::get))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("does not exist: see FAIRLEAD_TLS_REVOCATION_LISTS");
        Files.writeString(file, "garbage");
        assertThatThrownBy(() -> new RevocationFiles(List.of(file)).follow(now::get))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("holds no revocation list");
    }

    @Test
    void withoutFilesNothingShouldBeRevoked() {
        assertThat(new RevocationFiles(List.of()).follow(now::get).get()).isSameAs(RevocationLists.NONE);
    }

    private static byte[] list(Minted revoked) throws Exception {
        return RevocationMint.list(ROOT, ROOT, revoked.certificate()).getEncoded();
    }

    private static boolean revoked(Supplier<RevocationLists> lists, Minted minted) {
        return lists.get().revoke(minted.certificate(), ROOT.certificate());
    }
}
