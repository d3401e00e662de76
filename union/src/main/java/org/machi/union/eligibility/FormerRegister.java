package org.machi.union.eligibility;

import org.machi.formats.file.FileKind;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.IncomingFile;
import org.springframework.stereotype.Component;

/**
 * 移行: takes the former system's register (MIG_UNION). Numbers, days of acquisition and last year's
 * premium are kept as decided there; the layout lists a number with a wrong check digit.
 */
@Component
class FormerRegister implements FileHandler {

    @Override
    public FileKind kind() {
        return FileKind.MIG_UNION;
    }

    @Override
    public void apply(IncomingFile file) {
        file.setAside(
                "地方公共団体コード",
                "municipality_code",
                "構成市区町村ではありません",
                "NOT EXISTS (SELECT FROM register.city c WHERE c.city_code = i.municipality_code)");
        file.setAside(
                "被保険者番号",
                "insured_no",
                "同じ被保険者番号と相当年度の行が前にあります",
                """
                EXISTS (SELECT FROM incoming o
                         WHERE o.insured_no = i.insured_no AND o.levy_year = i.levy_year
                           AND o.municipality_code = i.municipality_code AND o.line < i.line)
                """);
        long rows =
                file.db()
                        .sql(
                                """
                                INSERT INTO eligibility.former
                                    (city_code, person_no, insured_no, acquired_on, acquired_by, lost_on,
                                     lost_by, copay, dependant_from, levy_year, assessment_no,
                                     assessment_version, base, months, premium, known_on)
                                SELECT municipality_code, person_no, insured_no, acquired_on, acquired_by,
                                       lost_on, lost_by, copay, dependant_from, levy_year, assessment_no,
                                       assessment_version, base, months, premium, :day
                                  FROM incoming
                                """)
                        .param("day", file.businessDate())
                        .update();
        file.count("旧台帳", rows);
    }
}
