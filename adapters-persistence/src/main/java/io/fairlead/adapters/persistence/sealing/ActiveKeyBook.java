package io.fairlead.adapters.persistence.sealing;

import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.application.port.SecretsKeyBook;

/** The key register, as seen from under the key that encrypts now. */
public final class ActiveKeyBook implements SecretsKeyBook {
    private final KeyRegister register;
    private final Sealing sealing;

    public ActiveKeyBook(Database database, Sealing sealing) {
        this.register = new KeyRegister(database);
        this.sealing = sealing;
    }

    @Override
    public String active() {
        return sealing.activeKey();
    }

    @Override
    public void keepOnlyActive() {
        register.keepOnly(sealing.activeKey());
    }
}
