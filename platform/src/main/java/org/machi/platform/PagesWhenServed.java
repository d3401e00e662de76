package org.machi.platform;

import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;

/** Leaves controllers and other web parts out of an application that runs without a console. */
public final class PagesWhenServed implements TypeFilter, EnvironmentAware {

    static final String SERVED = "machi.served";

    private boolean served;

    @Override
    public void setEnvironment(Environment environment) {
        served = environment.getProperty(SERVED, Boolean.class, false);
    }

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
        AnnotationMetadata metadata = reader.getAnnotationMetadata();
        return !served
                && (metadata.isAnnotated("org.springframework.stereotype.Controller")
                        || metadata.isAnnotated(
                                "org.springframework.web.bind.annotation.ControllerAdvice")
                        || metadata.isAnnotated(WebOnly.class.getName()));
    }
}
