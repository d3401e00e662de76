package org.machi.city.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.law.LegalBasis;

/**
 * 届出・申請 as the clerk entered it, and what is wrong with it.
 *
 * @param kind 届出種別コード of U_APPLY
 * @param occurredOn 事由発生年月日
 * @param disability 障害区分, of a 障害認定申請
 * @param otherCode 相手方市町村コード, of a 住所地特例
 */
public record CounterEntry(
        long personNo,
        String kind,
        LocalDate occurredOn,
        @Nullable LocalDate untilOn,
        @Nullable String disability,
        @Nullable String otherCode,
        @Nullable String facility,
        @Nullable String note,
        Presence presence) {

    static final String RECOGNITION = "03";
    static final String WITHDRAWAL = "04";
    static final String EXCEPTION = "05";
    static final String EXCEPTION_ENDS = "07";
    static final String EXCLUDED = "08";
    static final String NOT_EXCLUDED = "09";
    static final String DEPENDANT = "10";

    /** What the counter takes; 生活保護 comes from the welfare office by file. */
    static final List<String> KINDS =
            List.of(
                    RECOGNITION,
                    WITHDRAWAL,
                    EXCEPTION,
                    EXCEPTION_ENDS,
                    EXCLUDED,
                    NOT_EXCLUDED,
                    DEPENDANT);

    private static final int AGE_OF_RECOGNITION = 65;
    private static final int AGE_OF_ALL = 75;

    /** 届出・申請 of a disabled person of 65 to 74. */
    public static CounterEntry recognition(
            long personNo, LocalDate day, String disability, Presence presence) {
        return new CounterEntry(
                personNo, RECOGNITION, day, null, disability, null, null, null, presence);
    }

    /** 障害認定の撤回. */
    public static CounterEntry withdrawal(long personNo, LocalDate day, Presence presence) {
        return new CounterEntry(personNo, WITHDRAWAL, day, null, null, null, null, null, presence);
    }

    /** The kind in words. */
    String kindName() {
        Map<String, String> names = UnionApplyFile.KIND.type().meanings();
        return names.getOrDefault(kind, kind);
    }

    /**
     * What is known of the person on the day.
     *
     * @param birth the last day on which the person can have been born, null when it is not known
     * @param recognised a 障害認定 is in force or was applied for
     */
    record Facts(
            @Nullable LocalDate birth,
            boolean dead,
            boolean gone,
            boolean recognised,
            boolean exception,
            boolean sameWaits) {}

    /** Reasons not to take the entry, in the words of the office; none when it is right. */
    List<String> faults(Facts facts, LocalDate today) {
        List<String> faults = new ArrayList<>();
        if (!KINDS.contains(kind)) {
            faults.add("届出種別を選んでください。");
        }
        if (facts.dead()) {
            faults.add("死亡している人の届出は受け付けられません。");
        }
        if (facts.sameWaits()) {
            faults.add("同じ届出が確認待ちです。");
        }
        if (untilOn != null && untilOn.isBefore(occurredOn)) {
            faults.add("終了年月日が事由発生年月日より前です。");
        }
        ofTheKind(facts, today, faults);
        ofTheAgent(faults);
        return faults;
    }

    private void ofTheKind(Facts facts, LocalDate today, List<String> faults) {
        switch (kind) {
            case RECOGNITION -> recognition(facts, today, faults);
            case WITHDRAWAL -> withdrawal(facts, today, faults);
            case EXCEPTION, EXCEPTION_ENDS -> exception(facts, faults);
            default -> {
                if (occurredOn.isAfter(today)) {
                    faults.add("事由発生年月日が受付日より後です。");
                }
            }
        }
    }

    /** From 65 to 74, from the day of the application on: 認定 does not reach back. */
    @LegalBasis("法50条2号")
    private void recognition(Facts facts, LocalDate today, List<String> faults) {
        if (facts.gone()) {
            faults.add("当市の住民又は住所地特例の対象者ではありません。");
        }
        if (disability == null) {
            faults.add("障害区分を選んでください。");
        }
        if (facts.recognised()) {
            faults.add("障害認定は既に受け付けています。");
        }
        if (occurredOn.isBefore(today)) {
            faults.add("障害認定は受付日より前にさかのぼれません。");
        }
        LocalDate birth = facts.birth();
        if (birth == null
                || occurredOn.isBefore(birth.plusYears(AGE_OF_RECOGNITION))
                || !occurredOn.isBefore(birth.plusYears(AGE_OF_ALL))) {
            faults.add("認定を受ける日に65歳以上75歳未満ではありません。");
        }
    }

    /** A recognition can be given up for the future, not for the past. */
    @LegalBasis("則8条")
    private void withdrawal(Facts facts, LocalDate today, List<String> faults) {
        if (!facts.recognised()) {
            faults.add("障害認定を受けていません。");
        }
        if (occurredOn.isBefore(today)) {
            faults.add("撤回は受付日より前にさかのぼれません。");
        }
    }

    private void exception(Facts facts, List<String> faults) {
        if (kind.equals(EXCEPTION) && (facility == null || otherCode == null)) {
            faults.add("住所地特例には施設名と施設所在市町村コードが必要です。");
        }
        if (kind.equals(EXCEPTION) && facts.exception()) {
            faults.add("住所地特例は既に適用中です。");
        }
        if (kind.equals(EXCEPTION_ENDS) && !facts.exception()) {
            faults.add("住所地特例の適用がありません。");
        }
    }

    private void ofTheAgent(List<String> faults) {
        boolean self = presence.cameAs() == Presence.CameAs.SELF;
        if (!self && presence.agentName().isBlank()) {
            faults.add("代理人の氏名を入れてください。");
        }
        if (!self && presence.agentCheck() == null) {
            faults.add("代理権の確認に使ったものを選んでください。");
        }
    }
}
