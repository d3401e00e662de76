package org.machi.launcher.scene;

import java.time.LocalDate;
import java.util.List;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.IncomeAnswerFile;
import org.machi.formats.layout.IncomeInquiryFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.launcher.demo.Carrier;

/** 転入者の所得照会: a premium without 所得割, the question, the answer and the correction. */
final class UnknownIncome implements Scene {

    /** 中央区, where the man lived on 1 January. */
    private static final String FORMER_HOME = "131024";

    @Override
    public String name() {
        return "unknown-income";
    }

    @Override
    public String title() {
        return "所得の分からない転入者に所得割のない保険料が決まり、照会の回答で更正される";
    }

    @Override
    public void write(Script script) {
        Resident man =
                script.newcomer(0, new Resident.Who("場面　転入", "バメン　テンニュウ", "1947-03-08", "1"));
        script.morning(
                "2026-05-13",
                "県外から転入する",
                stage ->
                        stage.register(
                                0,
                                man.event(
                                        "01",
                                        LocalDate.of(2026, 5, 12),
                                        stage.today(),
                                        row ->
                                                row.set(
                                                                ResidentFile.MOVED_IN_ON,
                                                                LocalDate.of(2026, 5, 12))
                                                        .set(
                                                                ResidentFile.RESIDENT_SINCE,
                                                                LocalDate.of(2026, 5, 12))
                                                        .set(
                                                                ResidentFile.ADDRESS_SINCE,
                                                                LocalDate.of(2026, 5, 12))
                                                        .set(ResidentFile.FROM_CODE, FORMER_HOME)
                                                        .set(
                                                                ResidentFile.FROM_ADDRESS,
                                                                "東京都中央区築地一丁目"))));
        script.evening(
                "2026-07-15",
                "7月は所得割のない保険料が決まる",
                stage ->
                        stage.expect(
                                "所得割",
                                stage.value(
                                        stage.city(0),
                                        "select income_part::text from koki.premium where person_no = ? and current and levy_year = 2026",
                                        man.personNo()),
                                "0"));
        script.morning("2026-07-21", "前の住所地が回答する", stage -> answer(stage, man));
        script.evening(
                "2026-08-20",
                "回答の所得で更正され、所得割がつく。前の決定も残る",
                stage -> {
                    stage.expect(
                            "所得割のある決定の数",
                            stage.value(
                                    stage.city(0),
                                    """
                                    select count(*)::text from koki.premium
                                    where person_no = ? and levy_year = 2026 and current and income_part > 0
                                    """,
                                    man.personNo()),
                            "1");
                    stage.sees(stage.city(0), man.page(), "所得更正");
                });
        script.look(0, man.page(), "所得照会・保険料の履歴");
        script.look(0, "/people/inquiries", "所得照会の一覧");
    }

    /** Answers the question about this man; those about others lie where they were. */
    private static void answer(Stage stage, Resident man) {
        List<Row> answers =
                stage.read(Carrier.OTHER_MUNICIPALITIES, FileKind.INCOME_ASK).stream()
                        .filter(asked -> asked.get(IncomeInquiryFile.PERSON_NO) == man.personNo())
                        .map(asked ->
                                IncomeAnswerFile.LAYOUT
                                        .row()
                                        .takeAll(man.pension(2026, 2_500_000, 1_400_000))
                                        .set(
                                                IncomeAnswerFile.INQUIRY_NO,
                                                asked.get(IncomeInquiryFile.INQUIRY_NO))
                                        .set(IncomeAnswerFile.ANSWERED_ON, stage.today())
                                        .set(IncomeAnswerFile.ANSWER, "1")
                                        .build())
                        .limit(1)
                        .toList();
        stage.expect("照会の数", answers.size(), 1);
        stage.send(FileKind.INCOME_ANSWER, FORMER_HOME, stage.city(0), answers);
    }
}
