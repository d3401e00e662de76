package org.machi.city.koki;

import java.util.List;
import java.util.stream.Collectors;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;
import org.machi.formats.layout.InsuredFile;
import org.machi.formats.layout.PremiumFile;
import org.machi.law.parameter.Parameters;
import org.machi.platform.files.IncomingFile;
import org.springframework.stereotype.Component;

/** Takes the union's decisions over as they are: the city never recomputes them as authority. */
@Component
class UnionIntake {

    private static final String INSURED = items(InsuredFile.LAYOUT);
    private static final String PREMIUM = items(PremiumFile.LAYOUT);

    private static final String UNKNOWN_PERSON =
            "not exists (select from people.v_known p where p.person_no = i.person_no)";

    /**
     * 期間制限 (法160条の2), as the union counts it: from the day after the first due day of the levy
     * year, or of the acquisition if that was later; without a plan here, of the ordinance's first.
     */
    private static final String TOO_LATE =
            """
            i.decision_year > i.levy_year
            and i.decided_on >= (greatest(i.acquired_on, coalesce(
                    (select min(r.due_on) from koki.plan p join koki.plan_row r using (levy_year, assessment_no, plan_version)
                     where p.insured_no = i.insured_no and p.levy_year = i.levy_year),
                    make_date(i.levy_year::integer, 7, 31))) + 1 + make_interval(years => %d))
            """;

    /** Columns that name one version, and what is said of two contents under it. */
    private record Version(
            String table, Layout layout, List<String> key, String item, String words) {

        private static final Version INSURED_VERSION =
                new Version(
                        "koki.insured_version",
                        InsuredFile.LAYOUT,
                        List.of("insured_no", "version"),
                        "被保険者履歴番号",
                        "同じ履歴番号で内容の違う被保険者情報を受けています");

        private static final Version PREMIUM_VERSION =
                new Version(
                        "koki.premium",
                        PremiumFile.LAYOUT,
                        List.of("levy_year", "assessment_no", "assessment_version"),
                        "賦課履歴番号",
                        "同じ相当年度・賦課管理番号・履歴番号で内容（賦課年度など）の違う賦課情報を受けています");

        private String same(String one, String other) {
            return key.stream()
                    .map(column -> one + column + " = " + other + column)
                    .collect(Collectors.joining(" and "));
        }

        private String differs(String one, String other) {
            return "(%s) is distinct from (%s)"
                    .formatted(columns(layout, one), columns(layout, other));
        }
    }

    /**
     * Sets aside a row whose key came before with another content: taking either silently would
     * hide that the union told two things. First against the register, then each key that comes
     * several times in the file against its first row; never row by row through the file, which has
     * 170,000 of them in a large city's July.
     */
    private static void setAsideContradictions(IncomingFile file, Version version) {
        String shown = version.key().getLast();
        file.setAside(
                version.item(),
                shown,
                version.words(),
                "exists (select from %s o where %s and %s)"
                        .formatted(
                                version.table(),
                                version.same("o.", "i."),
                                version.differs("o.", "i.")));
        file.setAside(
                version.item(),
                shown,
                version.words(),
                """
                i.line in (
                    select later.line
                    from (select %1$s, min(line) as line from incoming group by %1$s having count(*) > 1) several
                    join incoming first on first.line = several.line
                    join incoming later on %2$s
                    where %3$s)
                """
                        .formatted(
                                String.join(", ", version.key()),
                                version.same("later.", "several."),
                                version.differs("later.", "first.")));
    }

    private static String columns(Layout layout, String prefix) {
        return layout.columns().stream()
                .map(column -> prefix + column.code())
                .collect(Collectors.joining(", "));
    }

