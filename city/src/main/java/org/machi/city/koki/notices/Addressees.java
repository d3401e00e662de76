package org.machi.city.koki.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.machi.platform.forms.letters.Insured;
import org.machi.platform.forms.letters.Recipient;

/** To whom a letter about an insured person goes, as a query over people.v_person tells it. */
public final class Addressees {

    /** What a query selects for {@link #of}, of {@link #SOURCE}. */
    public static final String COLUMNS =
            """
            v.person_no, v.name, v.address, v.protected, w.name as mailing_name, w.postal_code as mailing_postal_code,
            w.address as mailing_address, w.care_of, coalesce(s.reason, '') as pull_out
            """;

    /**
     * People with the 送付先 of 資格 on {@code :today}, and why nothing goes to them by mail (支援措置,
     * 発行抑止, 居所不明).
     */
    public static final String SOURCE =
            """
            people.v_person v
            cross join lateral people.mailing_on(v.person_no, 'ELIGIBILITY', :today) w
            left join people.v_not_posted s on s.person_no = v.person_no
            """;

    private static final String LEFT_OUT = "（記載を省略しています）";

    private Addressees() {}

    /**
     * A person as letters need it.
     *
     * @param pulledOut why the letter must not go to the print shop, or empty
     */
    public record Addressee(long personNo, Recipient to, Insured insured, String pulledOut) {}

    /**
     * @param insuredNo 被保険者番号, empty when there is none
     */
    public static Addressee of(ResultSet row, String insuredNo) throws SQLException {
        String postcode = row.getString("mailing_postal_code");
        return new Addressee(
                row.getLong("person_no"),
                new Recipient(
                        postcode == null ? "" : postcode,
                        row.getString("mailing_address"),
                        "",
                        "",
                        row.getString("mailing_name"),
                        row.getString("care_of")),
                new Insured(
                        insuredNo,
                        row.getString("name"),
                        row.getBoolean("protected") ? LEFT_OUT : row.getString("address")),
                row.getString("pull_out"));
    }
}
