package org.machi.city.koki.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.formats.layout.CardFile;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.Show;
import org.machi.platform.forms.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * 証明書 at a move out of the area (Q15): what the next union needs to know, kept as it was certified;
 * and those that a person who moved in brought along.
 */
@Service
class Certificates {

    private static final TypeReference<LinkedHashMap<String, String>> LINES =
            new TypeReference<>() {};

    private final JdbcClient db;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final ObjectMapper json = new ObjectMapper();
    private final Show show = new Show();

    Certificates(JdbcClient db, AuditTrail audit, TransactionTemplate transaction) {
        this.db = db;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What is certified. */
    public enum Kind {
        BURDEN("負担区分等証明書"),
        DISABILITY("障害認定証明書"),
        DISEASE("特定疾病認定証明書");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** The items of all kinds as they are printed: who it is, then what is certified. */
    private static final List<String> ORDER =
            List.of(
                    "氏名（カナ）",
                    "生年月日",
                    "性別",
                    "資格取得年月日",
                    "資格喪失年月日",
                    "一部負担金の割合",
                    "負担割合の適用開始",
                    "限度区分",
                    "元被扶養者",
                    "障害の程度",
                    "認定疾病",
                    "認定年月日",
                    "認定の期限",
                    "内容",
                    "認定（適用開始）年月日");

    /** A certificate as it was given or received. */
    public record Certificate(
            long certificateNo,
            long personNo,
            String insuredNo,
            boolean given,
            Kind kind,
            LocalDate onDay,
            String otherParty,
            Map<String, String> lines,
            String staff,
            @Nullable Cancellation cancelled) {

        public Certificate {
            Map<String, String> ordered = new LinkedHashMap<>();
            for (String name : ORDER) {
                String value = lines.get(name);
                if (value != null) {
                    ordered.put(name, value);
                }
            }
            lines = ordered;
        }

        /** Its content in one line. */
        public String text() {
            List<String> parts = new ArrayList<>();
            lines.forEach((name, value) -> parts.add(name + "：" + (value.isEmpty() ? "―" : value)));
            return String.join("　", parts);
        }
    }

    /** 取消: why a certificate does not hold any more. */
    public enum Cause {
        WRONG("誤りによる取消"),
        BACK("返還");

        private final String title;

        Cause(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** A certificate that was taken back; what it said stays. */
    public record Cancellation(Cause cause, String reason, LocalDate on, String staff) {}

    private static @Nullable Cancellation cancelled(ResultSet row) throws SQLException {
        String cause = row.getString("cancelled_as");
        return cause == null
                ? null
                : new Cancellation(
                        Cause.valueOf(cause),
                        row.getString("cancel_reason"),
                        row.getObject("cancelled_on", LocalDate.class),
                        row.getString("cancelled_by"));
    }

    List<Certificate> of(long personNo) {
        return db.sql(
                        "select * from koki.certificate where person_no = ? order by certificate_no desc")
                .param(personNo)
                .query((row, _) ->
                        new Certificate(
                                row.getLong("certificate_no"),
                                row.getLong("person_no"),
                                row.getString("insured_no"),
                                row.getString("direction").equals("OUT"),
                                Kind.valueOf(row.getString("kind")),
                                row.getObject("on_day", LocalDate.class),
                                row.getString("other_party"),
                                json.readValue(row.getString("lines"), LINES),
                                row.getString("staff"),
                                cancelled(row)))
                .list();
    }

    /**
     * What the register says today for a certificate; empty when there is nothing of the kind to
     * certify.
     */
    Optional<Map<String, String>> facts(long personNo, Kind kind) {
        Optional<Map<String, String>> facts =
                switch (kind) {
                    case BURDEN -> burden(personNo);
                    case DISABILITY -> disability(personNo);
                    case DISEASE -> disease(personNo);
                };
        facts.ifPresent(lines -> lines.putAll(person(personNo)));
        return facts;
    }

    /** By what, beside name and address, the receiving office finds the person. */
    private Map<String, String> person(long personNo) {
        return db.sql("select name_kana, birth_text, sex from people.v_person where person_no = ?")
                .param(personNo)
                .query((row, _) ->
                        Map.of(
                                "氏名（カナ）", row.getString("name_kana"),
                                "生年月日", Wording.birth(row.getString("birth_text")),
                                "性別", "1".equals(row.getString("sex")) ? "男" : "女"))
                .single();
    }

    private Optional<Map<String, String>> burden(long personNo) {
        return db.sql(
                        """
                        select v.*, c.limit_class from koki.insured_version v
                        left join lateral (select c.limit_class from koki.card c
                                           where c.insured_no = v.insured_no and c.limit_class is not null
                                           order by c.card_no desc limit 1) c on true
                        where v.person_no = ? and v.copay is not null and v.change <> '07'
                        order by v.acquired_on desc, v.version desc limit 1
                        """)
                .param(personNo)
                .query((row, _) -> {
                    Map<String, String> lines = new LinkedHashMap<>();
                    lines.put("資格取得年月日", show.date(row.getObject("acquired_on", LocalDate.class)));
                    lines.put("資格喪失年月日", show.date(row.getObject("lost_on", LocalDate.class)));
                    lines.put("一部負担金の割合", row.getString("copay") + "割");
                    lines.put("負担割合の適用開始", show.date(row.getObject("copay_from", LocalDate.class)));
                    lines.put(
                            "限度区分",
                            meaning(
                                    CardFile.LIMIT.type().meanings(),
                                    row.getString("limit_class")));
                    lines.put("元被扶養者", row.getString("dependant").equals("1") ? "該当" : "非該当");
                    return lines;
                })
                .optional();
    }

    private Optional<Map<String, String>> disability(long personNo) {
        return db.sql(
                        """
                        select v.disability, v.decided_on, v.effective_on, v.until_on from people.v_verdict v
                        where v.person_no = ? and v.result = '1' and v.disability is not null
                          and exists (select from koki.insured_version k where k.person_no = v.person_no and k.acquired_by = '03')
                        order by v.verdict_no desc limit 1
                        """)
                .param(personNo)
                .query((row, _) -> {
                    Map<String, String> lines = new LinkedHashMap<>();
                    lines.put(
                            "障害の程度",
                            meaning(
                                    UnionApplyFile.DISABILITY.type().meanings(),
                                    row.getString("disability")));
                    lines.put("認定年月日", show.date(row.getObject("effective_on", LocalDate.class)));
                    LocalDate until = row.getObject("until_on", LocalDate.class);
                    lines.put("認定の期限", until == null ? "定めない" : show.date(until));
                    return lines;
                })
                .optional();
    }

    private Optional<Map<String, String>> disease(long personNo) {
        return db.sql(
                        """
                        select disease, disease_from from koki.card where person_no = ? and kind = '03' and disease is not null
                        order by card_no desc limit 1
                        """)
                .param(personNo)
                .query((row, _) -> {
                    Map<String, String> lines = new LinkedHashMap<>();
                    lines.put(
                            "認定疾病",
                            meaning(CardFile.DISEASE.type().meanings(), row.getString("disease")));
                    lines.put("認定年月日", show.date(row.getObject("disease_from", LocalDate.class)));
                    return lines;
                })
                .optional();
    }

    /** What a certificate that a newcomer brings can say, by kind and code. */
    static Map<Kind, Map<String, String>> contents() {
        Map<Kind, Map<String, String>> contents = new LinkedHashMap<>();
        contents.put(Kind.BURDEN, UnionApplyFile.SHARE.type().meanings());
        contents.put(Kind.DISABILITY, UnionApplyFile.DISABILITY.type().meanings());
        contents.put(Kind.DISEASE, CardFile.DISEASE.type().meanings());
        return contents;
    }

    /** The content in words; empty when it is not of the kind. */
    static Optional<String> certified(Kind kind, String content) {
        String code = content.replaceFirst("^[A-Z]+:", "");
        return content.startsWith(kind.name() + ":")
                ? Optional.ofNullable(contents().getOrDefault(kind, Map.of()).get(code))
                : Optional.empty();
    }

    /** The fields of the 届出・申請 by which the union hears of it. */
    static Map<String, String> application(Kind kind, String content, String note) {
        String code = content.replaceFirst("^[A-Z]+:", "");
        return switch (kind) {
            case BURDEN -> Map.of("kind", "23", "share", code, "note", note);
            case DISABILITY -> Map.of("kind", "03", "disability", code, "note", note);
            case DISEASE -> Map.of("kind", "19", "disease", code, "note", note);
        };
    }

    /** Whether one of the kind was given on the day and holds. */
    boolean isGiven(long personNo, Kind kind, LocalDate day) {
        return of(personNo).stream()
                .anyMatch(one ->
                        one.given()
                                && one.cancelled() == null
                                && one.kind() == kind
                                && one.onDay().equals(day));
    }

    private static String meaning(Map<String, String> words, @Nullable String code) {
        return code == null ? "" : words.getOrDefault(code, code);
    }

    /** Takes one back, given or brought; it stays with what it said and why it does not hold. */
    void cancel(Certificate certificate, Cancellation why, Actor clerk) {
        transaction.executeWithoutResult(_ -> {
            int rows =
                    db.sql(
                                    """
                                    update koki.certificate
                                    set cancelled_on = :on, cancelled_by = :staff, cancelled_as = :cause, cancel_reason = :reason
                                    where certificate_no = :no and cancelled_on is null
                                    """)
                            .param("on", why.on())
                            .param("staff", why.staff())
                            .param("cause", why.cause().name())
                            .param("reason", why.reason())
                            .param("no", certificate.certificateNo())
                            .update();
            if (rows == 0) {
                throw new ChangedMeanwhile("この証明書は既に取り消されています。");
            }
            audit.record(
                    Deed.of(
                                    clerk,
                                    "資格の管理",
                                    "証明書の取消（" + why.cause().title() + "）",
                                    certificate.kind().title() + " " + certificate.certificateNo())
                            .aboutPerson(certificate.personNo())
                            .withDetail(why.reason())
                            .on(why.on()));
        });
    }

    /** Enters one that is given or was brought; returns its number. */
    long enter(Certificate certificate, LocalDate today, Actor clerk) {
        return transaction.execute(_ -> {
            long no =
                    db.sql(
                                    """
                                    insert into koki.certificate (person_no, insured_no, direction, kind, on_day, other_party, lines, staff,
                                                                  terminal)
                                    values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) returning certificate_no
                                    """)
                            .params(
                                    certificate.personNo(),
                                    certificate.insuredNo(),
                                    certificate.given() ? "OUT" : "IN",
                                    certificate.kind().name(),
                                    certificate.onDay(),
                                    certificate.otherParty(),
                                    json.writeValueAsString(certificate.lines()),
                                    clerk.staff(),
                                    clerk.terminal())
                            .query(Long.class)
                            .single();
            audit.record(
                    Deed.of(
                                    clerk,
                                    "資格の管理",
                                    certificate.given() ? "証明書の交付" : "証明書の受理",
                                    certificate.kind().title() + " " + no)
                            .aboutPerson(certificate.personNo())
                            .on(today));
            return no;
        });
    }
}
