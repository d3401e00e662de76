package org.machi.union.deliveries;

import static org.machi.union.deliveries.SourceItem.coded;
import static org.machi.union.deliveries.SourceItem.of;

import java.util.List;
import org.machi.formats.layout.BenefitFile;
import org.machi.formats.layout.CardFile;

/**
 * 配信の元: what can be distributed at all, item by item. A definition chooses from these items and can
 * name no other (seed 004: あらかじめ指定されたインターフェイス). Each query knows {@code :city}, {@code :first} and
 * {@code :last}; the person of a row is {@code person_no} of the city.
 */
public enum DeliverySource {
    AGES(
            "年齢到達予定者",
            true,
            SourceSql.AGES,
            items(
                    of("カナ氏名", "p.name_kana"),
                    of("氏名", "p.name"),
                    of("生年月日", "p.birth_text"),
                    of("75歳到達日", "eligibility.birthday(p.birth_on, 75)"),
                    of("世帯番号", "p.household_no"),
                    of(
                            "加入の状況",
                            "CASE WHEN e.insured_no IS NULL THEN '到達により加入' ELSE '障害認定により加入済' END"),
                    of("被保険者番号", "e.insured_no"))),
    CARDS(
            "証の発行状況",
            false,
            SourceSql.CARDS,
            items(
                    of("被保険者番号", "c.insured_no"),
                    of("氏名", "c.name"),
                    of("証番号", "c.card_no"),
                    coded("種類", CardFile.KIND, "c.kind"),
                    coded("発行事由", CardFile.REASON, "c.reason"),
                    of("発行年月日", "c.issued_on"),
                    of("有効期限", "c.valid_until"),
                    coded("負担割合", CardFile.COPAY, "c.copay"),
                    of("窓口端末での交付", "h.handed_on"))),
    BENEFITS(
            "給付の支給決定と口座振込の状況",
            false,
            SourceSql.BENEFITS,
            items(
                    of("被保険者番号", "d.insured_no"),
                    of("氏名", "p.name"),
                    of("決定番号", "d.decision_no"),
                    coded("給付の種類", BenefitFile.KIND, "d.kind"),
                    of("診療年月", "to_char(d.care_month, 'YYYY-MM')"),
                    coded("決定区分", BenefitFile.RESULT, "d.result"),
                    of("支給額", "d.amount"),
                    of("決定年月日", "d.decided_on"),
                    coded("振込の状況", BenefitFile.STATE, "s.state"),
                    of("振込年月日", "s.transfer_on"),
                    of("振込不能の理由", "s.failure"))),
    CHANGES(
            "保険料の決定・更正",
            false,
            SourceSql.CHANGES,
            items(
                    of("被保険者番号", "r.insured_no"),
                    of("氏名", "p.name"),
                    of("相当年度", "r.levy_year"),
                    of("賦課年度", "r.decision_year"),
                    of("賦課履歴番号", "r.version"),
                    of("決定年月日", "r.decided_on"),
                    of("決定の理由", "r.reason"),
                    of("前の年額", "r.before"),
                    of("年額", "r.m_premium + r.c_premium"),
                    of("この市区町村の額", "s.medical + s.child"))),
    HELD(
            "賦課の保留",
            false,
            SourceSql.HELD,
            items(
                    of("被保険者番号", "h.insured_no"),
                    of("氏名", "p.name"),
                    of("相当年度", "h.levy_year"),
                    of("保留の理由", "h.reason"),
                    of("内容", "h.note"),
                    of("保留した日", "h.known_on"))),
    DAY_BOOK(
            "決算（日次：収納日計）",
            false,
            SourceSql.DAY_BOOK,
            items(
                    of("会計日", "g.booked_on"),
                    of("相当年度", "g.levy_year"),
                    of("賦課年度", "g.decision_year"),
                    of("徴収方法", "g.method"),
                    of("納付区分", "g.kind"),
                    of("件数", "g.number"),
                    of("金額", "g.amount"))),
    MONTH_BOOK(
            "決算（月次・本決算：調定・収納・未済）",
            false,
            SourceSql.MONTH_BOOK,
            items(
                    of("賦課年度", "g.decision_year"),
                    of("現年・過年", "g.past"),
                    of("徴収方法", "g.method"),
                    of("人数", "g.people"),
                    of("期割の件数", "g.number"),
                    of("調定額", "g.charged"),
                    of("収納済額", "g.received"),
                    of("還付済額", "g.refunded"),
                    of("過誤納額", "g.overpaid"),
                    of("収納未済額", "g.unpaid"))),
    CARRIED(
            "決算（滞納繰越）",
            false,
            SourceSql.CARRIED,
            items(
                    of("相当年度", "g.levy_year"),
                    of("賦課年度", "g.decision_year"),
                    of("徴収方法", "g.method"),
                    of("人数", "g.people"),
                    of("期割の件数", "g.number"),
                    of("調定額", "g.charged"),
                    of("収納済額", "g.received"),
                    of("不納欠損額", "g.written_off"),
                    of("繰越額", "g.unpaid")));

    private final String label;
    private final boolean ahead;
    private final String from;
    private final List<SourceItem> items;

    DeliverySource(String label, boolean ahead, String from, List<SourceItem> items) {
        this.label = label;
        this.ahead = ahead;
        this.from = from;
        this.items = items;
    }

    private static List<SourceItem> items(SourceItem... items) {
        return List.of(items);
    }

    /** Japanese name. */
    public String label() {
        return label;
    }

    /** Whether it is about the month after its publication, not about the time before it. */
    boolean isAhead() {
        return ahead;
    }

    /** FROM to the end of the query; it gives {@code person_no} as {@code about.person_no}. */
    String from() {
        return from;
    }

    public List<SourceItem> items() {
        return items;
    }
}
