package io.fairlead.bootstrap.tls;

import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.util.List;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactorySpi;

/**
 * Lets a listener ask for a client certificate and take any: the application decides, and can then say why not. The
 * container lets a listener name the algorithm of its trust managers, so this is one, by a provider of its own; nothing
 * else in the process uses it.
 */
public final class AnyClientCertificate extends Provider {
    /** As the listener's configuration names it. */
    public static final String ALGORITHM = "Fairlead-AnyClientCertificate";

    private static final long serialVersionUID = 1L;

    public AnyClientCertificate() {
        super("Fairlead", "1", "asks for client certificates and leaves the judgement to the application");
        putService(
                new Service(
                        this,
                        "TrustManagerFactory",
                        ALGORITHM,
                        Factory.class.getName(),
                        List.of(),
                        java.util.Map.of()) {
                    @Override
                    public Object newInstance(Object constructorParameter) {
                        return new Factory();
                    }
                });
    }

    /** Needs no key store: it knows nobody. */
    private static final class Factory extends TrustManagerFactorySpi {
        @Override
        protected void engineInit(KeyStore store) {}

        @Override
        protected void engineInit(ManagerFactoryParameters parameters) throws InvalidAlgorithmParameterException {}

        @Override
        protected TrustManager[] engineGetTrustManagers() {
            return new TrustManager[] {new AnyClientTrust()};
        }
    }
}
