package org.machi.city.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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
        Particulars particulars,
        Presence presence) {

    /**
     * What only some kinds of 届出 tell.
     *
     * @param reportedOn 届出年月日; null is the day of reception
     * @param reason 届出事由コード, see {@link UnionApplyFile#reasons}
     * @param revenue 世帯の収入額 of a 基準収入額適用申請
     * @param disease 特定疾病コード
     * @param cardKind 証種別コード of a 再交付申請
     * @param share 負担割合 that a 負担区分等証明書 certifies
     * @param facilityAddress 施設所在地, as the register of facilities has it
     * @param homeOf 宛名番号 of somebody in the home of a 後期世帯の設定; the person's own for a home alone
     */
    public record Particulars(
            @Nullable LocalDate reportedOn,
            @Nullable String reason,
            @Nullable Long revenue,
            @Nullable String disease,
            @Nullable String cardKind,
            @Nullable String share,
            @Nullable String facilityAddress,
            @Nullable Long homeOf) {

        /** None of them. */
        public static final Particulars NONE =
                new Particulars(null, null, null, null, null, null, null, null);

        /** A reason alone. */
        public static Particulars because(String reason) {
            return new Particulars(null, reason, null, null, null, null, null, null);
        }
    }

    static final String RECOGNITION = "03";
    static final String WITHDRAWAL = "04";
    static final String EXCEPTION = "05";
    static final String EXCEPTION_ENDS = "07";
    static final String EXCLUDED = "08";
    static final String NOT_EXCLUDED = "09";
    static final String DEPENDANT = "10";
    static final String EXCEPTION_CHANGES = "06";
    static final String ACQUISITION = "14";
    static final String LOSS = "15";
    static final String CHANGE = "16";
    static final String REVENUE = "17";
    static final String REISSUE = "18";
    static final String DISEASE = "19";
    static final String LIMIT = "20";
    static final String CERTIFIED = "23";
    private static final String BY_OFFICE = "08";
    private static final String OTHER = "99";

    /** What the counter takes; 生活保護 comes from the welfare office by file. */
    static final List<String> KINDS =
            List.of(
                    ACQUISITION,
                    LOSS,
                    CHANGE,
                    RECOGNITION,
                    WITHDRAWAL,
                    EXCEPTION,
                    EXCEPTION_CHANGES,
                    EXCEPTION_ENDS,
                    EXCLUDED,
                    NOT_EXCLUDED,
                    DEPENDANT,
                    REVENUE,
                    REISSUE,
                    DISEASE,
                    LIMIT,
                    CERTIFIED,
                    HomeSettings.SET,
                    HomeSettings.END);

    private static final int AGE_OF_RECOGNITION = 65;
    private static final int AGE_OF_ALL = 75;

    /** 届出・申請 of a disabled person of 65 to 74. */
    public static CounterEntry recognition(
            long personNo, LocalDate day, String disability, Presence presence) {
        return new CounterEntry(
                personNo,
                RECOGNITION,
                day,
                null,
                disability,
                null,
                null,
                null,
                Particulars.NONE,
                presence);
    }

    /** 障害認定の撤回. */
    public static CounterEntry withdrawal(long personNo, LocalDate day, Presence presence) {
        return of(personNo, WITHDRAWAL, day, Particulars.NONE, presence);
    }

    /** An application that needs nothing but its day and its particulars. */
    public static CounterEntry of(
            long personNo, String kind, LocalDate day, Particulars particulars, Presence presence) {
        return new CounterEntry(
                personNo, kind, day, null, null, null, null, null, particulars, presence);
    }

    /**
     * What the 届出 is in effect: 取得届 and 喪失届 by a condition are the application of that condition.
     */
    private String effect() {
        String reason = particulars.reason();
        return switch (kind + reason) {
            case ACQUISITION + "03" -> RECOGNITION;
            case ACQUISITION + "05" -> EXCEPTION;
            case ACQUISITION + "06" -> NOT_EXCLUDED;
            case LOSS + "04" -> WITHDRAWAL;
            case LOSS + "05" -> EXCLUDED;
            case LOSS + "06" -> EXCEPTION_ENDS;
            default -> kind;
        };
    }

    /** The reasons that a 届 of this kind may have at the counter; 職権 is the union's own. */
    static SortedMap<String, String> reasons(String kind) {
        SortedMap<String, String> reasons = UnionApplyFile.reasons(kind);
        if (kind.equals(ACQUISITION) || kind.equals(LOSS)) {
            reasons.keySet().removeAll(List.of(BY_OFFICE, OTHER));
        }
        return reasons;
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
            boolean insured,
            boolean sameWaits) {}

    /** Reasons not to take the entry, in the words of the office; none when it is right. */
    List<String> faults(Facts facts, LocalDate today) {
        List<String> faults = new ArrayList<>();
        if (!KINDS.contains(kind)) {
            faults.add("届出種別を選んでください。");
        }
        if (facts.dead() && !(kind.equals(LOSS) && "01".equals(particulars.reason()))) {
            faults.add("死亡している人の届出は受け付けられません。受け付けられるのは死亡による資格喪失届だけです。");
        }
        LocalDate reported = particulars.reportedOn();
        if (reported != null && reported.isAfter(today)) {
            faults.add("届出年月日が受付日より後です。");
        }
        String reason = particulars.reason();
        if (!reasons(kind).isEmpty() && (reason == null || !reasons(kind).containsKey(reason))) {
            faults.add("届出の事由を選んでください。");
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
        switch (effect()) {
            case RECOGNITION -> recognition(facts, today, faults);
            case WITHDRAWAL -> withdrawal(facts, today, faults);
            case EXCEPTION, EXCEPTION_CHANGES, EXCEPTION_ENDS -> exception(facts, faults);
            default -> {
                if (occurredOn.isAfter(today)) {
                    faults.add("異動年月日が受付日より後です。");
                }
            }
        }
        ofTheParticulars(facts, faults);
    }

    private void ofTheParticulars(Facts facts, List<String> faults) {
        LocalDate birth = facts.birth();
        if (kind.equals(ACQUISITION)
                && "01".equals(particulars.reason())
                && (birth == null || !occurredOn.equals(birthday(birth)))) {
            faults.add("年齢到達による資格取得の日は75歳の誕生日です。");
        }
        if (kind.equals(REVENUE) && particulars.revenue() == null) {
            faults.add("世帯の収入額を入れてください。");
        }
        if (kind.equals(DISEASE) && particulars.disease() == null) {
            faults.add("特定疾病を選んでください。");
        }
        if (kind.equals(CERTIFIED) && (particulars.share() == null || note == null)) {
            faults.add("証明された負担割合と、備考に発行した広域連合を入れてください。");
        }
        if (kind.equals(REISSUE) && particulars.cardKind() == null) {
            faults.add("再交付する証を選んでください。");
        }
        if (List.of(CHANGE, REVENUE, REISSUE, DISEASE, LIMIT).contains(kind) && !facts.insured()) {
            faults.add("被保険者ではありません。");
        }
    }

    /** The 75th birthday itself; of 29 February the first of March in a common year. */
    @LegalBasis("法50条1号")
    private static LocalDate birthday(LocalDate birth) {
        LocalDate day = birth.plusYears(AGE_OF_ALL);
        return day.getDayOfMonth() == birth.getDayOfMonth() ? day : day.plusDays(1);
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
        String effect = effect();
        if (!effect.equals(EXCEPTION_ENDS) && (facility == null || otherCode == null)) {
            faults.add("住所地特例の施設を選んでください。一覧にない施設は「住所地特例と施設」で先に登録してください。");
        }
        if (effect.equals(EXCEPTION) && facts.exception()) {
            faults.add("住所地特例は既に適用中です。施設を移ったときは住所地特例変更としてください。");
        }
        if (!effect.equals(EXCEPTION) && !facts.exception()) {
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
