package io.fairlead.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.fairlead.architecture.HouseRule.rule;

import com.tngtech.archunit.lang.ArchRule;
import io.fairlead.architecture.bad.adapters.amqp.SpeaksAmqpItself;
import io.fairlead.architecture.bad.adapters.persistence.IsInjected;
import io.fairlead.architecture.bad.adapters.persistence.SpeaksHttp;
import io.fairlead.architecture.bad.adapters.persistence.SpeaksPackets;
import io.fairlead.architecture.bad.adapters.rest.AsksDatabase;
import io.fairlead.architecture.bad.adapters.rest.ParsesJsonItself;
import io.fairlead.architecture.bad.adapters.rest.ReadsConfiguration;
import io.fairlead.architecture.bad.adapters.wire.NamesTransport;
import io.fairlead.architecture.bad.application.provisioning.IsBean;
import java.util.List;

/** Which room may speak which technology. */
final class TechnologyRules {
    private TechnologyRules() {}

    static List<HouseRule> all() {
        return List.of(
                rule(8, rooms -> only(rooms, "jakarta.ws.rs..", "adapters.rest..", "bootstrap.runtime.."))
                        .brokenBy(SpeaksHttp.class),
                rule(8, rooms -> only(rooms, "io.netty..", "transport..", "adapters.mqtt..", "adapters.amqp.."))
                        .brokenBy(SpeaksPackets.class),
                rule(8, rooms -> only(rooms, "org.apache.qpid..", "adapters.amqp.engine.."))
                        .brokenBy(SpeaksAmqpItself.class),
                rule(9, TechnologyRules::wireNamesNoTransport).brokenBy(NamesTransport.class),
                rule(10, rooms -> only(rooms, "com.fasterxml..", "adapters.json.."))
                        .brokenBy(ParsesJsonItself.class),
                rule(10, rooms -> only(rooms, "jakarta.json..", "bootstrap.demo.."))
                        .brokenBy(ParsesJsonItself.class),
                rule(11, rooms -> database(rooms, "java.sql..")).brokenBy(AsksDatabase.class),
                rule(11, rooms -> database(rooms, "javax.sql..")).brokenBy(AsksDatabase.class),
                rule(11, rooms -> database(rooms, "org.jdbi..")).brokenBy(AsksDatabase.class),
                rule(11, rooms -> database(rooms, "org.flywaydb..")).brokenBy(AsksDatabase.class),
                rule(11, rooms -> database(rooms, "com.zaxxer..")).brokenBy(AsksDatabase.class),
                rule(12, rooms -> only(rooms, "jakarta.inject..", "adapters.rest..", "bootstrap.."))
                        .brokenBy(IsInjected.class),
                rule(12, rooms -> only(rooms, "jakarta.enterprise..", "adapters.rest..", "bootstrap.."))
                        .brokenBy(IsInjected.class),
                rule(13, rooms -> only(rooms, "org.eclipse.microprofile.config..", "bootstrap.settings.."))
                        .brokenBy(ReadsConfiguration.class),
                rule(14, TechnologyRules::innerRoomsKnowNoContainer).brokenBy(IsBean.class));
    }

    private static ArchRule only(Rooms rooms, String technology, String... allowed) {
        return noClasses()
                .that()
                .resideInAPackage(rooms.root() + "..")
                .and()
                .resideOutsideOfPackages(rooms.in(allowed))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology);
    }

    private static ArchRule database(Rooms rooms, String technology) {
        return only(rooms, technology, "adapters.persistence..", "adapters.hubsim..", "bootstrap.wiring..");
    }

    private static ArchRule wireNamesNoTransport(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAPackage(rooms.in("adapters.wire..")[0])
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..",
                        "javax.net..",
                        "java.net.http..",
                        "java.nio.channels..",
                        "io.netty..",
                        "org.apache.qpid..");
    }

    private static ArchRule innerRoomsKnowNoContainer(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAnyPackage(rooms.domain(), rooms.application())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta..");
    }
}
