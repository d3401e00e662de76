package org.machi.city.people.paper;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.forms.FontSet;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.PrintResult;
import org.machi.platform.forms.PrintRun;
import org.machi.platform.forms.letters.Authority;
import org.machi.platform.forms.letters.Heading;
import org.machi.platform.forms.letters.Insured;
import org.machi.platform.forms.letters.Office;
import org.machi.platform.forms.letters.PlainLetter;
import org.machi.platform.forms.letters.Recipient;
import org.machi.platform.office.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes letters at the counter and draws them at once; nothing goes to the print shop. */
@Component
public class PaperDesk {

    private final JdbcClient db;
    private final Parameters parameters;
    private final OrganisationSettings settings;

    PaperDesk(JdbcClient db, Parameters parameters, OrganisationSettings settings) {
        this.db = db;
        this.parameters = parameters;
        this.settings = settings;
    }

    /** What a letter says, and about whom. */
    public record Text(
            long personNo,
            String letterNo,
            String title,
            String text,
            List<PlainLetter.Line> lines,
            String foot) {}

    /** To the person, where the letters about 賦課 go. */
    public PlainLetter toPerson(Text text, LocalDate day) {
        return letter(
                text,
                day,
                db.sql(
                                "select name, postal_code, address, care_of from people.mailing_on(:person, 'LEVY', :day)")
                        .param("person", text.personNo())
                        .param("day", day)
                        .query((row, _) ->
                                new Recipient(
                                        Objects.requireNonNullElse(
                                                row.getString("postal_code"), ""),
                                        row.getString("address"),
                                        "",
                                        "",
                                        row.getString("name"),
                                        row.getString("care_of")))
                        .single());
    }

    /** To another municipality; it is known by its code and name. */
    public PlainLetter toMunicipality(Text text, String name, LocalDate day) {
        return letter(text, day, new Recipient("", name, "", "", "税務・住民記録 担当課長", ""));
    }

    private PlainLetter letter(Text text, LocalDate day, Recipient to) {
        return new PlainLetter(
                new Heading(
                        new LetterId(text.letterNo(), text.personNo(), text.title()),
                        "%s第%s号".formatted(parameters.text("letter.symbol", day), text.letterNo()),
                        day,
                        office(day),
                        to,
                        new Insured("", "", "")),
                text.title(),
                text.text(),
                text.lines(),
                text.foot());
    }

    /** The letters one after the other as one PDF; nothing is issued when one can't be drawn. */
    public byte[] pdf(List<PlainLetter> letters) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        PrintResult result = print(letters, target);
        if (result.setAside() > 0) {
            throw new ChangedMeanwhile(
                    "手元の字形で描けない文字があるため、印刷していません："
                            + result.undrawable().stream()
                                    .map(one -> one.field() + "（" + one.codePoints() + "）")
                                    .distinct()
                                    .collect(Collectors.joining("、")));
        }
        return target.toByteArray();
    }

    /**
     * Draws the letters one after the other; the index names those that were drawn, the others have
     * characters that no font has.
     */
    public PrintResult print(List<PlainLetter> letters, ByteArrayOutputStream target) {
        return PrintRun.into(FontSet.find(settings.folder()), _ -> target)
                .pagesPerBundle(Integer.MAX_VALUE)
                .print(letters.iterator());
    }

    private Office office(LocalDate day) {
        String city = settings.name();
        String union = parameters.text("letter.union", day);
        return new Office(
                settings.code(),
                city,
                new Authority(city + "長　" + parameters.text("letter.mayor", day), city + "長之印"),
                new Authority(union + "長　" + parameters.text("letter.unionHead", day), "広域連合長之印"),
                union,
                parameters.text("letter.section", day),
                parameters.text("letter.postcode", day),
                parameters.text("letter.address", day),
                parameters.text("letter.phone", day),
                parameters.text("letter.reviewBoard", day));
    }
}
