package org.machi.platform.staff;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/**
 * Calls each page method and writes its audit event in one transaction. The answer is rendered after the commit, so
 * nothing is shown of which no trace was kept: when the event cannot be written, there is no answer. A method that
 * breaks off leaves nothing but an event that says so.
 */
public final class AuditedPages extends RequestMappingHandlerAdapter {
    private final PlatformTransactionManager transactions;
    private final Trail trail;

    public AuditedPages(PlatformTransactionManager transactions, Trail trail) {
        this.transactions = transactions;
        this.trail = trail;
    }

    @Override
    protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod method) {
        @Nullable Audited audited = method.getMethodAnnotation(Audited.class);
        @Nullable RequiresDuty duty = method.getMethodAnnotation(RequiresDuty.class);
        return audited == null || duty == null
                ? super.createInvocableHandlerMethod(method)
                : new AuditedMethod(method, audited, duty.value());
    }

    /** One call of one page method. */
    private final class AuditedMethod extends ServletInvocableHandlerMethod {
        private final Audited audited;
        private final String duty;

        AuditedMethod(HandlerMethod method, Audited audited, String duty) {
            super(method);
            this.audited = audited;
            this.duty = duty;
        }

        @Override
        protected @Nullable Object doInvoke(@Nullable Object... arguments) throws Exception {
            RequestAttributes request = RequestContextHolder.currentRequestAttributes();
            @Nullable Object trace = request.getAttribute(Gate.TRACE, RequestAttributes.SCOPE_REQUEST);
            if (!(trace instanceof Trace kept)) {
                throw new IllegalStateException("a page method was called past the gate: " + this);
            }
            TransactionTemplate transaction = new TransactionTemplate(transactions);
            String object = objectOf(kept, request);
            try {
                return transaction.execute(_ -> invokeAndRecord(kept, object, arguments));
            } catch (BrokenOff broken) {
                transaction.executeWithoutResult(
                        _ -> trail.failed(kept, duty, audited.action(), objectOf(kept, request)));
                throw broken.cause;
            }
        }

        private @Nullable Object invokeAndRecord(
                Trace trace, String object, @Nullable Object... arguments) {
            @Nullable Object answer;
            try {
                answer = super.doInvoke(arguments);
            } catch (Exception e) {
                throw new BrokenOff(e);
            }
            @Nullable String named = trace.object();
            trail.done(trace, duty, audited.action(), named == null ? object : named);
            return answer;
        }

        private String objectOf(Trace trace, RequestAttributes request) {
            @Nullable String named = trace.object();
            return named == null ? objectFromPath(request) : named;
        }

        private String objectFromPath(RequestAttributes request) {
            String object = audited.object();
            @Nullable Object variables =
                    request.getAttribute(
                            HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
                            RequestAttributes.SCOPE_REQUEST);
            if (variables instanceof Map<?, ?> byName) {
                for (Map.Entry<?, ?> variable : byName.entrySet()) {
                    object =
                            object.replace(
                                    "{" + variable.getKey() + "}",
                                    String.valueOf(variable.getValue()));
                }
            }
            return object;
        }
    }

    /** Carries what a page method threw through the transaction, which it undoes. */
    private static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Exception cause;

        BrokenOff(Exception cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
