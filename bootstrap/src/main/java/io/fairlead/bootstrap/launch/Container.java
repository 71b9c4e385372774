package io.fairlead.bootstrap.launch;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import io.fairlead.bootstrap.tls.AnyClientCertificate;
import java.nio.file.Path;
import java.security.Security;
import java.util.Map;

/** Payara Micro, booted from the jars of the installation and writing only into a folder of this server. */
record Container(Installation installation, Path folder) {

    /** The alias under which the container looks for its certificate. */
    static final String CERTIFICATE_ALIAS = "s1as";

    private static final String TLS_LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.https-listener";

    /** What the container's own executable sets at its start; a launcher folder does not carry them along. */
    private static final Map<String, String> PROPERTIES = Map.of(
            "com.ctc.wstx.returnNullForDefaultNamespace", "true",
            "com.sun.enterprise.config.config_environment_factory_class",
                    "com.sun.enterprise.config.serverbeans.AppserverConfigEnvironmentFactory",
            "java.awt.headless", "true",
            "jdk.tls.rejectClientInitiatedRenegotiation", "true",
            // Longer chains than the application takes come through, so that it can say why they are refused.
            "jdk.tls.server.maxInboundCertificateChainLength", "16",
            "org.glassfish.grizzly.DEFAULT_MEMORY_MANAGER", "org.glassfish.grizzly.memory.HeapMemoryManager",
            "org.glassfish.grizzly.nio.DefaultSelectorHandler.force-selector-spin-detection", "true",
            "org.glassfish.startupThreadPolicy", "FULLY_THREADED",
            "org.jboss.weld.serialization.beanIdentifierIndexOptimization", "false");

    /** Gives the container its key store, through properties of this process: a command line can be read by every user of the machine. */
    void useKeyStore(Path keyStore, char[] password) {
        System.setProperty("javax.net.ssl.keyStore", keyStore.toString());
        System.setProperty("javax.net.ssl.keyStorePassword", new String(password));
    }

    /** Returns when the WAR is deployed, or has failed to. How the container is set up stands in the installation's {@code config/domain.xml}. */
    void boot(Listeners listeners) {
        PROPERTIES.forEach(System::setProperty);
        Security.addProvider(new AnyClientCertificate());
        System.setProperty(
                "fish.payara.micro.BootJar", installation.containerJar().toUri().toString());
        System.setProperty("fish.payara.micro.UnpackDir", installation.folder().toString());
        System.setProperty("io.fairlead.listen.address", listeners.address().getHostAddress());
        System.setProperty("io.fairlead.listen.http", Integer.toString(listeners.httpPort()));
        System.setProperty("io.fairlead.listen.https", Integer.toString(listeners.httpsPort()));
        PayaraMicroBoot micro = instance();
        micro.setRootDir(folder.toFile());
        micro.setLogPropertiesFile(installation.logging().toFile());
        micro.setNoHazelcast(true);
        micro.setPostBootHandler(this::deploy);
        try {
            micro.bootStrap();
        } catch (BootstrapException e) {
            throw e.getCause() instanceof StartFailure failure
                    ? failure
                    : new StartFailure("The container did not start, try again: " + firstLine(e));
        }
    }

    /** What goes wrong inside is told over many lines; the first says what. */
    private static String firstLine(BootstrapException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** The TLS listener opens last: a device that came earlier would be told that its path does not exist, and would not come back. */
    private void deploy(AdminCommandRunner runner) {
        run(
                runner,
                "deploy",
                "--virtualservers=server",
                "--contextroot=/",
                "--name=fairlead",
                installation.war().toString());
        run(runner, "set", TLS_LISTENER + ".enabled=true");
    }

    private static void run(AdminCommandRunner runner, String command, String... arguments) {
        if (runner.run(command, arguments).getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
            throw new StartFailure("The service could not be deployed; the lines above say why.");
        }
    }

    /**
     * The container, from a class that only its runtime jars hold. The public entry would load those jars a second time, past the class-data archive.
     */
    private static PayaraMicroBoot instance() {
        try {
            Class<?> implementation = Class.forName("fish.payara.micro.impl.PayaraMicroImpl");
            return (PayaraMicroBoot) implementation.getMethod("getInstance").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This is not a launcher folder of Payara Micro", e);
        }
    }
}
