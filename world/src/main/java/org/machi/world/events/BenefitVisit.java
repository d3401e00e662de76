package org.machi.world.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.world.people.Account;

/**
 * Someone comes to a counter with an application for a benefit.
 *
 * @param city 0 or 1
 * @param personNo 宛名番号 of the insured person
 * @param kind 給付種別コード: 31 高額療養費, 37 葬祭費
 * @param occurredOn 診療月, or the day of the funeral
 * @param applicant who asks
 * @param papersComplete whether nothing was forgotten at home
 */
public record BenefitVisit(
        int city,
        long personNo,
        String kind,
        LocalDate cameOn,
        LocalDate occurredOn,
        Applicant applicant,
        Account account,
        boolean papersComplete) {

    /**
     * Who asks.
     *
     * @param relation 申請者区分コード: 1 本人, 3 相続人, 4 葬祭を行った者
     * @param address null for the insured person
     */
    public record Applicant(String name, String kana, String relation, @Nullable String address) {}
}
