package io.fairlead.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.port.HubException.Kind;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.HubVersions;
import io.fairlead.domain.device.TwinDocument;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A write that expects something else than what is there changes nothing; identity and twin are judged apart. */
public interface HubExpectationContract extends HubContract {

    @ParameterizedTest
    @EnumSource
    default void writeShouldBeRefusedWhenDeviceIsAbsent(ConditionalWrite write) {
        if (isLacking(write)) {
            return;
        }
        HubVersions any = created(someKey()).versions();
        HubDeviceKey absent = someKey();
        assertRefused(Kind.PRECONDITION, () -> write.on(hubs(), absent, any));
        assertThat(hubs().read(absent)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void writeShouldBeRefusedWhenItExpectsAnotherIncarnation(ConditionalWrite write) {
        if (isLacking(write)) {
            return;
        }
        HubDeviceKey key = someKey();
        HubVersions old = created(key).versions();
        hubs().delete(key, old);
        created(key);
        assertRefusedUnchanged(Kind.PRECONDITION, key, () -> write.on(hubs(), key, old));
    }

    @ParameterizedTest
    @EnumSource
    default void writeShouldMindTheIdentityOnlyWhenItTouchesIt(ConditionalWrite write) {
        if (isLacking(write)) {
            return;
        }
        HubDeviceKey key = someKey();
        HubVersions stale = created(key).versions();
        hubs().updateCredential(key, HubSamples.credential(7), stale);
        if (write.mindsIdentity) {
            assertRefusedUnchanged(Kind.PRECONDITION, key, () -> write.on(hubs(), key, stale));
        } else {
            assertThat(write.on(hubs(), key, stale)).isEqualTo(read(key));
        }
    }

    @ParameterizedTest
    @EnumSource
    default void writeShouldMindTheTwinOnlyWhenItTouchesIt(ConditionalWrite write) {
        if (isLacking(write)) {
            return;
        }
        HubDeviceKey key = someKey();
        HubVersions stale = created(key).versions();
        users().deviceReports(key, HubSamples.document("firmware", "2.0"));
        if (write.mindsTwin && can(HubFeature.CONDITIONAL_TWIN)) {
            assertRefusedUnchanged(Kind.PRECONDITION, key, () -> write.on(hubs(), key, stale));
        } else {
            assertThat(write.on(hubs(), key, stale)).isEqualTo(read(key));
        }
    }

    @ParameterizedTest
    @EnumSource
    default void writeShouldMoveTheTagThatGuardsIt(ConditionalWrite write) {
        if (isLacking(write)) {
            return;
        }
        HubDeviceKey key = someKey();
        HubVersions before = created(key).versions();
        HubSnapshot after = write.on(hubs(), key, before);
        assertThat(after).isEqualTo(read(key));
        if (write.mindsIdentity && !write.mindsTwin) {
            assertThat(after.versions().identityTag()).isNotEqualTo(before.identityTag());
        }
        if (write.mindsTwin && !write.mindsIdentity) {
            assertThat(after.versions().twinTag()).isNotEqualTo(before.twinTag());
            assertThat(after.versions().identityTag()).isEqualTo(before.identityTag());
        }
    }

    /** Whether this kind of hub lacks the write by its nature; then it must say so. */
    private boolean isLacking(ConditionalWrite write) {
        boolean lacking = write.needs.filter(feature -> !can(feature)).isPresent();
        if (lacking) {
            HubDeviceKey key = someKey();
            HubVersions versions = created(key).versions();
            assertRefusedUnchanged(Kind.UNSUPPORTED, key, () -> write.on(hubs(), key, versions));
        }
        return lacking;
    }

    /** Every write that carries an expectation and refuses by exception, changing something of {@code someState}. */
    enum ConditionalWrite {
        DISABLE(true, false, HubFeature.DISABLE) {
            @Override
            HubSnapshot on(HubRegistry hubs, HubDeviceKey key, HubVersions expected) {
                return hubs.setStatus(key, HubDeviceStatus.disabled("late"), expected);
            }
        },
        ENABLE(true, false, null) {
            @Override
            HubSnapshot on(HubRegistry hubs, HubDeviceKey key, HubVersions expected) {
                return hubs.setStatus(key, new HubDeviceStatus(true, Optional.of("late")), expected);
            }
        },
        UPDATE_CREDENTIAL(true, false, null) {
            @Override
            HubSnapshot on(HubRegistry hubs, HubDeviceKey key, HubVersions expected) {
                return hubs.updateCredential(key, HubSamples.credential(9), expected);
            }
        },
        ADOPT(true, false, null) {
            @Override
            HubSnapshot on(HubRegistry hubs, HubDeviceKey key, HubVersions expected) {
                return hubs.adopt(key, HubSamples.credential(9), DeviceCapabilities.NONE, expected);
            }
        },
        REPLACE_TWIN(false, true, null) {
            @Override
            HubSnapshot on(HubRegistry hubs, HubDeviceKey key, HubVersions expected) {
                return hubs.replaceTwin(key, TwinDocument.EMPTY, TwinDocument.EMPTY, expected);
            }
        },
        RESTORE_REPORTED(false, true, HubFeature.TWIN_REPORTED_WRITE) {
            @Override
            HubSnapshot on(HubRegistry hubs, HubDeviceKey key, HubVersions expected) {
                return hubs.restoreReported(key, TwinDocument.EMPTY, expected);
            }
        },
        RESET_TWIN(true, true, null) {
            @Override
            HubSnapshot on(HubRegistry hubs, HubDeviceKey key, HubVersions expected) {
                return hubs.resetTwin(key, HubSamples.INITIAL, HubSamples.CREDENTIAL, expected);
            }
        };

        final boolean mindsIdentity;
        final boolean mindsTwin;
        final Optional<HubFeature> needs;

        ConditionalWrite(boolean mindsIdentity, boolean mindsTwin, HubFeature needs) {
            this.mindsIdentity = mindsIdentity;
            this.mindsTwin = mindsTwin;
            this.needs = Optional.ofNullable(needs);
        }

        abstract HubSnapshot on(HubRegistry hubs, HubDeviceKey key, HubVersions expected);
    }
}
