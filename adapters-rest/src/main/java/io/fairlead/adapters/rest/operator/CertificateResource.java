package io.fairlead.adapters.rest.operator;

import io.fairlead.adapters.rest.auth.Caller;
import io.fairlead.adapters.rest.auth.Needs;
import io.fairlead.adapters.rest.auth.OperatorOnly;
import io.fairlead.adapters.rest.door.JsonAnswer;
import io.fairlead.adapters.wire.body.ExpectedVersion;
import io.fairlead.adapters.wire.body.WireIds;
import io.fairlead.adapters.wire.operating.AuthorityBody;
import io.fairlead.adapters.wire.operating.AuthorityJson;
import io.fairlead.adapters.wire.text.EntityTag;
import io.fairlead.application.administration.CertificateAuthorities;
import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.operating.AccessRight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Certificate authorities (Azure: the {@code certificates} of a provisioning service). */
@Path("/operator/v1/certificates")
@OperatorOnly
@ApplicationScoped
public class CertificateResource {
    private final CertificateAuthorities authorities;

    @Inject
    public CertificateResource(CertificateAuthorities authorities) {
        this.authorities = authorities;
    }

    /** For the container's proxy. */
    protected CertificateResource() {
        this(null);
    }

    /** All of them. */
    @GET
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response list() {
        return JsonAnswer.ok(AuthorityJson.list(authorities.all())).build();
    }

    /** One. */
    @GET
    @Path("{name}")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response get(@PathParam("name") String name) {
        return answer(authorities.get(WireIds.certificate(name)));
    }

    /** Uploads it, or replaces it; 200 for both. Another certificate has to be verified again. */
    @PUT
    @Path("{name}")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response put(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Context SecurityContext caller,
            byte[] body) {
        return answer(authorities.put(
                WireIds.certificate(name),
                AuthorityBody.read(body, name),
                ExpectedVersion.of(ifMatch, ifNoneMatch),
                Caller.of(caller)));
    }

    /** Gives out a verification code (Azure: {@code generateVerificationCode}). */
    @POST
    @Path("{name}/verificationCode")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response newCode(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context SecurityContext caller) {
        return answer(authorities.newCode(WireIds.certificate(name), ExpectedVersion.of(ifMatch), Caller.of(caller)));
    }

    /** Takes a certificate that the authority's key signed for the code (Azure: {@code verify}). */
    @POST
    @Path("{name}/verify")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response verify(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context SecurityContext caller,
            byte[] body) {
        return answer(authorities.verify(
                WireIds.certificate(name), AuthorityBody.proof(body), ExpectedVersion.of(ifMatch), Caller.of(caller)));
    }

    /** Removes it; 204. Refused while an enrollment group names it. */
    @DELETE
    @Path("{name}")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response delete(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context SecurityContext caller) {
        authorities.delete(WireIds.certificate(name), ExpectedVersion.of(ifMatch), Caller.of(caller));
        return Response.noContent().build();
    }

    private static Response answer(CertificateAuthority authority) {
        return JsonAnswer.ok(AuthorityJson.write(authority))
                .header(HttpHeaders.ETAG, EntityTag.quoted(authority.etag()))
                .build();
    }
}
