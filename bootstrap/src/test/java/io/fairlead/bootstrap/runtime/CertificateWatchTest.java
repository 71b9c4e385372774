package io.fairlead.bootstrap.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.fixture.Mint;
import io.fairlead.domain.fixture.SomeAuthorities;
import io.fairlead.domain.fixture.SomeMoments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** An authority that ends is told of a month ahead, and no device is turned away for it before. */
class CertificateWatchTest {
    private static final Instant END = SomeMoments.NOW.plus(Duration.ofDays(40));

    private final AtomicReference<Instant> now = new AtomicReference<>(SomeMoments.NOW);
    private final List<CertificateAuthority> authorities = new ArrayList<>();
    private final ShownGauges gauges = new ShownGauges();
    private final CertificateWatch watch = new CertificateWatch(() -> authorities, gauges, now::get);

    @Test
    void certificateShouldBeNamedFromThirtyDaysBeforeItsEnd() {
        upload();
        watch.look();
        assertThat(watch.ending()).isEmpty();
        assertThat(gauges.shown.get("maker-1").get())
                .isEqualTo(Duration.ofDays(40).toSeconds());

        pass(Duration.ofDays(10).plusSeconds(1));
        assertThat(watch.ending()).containsExactly(Map.entry("maker-1", END));
        pass(Duration.ofDays(31));
        assertThat(watch.ending()).containsKey("maker-1");
        assertThat(gauges.shown.get("maker-1").get()).isNegative();
    }

    @Test
    void certificateThatIsGoneShouldBeToldOfNoMore() {
        upload();
        watch.look();
        watch.look();
        authorities.clear();
        watch.look();
        assertThat(gauges.shown).isEmpty();
        pass(Duration.ofDays(100));
        assertThat(watch.ending()).isEmpty();
    }

    private void upload() {
        authorities.add(SomeAuthorities.unverified(
                "maker-1",
                Mint.authority("root").valid(SomeMoments.NOW, END).selfSigned().certificate()));
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    /** Refuses to show one twice, as a registry may. */
    private static final class ShownGauges implements CertificateWatch.Gauges {
        private final Map<String, Supplier<Long>> shown = new LinkedHashMap<>();

        @Override
        public void show(String certificate, Supplier<Long> secondsLeft) {
            assertThat(shown.put(certificate, secondsLeft)).isNull();
        }

        @Override
        public void hide(String certificate) {
            assertThat(shown.remove(certificate)).isNotNull();
        }
    }
}
