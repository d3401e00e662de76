package org.machi.union.window;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.forms.FontSet;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.PrintRun;
import org.machi.platform.forms.Wording;
import org.machi.platform.forms.letters.Authority;
import org.machi.platform.forms.letters.Heading;
import org.machi.platform.forms.letters.Insured;
import org.machi.platform.forms.letters.Office;
import org.machi.platform.forms.letters.PlainLetter;
import org.machi.platform.forms.letters.Recipient;
import org.springframework.stereotype.Component;

/** ユーザーID変更申請書 for the city's signature, and ユーザー管理台帳 of a city. */
@Component
class UserIdPaper {

    private static final int LINES_OF_A_PAGE = 18;

    private final UserIds ids;
    private final UnionLetterhead letterhead;
    private final OrganisationSettings settings;

    UserIdPaper(UserIds ids, UnionLetterhead letterhead, OrganisationSettings settings) {
        this.ids = ids;
        this.letterhead = letterhead;
        this.settings = settings;
    }

    byte[] request(UserIds.Request request) {
        UserIds.Wish wish = request.wish();
        List<PlainLetter.Line> lines =
                List.of(
                        new PlainLetter.Line("申請番号", String.valueOf(request.no())),
                        new PlainLetter.Line("申請の種別", wish.kind().label()),
                        new PlainLetter.Line("ユーザーID", text(wish.userId())),
                        new PlainLetter.Line("使用者の氏名", wish.holder()),
                        new PlainLetter.Line("使用者の所属", wish.department()),
                        new PlainLetter.Line(
                                wish.kind() == UserIds.Kind.END ? "使用終了日" : "使用開始日",
                                Wording.date(wish.onDay())),
                        new PlainLetter.Line("権限", wish.dutyNames()),
                        new PlainLetter.Line("申請の理由", wish.reason()),
                        new PlainLetter.Line("入力した職員", request.enteredBy()),
                        new PlainLetter.Line("所属長の確認（署名）", ""),
                        new PlainLetter.Line("広域連合の決定", request.stateName()),
                        new PlainLetter.Line("決定した職員", text(request.decidedBy())));
        Office city =
                new Office(
                        wish.city(),
                        request.cityName(),
                        new Authority(request.cityName() + "長", request.cityName() + "長之印"),
                        new Authority(settings.name() + "長", "広域連合長之印"),
                        settings.name(),
                        "ユーザーIDの管理担当",
                        "",
                        "",
                        "",
                        "");
        PlainLetter letter =
                new PlainLetter(
                        new Heading(
                                new LetterId("ID-" + request.no(), 0, "ユーザーID変更申請書"),
                                "",
                                request.enteredOn(),
                                city,
                                new Recipient("", "", "", "", settings.name() + "長", ""),
                                new Insured("", "", "")),
                        "ユーザーID変更申請書",
                        "後期高齢者医療広域連合電算処理システムのユーザーIDについて、次のとおり申請します。",
                        lines,
                        "共用のIDは申請できません。使用者が変わったときは、仮パスワードを受け取り、最初のサインインで変更してください。");
        return print(List.of(letter));
    }

    /** As many pages as the ledger needs, one line for each time somebody held an id. */
    byte[] ledger(String city, String cityName, LocalDate day) {
        List<PlainLetter.Line> all = new ArrayList<>();
        for (UserIds.Holding one : ids.ledger(city)) {
            all.add(
                    new PlainLetter.Line(
                            one.userId(),
                            "%s（%s）　%s〜%s"
                                    .formatted(
                                            one.holder(),
                                            one.department(),
                                            Wording.shortDate(one.since()),
                                            one.until() == null
                                                    ? ""
                                                    : Wording.shortDate(one.until()))));
        }
        List<PlainLetter> pages = new ArrayList<>();
        for (int from = 0; from == 0 || from < all.size(); from += LINES_OF_A_PAGE) {
            pages.add(
                    page(
                            city,
                            cityName,
                            day,
                            all.subList(from, Math.min(all.size(), from + LINES_OF_A_PAGE))));
        }
        return print(pages);
    }

    private PlainLetter page(
            String city, String cityName, LocalDate day, List<PlainLetter.Line> lines) {
        return new PlainLetter(
                new Heading(
                        new LetterId("ID台帳", 0, "ユーザー管理台帳"),
                        "",
                        day,
                        letterhead.office(city, day),
                        new Recipient("", "", "", "", cityName, ""),
                        new Insured("", "", "")),
                "ユーザー管理台帳",
                "後期高齢者医療広域連合電算処理システムのユーザーIDの使用者と使用期間です（" + cityName + "）。",
                lines,
                "使用期間の終わりのないものが現在の使用者です。");
    }

    private byte[] print(List<PlainLetter> letters) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        PrintRun.into(FontSet.find(settings.folder()), _ -> target)
                .pagesPerBundle(Integer.MAX_VALUE)
                .print(letters.iterator());
        return target.toByteArray();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
