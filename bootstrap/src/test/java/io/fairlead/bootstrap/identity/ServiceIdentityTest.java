package io.fairlead.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.bootstrap.settings.IdentitySettings;
import io.fairlead.bootstrap.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceIdentityTest {

    private static final IdentitySettings NOTHING_SET =
            new IdentitySettings(Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir
    Path directory;

    @Test
    void inShouldMakeAnIdentityOnceAndKeepItReadableByItsOwnerAlone() throws IOException {
        Path data = directory.resolve("new/data");

        ServiceIdentity made = ServiceIdentity.in(data, NOTHING_SET, new Random(1));

        assertThat(made.idScope()).matches("0ne[0-9A-Z]{8}");
        assertThat(Base64.getDecoder().decode(made.ownerKey().value())).hasSize(64);
        assertThat(ServiceIdentity.in(data, NOTHING_SET, new Random(2))).isEqualTo(made);
        assertThat(mode(data)).isEqualTo("rwx------");
        assertThat(mode(data.resolve("id-scope"))).isEqualTo("rw-------");
        assertThat(mode(data.resolve("owner-key"))).isEqualTo("rw-------");
    }

    @Test
    void inShouldDifferBetweenDataDirectories() {
        ServiceIdentity one = ServiceIdentity.in(directory.resolve("one"), NOTHING_SET, new Random(1));
        ServiceIdentity other = ServiceIdentity.in(directory.resolve("other"), NOTHING_SET, new Random(2));

        assertThat(other.idScope()).isNotEqualTo(one.idScope());
        assertThat(other.ownerKey()).isNotEqualTo(one.ownerKey());
    }

    @Test
    void inShouldFollowTheSettingsAndLeaveTheFilesAlone() {
        IdentitySettings settings = new IdentitySettings(
                Optional.of("0neSHARED01"),
                Optional.of(new Secret("c2hhcmVkIGJldHdlZW4gc2VydmVycw==")),
                Optional.empty());

        ServiceIdentity identity = ServiceIdentity.in(directory, settings, new Random(1));

        assertThat(identity.idScope()).isEqualTo("0neSHARED01");
        assertThat(identity.ownerKey().value()).isEqualTo("c2hhcmVkIGJldHdlZW4gc2VydmVycw==");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void toStringShouldNotShowTheKey() {
        ServiceIdentity identity = ServiceIdentity.in(directory, NOTHING_SET, new Random(1));

        assertThat(identity.toString())
                .doesNotContain(identity.ownerKey().value())
                .contains("***");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
