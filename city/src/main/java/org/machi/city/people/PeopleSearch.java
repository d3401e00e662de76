package org.machi.city.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.machi.city.people.protection.Stops;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 個人検索: by every form of the name, present and former, birth, address, telephone and numbers. Names
 * are compared by their search keys, so that variants of characters and small kana make no
 * difference.
 */
@Component
class PeopleSearch {

    /** More are not shown: who gets more must ask more exactly. */
    static final int MOST = 10;

    /** Sorts behind every letter. */
    private static final String LAST = "\uDBFF\uDFFD";

    private static final long NO_NUMBER = -1;
    private static final int DIGITS_OF_A_PERSON = 15;

    private final JdbcClient db;

    PeopleSearch(JdbcClient db) {
        this.db = db;
    }

    /**
     * One line of the answer; of people whom this clerk may not see only the numbers.
     *
     * @param former the former name by which the person was found, or empty
     * @param hidden true when the clerk may not see more
     */
    public record Found(
            long personNo,
            String insuredNo,
            String name,
            String former,
            String kana,
            String birthOn,
            String address,
            String state,
            boolean hidden) {}

    /**
     * The first people that answer, and whether there are more.
     *
     * @param more the list is only the beginning
     */
    public record Answer(List<Found> people, boolean more) {}

    Answer find(PersonAsked asked, Clerk clerk) {
        Map<String, Object> parameters = parameters(asked, clerk);
        List<Found> found = new ArrayList<>(found(SearchBranches.of(asked), parameters, clerk));
        if (found.size() <= MOST) {
            List<Long> known = found.stream().map(Found::personNo).toList();
            SearchBranches.ofMiddles(asked).stream()
                    .flatMap(ways -> found(ways, parameters, clerk).stream())
                    .filter(one -> !known.contains(one.personNo()))
                    .forEach(found::add);
        }
        return new Answer(found.stream().limit(MOST).toList(), found.size() > MOST);
    }

    private List<Found> found(String ways, Map<String, Object> parameters, Clerk clerk) {
        return db.sql(SEARCH.formatted(ways))
                .params(parameters)
                .query((row, _) -> {
                    boolean guarded = row.getBoolean("protected");
                    boolean hidden =
                            row.getBoolean("look_stopped")
                                    && !clerk.may(guarded ? Stops.PROTECTED : Stops.KEEPER);
                    return new Found(
                            row.getLong("person_no"),
                            row.getString("insured_no"),
                            hidden ? "（照会・発行抑止　担当課へ）" : row.getString("name"),
                            hidden ? "" : row.getString("former"),
                            hidden ? "" : row.getString("name_kana"),
                            hidden ? "" : row.getString("birth_text"),
                            hidden || guarded ? "" : row.getString("address"),
                            hidden ? "" : row.getString("state"),
                            hidden);
                })
                .list();
    }

    private Map<String, Object> parameters(PersonAsked asked, Clerk clerk) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("most", MOST + 1);
        parameters.put("last", LAST);
        parameters.put("mayAll", clerk.may(PeopleDesk.PROTECTED));
        parameters.put("byPlace", !asked.address().isEmpty() || !asked.phone().isEmpty());
        BirthAsked birth = asked.birthOn();
        if (birth != null) {
            parameters.put("born", birth.from());
            parameters.put("bornTo", birth.to());
        }
        if (!asked.kana().isEmpty() || !asked.name().isEmpty()) {
            parameters.putAll(keys(asked));
        }
        if (!asked.address().isEmpty()) {
            parameters.putAll(place(asked.address()));
        }
        parameters.put("phone", asked.phone());
        String number = asked.number();
        parameters.put("number", number);
        parameters.put(
                "no",
                number.isEmpty() || number.length() > DIGITS_OF_A_PERSON
                        ? NO_NUMBER
                        : Long.parseLong(number));
        return parameters;
    }

    private Map<String, Object> keys(PersonAsked asked) {
        return db.sql(
                        """
                        select people.kana_key(:kana) as kana,
                               case when :latin then people.latin_key(:name) else people.name_key(:name) end as name
                        """)
                .param("kana", asked.kana())
                .param("name", asked.name())
                .param("latin", asked.latin())
                .query()
                .singleRow();
    }

    /**
     * The towns that an address means: the longest whose name it begins with, and what follows is
     * 番地; or else all that begin with it. 都道府県 and 市区町村 in front are of no use here.
     */
    private Map<String, Object> place(String address) {
        String[] parts = address.strip().split("[ 　]+", 2);
        String plain =
                parts[0].replaceFirst("^.{2,3}[都道府県](?=.*[市区町村])", "")
                        .replaceFirst("^[^0-9０-９]{1,6}?[市区](?=.)", "");
        List<String> within = towns(WITHIN, parts[0], plain);
        List<String> towns = within.isEmpty() ? towns(BEGINNING, parts[0], plain) : within;
        String lot = "";
        if (!within.isEmpty()) {
            String town = within.getFirst();
            String said = plain.startsWith(town) || parts[0].startsWith(town) ? town : spoken(town);
            lot = (plain.startsWith(said) ? plain : parts[0]).substring(said.length());
        }
        return Map.of(
                "towns",
                towns.toArray(String[]::new),
                "lot",
                lot,
                "building",
                parts.length > 1 ? parts[1].strip() : "");
    }

    /** How people name a town: without 大字 and 字 in front. */
    private static String spoken(String town) {
        return town.replaceFirst("^大?字", "");
    }

    private List<String> towns(String statement, String whole, String plain) {
        return db.sql(statement)
                .param("whole", whole)
                .param("plain", plain)
                .query(String.class)
                .list();
    }

    private static final String WITHIN =
            """
            select part from people.name_part
            where kind = 'T' and (starts_with(:plain, part) or starts_with(:whole, part)
                                  or part ~ '^大?字' and starts_with(:plain, regexp_replace(part, '^大?字', '')))
            order by char_length(part) desc limit 1
            """;

    private static final String BEGINNING =
            """
            select part from people.name_part
            where kind = 'T' and (starts_with(part, :plain) or starts_with(part, :whole)
                                  or part ~ '^大?字' and starts_with(regexp_replace(part, '^大?字', ''), :plain))
            limit 200
            """;

    /**
     * A protected person is not found by place or telephone without the duty: that would confirm
     * where somebody lives.
     */
    private static final String SEARCH =
            """
            select v.person_no, coalesce(i.insured_no, '') as insured_no, v.name, v.name_kana, v.birth_text, v.address,
                   v.protected, v.look_stopped, coalesce(f.former, '') as former,
                   case when g.survivor_no is not null then '統合済（' || g.survivor_no || '）'
                        when v.died_on is not null then '死亡'
                        when v.resident and v.resident_kind = '3' then '住登外'
                        when v.resident then '住民' else '消除' end as state
            from (select person_no, min(shown) as former
                  from (select * from (%s) ways limit 3 * :most) ways group by person_no) f
            join people.v_person v using (person_no)
            join people.person p using (person_no)
            left join people.merge g on g.person_no = p.person_no and g.undone_on is null
            left join lateral (
                select insured_no from koki.insured k where k.person_no = p.person_no
                order by acquired_on desc limit 1) i on true
            where :mayAll or not :byPlace or not v.look_stopped
            order by p.kana_key using ~<~, p.birth_day, p.person_no
            limit :most
            """;
}