    /**
     * 被保険者情報 (Q04): a version that is known already is skipped. Of what stands the newest version
     * counts; an insurance that was withdrawn (異動 07) with nothing in its place lasted no day.
     */
    void insured(IncomingFile file) {
        file.setAside("宛名番号", "person_no", "宛名に登録のない人です", UNKNOWN_PERSON);
        file.setAside(
                "被保険者番号",
                "insured_no",
                "同じ被保険者番号が別の宛名番号で登録されています",
                """
                exists (select from koki.insured k where k.insured_no = i.insured_no and k.person_no <> i.person_no)
                """);
        setAsideContradictions(file, Version.INSURED_VERSION);
        file.db()
                .sql(
                        """
                        insert into koki.insured_version (%1$s, known_on, file_id)
                        select %1$s, :today, :file from incoming
                        on conflict (insured_no, version) do nothing
                        """
                                .formatted(INSURED))
                .param("today", file.businessDate())
                .param("file", file.id())
                .update();
        file.count(
                "被保険者",
                file.db()
                        .sql(
                                """
                                insert into koki.insured (insured_no, person_no, version, acquired_by, acquired_on, lost_by,
                                                          lost_on, copay, address_exception, known_on)
                                select distinct on (insured_no) insured_no, person_no, version, acquired_by, acquired_on, lost_by,
                                       case when change = '07' then acquired_on else lost_on end, copay, address_exception, :today
                                from (select distinct on (v.insured_no, v.acquired_on) v.*
                                      from koki.insured_version v
                                      where v.insured_no in (select insured_no from incoming)
                                      order by v.insured_no, v.acquired_on, v.version desc) told
                                order by insured_no, change = '07', version desc
                                on conflict (insured_no) do update
                                    set version = excluded.version, acquired_by = excluded.acquired_by,
                                        acquired_on = excluded.acquired_on, lost_by = excluded.lost_by,
                                        lost_on = excluded.lost_on, copay = excluded.copay,
                                        address_exception = excluded.address_exception, known_on = excluded.known_on
                                    where insured.version <> excluded.version
                                """)
                        .param("today", file.businessDate())
                        .update());
    }

    /**
     * 賦課情報 (F03): a row of somebody who is not on record is set aside and may come again, and so is
     * a decision that came too late (F08); a newer version replaces the current one.
     */
    void premiums(IncomingFile file) {
        file.setAside("宛名番号", "person_no", "宛名に登録のない人です", UNKNOWN_PERSON);
        file.setAside(
                "賦課決定年月日",
                "decided_on",
                "最初の納期の翌日から2年を過ぎた日の賦課決定です（法160条の2）",
                TOO_LATE.formatted(
                        Parameters.standard().amount("decision.limitYears", file.businessDate())));
        setAsideContradictions(file, Version.PREMIUM_VERSION);
        file.db()
                .sql(
                        """
                        insert into koki.premium (%1$s, known_on, file_id, current)
                        select %1$s, :today, :file, false from incoming
                        on conflict (levy_year, assessment_no, assessment_version) do nothing
                        """
                                .formatted(PREMIUM))
                .param("today", file.businessDate())
                .param("file", file.id())
                .update();
        file.db()
                .sql(
                        """
                        update koki.premium p set current = false
                        from (select distinct levy_year, assessment_no from incoming) i
                        where p.levy_year = i.levy_year and p.assessment_no = i.assessment_no and p.current
                        """)
                .update();
        file.count(
                "賦課",
                """
                update koki.premium p set current = true
                from (select levy_year, assessment_no, max(assessment_version) as assessment_version
                      from koki.premium where (levy_year, assessment_no) in (select levy_year, assessment_no from incoming)
                      group by 1, 2) last
                where p.levy_year = last.levy_year and p.assessment_no = last.assessment_no
                  and p.assessment_version = last.assessment_version
                """);
    }

    /** 突合結果: what the union holds differently, kept as a work list. */
    void differences(IncomingFile file) {
        file.count(
                "相違",
                file.db()
                        .sql(
                                """
                                insert into koki.union_difference (file_id, line_no, content, known_on)
                                select :file, line, to_jsonb(i) - 'line', :today from incoming i
                                on conflict do nothing
                                """)
                        .param("file", file.id())
                        .param("today", file.businessDate())
                        .update());
    }

    private static String items(Layout layout) {
        return layout.columns().stream().map(Column::code).collect(Collectors.joining(", "));
    }
}
