package io.fairlead.adapters.webhook;

import io.fairlead.application.port.WebhookCheck;
import io.fairlead.domain.allocation.CustomAllocation;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an address alone tells: its scheme, and whether it is the number of a host that is not public. Names are judged when
 * they are looked up, at each call. Nothing is looked up here.
 */
public final class WebhookRules implements WebhookCheck {
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final String NOT_PUBLIC =
            "lies in a network that is not public; an operator can permit that by FAIRLEAD_WEBHOOK_ALLOW_PRIVATE";

    private final WebhookSettings settings;

    public WebhookRules(WebhookSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<String> fault(CustomAllocation webhook) {
        URI address = webhook.webhookUrl();
        if (!"https".equalsIgnoreCase(address.getScheme()) && !settings.httpAllowed()) {
            return Optional.of("must begin with https:; an operator can permit http: by FAIRLEAD_WEBHOOK_ALLOW_HTTP");
        }
        boolean permitted = settings.privateAllowed() || mayBePublic(address.getHost());
        return permitted ? Optional.empty() : Optional.of(NOT_PUBLIC);
    }

    /** Whether this host of a name that was looked up may be connected to. */
    boolean permits(InetAddress found) {
        return settings.privateAllowed() || PublicAddress.is(found);
    }

    private static boolean mayBePublic(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[") || IPV4.matcher(name).matches()) {
            return isPublicNumber(name);
        }
        return !name.equals("localhost") && !name.endsWith(".localhost");
    }

    /** Numbers in these forms are never looked up by the JDK. */
    private static boolean isPublicNumber(String host) {
        try {
            return PublicAddress.is(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
