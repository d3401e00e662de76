package org.machi.platform.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.machi.platform.WebOnly;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.staff.AuditedPages;
import org.machi.platform.staff.ClerkArguments;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.Gate;
import org.machi.platform.staff.Trail;
import org.machi.platform.time.BusinessDate;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.http.CacheControl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * The console of one organisation: only the parts of Spring Boot that it uses, so that it starts
 * quickly.
 */
@WebOnly
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:desk.properties")
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class
})
class DeskConfiguration {
    private static final Duration ASSETS_LIVE = Duration.ofDays(365);

    @Bean
    Show show() {
        return new Show();
    }

    @Bean
    PersonSections personSections(List<PersonSection> sections) {
        return new PersonSections(sections);
    }

    @Bean
    DeskFrame deskFrame(
            OrganisationSettings organisation,
            BusinessDate businessDate,
            List<NavigationEntry> entries,
            Optional<SearchPage> search) {
        return new DeskFrame(organisation, businessDate, entries, search);
    }

    @Bean
    WebMvcRegistrations auditedPages(
            PlatformTransactionManager transactions, Trail trail, JdbcClient db) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new AuditedPages(transactions, trail, db);
            }
        };
    }

    /**
     * Lets templates name an asset with the hash of its content, so that browsers may keep it for a
     * year.
     */
    @Bean
    ResourceUrlEncodingFilter assetNames() {
        return new ResourceUrlEncodingFilter();
    }

    @Bean
    WebMvcConfigurer desk(Gate gate, DeskFrame frame) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(gate);
                registry.addInterceptor(frame);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ClerkArguments());
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/assets/**")
                        .addResourceLocations(
                                "classpath:/static/",
                                "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/")
                        .setCacheControl(CacheControl.maxAge(ASSETS_LIVE).cachePublic())
                        .resourceChain(true)
                        .addResolver(
                                new VersionResourceResolver().addContentVersionStrategy("/**"));
            }
        };
    }

    @Bean
    NavigationEntry homeEntry() {
        return new NavigationEntry(0, "業務", "ホーム", "/", Duties.CONSOLE);
    }

    @Bean
    NavigationEntry jobsEntry() {
        return new NavigationEntry(900, "運用", "処理", "/jobs", Duties.JOBS_LOOK);
    }

    @Bean
    NavigationEntry filesEntry() {
        return new NavigationEntry(910, "運用", "ファイル連携", "/files", Duties.FILES_LOOK);
    }

    @Bean
    NavigationEntry auditEntry() {
        return new NavigationEntry(920, "運用", "操作記録", "/audit", Duties.AUDIT_LOOK);
    }

    @Bean
    NavigationEntry staffEntry() {
        return new NavigationEntry(930, "運用", "職員と権限", "/staff", Duties.STAFF_MANAGE);
    }

    @Bean
    NavigationEntry parametersEntry() {
        return new NavigationEntry(940, "設定と案内", "パラメータ", "/parameters", Duties.CONSOLE);
    }

    @Bean
    NavigationEntry calendarEntry() {
        return new NavigationEntry(950, "設定と案内", "業務日付とカレンダー", "/calendar", Duties.CONSOLE);
    }

    @Bean
    NavigationEntry aboutEntry() {
        return new NavigationEntry(960, "設定と案内", "このシステムについて", "/about", Duties.CONSOLE);
    }
}
