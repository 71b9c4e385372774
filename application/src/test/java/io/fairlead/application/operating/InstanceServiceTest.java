package io.fairlead.application.operating;

import static io.fairlead.application.operating.SomeOperating.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.administration.Precondition;
import io.fairlead.domain.identity.IdScope;
import io.fairlead.domain.operating.InstanceSettings;
import io.fairlead.domain.operating.Quota;
import io.fairlead.domain.operating.QuotaWords;
import io.fairlead.domain.operating.Quotas;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class InstanceServiceTest {
    private static final OptionalInt NONE = OptionalInt.empty();
    private static final Quotas CONFIGURED =
            new Quotas(OptionalInt.of(1000), NONE, OptionalInt.of(5), OptionalInt.of(10), NONE, NONE);

    private final SomeOperating scene = new SomeOperating();
    private final CachedOperatorBook here = new CachedOperatorBook(scene.work, CONFIGURED);
    private final CachedOperatorBook elsewhere = new CachedOperatorBook(scene.work, Quotas.USUAL);
    private final Instance instance = new InstanceService(
            new IdScope("0ne00FAIR01"), CONFIGURED, scene.work, scene.ids, scene.clock, here::refresh);

    @Test
    void quotasShouldBeThoseOfTheServerUntilAnOperatorSaysOthers() {
        assertThat(here.quotas()).isEqualTo(CONFIGURED);
        assertThat(instance.quotas(instance.settings())).isEqualTo(CONFIGURED);
    }

    @Test
    void whatAnOperatorSaysShouldPrevailQuotaByQuota() {
        InstanceSettings changed = say(Map.of(Quota.ENROLLMENTS, NONE, Quota.OPERATIONS_PER_MINUTE, OptionalInt.of(7)));

        Quotas expected = new Quotas(OptionalInt.of(1000), OptionalInt.of(7), OptionalInt.of(5), NONE, NONE, NONE);
        assertThat(here.quotas()).isEqualTo(expected);
        assertThat(instance.quotas(changed)).isEqualTo(expected);
        assertThat(scene.audited("SETTINGS_CHANGED").inputs().get("now")).contains("ENROLLMENTS", "7");
    }

    @Test
    void whatIsWithdrawnShouldBeTheServersAgain() {
        say(Map.of(Quota.ENROLLMENTS, OptionalInt.of(1)));
        say(Map.of());
        assertThat(here.quotas()).isEqualTo(CONFIGURED);
    }

    @Test
    void otherServersShouldFollowWithTheirNextLook() {
        say(Map.of(Quota.LINKED_HUBS, OptionalInt.of(3)));
        assertThat(elsewhere.quotas()).isEqualTo(Quotas.USUAL);
        elsewhere.refresh();
        assertThat(elsewhere.quotas().linkedHubs()).hasValue(3);
        assertThat(elsewhere.quotas().registrationsPerMinute()).isEmpty();
    }

    private InstanceSettings say(Map<Quota, OptionalInt> said) {
        return instance.change(
                before -> new InstanceSettings(before.defaultAllocation(), new QuotaWords(said), before.stamp()),
                Precondition.NONE,
                ALICE);
    }
}
