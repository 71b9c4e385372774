package io.fairlead.adapters.webhook;

import io.fairlead.domain.allocation.CustomAllocation;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST. The name is looked up once, and the address that was judged is the one that is connected to: a name that
 * means something else a moment later leads nowhere. Redirects are answers like any other. Blocks; {@link #abort} ends it
 * from another thread.
 */
final class WebhookExchange {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final WebhookSettings settings;
    private final WebhookRules rules;
    private final NameLookup names;
    private final SSLSocketFactory tls;
    private final CustomAllocation webhook;
    private final URI address;
    private Socket open;
    private boolean aborted;

    WebhookExchange(WebhookSettings settings, NameLookup names, SSLSocketFactory tls, CustomAllocation webhook) {
        this.settings = settings;
        this.names = names;
        this.tls = tls;
        this.rules = new WebhookRules(settings);
        this.webhook = webhook;
        this.address = URI.create(webhook.webhookUrl().toASCIIString());
    }

    /** @throws WebhookProblem when it does not come to an answer */
    HttpAnswer post(byte[] body) {
        rules.fault(webhook).ifPresent(why -> {
            throw new WebhookProblem("the allocation webhook's address " + why);
        });
        try (Socket socket = connected()) {
            OutputStream out = socket.getOutputStream();
            out.write(request(body));
            out.flush();
            return new HttpAnswerReader(new BufferedInputStream(socket.getInputStream())).read();
        } catch (SocketTimeoutException e) {
            throw WebhookProblem.silence(settings.patience(), e);
        } catch (UnknownHostException e) {
            throw new WebhookProblem("the host of the allocation webhook is not known", e);
        } catch (SSLException e) {
            throw new WebhookProblem("the allocation webhook's TLS is not to be trusted", e);
        } catch (IOException e) {
            throw new WebhookProblem("the allocation webhook cannot be reached", e);
        }
    }

    /** Ends it, now or as soon as there is something to end. */
    synchronized void abort() {
        aborted = true;
        close(open);
    }

    private boolean isSecure() {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    /** The first permitted address that takes the connection. */
    private Socket connected() throws IOException {
        List<InetAddress> permitted = permitted();
        IOException last = null;
        for (InetAddress host : permitted) {
            try {
                return secured(connected(host));
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private List<InetAddress> permitted() throws UnknownHostException {
        List<InetAddress> permitted =
                Stream.of(names.find(host())).filter(rules::permits).toList();
        if (permitted.isEmpty()) {
            throw new WebhookProblem("the allocation webhook's host lies in a network that is not public"
                    + "; an operator can permit that by FAIRLEAD_WEBHOOK_ALLOW_PRIVATE");
        }
        return permitted;
    }

    private Socket connected(InetAddress host) throws IOException {
        Socket socket = kept(new Socket());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) settings.patience().toMillis());
        socket.connect(
                new InetSocketAddress(host, port()), (int) settings.patience().toMillis());
        return socket;
    }

    /** TLS over the connection, the certificate checked against the name in the address. */
    private Socket secured(Socket plain) throws IOException {
        if (!isSecure()) {
            return plain;
        }
        SSLSocket secure = (SSLSocket) tls.createSocket(plain, host(), port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private synchronized Socket kept(Socket socket) throws IOException {
        if (aborted) {
            socket.close();
        }
        open = socket;
        return socket;
    }

    /** Without the brackets of an IPv6 literal. */
    private String host() {
        String host = address.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private int port() {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return isSecure() ? HTTPS : HTTP;
    }

    private byte[] request(byte[] body) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("POST " + path + query + " HTTP/1.1\r\n"
                        + "Host: " + address.getHost() + port + "\r\n"
                        + "User-Agent: Fairlead\r\n"
                        + "Accept: application/json\r\n"
                        + "Content-Type: application/json; charset=utf-8\r\n"
                        + "Content-Length: " + body.length + "\r\n"
                        + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static void close(Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // It is over in any case.
        }
    }
}
