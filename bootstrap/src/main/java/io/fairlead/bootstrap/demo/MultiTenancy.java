package io.fairlead.bootstrap.demo;

/** The device is handed to another customer. */
final class MultiTenancy implements Story {

    private static final String LOCK = "lock-4";
    private static final String DESIRED = "{\"autolock\":true}";

    @Override
    public String title() {
        return "Multi-tenancy: a door lock gets a new owner, and arrives clean";
    }

    @Override
    public String why() {
        return "Each customer has a hub. Nothing of one customer's data may reach the next.";
    }

    @Override
    public void play(Stage stage) {
        Entry entry = stage.enroll(Entry.individual(LOCK, "contoso", Policy.RESET, DESIRED));
        stage.register(entry, LOCK, "contoso", "initialAssignment", "its first hub, with the initial configuration");
        stage.report("contoso", LOCK, "{\"lastOpenedBy\":\"alice@contoso\"}");
        Entry sold = stage.rehome(entry, "fabrikam", "Contoso sold the house to Fabrikam");
        stage.register(
                sold, LOCK, "fabrikam", "deviceDataReset", "another hub, and the policy starts from the entry again");
        stage.find("fabrikam", LOCK, DESIRED, "{}");
    }
}
