package org.machi.platform.staff;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.time.BusinessDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * The gate before every page method: lets through only who is in office today and holds the duty
 * that the method names. A method without duty or audit event is closed to everyone; each refusal
 * is recorded.
 */
public final class Gate implements HandlerInterceptor {
    static final String TRACE = Gate.class.getName() + ".trace";
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final StaffDirectory directory;
    private final BusinessDate businessDate;
    private final Trail trail;
    private final Terminals terminals;

    public Gate(
            StaffDirectory directory, BusinessDate businessDate, Trail trail, Terminals terminals) {
        this.directory = directory;
        this.businessDate = businessDate;
        this.trail = trail;
        this.terminals = terminals;
    }

    /** The member of staff behind a request that has passed the gate. */
    public static Optional<Clerk> clerk(HttpServletRequest request) {
        return Optional.ofNullable((Trace) request.getAttribute(TRACE)).map(Trace::clerk);
    }

    /** From here on views show what they would hide of this person: the clerk may look. */
    public static void open(HttpServletRequest request, long personNo) {
        if (request.getAttribute(TRACE) instanceof Trace trace) {
            trace.open(personNo);
        }
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof ResourceHttpRequestHandler
                || request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        if (!(handler instanceof HandlerMethod method)) {
            LOG.error("closed: {} is no page method", handler);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        if (method.hasMethodAnnotation(BeforeSignIn.class)) {
            return true;
        }
        @Nullable SignedIn signedIn = signedIn();
        if (signedIn == null) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        return admit(request, response, method, signedIn);
    }

    private boolean admit(
            HttpServletRequest request,
            HttpServletResponse response,
            HandlerMethod method,
            SignedIn signedIn)
            throws IOException {
        Optional<Clerk> clerk =
                directory
                        .clerk(signedIn, businessDate.today())
                        .filter(found -> sitsThere(found, request));
        if (clerk.isEmpty()) {
            trail.refused(signedIn, "", request.getRequestURI(), "在職期間外、使用者の変更又は登録端末でない");
            request.getSession().invalidate();
            response.sendRedirect(request.getContextPath() + "/sign-in");
            return false;
        }
        @Nullable RequiresDuty duty = method.getMethodAnnotation(RequiresDuty.class);
        if (duty == null || !method.hasMethodAnnotation(Audited.class)) {
            LOG.error("closed: {} names no duty or no audit event", method);
            trail.refused(signedIn, "", request.getRequestURI(), "権限の定義なし");
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        if (!clerk.get().may(duty.value())) {
            trail.refused(signedIn, duty.value(), request.getRequestURI(), "権限なし");
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        if (clerk.get().mustChangePassword()
                && !method.hasMethodAnnotation(WithOldPassword.class)) {
            response.sendRedirect(request.getContextPath() + "/password");
            return false;
        }
        request.setAttribute(TRACE, new Trace(clerk.get()));
        return true;
    }

    /** A session of somebody of another place is good for nothing away from its terminal. */
    private boolean sitsThere(Clerk clerk, HttpServletRequest request) {
        return clerk.site() == null || terminals.nameOf(request).equals(clerk.terminal());
    }

    private static @Nullable SignedIn signedIn() {
        @Nullable Authentication authentication =
                SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? who
                : null;
    }
}
