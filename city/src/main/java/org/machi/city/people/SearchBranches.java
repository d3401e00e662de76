package org.machi.city.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The ways to the people who were asked for, the likeliest first: each is a walk along one index
 * that ends after a few rows, restricted by everything else that was asked. Ranges instead of
 * {@code like}, so that a plan made once holds for every text.
 */
final class SearchBranches {

    /** From how many letters on the middle of a surname or given name is sought. */
    private static final int LETTERS_OF_A_MIDDLE = 3;

    private static final String ALWAYS = "true";

    private final PersonAsked asked;
    private final List<String> ways = new ArrayList<>();

    private SearchBranches(PersonAsked asked) {
        this.asked = asked;
    }

    /** A query of {@code person_no} and {@code shown}, the former name that was met, or null. */
    static String of(PersonAsked asked) {
        SearchBranches branches = new SearchBranches(asked);
        branches.collect();
        return branches.joined();
    }

    /**
     * The same by the middle of surnames and given names, for when the beginnings did not give
     * enough; empty when no name or too little of it was asked for.
     */
    static Optional<String> ofMiddles(PersonAsked asked) {
        SearchBranches branches = new SearchBranches(asked);
        if (!asked.number().isEmpty() || !asked.phone().isEmpty() || asked.latin()) {
            return Optional.empty();
        }
        if (!asked.kana().isEmpty()) {
            branches.middle(
                    "K",
                    "kana",
                    asked.kana(),
                    and(branches.birth(), branches.address(), branches.named()));
        } else {
            branches.middle("N", "name", asked.name(), and(branches.birth(), branches.address()));
        }
        return branches.ways.isEmpty() ? Optional.empty() : Optional.of(branches.joined());
    }

    private String joined() {
        return ways.stream().map("(%s)"::formatted).collect(Collectors.joining("\nunion all\n"));
    }

    private void collect() {
        if (!asked.number().isEmpty()) {
            byNumber();
        } else if (!asked.phone().isEmpty()) {
            byPhone();
        } else if (!asked.kana().isEmpty()) {
            byKana();
        } else if (asked.latin()) {
            byLatin();
        } else if (!asked.name().isEmpty()) {
            byName();
        } else if (asked.birthOn() != null && asked.birthOn().isDay()) {
            way(birth(), ALWAYS, "p.kana_key using ~<~");
        } else if (!asked.address().isEmpty()) {
            way(address(), birth(), "p.kana_key using ~<~");
        } else {
            way("p.birth_day between :born and :bornTo", ALWAYS, "p.birth_day");
            way(
                    "p.birth_day is null and people.latest_birth(p.birth_on) between :born and"
                            + " :bornTo",
                    ALWAYS,
                    "p.person_no");
        }
    }

    private void byPhone() {
        String others = and(birth(), address(), named(), read());
        way(range("people.phone_key(p.phone)", "phone"), others, "p.person_no");
        way(
                "p.person_no in (select c.person_no from people.contact c where "
                        + range("people.phone_key(c.phone)", "phone")
                        + ")",
                others,
                "p.person_no");
    }

    private void byNumber() {
        String others = and(birth(), address(), named(), read());
        way("p.person_no = :no", others, "p.person_no");
        for (String source :
                List.of(
                        "koki.insured where insured_no = :number",
                        "koki.letter where letter_no = :number",
                        "levy.letter where letter_no = :number",
                        "levy.slip where slip_no = :no")) {
            way("p.person_no in (select person_no from " + source + ")", others, "p.person_no");
        }
    }

    private void byKana() {
        String others = and(birth(), address(), named());
        way(range("p.kana_key", "kana"), others, "p.kana_key using ~<~, p.birth_day");
        way(range("p.given_kana_key", "kana"), others, "p.given_kana_key using ~<~, p.birth_day");
        way(range("p.alias_kana_key", "kana"), others, "p.alias_kana_key using ~<~");
        former("K", "kana", others);
    }

    private void byName() {
        String others = and(birth(), address());
        way(range("p.name_key", "name"), others, "p.name_key using ~<~");
        way(range("p.given_key", "name"), others, "p.given_key using ~<~, p.birth_day");
        way(range("p.alias_key", "name"), others, "p.alias_key using ~<~");
        former("N", "name", others);
    }

