package org.machi.city.koki.register;

import java.util.List;
import org.machi.platform.jobs.Step;
import org.springframework.stereotype.Component;

/** What 資格の管理 does of an afternoon, after the union's files were taken. */
@Component
public class RegisterDay {

    private final LedgerFaults faults;
    private final Rights rights;
    private final VerdictLetters letters;

    RegisterDay(LedgerFaults faults, Rights rights, VerdictLetters letters) {
        this.faults = faults;
        this.rights = rights;
        this.letters = letters;
    }

    public List<Step> steps() {
        return List.of(
                Step.of("被保険者台帳の確認", faults::check),
                Step.of("行政資格異動データの送付", rights::send),
                Step.of("認定の通知書と更新案内", letters::write));
    }
}
