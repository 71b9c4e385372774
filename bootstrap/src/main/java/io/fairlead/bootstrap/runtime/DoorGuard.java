package io.fairlead.bootstrap.runtime;

import io.fairlead.adapters.rest.device.TrustedProxies;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps two worlds apart: through the plain listener health and metrics alone, through TLS everything but those. The launcher already gives each listener a
 * virtual server of its own; this guard holds where the WAR is deployed by hand, and should that separation ever fail. It also notes where a request comes from,
 * which only the container knows.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public final class DoorGuard implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.isSecure() != isInternal((HttpServletRequest) request)) {
            request.setAttribute(TrustedProxies.CONNECTION, request.getRemoteAddr());
            chain.doFilter(request, response);
        } else {
            refuse((HttpServletResponse) response);
        }
    }

    private static boolean isInternal(HttpServletRequest request) {
        String path = request.getServletPath();
        return isUnder("/health", path) || isUnder("/metrics", path);
    }

    private static boolean isUnder(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("application/json");
        response.getWriter()
                .write(
                        "{\"message\":\"Not here: health and metrics are served over HTTP alone, everything else over HTTPS alone.\"}");
    }
}
