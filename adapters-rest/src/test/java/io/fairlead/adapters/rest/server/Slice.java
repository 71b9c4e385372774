package io.fairlead.adapters.rest.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.rest.auth.OperatorAccess;
import io.fairlead.adapters.rest.device.TrustedProxies;
import io.fairlead.adapters.rest.paging.ContinuationTokens;
import io.fairlead.adapters.rest.problem.TrackingIds;
import io.fairlead.application.administration.CertificateAuthorityService;
import io.fairlead.application.administration.DeviceRegistrationService;
import io.fairlead.application.administration.EnrollmentGroupService;
import io.fairlead.application.administration.IndividualEnrollmentService;
import io.fairlead.application.administration.RecordQueryService;
import io.fairlead.application.fake.FixedIds;
import io.fairlead.application.fake.InMemoryUnitOfWork;
import io.fairlead.application.fake.SettableClock;
import io.fairlead.application.operating.AuditLogService;
import io.fairlead.application.operating.CachedOperatorBook;
import io.fairlead.application.operating.FaultScriptService;
import io.fairlead.application.operating.HubDutyService;
import io.fairlead.application.operating.HubProbing;
import io.fairlead.application.operating.HubService;
import io.fairlead.application.operating.InstanceService;
import io.fairlead.application.operating.LossService;
import io.fairlead.application.operating.PolicyService;
import io.fairlead.application.operating.SecretsCareService;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.SealedSecrets;
import io.fairlead.application.port.SecretsKeyBook;
import io.fairlead.application.throttling.RateLimits;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.fixture.SomeOperatorRecords;
import io.fairlead.domain.identity.IdScope;
import io.fairlead.domain.operating.AccessPolicy;
import io.fairlead.domain.operating.AccessRight;
import io.fairlead.domain.operating.Quotas;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import io.fairlead.domain.registration.DeviceRegistration;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The module running around a scripted door for devices and the real ones for operators, and the tokens that open it. */
public final class Slice implements AutoCloseable {
    public static final String SCOPE = "0ne00FAIR01";
    public static final String HOST = "dps.localtest";
    public static final String VERSION = "api-version=2019-03-31";
    public static final SymmetricKeys OWNER_KEYS = SomeKeys.keys("owner");
    /** What continuation tokens are sealed with. */
    public static final byte[] SEAL = "some key of at least 32 bytes, 33".getBytes(UTF_8);

    public static final AccessPolicy OWNER = new AccessPolicy(
            AccessPolicy.OWNER, OWNER_KEYS, EnumSet.allOf(AccessRight.class), SomeOperatorRecords.stamp("owner-1"));
    public static final long EXPIRY = SomeMoments.NOW.getEpochSecond() + 3600;

    public final RememberingDevices devices = new RememberingDevices();
    public final SettableClock clock = SettableClock.at(SomeMoments.NOW);
    public final InMemoryUnitOfWork records = new InMemoryUnitOfWork(clock);

    private final CachedOperatorBook book = new CachedOperatorBook(records, Quotas.USUAL);
    private final FixedIds ids = new FixedIds(new Random(3));
    private final RestServer server;

    public Slice() {
        AtomicInteger requests = new AtomicInteger();
        TrackingIds trackingIds = () -> "00000000-0000-0000-0000-%012d".formatted(requests.incrementAndGet());
        records.write(stores -> stores.accessPolicies().insert(OWNER));
        book.refresh();
        OperatorAccess access = new OperatorAccess(Set.of(HOST, "127.0.0.1"), book, Duration.ZERO);
        server = new RestServer(
                devices,
                new IndividualEnrollmentService(records, SomeHubs::someLinkedHubs, ids, clock),
                new EnrollmentGroupService(records, SomeHubs::someLinkedHubs, ids, clock),
                new DeviceRegistrationService(records, ids, clock),
                new RecordQueryService(records),
                new ContinuationTokens(() -> SEAL),
                RateLimits.of(book::quotas, clock),
                clock,
                trackingIds,
                access,
                new CertificateAuthorityService(records, ids, clock),
                new PolicyService(records, ids, clock, book::refresh),
                new HubService(records, ids, clock, book::refresh),
                (HubProbing) hub -> SomeHubs.fullProfile(),
                new InstanceService(new IdScope(SCOPE), Quotas.USUAL, records, ids, clock, book::refresh),
                new FaultScriptService(records, ids, clock, book::refresh, Slice::fault),
                new AuditLogService(records),
                new HubDutyService(records, ids, clock, "node", Duration.ofSeconds(30)),
                new LossService(records, ids, clock),
                new SecretsCareService(
                        records,
                        ids,
                        clock,
                        List.of(after -> new SealedSecrets.Stretch(3, 2, Optional.empty()), Slice::oneStretch),
                        new OneKey()),
                new TrustedProxies(Set.of(), false));
    }

    private static SealedSecrets.Stretch oneStretch(Optional<String> after) {
        return new SealedSecrets.Stretch(1, 0, after.isEmpty() ? Optional.of("here") : Optional.empty());
    }

    /** There never was another. */
    private record OneKey() implements SecretsKeyBook {
        @Override
        public String active() {
            return "0a1b2c3d";
        }

        @Override
        public void keepOnlyActive() {}
    }

    private static Optional<String> fault(String script) {
        return script.startsWith("bad") ? Optional.of("line 1: is bad") : Optional.empty();
    }

    /** A device comes to be known, as if it had registered. */
    public void keep(DeviceRegistration record) {
        boolean isNew = records.write(stores -> stores.registrations().insert(record));
        assertThat(isNew).as("there was no record of %s", record.id()).isTrue();
    }

    /** What is in the audit log about this. */
    public List<String> audited(AuditSubject subject) {
        return records.read(stores -> stores.audit().of(subject, PageRequest.first(100))).items().stream()
                .map(AuditEntry::toString)
                .toList();
    }

    public Http request(String method, String target) {
        return Http.request(server, method, target);
    }

    /** A request with an operator's token. */
    public Http asOwner(String method, String target) {
        return request(method, target).header("Authorization", owner(HOST));
    }

    /** A device's register with its token and this body. */
    public Http register(String id, String body) {
        return request("PUT", "/" + SCOPE + "/registrations/" + id + "/register?" + VERSION)
                .header("Authorization", device(id))
                .json(body);
    }

    public static String owner(String resource) {
        return token(OWNER_KEYS.primary(), resource, EXPIRY, "provisioningserviceowner");
    }

    public static String device(String id) {
        return token(SomeKeys.key(id), SCOPE + "%2Fregistrations%2F" + id, EXPIRY, "registration");
    }

    public static String token(SymmetricKey key, String resource, long expiry, String policy) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
            byte[] signature = mac.doFinal((resource + "\n" + expiry).getBytes(UTF_8));
            String text = URLEncoder.encode(Base64.getEncoder().encodeToString(signature), UTF_8);
            return "SharedAccessSignature sr=" + resource + "&sig=" + text + "&se=" + expiry + "&skn=" + policy;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
