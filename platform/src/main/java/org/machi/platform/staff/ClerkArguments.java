package org.machi.platform.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets a page method take the {@link Clerk} and the {@link Trace} of its request as parameters. */
public final class ClerkArguments implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Clerk.class
                || parameter.getParameterType() == Trace.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Trace trace = trace(request);
        return parameter.getParameterType() == Trace.class ? trace : trace.clerk();
    }

    /** The trace that a request leaves, for those who hand it on in an argument of their own. */
    public static Trace trace(NativeWebRequest request) {
        @Nullable Object trace = request.getAttribute(Gate.TRACE, RequestAttributes.SCOPE_REQUEST);
        if (!(trace instanceof Trace kept)) {
            throw new IllegalStateException("no clerk: the request did not pass the gate");
        }
        return kept;
    }
}
