package org.machi.platform.staff;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.machi.platform.WebOnly;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.time.BusinessDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.transaction.support.TransactionTemplate;

/** The doors of the console: sign-in, sign-out, CSRF, and what the browser is told to forbid. */
@WebOnly
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SignInConfiguration {
    /** Nothing inline, nothing from elsewhere, never inside another page. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Cookies of one organisation never meet those of another on the same machine. */
    @Bean
    Terminals terminals(JdbcClient db, OrganisationSettings organisation) {
        return new Terminals(
                db, "MACHI_" + organisation.kind() + "_" + organisation.code() + "_TERMINAL");
    }

    @Bean
    SignIn signIn(
            JdbcClient db,
            TransactionTemplate transaction,
            PasswordEncoder passwords,
            BusinessDate businessDate,
            Trail trail) {
        return new SignIn(db, transaction, passwords, LockOut.USUAL, businessDate, trail);
    }

    @Bean
    Gate gate(
            StaffDirectory directory, BusinessDate businessDate, Trail trail, Terminals terminals) {
        return new Gate(directory, businessDate, trail, terminals);
    }

    /**
     * {@link SignIn} is found as the only provider; naming it here too would count every failure
     * twice.
     */
    @Bean
    SecurityFilterChain doors(HttpSecurity http, Terminals terminals, Trail trail) {
        HttpSessionRequestCache wanted = new HttpSessionRequestCache();
        wanted.setRequestMatcher(SignInConfiguration::isPage);
        http.authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(
                                        DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(
                                        "/sign-in", EnrolmentPages.PATH, "/assets/**", "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .requestCache(cache -> cache.requestCache(wanted))
                .formLogin(form ->
                        form.loginPage("/sign-in")
                                .usernameParameter("staffNo")
                                .passwordParameter("password")
                                .authenticationDetailsSource(terminals::nameOf)
                                .defaultSuccessUrl("/")
                                .failureUrl("/sign-in?again"))
                .logout(out ->
                        out.logoutUrl("/sign-out")
                                .addLogoutHandler((_, _, who) -> signedOut(trail, who))
                                .logoutSuccessUrl("/sign-in?out"))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                                .frameOptions(frame -> frame.deny())
                                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                                .crossOriginOpenerPolicy(policy ->
                                        policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(SignInConfiguration::askToSignIn)
                                .accessDeniedHandler((request, response, why) ->
                                        refuse(trail, request, response, why)));
        return http.build();
    }

    /** Only whole pages are worth returning to after sign-in; parts fetched by htmx are not. */
    private static boolean isPage(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && request.getHeader("HX-Request") == null
                && !request.getRequestURI().startsWith("/assets/");
    }

    private static void askToSignIn(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException ignored)
            throws IOException {
        String page = request.getContextPath() + "/sign-in";
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", page);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(page);
        }
    }

    private static void refuse(
            Trail trail,
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException why)
            throws IOException {
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof SignedIn who) {
            trail.refused(who, "", request.getRequestURI(), why.getClass().getSimpleName());
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private static void signedOut(Trail trail, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn who) {
            trail.signedOut(who);
        }
    }
}
