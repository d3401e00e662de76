package org.machi.union.assessment;

import java.util.Map;
import org.machi.platform.office.ParameterNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the union's staff call its parameters. */
@Configuration(proxyBeanMethods = false)
class UnionParameterNames {

    @Bean
    ParameterNames unionNames() {
        return new ParameterNames(
                Map.ofEntries(
                        Map.entry("union.monthlyBusinessDay", "月次賦課を行う営業日（月の何日目）"),
                        Map.entry("window.opens", "窓口端末を使う時間の始まり（時分4桁）"),
                        Map.entry("window.closes", "窓口端末を使う時間の終わり（時分4桁）"),
                        Map.entry("window.manyLooks", "記録の点検：1人が1日に見る人の数の目安"),
                        Map.entry("window.sample", "記録の点検：抽出する件数"),
                        Map.entry("window.unionHead", "窓口端末で交付する証：広域連合長の氏名"),
                        Map.entry("window.contact", "窓口端末で交付する証：問合せ先の課"),
                        Map.entry("window.postcode", "窓口端末で交付する証：広域連合の郵便番号"),
                        Map.entry("window.address", "窓口端末で交付する証：広域連合の所在地"),
                        Map.entry("window.phone", "窓口端末で交付する証：電話番号"),
                        Map.entry("cards.confirmationForAll", "資格確認書を全員に交付する（1＝する、0＝資格情報のお知らせ）"),
                        Map.entry("benefits.transferDay", "給付の振込を行う日（この日以後の最初の営業日）"),
                        Map.entry("benefits.yearlyMonth", "年間の合算（外来・介護）の計算を始める月"),
                        Map.entry("benefits.reliefMonths", "一部負担金減免の期間の上限（月）"),
                        Map.entry("benefits.checkupMost", "人間ドック費用助成の上限額"),
                        Map.entry("benefits.transferAfter", "給付の振込の依頼から振込日までの営業日数"),
                        Map.entry("benefits.settledAfter", "給付の振込を済んだものとするまでの日数"),
                        Map.entry("relief.child", "減免を子ども分にも行う（1＝行う）")));
    }
}
