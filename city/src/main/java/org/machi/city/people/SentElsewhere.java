package org.machi.city.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 送付先 that another office's clerk found out (返戻の再送, 居所判明): from a day on letters go there; the row
 * that held before ends, its version stays. The register's address stays as it is.
 */
@Service
public class SentElsewhere {

    private final JdbcClient db;

    SentElsewhere(JdbcClient db) {
        this.db = db;
    }

    /**
     * An address for letters.
     *
     * @param business 業務, such as KOKI
     * @param name addressee, without 様
     * @param postcode seven digits, null when unknown
     */
    public record MailingAddress(
            String business,
            String name,
            @Nullable String postcode,
            String address,
            String reason) {}

    /** From today on letters of the business go there; a caller's transaction holds it together. */
    public void change(long personNo, MailingAddress to, LocalDate today, String staff) {
        db.sql("select 1 from people.person where person_no = ? for update")
                .param(personNo)
                .query(Integer.class)
                .single();
        db.sql(
                        """
                        insert into people.mailing_address_history
                        select x.*, :staff, clock_timestamp(), :reason from people.mailing_address x
                        where x.person_no = :person and x.business = :business
                          and (x.valid_to is null or x.valid_to > :today)
                        """)
                .param("staff", staff)
                .param("reason", to.reason())
                .param("person", personNo)
                .param("business", to.business())
                .param("today", today)
                .update();
        db.sql(
                        """
                        update people.mailing_address set valid_to = greatest(:today, valid_from), version = version + 1
                        where person_no = :person and business = :business and (valid_to is null or valid_to > :today)
                        """)
                .param("person", personNo)
                .param("business", to.business())
                .param("today", today)
                .update();
        db.sql(
                        """
                        insert into people.mailing_address (person_no, business, kind, valid_from, name, postal_code, address, reason,
                                                            entered_by, entered_on)
                        values (?, ?, 'OTHER', ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(personNo)
                .param(to.business())
                .param(today)
                .param(to.name())
                .param(to.postcode())
                .param(to.address())
                .param(to.reason())
                .param(staff)
                .param(today)
                .update();
    }
}
