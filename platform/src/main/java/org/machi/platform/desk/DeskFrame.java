package org.machi.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.staff.Clerk;
import org.machi.platform.staff.Gate;
import org.machi.platform.time.BusinessDate;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Puts the frame around every page: {@code organisation} always, {@code desk} once someone is
 * signed in.
 */
final class DeskFrame implements HandlerInterceptor {
    private final OrganisationSettings organisation;
    private final BusinessDate businessDate;
    private final List<NavigationEntry> entries;
    private final Optional<SearchPage> search;

    DeskFrame(
            OrganisationSettings organisation,
            BusinessDate businessDate,
            List<NavigationEntry> entries,
            Optional<SearchPage> search) {
        this.organisation = organisation;
        this.businessDate = businessDate;
        this.entries =
                entries.stream().sorted(Comparator.comparingInt(NavigationEntry::order)).toList();
        this.search = search;
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView answer) {
        if (answer == null || isRedirect(answer)) {
            return;
        }
        answer.addObject("organisation", organisation.name());
        answer.addObject("kind", kind());
        Gate.clerk(request)
                .ifPresent(
                        clerk -> answer.addObject("desk", frame(clerk, request.getRequestURI())));
    }

    private static boolean isRedirect(ModelAndView answer) {
        return answer.getViewName() != null && answer.getViewName().startsWith("redirect:");
    }

    private String kind() {
        return switch (organisation.kind()) {
            case CITY -> "city";
            case UNION -> "union";
        };
    }

    private Desk frame(Clerk clerk, String path) {
        Map<String, List<NavigationEntry>> byGroup = new LinkedHashMap<>();
        for (NavigationEntry entry : entries) {
            if (clerk.may(entry.duty())) {
                byGroup.computeIfAbsent(entry.group(), _ -> new ArrayList<>()).add(entry);
            }
        }
        return new Desk(
                organisation.name(),
                kind(),
                businessDate.today(),
                clerk,
                byGroup.entrySet().stream()
                        .map(group -> new Desk.Group(group.getKey(), List.copyOf(group.getValue())))
                        .toList(),
                path,
                search.filter(page -> clerk.may(page.duty())));
    }
}
