package io.fairlead.adapters.persistence.enrollment;

import io.fairlead.adapters.persistence.document.DocumentReader;
import io.fairlead.adapters.persistence.document.DocumentWriter;
import io.fairlead.adapters.persistence.document.TwinForm;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.allocation.CustomAllocation;
import io.fairlead.domain.attestation.Attestation;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.enrollment.EnrollmentTerms;
import io.fairlead.domain.enrollment.ProvisioningStatus;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.reprovisioning.ReprovisionPolicy;

/** What both kinds of entry say, as stored. What is absent stays absent: nothing is filled in. */
final class TermsForm {
    private TermsForm() {}

    static DocumentWriter of(EnrollmentTerms terms) {
        return new DocumentWriter()
                .put("attestation", AttestationForm.of(terms.attestation()))
                .put("iotEdge", terms.capabilities().iotEdge())
                .putIfPresent("allocationPolicy", terms.allocationPolicy(), AllocationPolicy::name)
                .put("iotHubs", terms.iotHubs(), HubName::value)
                .putIfPresent("initialTwin", terms.initialTwin(), TwinForm::of)
                .putIfPresent("reprovisionPolicy", terms.reprovisionPolicy(), TermsForm::of)
                .put("provisioningStatus", terms.provisioningStatus())
                .putIfPresent("customAllocation", terms.customAllocation(), TermsForm::of);
    }

    static EnrollmentTerms terms(DocumentReader stored) {
        return new EnrollmentTerms(
                stored.object("attestation", AttestationForm::attestation),
                new DeviceCapabilities(stored.truth("iotEdge")),
                stored.maybeConstant("allocationPolicy", AllocationPolicy.class),
                stored.texts("iotHubs").stream().map(HubName::new).toList(),
                stored.maybeObject("initialTwin", TwinForm::initialTwin),
                stored.maybeObject("reprovisionPolicy", TermsForm::reprovisionPolicy),
                stored.constant("provisioningStatus", ProvisioningStatus.class),
                stored.maybeObject("customAllocation", TermsForm::customAllocation));
    }

    /** What stands in the column by which the groups that could vouch are found. */
    static String kind(Attestation attestation) {
        return attestation.match(
                x509 -> AttestationForm.X509, symmetric -> AttestationForm.SYMMETRIC_KEY, tpm -> AttestationForm.TPM);
    }

    private static DocumentWriter of(ReprovisionPolicy policy) {
        return new DocumentWriter()
                .put("updateHubAssignment", policy.updateHubAssignment())
                .put("migrateDeviceData", policy.migrateDeviceData());
    }

    private static DocumentWriter of(CustomAllocation custom) {
        return new DocumentWriter()
                .putSecret("webhookUrl", custom.webhookUrl().toString())
                .put("apiVersion", custom.apiVersion());
    }

    private static CustomAllocation customAllocation(DocumentReader stored) {
        return new CustomAllocation(CustomAllocation.address(stored.secret("webhookUrl")), stored.text("apiVersion"));
    }

    private static ReprovisionPolicy reprovisionPolicy(DocumentReader stored) {
        return new ReprovisionPolicy(stored.truth("updateHubAssignment"), stored.truth("migrateDeviceData"));
    }
}