    private void byLatin() {
        String others = and(birth(), address());
        way(range("p.latin_key", "name"), others, "p.latin_key using ~<~");
        way(range("p.given_latin_key", "name"), others, "p.given_latin_key using ~<~");
        former("L", "name", others);
    }

    private void former(String kind, String parameter, String others) {
        for (String key : List.of("key", "given_key")) {
            ways.add(
                    """
                    select n.person_no, n.shown from people.past_name n join people.person p using (person_no)
                    where n.kind = '%s' and %s and %s limit :most
                    """
                            .formatted(kind, range("n." + key, parameter), others));
        }
    }

    /** Surnames and given names of the city that have the letters in their middle. */
    private void middle(String kind, String parameter, String typed, String others) {
        if (typed.codePointCount(0, typed.length()) < LETTERS_OF_A_MIDDLE) {
            return;
        }
        String column = kind.equals("K") ? "kana" : "name";
        String given = kind.equals("K") ? "given_kana_key" : "given_key";
        ways.add(
                """
                select f.person_no, null::text as shown from (select kind, part collate "default" as part from people.name_part) d
                cross join lateral (
                    select p.person_no from people.person p
                    where p.%1$s_key ~>=~ d.part and p.%1$s_key ~<~ (d.part || :last) and %3$s limit :most) f
                where d.kind = 'S%2$s' and strpos(d.part, :%4$s) > 1 limit :most
                """
                        .formatted(column, kind, others, parameter));
        ways.add(
                """
                select p.person_no, null::text as shown from (select kind, part collate "default" as part from people.name_part) d
                join people.person p on p.%1$s = d.part
                where d.kind = 'G%2$s' and strpos(d.part, :%4$s) > 1 and %3$s limit :most
                """
                        .formatted(given, kind, others, parameter));
    }

    private void way(String condition, String others, String order) {
        ways.add(
                "select p.person_no, null::text as shown from people.person p where %s and %s order by %s limit :most"
                        .formatted(condition, others, order));
    }

    private static String range(String column, String parameter) {
        return "%1$s ~>=~ :%2$s and %1$s ~<~ (:%2$s || :last)".formatted(column, parameter);
    }

    private String birth() {
        BirthAsked birth = asked.birthOn();
        if (birth == null) {
            return ALWAYS;
        }
        return birth.isDay()
                ? "p.birth_day = :born"
                : "(p.birth_day between :born and :bornTo or p.birth_day is null"
                        + " and people.latest_birth(p.birth_on) between :born and :bornTo)";
    }

    /** The towns that are meant, 番地 by its whole parts; what stands behind a blank is in 方書. */
    private String address() {
        if (asked.address().isEmpty()) {
            return ALWAYS;
        }
        return """
        p.town = any (:towns)
        and (:lot = '' or people.lot_key(p.lot) = people.lot_key(:lot)
             or people.lot_key(p.lot) like people.lot_key(:lot) || '-%')
        and (:building = '' or strpos(coalesce(p.building, ''), :building) > 0)
        """;
    }

    /** The kanji name as a further condition beside the kana. */
    private String named() {
        if (asked.name().isEmpty()) {
            return ALWAYS;
        }
        return asked.latin()
                ? "strpos(p.latin_key, :name) > 0"
                : "(%s or %s or %s)"
                        .formatted(
                                range("p.name_key", "name"),
                                range("p.given_key", "name"),
                                range("p.alias_key", "name"));
    }

    private String read() {
        return asked.kana().isEmpty()
                ? ALWAYS
                : "(strpos(p.kana_key, :kana) > 0 or strpos(coalesce(p.alias_kana_key, ''), :kana)"
                        + " > 0)";
    }

    private static String and(String... conditions) {
        String all =
                List.of(conditions).stream()
                        .filter(condition -> !Objects.equals(condition, ALWAYS))
                        .collect(Collectors.joining(" and "));
        return all.isEmpty() ? ALWAYS : all;
    }
}
