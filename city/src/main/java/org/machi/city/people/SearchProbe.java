package org.machi.city.people;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The search of people without its page, for measurements: the same statement, straight. */
@Component
public class SearchProbe {

    private final PeopleSearch search;
    private final JdbcClient db;
    private final Clerk clerk = new Clerk("計測", "計測", "計測", Set.of(PeopleDesk.LOOK), "計測", false);

    SearchProbe(PeopleSearch search, JdbcClient db) {
        this.search = search;
        this.db = db;
    }

    /** How many lines the search by the beginning of a kana name shows. */
    public int find(String kana) {
        return search.find(PersonAsked.of(Map.of("kana", kana)), clerk).people().size();
    }

    /** What clerks type: the surname and two letters of the given name, of people by chance. */
    public List<String> names(int most) {
        return db.sql(
                        """
                        select left(kana_key, char_length(kana_key) - char_length(given_kana_key) + 2)
                        from people.person where given_kana_key <> '' and char_length(kana_key) > 4
                        order by hashint8(person_no) limit :most
                        """)
                .param("most", most)
                .query(String.class)
                .list();
    }
}
