package org.machi.city.people.protection;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.Issues;
import org.machi.city.people.protection.Stops.Of;
import org.machi.city.people.protection.Stops.Stop;
import org.machi.platform.WebOnly;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.staff.Clerk;
import org.machi.platform.staff.Gate;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The hard stop: every route with a 宛名番号 in its path passes here, before anything of the person is
 * read. A stopped look becomes the neutral page, a stopped change, an issue ({@link Issues}) and a
 * person on whom somebody else works become the page 409; each is on record.
 */
@WebOnly
@Component
public class StopGate implements HandlerInterceptor {

    private static final String STOP = "/stop";

    /**
     * The one spelling of a 宛名番号 in a path; a page would take others too (+1, 0x1, 01), past this
     * gate.
     */
    private static final String NUMBER = "[1-9][0-9]{0,14}";

    private final Stops stops;
    private final PersonDeeds deeds;
    private final AuditTrail audit;

    StopGate(Stops stops, PersonDeeds deeds, AuditTrail audit) {
        this.stops = stops;
        this.deeds = deeds;
        this.audit = audit;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ServletException {
        Optional<Clerk> clerk = Gate.clerk(request);
        String text = personText(request);
        if (clerk.isEmpty() || text.isEmpty()) {
            return true;
        }
        if (!text.matches(NUMBER)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return false;
        }
        if (isOpenToAll(request)) {
            return true;
        }
        long personNo = Long.parseLong(text);
        Stop stop = stops.of(personNo);
        if (isOfficesOwn(request, stop, clerk.get())) {
            return true;
        }
        if (!stops.opens(personNo, stop, clerk.get())) {
            request.getRequestDispatcher("/people/" + personNo + STOP).forward(request, response);
            return false;
        }
        if (stop.look()) {
            Gate.open(request, personNo);
            stops.spend(personNo, Of.LOOK, clerk.get());
        }
        if (isIssue(handler)) {
            stops.againstIssue(personNo, clerk.get())
                    .ifPresent(why -> refuse(request, clerk.get(), personNo, why));
        }
        if (isDeed(request)) {
            mayChange(request, clerk.get(), personNo);
        }
        return true;
    }

    private void mayChange(HttpServletRequest request, Clerk clerk, long personNo) {
        try {
            deeds.change(personNo, clerk);
        } catch (ChangedMeanwhile stopped) {
            record(request, clerk, personNo, String.valueOf(stopped.getMessage()));
            throw stopped;
        }
    }

    private void refuse(HttpServletRequest request, Clerk clerk, long personNo, String why) {
        record(request, clerk, personNo, why);
        throw new ChangedMeanwhile(why);
    }

    private void record(HttpServletRequest request, Clerk clerk, long personNo, String why) {
        audit.recordRefused(
                Deed.of(
                                new Actor(clerk.staffNo(), clerk.terminal(), clerk.office(), ""),
                                "業務",
                                "拒否",
                                request.getRequestURI())
                        .aboutPerson(personNo)
                        .withDetail(why));
    }

    /**
     * A deed that led on to another page without a refusal was done: its release is spent, its lock
     * ends.
     */
    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception fault) {
        int status = response.getStatus();
        boolean done = fault == null && !wasRefused(request);
        boolean issued = done && status < HttpServletResponse.SC_BAD_REQUEST;
        deeds.finish(request, done && status == HttpServletResponse.SC_FOUND, issued);
        Optional<Clerk> clerk = Gate.clerk(request);
        String text = personText(request);
        if (issued && isIssue(handler) && clerk.isPresent() && text.matches(NUMBER)) {
            stops.spend(Long.parseLong(text), Of.ISSUE, clerk.get());
        }
    }

    /** What must go on while a person is stopped: the stop's own page, a release, the lock. */
    private static boolean isOpenToAll(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.endsWith(STOP) || path.endsWith("/release");
    }

    /** What an office stopped it may lift again, without seeing anything of the person. */
    private static boolean isOfficesOwn(HttpServletRequest request, Stop stop, Clerk clerk) {
        return request.getServletPath().contains("/suppressions")
                && !stop.guarded()
                && clerk.may(ProtectionDesk.SUPPRESS);
    }

    /** Whether the page says why it did nothing. */
    private static boolean wasRefused(HttpServletRequest request) {
        FlashMap next = RequestContextUtils.getOutputFlashMap(request);
        return next != null && (next.containsKey("refused") || next.containsKey("fault"));
    }

    private static boolean isIssue(Object handler) {
        return handler instanceof HandlerMethod method && method.hasMethodAnnotation(Issues.class);
    }

    private static boolean isDeed(HttpServletRequest request) {
        String path = request.getServletPath();
        return request.getMethod().equals("POST")
                && !path.contains("/lock")
                && !path.contains("/suppressions")
                && !path.contains("/protection");
    }

    /** 宛名番号 as the path spells it; empty when the path names none. */
    private static String personText(HttpServletRequest request) {
        @Nullable Object variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> byName
                        && byName.get("personNo") instanceof String text
                ? text
                : "";
    }
}
