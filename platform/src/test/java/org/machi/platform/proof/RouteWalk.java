package org.machi.platform.proof;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.BeforeSignIn;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every route of an application that runs with its console, found by reflection and not by a
 * list:
 *
 * <pre>{@code
 * assertThat(RouteWalk.of(city.context()).gaps()).isEmpty();
 * assertThat(RouteWalk.of(city.context()).open()).extracting(Route::path).containsOnly("/sign-in", "/error");
 * }</pre>
 */
public final class RouteWalk {
    private final List<Route> routes;
    private final Duties duties;

    private RouteWalk(List<Route> routes, Duties duties) {
        this.routes = routes;
        this.duties = duties;
    }

    /**
     * One route with what its method declares; duty and action are null where nothing is declared.
     *
     * @param fields the form's fields that must not be missing, each with a value that its type
     *     takes
     */
    public record Route(
            String path,
            String methods,
            String handler,
            @Nullable String duty,
            @Nullable String action,
            boolean beforeSignIn,
            Map<String, String> fields) {

        /** An address of this route; every variable in it is 1, which need not exist. */
        public String address() {
            return path.replaceAll("\\{[^}]+}", "1");
        }

        public boolean changes() {
            return methods.contains("POST");
        }
    }

    public static RouteWalk of(ApplicationContext context) {
        List<Route> routes =
                context
                        .getBean(RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .entrySet()
                        .stream()
                        .flatMap(entry ->
                                entry.getKey().getPatternValues().stream()
                                        .map(path ->
                                                route(
                                                        path,
                                                        entry.getKey()
                                                                .getMethodsCondition()
                                                                .getMethods()
                                                                .toString(),
                                                        entry.getValue())))
                        .sorted(Comparator.comparing(Route::path).thenComparing(Route::methods))
                        .toList();
        return new RouteWalk(routes, context.getBean(Duties.class));
    }

    private static Route route(String path, String methods, HandlerMethod method) {
        RequiresDuty duty = method.getMethodAnnotation(RequiresDuty.class);
        Audited audited = method.getMethodAnnotation(Audited.class);
        return new Route(
                path,
                methods,
                method.getShortLogMessage(),
                duty == null ? null : duty.value(),
                audited == null ? null : audited.action(),
                method.hasMethodAnnotation(BeforeSignIn.class),
                Arrays.stream(method.getMethodParameters())
                        .filter(RouteWalk::isDemanded)
                        .collect(
                                Collectors.toMap(
                                        parameter -> parameter.getParameter().getName(),
                                        RouteWalk::value)));
    }

    private static String value(MethodParameter parameter) {
        Object[] words = parameter.getParameterType().getEnumConstants();
        return words == null ? "1" : ((Enum<?>) words[0]).name();
    }

    private static boolean isDemanded(MethodParameter parameter) {
        @Nullable RequestParam field = parameter.getParameterAnnotation(RequestParam.class);
        return field != null
                && field.required()
                && field.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                && !parameter.getParameterType().equals(Optional.class);
    }

    public List<Route> all() {
        return routes;
    }

    /**
     * Routes that anyone may reach without signing in; each application approves its list in a
     * test.
     */
    public List<Route> open() {
        return routes.stream().filter(Route::beforeSignIn).toList();
    }

    /**
     * Routes without a duty of the registry or without an audit event; the gate keeps them shut.
     */
    public List<Route> gaps() {
        return routes.stream()
                .filter(route -> !route.beforeSignIn())
                .filter(route ->
                        route.action() == null
                                || route.duty() == null
                                || !duties.knows(route.duty()))
                .toList();
    }
}
