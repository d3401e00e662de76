package org.machi.union.window;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.Holders;
import org.machi.platform.staff.StaffDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * ユーザーID変更申請書 and ユーザー管理台帳: one person asks, another one of the union decides; every change of
 * hands closes a line of the ledger, opens the next and sets a 仮パスワード.
 */
@Service
class UserIds {

    private final Holders holders;
    private final StaffDirectory directory;
    private final JdbcClient db;

    UserIds(Holders holders, StaffDirectory directory, JdbcClient db) {
        this.holders = holders;
        this.directory = directory;
        this.db = db;
    }

    /** What is asked for. */
    enum Kind {
        FIRST("新規"),
        CHANGE("使用者の変更"),
        END("廃止"),
        AGAIN("仮パスワードの再発行");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What a request says.
     *
     * @param onDay 使用開始日; of END the last day of use
     */
    record Wish(
            String city,
            Kind kind,
            @Nullable String userId,
            String holder,
            String department,
            LocalDate onDay,
            List<String> duties,
            String reason) {
        public String dutyNames() {
            return names(duties);
        }
    }

    /** A request with its decision. */
    record Request(
            long no,
            Wish wish,
            String cityName,
            String enteredBy,
            LocalDate enteredOn,
            String state,
            @Nullable String decidedBy,
            @Nullable LocalDate decidedOn,
            @Nullable String decision) {
        public boolean open() {
            return state.equals("OPEN");
        }

        public String stateName() {
            return switch (state) {
                case "OPEN" -> "決定待ち";
                case "AGREED" -> "承認";
                default -> "不承認";
            };
        }
    }

    /** A line of the ledger. */
    record Holding(
            String userId,
            String cityName,
            String holder,
            String department,
            String dutyNames,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable Instant signedInAt,
            boolean temporary) {}

    /** An id that was given, with the 仮パスワード; null when the id was ended. */
    record Given(String userId, String holder, @Nullable String password) {}

    static String names(List<String> duties) {
        return WindowDesk.OF_CITIES.stream()
                .filter(duty -> duties.contains(duty.code()))
                .map(Duty::name)
                .collect(Collectors.joining("、"));
    }

    /** Why a request can't be taken; empty when it can. */
    Optional<String> objection(Wish wish, LocalDate today) {
        if (wish.reason().isBlank()) {
            return Optional.of("申請の理由を入れてください。");
        }
        boolean people = wish.kind() == Kind.FIRST || wish.kind() == Kind.CHANGE;
        if (people && (wish.holder().isBlank() || wish.department().isBlank())) {
            return Optional.of("使用者の氏名と所属を入れてください。共用のIDは発行できません。");
        }
        if (people && wish.duties().isEmpty()) {
            return Optional.of("権限を一つ以上選んでください。");
        }
        if (wish.kind() == Kind.FIRST) {
            return Optional.empty();
        }
        if (wish.userId() == null || holding(wish.city(), wish.userId()).isEmpty()) {
            return Optional.of("このユーザーIDは、使用中のIDとしてこの市区町村の台帳にありません。");
        }
        if (wish.kind() == Kind.END && wish.onDay().isBefore(today)) {
            return Optional.of("使用終了日は、業務日付より前にできません。");
        }
        boolean waits =
                db.sql(
                                "SELECT EXISTS (SELECT FROM windows.id_request WHERE user_id = ? AND state = 'OPEN')")
                        .param(wish.userId())
                        .query(Boolean.class)
                        .single();
        return waits ? Optional.of("このユーザーIDには決定待ちの申請があります。") : Optional.empty();
    }

    private record Open(long holdingNo, String holder, LocalDate since) {}

    private Optional<Open> holding(String city, String userId) {
        return db.sql(
                        """
                        SELECT holding_no, holder, since FROM windows.holding
                         WHERE city_code = ? AND user_id = ? AND until IS NULL
                        """)
                .params(city, userId)
                .query(Open.class)
                .optional();
    }

    long ask(Wish wish, Entries.By by, LocalDate today) {
        return db.sql(
                        """
                        INSERT INTO windows.id_request
                            (city_code, kind, user_id, holder, department, on_day, duties, reason, entered_by,
                             entered_terminal, entered_on)
                        VALUES (:city, :kind, :id, :holder, :department, :on, :duties, :reason, :by, :terminal, :today)
                        RETURNING request_no
                        """)
                .param("city", wish.city())
                .param("kind", wish.kind().name())
                .param("id", wish.userId())
                .param("holder", wish.holder())
                .param("department", wish.department())
                .param("on", wish.onDay())
                .param("duties", wish.duties().toArray(String[]::new))
                .param("reason", wish.reason())
                .param("by", by.staff())
                .param("terminal", by.terminal())
                .param("today", today)
                .query(Long.class)
                .single();
    }

    private static final String REQUESTS =
            """
            SELECT r.*, c.name AS city_name FROM windows.id_request r JOIN register.city c USING (city_code) WHERE
            """;

    List<Request> requests(@Nullable String city) {
        return db.sql(
                        REQUESTS
                                + " (:city::text IS NULL OR city_code = :city) ORDER BY state = 'OPEN' DESC, request_no DESC LIMIT 100")
                .param("city", city)
                .query((row, _) -> request(row))
                .list();
    }

