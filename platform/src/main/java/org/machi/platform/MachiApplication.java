package org.machi.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * Marks an organisation's application class. Its package and those below are searched for
 * components; pages are left out when the organisation runs without a console.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Configuration(proxyBeanMethods = false)
@ComponentScan(excludeFilters = @Filter(type = FilterType.CUSTOM, classes = PagesWhenServed.class))
@Import(PlatformConfiguration.class)
public @interface MachiApplication {

    /** The folder below {@code db/} that holds the application's migrations. */
    String migrations();
}
