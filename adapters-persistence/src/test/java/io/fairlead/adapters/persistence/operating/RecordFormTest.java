package io.fairlead.adapters.persistence.operating;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.persistence.document.DocumentReader;
import io.fairlead.domain.fixture.SomeOperatorRecords;
import io.fairlead.domain.operating.InstanceSettings;
import io.fairlead.domain.operating.QuotaWords;
import org.junit.jupiter.api.Test;

class RecordFormTest {
    @Test
    void settingsFromBeforeThereWereQuotasShouldBeRead() {
        InstanceSettings read = DocumentReader.read(
                "{\"defaultAllocation\":\"STATIC\"}",
                stored -> RecordForm.SETTINGS.read().apply(stored, SomeOperatorRecords.stamp("etag")));
        assertThat(read.quotas()).isEqualTo(QuotaWords.NONE);
    }
}
