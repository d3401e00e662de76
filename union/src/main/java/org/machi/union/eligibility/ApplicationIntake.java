package org.machi.union.eligibility;

import org.machi.formats.file.FileKind;
import org.machi.platform.files.DeskRows;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.IncomingFile;
import org.machi.union.register.Cities;
import org.machi.union.register.KokiHomes;
import org.springframework.stereotype.Component;

/**
 * Takes 届出・申請 (U_APPLY): 生活保護, 障害認定, 住所地特例, 適用除外, 元被扶養者, 減免, 取得・喪失・変更届, the applications about a 証
 * and 後期世帯の設定. They are kept as they came; a cancellation is a further row; each waits for its
 * verdict.
 */
@Component
class ApplicationIntake implements FileHandler {

    private final KokiHomes homes;

    ApplicationIntake(KokiHomes homes) {
        this.homes = homes;
    }

    @Override
    public FileKind kind() {
        return FileKind.U_APPLY;
    }

    @Override
    public void apply(IncomingFile file) {
        Cities.requireMember(file);
        file.setAside(
                "宛名番号",
                "person_no",
                "住民基本台帳情報にない人です",
                "NOT EXISTS (SELECT FROM register.person p WHERE p.city_code = '"
                        + file.from()
                        + "' AND p.person_no = i.person_no)");
        file.setAside("終了年月日", "until_on", "終了年月日が事由発生年月日より前です", "i.until_on < i.occurred_on");
        KokiHomes.setAside(file);
        long rows =
                file.db()
                        .sql(
                                """
                                INSERT INTO eligibility.application
                                    (city_code, person_no, person_id, insured_no, reception_no, kind,
                                     cancelled, received_on, occurred_on, until_on, disability,
                                     other_code, levy_year, relief, note, known_on, reported_on, reason,
                                     revenue, disease, card_kind, facility, share, koki_household_no, at_window)
                                SELECT p.city_code, i.person_no, p.person_id, i.insured_no,
                                       i.reception_no, i.kind, i.cancelled = '1', i.received_on,
                                       i.occurred_on, i.until_on, i.disability, i.other_code,
                                       i.levy_year, i.relief, i.note, :day, i.reported_on, i.reason,
                                       i.revenue, i.disease, i.card_kind, i.facility, i.share, i.koki_household_no,
                                       :window
                                  FROM incoming i
                                  JOIN register.person p
                                    ON p.city_code = :city AND p.person_no = i.person_no
                                 ORDER BY i.line
                                """)
                        .param("window", file.id() == DeskRows.NO_FILE)
                        .param("city", file.from())
                        .param("day", file.businessDate())
                        .update();
        file.count("届出・申請", rows);
        Verdicts.await(file);
        homes.apply(file);
    }
}
