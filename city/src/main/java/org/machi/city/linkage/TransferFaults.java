package org.machi.city.linkage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * エラーリスト of what would be handed on: unknown 宛名番号, overlapping or broken periods, insured of
 * another municipality. What is mended goes by itself; what is right as it stands is closed with a
 * reason.
 */
@Component
class TransferFaults {

    private final JdbcClient db;

    TransferFaults(JdbcClient db) {
        this.db = db;
    }

    /** One line of the list. */
    public record Fault(
            long faultNo,
            String kind,
            String insuredNo,
            long personNo,
            String detail,
            LocalDate foundOn,
            @Nullable LocalDate closedOn) {

        public String kindLabel() {
            return switch (kind) {
                case "UNKNOWN" -> "宛名番号の登録なし";
                case "OVERLAP" -> "資格期間の重複";
                case "GAP" -> "資格期間の空き";
                default -> "他市町村の被保険者";
            };
        }

        public String whatToDo() {
            return switch (kind) {
                case "UNKNOWN" -> "住民基本台帳・住登外者の登録を確かめ、広域連合に宛名番号の訂正を依頼してください";
                case "OVERLAP", "GAP" -> "広域連合に資格期間を確認してください";
                default -> "住所地特例の届出の有無を確かめ、広域連合に確認してください";
            };
        }
    }

    List<Fault> open() {
        return db.sql(
                        """
                        select fault_no, kind, insured_no, person_no, detail, found_on, closed_on from share.fault
                        where gone_on is null and closed_on is null order by fault_no
                        """)
                .query(Fault.class)
                .list();
    }

    long countOpen() {
        return db.sql(
                        "select count(*) from share.fault where gone_on is null and closed_on is"
                                + " null")
                .query(Long.class)
                .single();
    }

    boolean close(long faultNo, String note, LocalDate day, String staff) {
        return db.sql(
                                """
                                update share.fault set closed_on = :day, closed_by = :staff, closed_note = :note
                                where fault_no = :no and closed_on is null and gone_on is null
                                """)
                        .param("day", day)
                        .param("staff", staff)
                        .param("note", note)
                        .param("no", faultNo)
                        .update()
                == 1;
    }
}
