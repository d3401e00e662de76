package org.machi.platform.staff;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/**
 * Calls each page method and writes its audit event in one transaction, which tells the database
 * the clerk's duties ({@code machi.duties}, and {@code machi.open} with the one person whom a
 * release opens), so that views can hide what the clerk may not see. The answer is rendered after
 * the commit, so nothing is shown of which no trace was kept: when the event cannot be written,
 * there is no answer. A method that breaks off leaves nothing but an event that says so.
 */
public final class AuditedPages extends RequestMappingHandlerAdapter {
    private final PlatformTransactionManager transactions;
    private final Trail trail;
    private final JdbcClient db;

    public AuditedPages(PlatformTransactionManager transactions, Trail trail, JdbcClient db) {
        this.transactions = transactions;
        this.trail = trail;
        this.db = db;
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
            @Nullable Object trace =
                    request.getAttribute(Gate.TRACE, RequestAttributes.SCOPE_REQUEST);
            if (!(trace instanceof Trace kept)) {
                throw new IllegalStateException("a page method was called past the gate: " + this);
            }
            TransactionStatus transaction =
                    transactions.getTransaction(TransactionDefinition.withDefaults());
            @Nullable Object answer;
            try {
                db.sql(
                                "select set_config('machi.open', ?, true) || set_config('machi.duties', ?, true)")
                        .params(kept.opened(), kept.duties())
                        .query(String.class)
                        .single();
                answer = super.doInvoke(arguments);
                if (!audited.repeats() || isFirst(objectOf(kept, request), request)) {
                    trail.done(kept, duty, audited.action(), objectOf(kept, request));
                }
            } catch (NotPermitted e) {
                transactions.rollback(transaction);
                trail.refused(kept, e, audited.action(), objectOf(kept, request));
                throw e;
            } catch (Exception | Error e) {
                transactions.rollback(transaction);
                trail.failed(kept, duty, audited.action(), objectOf(kept, request));
                throw e;
            }
            transactions.commit(transaction);
            return answer;
        }

        /** Remembers in the session what was recorded; a session that is new records anew. */
        private boolean isFirst(String object, RequestAttributes request) {
            String remembered = AuditedPages.class.getName() + " " + object;
            boolean first =
                    request.getAttribute(remembered, RequestAttributes.SCOPE_SESSION) == null;
            request.setAttribute(remembered, "", RequestAttributes.SCOPE_SESSION);
            return first;
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
}
