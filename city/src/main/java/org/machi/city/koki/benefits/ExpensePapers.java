package org.machi.city.koki.benefits;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.machi.formats.layout.BenefitApplyFile;
import org.machi.law.LegalBasis;

/** 療養費の添付書類: what each 療養費区分 needs beside the account. */
@LegalBasis({"法77条", "則47条"})
enum ExpensePapers {
    BRACE("1", List.of("領収書（装具の内訳のあるもの）", "医師の意見書（装着証明書）")),
    ABROAD("2", List.of("診療内容明細書", "領収明細書", "日本語の翻訳文", "渡航の事実が分かるもの（旅券の写し）", "調査に関わる同意書")),
    OWN_EXPENSE("3", List.of("領収書", "診療報酬明細書に相当するもの")),
    BLOOD("4", List.of("領収書", "医師の輸血証明書")),
    TREATMENT("5", List.of("領収書（施術の内訳のあるもの）", "医師の同意書"));

    private final String code;
    private final List<String> papers;

    ExpensePapers(String code, List<String> papers) {
        this.code = code;
        this.papers = papers;
    }

    static Optional<ExpensePapers> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /** 療養費 with its 区分. */
    public String label() {
        return "療養費（" + BenefitApplyFile.EXPENSE.meaning(code) + "）";
    }

    public List<String> papers() {
        return papers;
    }
}
