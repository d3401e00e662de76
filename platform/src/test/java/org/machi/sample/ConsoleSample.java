package org.machi.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machi.formats.column.Finding;
import org.machi.formats.file.FileKind;
import org.machi.platform.MachiApplication;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.OfficeDays;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.desk.SearchPage;
import org.machi.platform.desk.Tile;
import org.machi.platform.desk.TimelineItem;
import org.machi.platform.files.FileDuty;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.FileRefused;
import org.machi.platform.files.IncomingFile;
import org.machi.platform.jobs.Job;
import org.machi.platform.jobs.Step;
import org.machi.platform.staff.Clerk;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;

/** The sample organisation. */
@MachiApplication(migrations = "sample")
public class ConsoleSample {
    public static final String PEOPLE_LOOK = "people.look";

    /** A slip whose receipt breaks the intake when it is on record. */
    public static final String BREAKING_SLIP = "9000000043";

    @Bean
    DutyList sampleDuties() {
        return DutyList.of(new Duty(PEOPLE_LOOK, "個人の照会"));
    }

    @Bean
    NavigationEntry people() {
        return new NavigationEntry(10, "業務", "個人検索", "/people", PEOPLE_LOOK);
    }

    @Bean
    SearchPage search() {
        return new SearchPage("/people", "氏名カナ・生年月日・被保険者番号", PEOPLE_LOOK);
    }

    @Bean
    HomeTile differences() {
        return new HomeTile() {
            @Override
            public int order() {
                return 10;
            }

            @Override
            public String duty() {
                return PEOPLE_LOOK;
            }

            @Override
            public Tile count(Clerk clerk, LocalDate businessDate) {
                return new Tile("突合の差異", 3, "人", "広域連合との突合結果を確かめる", "/people", Tile.Tone.WARN);
            }
        };
    }

    @Bean
    PersonSection premium() {
        return new SampleSection(
                10,
                "premium",
                "保険料",
                PEOPLE_LOOK,
                List.of(
                        new SampleSection.Instalment(1, LocalDate.of(2026, 7, 31), 11_200, 11_200),
                        new SampleSection.Instalment(2, LocalDate.of(2026, 8, 31), 10_000, 0)));
    }

    @Bean
    PersonSection history() {
        return new SampleSection(
                20,
                "history",
                "履歴",
                PEOPLE_LOOK,
                List.of(
                        new TimelineItem("令和8年7月15日", "保険料額を決定", "当初賦課", "/people/1001", ""),
                        new TimelineItem("令和8年4月30日", "督促状を発送", "過年度 第9期", "", "bad"),
                        TimelineItem.of("令和8年4月1日", "75歳到達により資格を取得")));
    }

    /** Nobody in this office holds its duty, so that it must never be loaded. */
    @Bean
    PersonSection hidden() {
        return new SampleSection(5, "hidden", "見えない情報", "people.never", null);
    }

    @Bean
    OfficeDays officeDays() {
        Map<LocalDate, String> holidays =
                Map.of(
                        LocalDate.of(2026, 4, 29), "昭和の日",
                        LocalDate.of(2026, 5, 3), "憲法記念日",
                        LocalDate.of(2026, 5, 4), "みどりの日",
                        LocalDate.of(2026, 5, 5), "こどもの日",
                        LocalDate.of(2026, 5, 6), "休日");
        return day -> Optional.ofNullable(holidays.get(day));
    }

    @Bean
    FileHandler welfare() {
        return FileHandler.of(FileKind.SEIHO, ConsoleSample::takeWelfare);
    }

    /** People from 9000 on must stand in the sample's table. */
    private static void takeWelfare(IncomingFile file) {
        List<Finding> unknown =
                file.db()
                        .sql(
                                """
                                SELECT line, person_no FROM incoming i WHERE person_no >= 9000
                                   AND NOT EXISTS (SELECT FROM sample.thing t WHERE t.id = i.person_no)
                                """)
                        .query((row, n) ->
                                new Finding(
                                        Finding.Severity.REFUSE,
                                        row.getLong(1),
                                        "宛名番号",
                                        row.getString(2),
                                        "台帳にない人です",
                                        "台帳に登録してから再取込してください"))
                        .list();
        if (!unknown.isEmpty()) {
            throw new FileRefused(unknown);
        }
        file.count("受給者", file.summary().count());
    }

    @Bean
    FileHandler receipts() {
        return FileHandler.of(FileKind.BANK_RECEIPT, ConsoleSample::takeReceipts).withRowsAgain();
    }

    @Bean
    FileHandler printed() {
        return FileHandler.of(
                        FileKind.PRINT_RESULT, file -> file.count("発送", file.summary().count()))
                .withRowsAgain();
    }

    @Bean
    FileHandler debits() {
        return FileHandler.of(
                FileKind.ZENGIN_DEBIT_RESULT, file -> file.count("口座振替", file.summary().count()));
    }

    /** Slips from 9000000000 on must stand in the sample's table. */
    private static void takeReceipts(IncomingFile file) {
        file.setAside(
                "OCR行",
                "ocr_line",
                "納付書が登録されていません",
                """
                i.ocr_line >= '9000000000' AND NOT EXISTS (
                    SELECT FROM sample.thing t WHERE t.id::text = i.ocr_line)
                """);
        if (file.db()
                .sql("SELECT EXISTS (SELECT FROM incoming WHERE ocr_line = :slip)")
                .param("slip", BREAKING_SLIP)
                .query(Boolean.class)
                .single()) {
            throw new IllegalStateException("a receipt that nobody thought of");
        }
        file.count(
                "収納額",
                file.db()
                        .sql("SELECT coalesce(sum(amount), 0) FROM incoming")
                        .query(Long.class)
                        .single());
    }

    @Bean
    FileDuty welfareFiles() {
        return FileDuty.of(
                PEOPLE_LOOK,
                FileKind.SEIHO,
                FileKind.BANK_RECEIPT,
                FileKind.PRINT_RESULT,
                FileKind.ZENGIN_DEBIT_RESULT);
    }

    @Bean
    Job counting() {
        return Job.of(
                "T100",
                "件数確認",
                Duties.JOBS_RUN,
                Step.of("対象者の抽出", step -> step.count("対象者", 1_250)),
                Step.of(
                        "保険料の検算",
                        step -> {
                            step.count("一致", 1_249);
                            step.count("相違", 1);
                        }));
    }

    @Bean
    Job breaking() {
        return Job.of(
                "T200",
                "期割の検査",
                Duties.JOBS_RUN,
                Step.of("期割の読込", step -> step.count("期割", 9_812)),
                Step.of(
                        "合計の照合",
                        step -> {
                            throw new IllegalStateException("期割の合計が保険料額と一致しません");
                        }),
                Step.of("結果の記録", _ -> {}));
    }
}
