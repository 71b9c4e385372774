package io.fairlead.bootstrap.runtime;

import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** How long each uploaded certificate has, in seconds, as a metric; negative for one that has ended. */
public record CertificateGauges(MetricRegistry metrics) implements CertificateWatch.Gauges {
    private static final String NAME = "certificate_seconds_left";

    @Override
    public void show(String certificate, Supplier<Long> secondsLeft) {
        metrics.gauge(NAME, secondsLeft, tag(certificate));
    }

    @Override
    public void hide(String certificate) {
        metrics.remove(new MetricID(NAME, tag(certificate)));
    }

    private static Tag tag(String certificate) {
        return new Tag("certificate", certificate);
    }
}
