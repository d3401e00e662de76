package org.machi.union.window;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.formats.layout.CardFile;
import org.machi.formats.layout.DecisionFile;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.law.parameter.UnionCode;
import org.machi.platform.database.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a 窓口端末 shows: people of the own city, sought by name and birth date or by 被保険者番号, never
 * listed. Every query goes to a view of the own city, under a role that reaches nothing else.
 */
@Repository
class WindowLookUp {

    /** Who matches more is to be sought with more; a list is no answer here. */
    static final int FOUND_AT_MOST = 10;

    private final Seats seats;
    private final JdbcClient db;
    private final String unionCode;

    WindowLookUp(Seats seats, JdbcClient db, OrganisationSettings settings) {
        this.seats = seats;
        this.db = db;
        this.unionCode = settings.code();
    }

    /**
     * A person of the city.
     *
     * @param naturalId the person's number in the union's audit trail
     * @param ahead entered here before 住民基本台帳情報 came
     */
    record Person(
            long personId,
            long personNo,
            long naturalId,
            @Nullable String insuredNo,
            String name,
            String nameKana,
            @Nullable LocalDate birthOn,
            String birthText,
            String sex,
            String address,
            @Nullable String postalCode,
            String town,
            String lot,
            String building,
            @Nullable LocalDate movedOutOn,
            @Nullable LocalDate diedOn,
            boolean ahead) {}

    record Period(
            int historyNo,
            LocalDate acquiredOn,
            String acquiredBy,
            @Nullable LocalDate lostOn,
            @Nullable String lostBy,
            String change,
            LocalDate decidedOn) {}

    record Share(@Nullable String share, @Nullable LocalDate since) {}

    /** A 証 in the union's book. */
    record Card(
            String cardNo,
            String kind,
            String reason,
            LocalDate issuedOn,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable String copay,
            @Nullable String limitClass,
            @Nullable LocalDate handedOn) {
        public String kindName() {
            return CardFile.KIND.type().meanings().getOrDefault(kind, kind);
        }

        public String reasonName() {
            return CardFile.REASON.type().meanings().getOrDefault(reason, reason);
        }

        public String limitName() {
            return limitClass == null
                    ? ""
                    : CardFile.LIMIT.type().meanings().getOrDefault(limitClass, limitClass);
        }
    }

    record Premium(
            int levyYear,
            int version,
            String reason,
            LocalDate decidedOn,
            int months,
            long medical,
            long child) {
        public long sum() {
            return medical + child;
        }
    }

    record Application(
            String receptionNo,
            String kind,
            LocalDate receivedOn,
            LocalDate occurredOn,
            @Nullable String result,
            @Nullable LocalDate decidedOn,
            @Nullable String reason) {
        public String kindName() {
            return UnionApplyFile.KIND.type().meanings().getOrDefault(kind, kind);
        }

        public String resultName() {
            return result == null
                    ? "審査中"
                    : DecisionFile.RESULT.type().meanings().getOrDefault(result, result);
        }
    }

    private static final String PERSON =
            """
            SELECT person_id, person_no, natural_id, insured_no, name, name_kana, birth_on, birth_text, sex, address,
                   postal_code, town, lot, building, moved_out_on, died_on, ahead
              FROM windows.v_person WHERE %s ORDER BY person_no LIMIT 11
            """;

    /** The beginning of the kana and the whole birth date, both. */
    List<Person> byName(Seat seat, String kana, LocalDate birth) {
        String begin = kana.strip().replace(' ', '　').replaceAll("[%_\\\\]", "");
        return seats.ask(
                seat,
                view ->
                        view.sql(
                                        PERSON.formatted(
                                                "birth_on = :birth AND name_kana LIKE :kana || '%'"))
                                .param("birth", birth)
                                .param("kana", begin)
                                .query(Person.class)
                                .list());
    }

    List<Person> byNumber(Seat seat, String insuredNo) {
        return seats.ask(
                seat,
                view ->
                        view.sql(PERSON.formatted("insured_no = :no"))
                                .param("no", insuredNo)
                                .query(Person.class)
                                .list());
    }

    Optional<Person> person(Seat seat, long personNo) {
        return seats.ask(
                seat,
                view ->
                        view.sql(PERSON.formatted("person_no = :no"))
                                .param("no", personNo)
                                .query(Person.class)
                                .optional());
    }

    /** Whether the number is somebody's elsewhere, so that the attempt is worth a record. */
    boolean isElsewhere(Seat seat, long personNo) {
        return db.sql(
                        "SELECT EXISTS (SELECT FROM register.person WHERE person_no = ? AND city_code <> ?)")
                .param(personNo)
                .param(seat.city())
                .query(Boolean.class)
                .single();
    }

    boolean isElsewhere(String insuredNo) {
        return db.sql("SELECT EXISTS (SELECT FROM eligibility.insured WHERE insured_no = ?)")
                .param(insuredNo)
                .query(Boolean.class)
                .single();
    }

    /** The prefecture of the union, as the resident records of its cities write it. */
    String prefecture() {
        return new UnionCode(Integer.parseInt(unionCode.substring(2, 4))).prefecture();
    }

    List<Period> periods(Seat seat, @Nullable String insuredNo) {
        return of(
                seat,
                insuredNo,
                """
                SELECT history_no, acquired_on, acquired_by, lost_on, lost_by, change, decided_on
                  FROM windows.v_period WHERE insured_no = ? ORDER BY history_no DESC
                """,
                Period.class);
    }

    Optional<Share> share(Seat seat, @Nullable String insuredNo) {
        return of(
                        seat,
                        insuredNo,
                        "SELECT share, since FROM windows.v_share WHERE insured_no = ? ORDER BY valid DESC LIMIT 1",
                        Share.class)
                .stream()
                .findFirst();
    }

    List<Card> cards(Seat seat, @Nullable String insuredNo) {
        return of(
                seat,
                insuredNo,
                """
                SELECT card_no, kind, reason, issued_on, valid_from, valid_until, copay, limit_class, handed_on
                  FROM windows.v_card WHERE insured_no = ? ORDER BY card_id DESC LIMIT 20
                """,
                Card.class);
    }

    List<Premium> premiums(Seat seat, @Nullable String insuredNo) {
        return of(
                seat,
                insuredNo,
                """
                SELECT levy_year, version, reason, decided_on, months, medical, child
                  FROM windows.v_premium WHERE insured_no = ? ORDER BY levy_year DESC, version DESC LIMIT 30
                """,
                Premium.class);
    }

    List<Application> applications(Seat seat, long personNo) {
        return seats.ask(
                seat,
                view ->
                        view.sql(
                                        """
                                        SELECT reception_no, kind, received_on, occurred_on, result, decided_on, reason
                                          FROM windows.v_application WHERE person_no = ?
                                         ORDER BY received_on DESC, reception_no DESC LIMIT 20
                                        """)
                                .param(personNo)
                                .query(Application.class)
                                .list());
    }

    private <T> List<T> of(Seat seat, @Nullable String insuredNo, String sql, Class<T> type) {
        return insuredNo == null
                ? List.of()
                : seats.ask(seat, view -> view.sql(sql).param(insuredNo).query(type).list());
    }
}
