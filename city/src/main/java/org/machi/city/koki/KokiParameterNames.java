package org.machi.city.koki;

import java.util.Map;
import org.machi.platform.office.ParameterNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What clerks call the parameters of assessment, pension deduction and letters. */
@Configuration(proxyBeanMethods = false)
class KokiParameterNames {

    @Bean
    ParameterNames kokiNames() {
        return new ParameterNames(
                Map.ofEntries(
                        Map.entry("union.code", "後期高齢者医療の保険者番号（広域連合）"),
                        Map.entry("koki.periods", "普通徴収の期別の型"),
                        Map.entry("koki.requestDay", "特別徴収依頼の日（7月）"),
                        Map.entry("koki.noticeDay", "保険料額決定通知書の発送日（7月）"),
                        Map.entry("koki.levelling", "平準化（8月の仮徴収額の変更）"),
                        Map.entry("koki.levellingDay", "8月の仮徴収額変更の通知の日（6月）"),
                        Map.entry("koki.addedRequestDay", "特別徴収の追加依頼の日（2月・4月・6月・10月・12月）"),
                        Map.entry("koki.midYearStart", "12月・2月からの特別徴収の開始"),
                        Map.entry("koki.provisionalStart", "4月・6月・8月からの特別徴収の開始"),
                        Map.entry("koki.slipUseByDays", "コンビニの取扱期限（納期限からの日数）"),
                        Map.entry("koki.startAnnualised", "仮徴収を始める人の保険料の年額換算"),
                        Map.entry("koki.startDivisor", "仮徴収を始める人の年額を割る数"),
                        Map.entry("koki.checkupMonth", "健康診査受診券を一斉に発行する月（0＝しない）"),
                        Map.entry("koki.cardMethod", "資格確認書・特定疾病療養受療証の交付方法（2＝普通郵便、3＝簡易書留、4＝特定記録）"),
                        Map.entry("koki.infoMethod", "資格情報のお知らせの交付方法（2＝普通郵便、3＝簡易書留、4＝特定記録）"),
                        Map.entry("koki.renewalMonths", "有期の障害認定の更新案内を終了の何か月前に送るか"),
                        Map.entry("letter.symbol", "通知書の文書記号"),
                        Map.entry("letter.mayor", "市区町村長の氏名"),
                        Map.entry("letter.union", "広域連合の名称"),
                        Map.entry("letter.unionHead", "広域連合長の氏名"),
                        Map.entry("letter.section", "担当課（賦課）"),
                        Map.entry("letter.postcode", "担当課の郵便番号"),
                        Map.entry("letter.address", "担当課の所在地"),
                        Map.entry("letter.phone", "担当課の電話番号"),
                        Map.entry("letter.reviewBoard", "審査請求先（後期高齢者医療審査会）")));
    }
}
