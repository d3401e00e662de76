package org.machi.union;

import java.time.LocalDate;
import org.machi.formats.column.Row;
import org.machi.formats.layout.BenefitApplyFile;
import org.machi.formats.layout.CareReceiptFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of 国保連 and of a city about benefits, for tests. */
final class BenefitRows {

    private final JdbcClient db;

    BenefitRows(JdbcClient db) {
        this.db = db;
    }

    /** 被保険者番号 of somebody. */
    String number(SamplePerson who) {
        return db.sql(
                        "SELECT insured_no FROM eligibility.insured JOIN register.person USING (natural_id) WHERE person_no = ?")
                .param(who.number)
                .query(String.class)
                .single();
    }

    Row.Builder receipt(
            String no, SamplePerson who, String month, String kind, long points, long paid) {
        return CareReceiptFile.LAYOUT
                .row()
                .set(CareReceiptFile.RECEIPT_NO, "%018d".formatted(Long.parseLong(no)))
                .set(CareReceiptFile.CHANGE, "1")
                .set(CareReceiptFile.EXAMINED, LocalDate.parse(month).plusMonths(1))
                .set(CareReceiptFile.CARE_MONTH, LocalDate.parse(month))
                .set(CareReceiptFile.INSURED_NO, number(who))
                .set(CareReceiptFile.INSTITUTION, "1310000001")
                .set(CareReceiptFile.KIND, kind)
                .set(CareReceiptFile.SHARE, "1")
                .set(CareReceiptFile.DAYS, 3L)
                .set(CareReceiptFile.POINTS, points)
                .set(CareReceiptFile.PAID, paid)
                .set(CareReceiptFile.IN_KIND, 0L)
                .set(CareReceiptFile.PUBLIC_PAID, 0L)
                .set(CareReceiptFile.DISEASE, false)
                .set(CareReceiptFile.THIRD_PARTY, false)
                .set(CareReceiptFile.MEALS, 0L)
                .set(CareReceiptFile.MEALS_PAID, 0L);
    }

    Row.Builder apply(SamplePerson who, String kind, String no, String on) {
        return BenefitApplyFile.LAYOUT
                .row()
                .set(BenefitApplyFile.PERSON_NO, who.number)
                .set(BenefitApplyFile.INSURED_NO, number(who))
                .set(BenefitApplyFile.RECEPTION_NO, no)
                .set(BenefitApplyFile.KIND, kind)
                .set(BenefitApplyFile.CANCELLED, "0")
                .set(BenefitApplyFile.RECEIVED_ON, LocalDate.parse(on))
                .set(BenefitApplyFile.CHANNEL, "1")
                .set(BenefitApplyFile.OCCURRED_ON, LocalDate.parse(on))
                .set(BenefitApplyFile.APPLICANT, "試験　太郎")
                .set(BenefitApplyFile.RELATION, "1")
                .set(BenefitApplyFile.BANK_CODE, "0991")
                .set(BenefitApplyFile.BANK_KANA, "ﾐﾄﾞﾘﾉ")
                .set(BenefitApplyFile.BRANCH_CODE, "101")
                .set(BenefitApplyFile.BRANCH_KANA, "ﾎﾝﾃﾝ")
                .set(BenefitApplyFile.ACCOUNT_KIND, "1")
                .set(BenefitApplyFile.ACCOUNT_NO, "1234567")
                .set(BenefitApplyFile.HOLDER_KANA, "ｼｹﾝ ﾀﾛｳ");
    }
}
