package org.machi.city.levy.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.platform.staff.ClerkArguments;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** Lets a page method of an account take the form as it was {@link AccountDesk.Sent}. */
@Configuration(proxyBeanMethods = false)
class SentForms implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Resolver());
    }

    private static final class Resolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == AccountDesk.Sent.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            Map<String, String> fields = new LinkedHashMap<>();
            request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
            RedirectAttributesModelMap next = new RedirectAttributesModelMap();
            if (container != null) {
                container.setRedirectModel(next);
            }
            return new AccountDesk.Sent(fields, ClerkArguments.trace(request), next);
        }
    }
}
