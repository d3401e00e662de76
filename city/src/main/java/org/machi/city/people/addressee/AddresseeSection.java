package org.machi.city.people.addressee;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.PeopleDesk;
import org.machi.city.people.ProtectedPeople;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.staff.Trace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 送付先・連絡先・代理人・口座 on the person page. */
@Component
class AddresseeSection implements PersonSection {

    private final Addressees addressees;
    private final ProtectedPeople guarded;
    private final JdbcClient db;

    AddresseeSection(Addressees addressees, ProtectedPeople guarded, JdbcClient db) {
        this.addressees = addressees;
        this.guarded = guarded;
        this.db = db;
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public String code() {
        return "addressees";
    }

    @Override
    public String title() {
        return "送付先・連絡先・代理人・口座";
    }

    @Override
    public String duty() {
        return PeopleDesk.LOOK;
    }

    @Override
    public String fragment() {
        return "city/people/addressee-lines :: section";
    }

    /**
     * What the section shows.
     *
     * @param mayEnter the clerk may go on to the forms
     * @param guarded 支援措置: where letters go and who may be called stands only behind the forms
     */
    public record Shown(
            Addressees.All all, List<Account> accounts, boolean mayEnter, boolean guarded) {}

    /** 口座 of one purpose and levy; the number is masked. */
    public record Account(
            String purpose,
            String levy,
            Period period,
            String bank,
            String number,
            String holder) {}

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        return new Shown(
                addressees.of(personNo, businessDate),
                accounts(personNo),
                trace.clerk().may(AddresseeDesk.ENTER),
                guarded.isGuarded(personNo));
    }

    private List<Account> accounts(long personNo) {
        return db.sql(
                        """
                        select case purpose when 'DEBIT' then '口座振替（引落）' else '還付' end as purpose,
                               case levy_code when 'KOKI' then '後期高齢者医療' when 'KAIGO' then '介護' else levy_code end as levy,
                               valid_from, valid_to, bank_name || '　' || branch_name as bank,
                               case account_kind when '1' then '普通' when '2' then '当座' when '4' then '貯蓄' else 'その他' end as kind,
                               account_no, holder_kana
                        from people.account where person_no = any (people.numbers_of(:person))
                        order by valid_to nulls first, purpose, valid_from desc
                        """)
                .param("person", personNo)
                .query((row, _) ->
                        new Account(
                                row.getString("purpose"),
                                row.getString("levy"),
                                new Period(
                                        row.getObject("valid_from", LocalDate.class),
                                        row.getObject("valid_to", LocalDate.class)),
                                row.getString("bank"),
                                row.getString("kind")
                                        + "　＊＊＊＊"
                                        + row.getString("account_no").substring(4),
                                row.getString("holder_kana")))
                .list();
    }
}
