package io.fairlead.bootstrap.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.SSLContext;

/**
 * Puts the operator's own credential in the place of the generated one, in all listeners of the process. They take their
 * keys from a key store by the default algorithm of the platform, so this is that algorithm, by a provider of its own: a
 * key store with the listener's alias gets {@link ServerKeys}, and any other what the platform would do.
 */
public final class OperatorsKeys extends Provider {
    private static final String ALGORITHM = "Fairlead-OperatorsKeys";
    private static final String PLATFORMS = "SunX509";
    private static final long serialVersionUID = 1L;

    OperatorsKeys(Supplier<ServerCredential> newest, String alias) {
        super("FairleadKeys", "1", "shows the operator's own certificate, the newest of it");
        putService(new Service(this, "KeyManagerFactory", ALGORITHM, Factory.class.getName(), List.of(), Map.of()) {
            @Override
            public Object newInstance(Object constructorParameter) {
                return new Factory(newest, alias);
            }
        });
    }

    /**
     * For all listeners that are opened from now on.
     *
     * @param alias of the listeners' key
     */
    public static void install(Supplier<ServerCredential> newest, String alias) {
        Security.addProvider(new OperatorsKeys(newest, alias));
        Security.setProperty("ssl.KeyManagerFactory.algorithm", ALGORITHM);
    }

    private static final class Factory extends KeyManagerFactorySpi {
        private final Supplier<ServerCredential> newest;
        private final String alias;
        private KeyManager[] managers = {};

        Factory(Supplier<ServerCredential> newest, String alias) {
            this.newest = newest;
            this.alias = alias;
        }

        @Override
        protected void engineInit(KeyStore store, char[] password)
                throws KeyStoreException, NoSuchAlgorithmException, UnrecoverableKeyException {
            if (store != null && store.isKeyEntry(alias)) {
                managers = new KeyManager[] {new ServerKeys(newest, alias)};
            } else {
                KeyManagerFactory platforms = KeyManagerFactory.getInstance(PLATFORMS);
                platforms.init(store, password);
                managers = platforms.getKeyManagers();
            }
        }

        @Override
        protected void engineInit(ManagerFactoryParameters parameters) {
            throw new UnsupportedOperationException("keys come from a key store here");
        }

        @Override
        protected KeyManager[] engineGetKeyManagers() {
            return managers.clone();
        }
    }

    /** For a client that shall see whether this very credential is shown. */
    public static SSLContext trusting(ServerCredential credential) {
        try {
            return KeyStores.trusting(credential.certificate());
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsProblem("The server's certificate cannot be used: " + e.getMessage(), e);
        }
    }
}
