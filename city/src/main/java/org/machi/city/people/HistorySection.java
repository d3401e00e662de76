package org.machi.city.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.desk.Show;
import org.machi.platform.desk.TimelineItem;
import org.machi.platform.staff.Trace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 宛名の履歴: every state that the resident register sent, the newest first. */
@Component
class HistorySection implements PersonSection {

    private static final int NEWEST = 50;
    private static final Map<String, String> EVENTS = ResidentFile.EVENT.type().meanings();

    private final JdbcClient db;
    private final Show show = new Show();

    HistorySection(JdbcClient db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String code() {
        return "history";
    }

    @Override
    public String title() {
        return "宛名の履歴";
    }

    @Override
    public String duty() {
        return PeopleDesk.LOOK;
    }

    @Override
    public String fragment() {
        return "city/people/history :: section";
    }

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        List<TimelineItem> items =
                db.sql(
                                """
                                select h.event_on, h.event, h.cancelled,
                                       concat_ws('　', h.name, '通称 ' || h.alias, '英字 ' || h.name_latin, '併記名 ' || h.name_combined) as name,
                                       case when s.guarded then '（表示を抑止しています）' else
                                           h.prefecture || h.city || h.town || coalesce(h.lot, '')
                                           || coalesce('　' || h.building, '') end as address,
                                       h.known_on, h.history_no
                                from people.person_history h left join people.v_stop s using (person_no)
                                where h.person_no = :no
                                order by h.history_no desc limit :newest
                                """)
                        .param("no", personNo)
                        .param("newest", NEWEST)
                        .query((row, n) ->
                                new TimelineItem(
                                        show.date(row.getObject("event_on", LocalDate.class)),
                                        EVENTS.getOrDefault(row.getString("event"), "異動")
                                                + ("1".equals(row.getString("cancelled"))
                                                        ? "（取消）"
                                                        : ""),
                                        "%s　%s　（履歴 %d　市が知った日 %s）"
                                                .formatted(
                                                        row.getString("name"),
                                                        row.getString("address"),
                                                        row.getInt("history_no"),
                                                        show.shortDate(
                                                                row.getObject(
                                                                        "known_on",
                                                                        LocalDate.class))),
                                        "",
                                        ""))
                        .list();
        return items.isEmpty() ? null : items;
    }
}
