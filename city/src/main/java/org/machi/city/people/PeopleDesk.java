package org.machi.city.people;

import org.machi.city.people.protection.Stops;
import org.machi.city.people.tax.TaxDesk;
import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.SearchPage;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What 宛名 brings to the console: its duties and the search of people. */
@Configuration(proxyBeanMethods = false)
public class PeopleDesk {

    /** 個人の照会: search and the person page. */
    public static final String LOOK = "people.look";

    /** 支援措置対象者の照会: without it a protected person's page stays shut. */
    public static final String PROTECTED = Stops.PROTECTED;

    /** 届出・申請の受付. */
    static final String APPLY = "people.apply";

    /** 届出・申請の確認 by another clerk than the one who entered it. */
    static final String CONFIRM = "people.confirm";

    /** 所得照会: those received and those sent. */
    public static final String INQUIRIES = "people.inquiries";

    /** 名寄せ of 住登外者 and its undoing. */
    public static final String MERGE = "people.merge";

    /** 個人番号 of a person: shown, or sought together with the birth date. */
    static final String MY_NUMBER = "people.number";

    @Bean
    DutyList peopleDuties() {
        return DutyList.of(
                new Duty(LOOK, "個人の照会"),
                new Duty(PROTECTED, "支援措置対象者の照会"),
                new Duty(APPLY, "届出・申請の受付"),
                new Duty(CONFIRM, "届出・申請の確認"),
                new Duty(INQUIRIES, "所得照会の処理"),
                new Duty(MERGE, "住登外者の名寄せ"),
                new Duty(MY_NUMBER, "個人番号の取扱い"));
    }

    @Bean
    SearchPage peopleSearchField() {
        return new SearchPage("/people", "氏名・生年月日・番号", LOOK);
    }

    @Bean
    NavigationEntry peopleEntry() {
        return new NavigationEntry(10, "窓口", "個人検索", "/people", LOOK);
    }

    @Bean
    NavigationEntry confirmEntry() {
        return new NavigationEntry(11, "窓口", "届出・申請の確認", "/people/applications", CONFIRM);
    }

    @Bean
    NavigationEntry inquiriesEntry() {
        return new NavigationEntry(12, "窓口", "所得照会", "/people/inquiries", INQUIRIES);
    }

    @Bean
    HomeTile unconfirmedApplications(Applications applications) {
        return new CountedTile(
                30,
                CONFIRM,
                new Tile(
                        "確認待ちの届出・申請",
                        0,
                        "件",
                        "入力者と別の職員が確認します",
                        "/people/applications",
                        Tile.Tone.WARN),
                _ -> applications.countWaiting());
    }

    @Bean
    HomeTile answersToConfirm(InquiryLists inquiries) {
        return new CountedTile(
                33,
                TaxDesk.CONFIRM,
                new Tile(
                        "確認待ちの照会の回答",
                        0,
                        "件",
                        "入力者と別の職員が確認します",
                        "/people/inquiries",
                        Tile.Tone.WARN),
                _ -> inquiries.countToConfirm());
    }

    @Bean
    HomeTile inquiriesToDecide(InquiryLists inquiries) {
        return new CountedTile(
                31,
                INQUIRIES,
                new Tile(
                        "回答を決める所得照会",
                        0,
                        "件",
                        "自動では答えられないものです",
                        "/people/inquiries",
                        Tile.Tone.WARN),
                _ -> inquiries.countToDecide());
    }
}
