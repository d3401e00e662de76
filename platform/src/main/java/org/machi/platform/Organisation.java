package org.machi.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.machi.platform.database.Migrations;
import org.machi.platform.database.OrganisationSettings;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * One running organisation: its application context over its own database and folder.
 *
 * <p>Several organisations run in one program without sharing anything: each has its own settings,
 * connections, template prefix and session cookie.
 */
public final class Organisation implements AutoCloseable {

    static {
        // Organisations start side by side and share one log, which logback.xml describes: none of
        // them may set it up anew while the others write.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        // Tomcat writes to the log of the Java platform; that it starts and stops is no news.
        Logger.getLogger("").setLevel(Level.WARNING);
    }

    private final OrganisationSettings settings;
    private final ConfigurableApplicationContext context;

    private Organisation(OrganisationSettings settings, ConfigurableApplicationContext context) {
        this.settings = settings;
        this.context = context;
    }

    /**
     * Migrates the organisation's database and starts its application, with the console when the
     * settings name a port.
     *
     * @param application a class with {@link MachiApplication}
     */
    public static Organisation start(Class<?> application, OrganisationSettings settings) {
        MachiApplication mark = AnnotationUtils.findAnnotation(application, MachiApplication.class);
        if (mark == null) {
            throw new IllegalArgumentException(application + " has no @MachiApplication");
        }
        Migrations.Done migrated = Migrations.run(settings.database(), mark.migrations());
        SpringApplication spring =
                new SpringApplicationBuilder(application)
                        .web(settings.web() ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                        .bannerMode(Banner.Mode.OFF)
                        .registerShutdownHook(false)
                        .logStartupInfo(false)
                        .initializers(context -> register(context, settings, migrated))
                        .build();
        spring.setDefaultProperties(properties(settings, mark.migrations()));
        return new Organisation(settings, spring.run());
    }

    private static void register(
            ConfigurableApplicationContext context,
            OrganisationSettings settings,
            Migrations.Done migrated) {
        GenericApplicationContext beans = (GenericApplicationContext) context;
        beans.registerBean(OrganisationSettings.class, () -> settings);
        beans.registerBean(Migrations.Done.class, () -> migrated);
    }

    private static Map<String, Object> properties(
            OrganisationSettings settings, String application) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.config.name", application);
        properties.put("spring.application.name", application + "-" + settings.code());
        properties.put(PagesWhenServed.SERVED, settings.web());
        properties.put("server.port", settings.port());
        properties.put("server.address", "127.0.0.1");
        properties.put(
                "server.servlet.session.cookie.name",
                "MACHI_" + settings.kind() + "_" + settings.code());
        properties.put("spring.thymeleaf.prefix", "classpath:/templates/");
        properties.put("machi.templates", "classpath:/templates/" + application + "/");
        properties.put("spring.jmx.enabled", false);
        return properties;
    }

    public OrganisationSettings settings() {
        return settings;
    }

    /** A component of the organisation's application. */
    public <T> T get(Class<T> component) {
        return context.getBean(component);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
