package io.fairlead.benchmarks.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.benchmarks.kill.CampaignOptions.Database;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The campaign in its short form, with the server as it is shipped: five kills, of servers that share a PostgreSQL and of one on its own H2. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class KillCampaignIT {
    private static final int MOVERS = 8;

    @Test
    void devicesShouldBeWhereTheyWereToldWhenOneOfTwoServersIsKilled() throws IOException {
        keepsItsPromises(3, Database.POSTGRESQL);
    }

    @Test
    void devicesShouldBeWhereTheyWereToldWhenTheOnlyServerIsKilled() throws IOException {
        keepsItsPromises(2, Database.H2);
    }

    private static void keepsItsPromises(int kills, Database database) throws IOException {
        long seed = new Random().nextLong();
        CampaignReport report = KillCampaign.run(new CampaignOptions(kills, database, seed, MOVERS, Optional.empty()));
        assertThat(report.broken()).as(report.text()).isEmpty();
        assertThat(report.operations()).isPositive();
    }
}
