package org.machi.city.levy;

import java.util.Map;
import org.machi.platform.office.ParameterNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What clerks call the parameters of collection. */
@Configuration(proxyBeanMethods = false)
class LevyParameterNames {

    @Bean
    ParameterNames levyNames() {
        return new ParameterNames(
                Map.ofEntries(
                        Map.entry("levy.lateLowMonths", "延滞金の低い率の期間（月数）"),
                        Map.entry("levy.debitFailedDays", "振替不能の納付書の使用期限（日数）"),
                        Map.entry("levy.demandDays", "督促状を発する期限（納期限からの日数）"),
                        Map.entry("levy.demandTermDays", "督促状の指定期限（日数）"),
                        Map.entry("levy.demandFee", "督促手数料（円）"),
                        Map.entry("levy.debitDaysBefore", "口座振替請求の締切（納期限前の営業日数）"),
                        Map.entry("levy.transferWeekday", "還付振込の曜日（1＝月）"),
                        Map.entry("levy.transferDays", "還付の振込指定日までの営業日数"),
                        Map.entry("levy.noticeTermDays", "納期限を過ぎた期の納付書の期限（発行からの日数）"),
                        Map.entry("levy.offsetNoticeDays", "充当の事前通知から充当までの日数"),
                        Map.entry("levy.closingBusinessDays", "出納閉鎖後に帳簿を閉じるまでの営業日数"),
                        Map.entry("letter.careReviewBoard", "審査請求先（介護保険審査会）"),
                        Map.entry("letter.levySection", "担当課（収納）"),
                        Map.entry("letter.levySymbol", "収納の通知書の文書記号"),
                        Map.entry("letter.places", "納付の場所")));
    }
}