    Optional<Request> request(long no) {
        return db.sql(REQUESTS + " request_no = ?")
                .param(no)
                .query((row, _) -> request(row))
                .optional();
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(
                row.getLong("request_no"),
                new Wish(
                        row.getString("city_code"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("user_id"),
                        row.getString("holder"),
                        row.getString("department"),
                        row.getObject("on_day", LocalDate.class),
                        List.of((String[]) row.getArray("duties").getArray()),
                        row.getString("reason")),
                row.getString("city_name"),
                row.getString("entered_by"),
                row.getObject("entered_on", LocalDate.class),
                row.getString("state"),
                row.getString("decided_by"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("decision"));
    }

    /** The ledger of a city, or of all; those in use first. */
    List<Holding> ledger(@Nullable String city) {
        return db.sql(
                        """
                        SELECT h.*, c.name AS city_name, m.signed_in_at, m.must_change_password
                          FROM windows.holding h JOIN register.city c USING (city_code)
                          JOIN staff.member m ON m.staff_no = h.user_id
                         WHERE :city::text IS NULL OR h.city_code = :city
                         ORDER BY c.position, h.user_id, h.since DESC, h.holding_no DESC
                        """)
                .param("city", city)
                .query((row, _) -> {
                    boolean open = row.getObject("until") == null;
                    return new Holding(
                            row.getString("user_id"),
                            row.getString("city_name"),
                            row.getString("holder"),
                            row.getString("department"),
                            names(List.of((String[]) row.getArray("duties").getArray())),
                            row.getObject("since", LocalDate.class),
                            row.getObject("until", LocalDate.class),
                            open && row.getTimestamp("signed_in_at") != null
                                    ? row.getTimestamp("signed_in_at").toInstant()
                                    : null,
                            open && row.getBoolean("must_change_password"));
                })
                .list();
    }

    /** Refuses with a reason. */
    void refuse(Request request, String by, LocalDate today, String reason) {
        decide(request, "REFUSED", by, today, reason);
    }

    /** Agrees and carries out; the 仮パスワード is in the answer and nowhere else. */
    Given agree(Request request, String by, LocalDate today) {
        Wish wish = request.wish();
        if (wish.kind() == Kind.CHANGE && wish.onDay().isAfter(today)) {
            throw new ChangedMeanwhile("使用者の変更は、使用開始日になってから決定してください。前の使用者がその日まで使います。");
        }
        decide(request, "AGREED", by, today, wish.kind().label());
        directory.office("C" + wish.city(), request.cityName());
        return switch (wish.kind()) {
            case FIRST -> first(request, by);
            case CHANGE -> change(request, by, today);
            case END -> end(request);
            case AGAIN -> again(request);
        };
    }

    private void decide(Request request, String state, String by, LocalDate today, String text) {
        int decided =
                db.sql(
                                """
                                UPDATE windows.id_request
                                   SET state = :state, decided_by = :by, decided_on = :today, decision = :text
                                 WHERE request_no = :no AND state = 'OPEN' AND entered_by <> :by
                                """)
                        .param("state", state)
                        .param("by", by)
                        .param("today", today)
                        .param("text", text)
                        .param("no", request.no())
                        .update();
        if (decided == 0) {
            throw new ChangedMeanwhile("すでに決定されているか、自分が入力した申請です。別の職員が決定してください。");
        }
    }

    private Holders.Holder holder(Wish wish) {
        return new Holders.Holder(wish.holder(), wish.city(), "C" + wish.city(), wish.duties());
    }

    private Given first(Request request, String by) {
        Wish wish = request.wish();
        String id =
                db.sql(
                                """
                                SELECT 'w' || :city || '-' || lpad((count(*) + 1)::text, 2, '0')
                                  FROM staff.member WHERE site = :city
                                """)
                        .param("city", wish.city())
                        .query(String.class)
                        .single();
        String password = holders.first(id, holder(wish), wish.onDay(), by);
        db.sql("UPDATE windows.id_request SET user_id = ? WHERE request_no = ?")
                .params(id, request.no())
                .update();
        open(id, request);
        return new Given(id, wish.holder(), password);
    }

    private Given change(Request request, String by, LocalDate today) {
        Wish wish = request.wish();
        String id = String.valueOf(wish.userId());
        String password = holders.next(id, holder(wish), today, by);
        close(id, request, today.minusDays(1));
        open(id, request);
        return new Given(id, wish.holder(), password);
    }

    private Given end(Request request) {
        Wish wish = request.wish();
        String id = String.valueOf(wish.userId());
        holders.end(id, wish.onDay().plusDays(1));
        close(id, request, wish.onDay());
        return new Given(id, wish.holder(), null);
    }

    private Given again(Request request) {
        String id = String.valueOf(request.wish().userId());
        return new Given(
                id,
                holding(request.wish().city(), id).map(Open::holder).orElse(""),
                holders.again(id));
    }

    private void open(String id, Request request) {
        db.sql(
                        """
                        INSERT INTO windows.holding (user_id, city_code, holder, department, duties, since, request_no)
                        SELECT :id, city_code, holder, department, duties,
                               CASE kind WHEN 'CHANGE' THEN decided_on ELSE on_day END, request_no
                          FROM windows.id_request WHERE request_no = :no
                        """)
                .param("id", id)
                .param("no", request.no())
                .update();
    }

    private void close(String id, Request request, LocalDate last) {
        db.sql(
                        """
                        UPDATE windows.holding SET until = greatest(:last::date, since), ended_by = :no
                         WHERE user_id = :id AND until IS NULL
                        """)
                .param("last", last)
                .param("no", request.no())
                .param("id", id)
                .update();
    }
}
