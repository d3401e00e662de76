package org.machi.platform.line;

import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 利用権限 of the line. */
@Configuration(proxyBeanMethods = false)
class LineDuties {

    /** 回線の照会. */
    static final String LOOK = "line.look";

    /** 回線の送受信: now, and files again. */
    static final String WORK = "line.work";

    /** 相手方・証明書・送付の予定・管理端末. */
    static final String PARTNERS = "line.partners";

    /** 媒体による授受. */
    static final String MEDIA = "line.media";

    @Bean
    DutyList dutiesOfTheLine() {
        return DutyList.of(
                new Duty(LOOK, "回線の照会"),
                new Duty(WORK, "回線の送受信・再送"),
                new Duty(PARTNERS, "回線の相手方・予定の登録"),
                new Duty(MEDIA, "媒体による授受"));
    }
}
