package io.fairlead.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.adapters.persistence.testing.DatabaseExtension;
import io.fairlead.application.port.StoreException;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.fixture.SomeOperations;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.operation.RequestFacts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Content that a device may send and a database may choke on. */
abstract class AwkwardContent {
    abstract DatabaseExtension database();

    @Test
    void findShouldReturnWhatNoColumnTakesByItself() {
        Map<String, Object> members = new HashMap<>();
        members.put("nul", "a\u0000b");
        members.put("none", null);
        members.put("astral", "\ud83d\ude80 ü \u2028");
        members.put("number", new BigDecimal("1.50"));
        members.put("quotes", "' \" \\ :name ? {} <x>");
        assertKept(new TwinDocument(members));
    }

    @Test
    void findShouldReturnPayloadAsDeepAsRequestsMayBe() {
        Object inner = List.of();
        for (int depth = 1; depth < 63; depth++) inner = Map.of("d", inner);
        assertKept(new TwinDocument(Map.of("payload", inner)));
    }

    @Test
    void findShouldReturnPayloadAsLongAsRequestsMayBe() {
        assertKept(new TwinDocument(Map.of("payload", "ü".repeat(48 * 1024))));
    }

    @Test
    void findShouldFailWithReasonWhenRowCannotBeUnderstood() {
        keep(Optional.empty());
        database().jdbi().useHandle(handle -> handle.execute("update fairlead.operations set request = '{'"));
        assertThatThrownBy(() ->
                        database().work().read(stores -> stores.operations().find(new OperationId("4.awkward"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("a stored document cannot be read");
    }

    private void assertKept(TwinDocument payload) {
        RegistrationOperation operation = keep(Optional.of(payload));
        Optional<RegistrationOperation> found =
                database().work().read(stores -> stores.operations().find(operation.id()));
        assertThat(found).contains(operation);
    }

    private RegistrationOperation keep(Optional<TwinDocument> payload) {
        RegistrationOperation some = SomeOperations.someOperation("4.awkward");
        RequestFacts request = new RequestFacts(
                some.request().presentedId(),
                some.request().credentialFingerprint(),
                some.request().support(),
                payload,
                some.request().origin());
        RegistrationOperation operation = RegistrationOperation.accepted(
                some.id(), some.registrationId(), some.entry(), request, some.createdAt());
        database().work().write(stores -> {
            stores.operations().insert(operation, "node-1", Duration.ofSeconds(30));
            return null;
        });
        return operation;
    }
}
