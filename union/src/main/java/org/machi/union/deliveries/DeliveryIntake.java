package org.machi.union.deliveries;

import org.machi.formats.file.FileKind;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.IncomingFile;
import org.machi.union.register.Cities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes 配信ファイルの取得状況 from the cities. */
@Configuration(proxyBeanMethods = false)
class DeliveryIntake {

    @Bean
    FileHandler deliveriesSeen() {
        return FileHandler.of(FileKind.C_DELIVERY_SEEN, DeliveryIntake::take);
    }

    private static void take(IncomingFile file) {
        Cities.requireMember(file);
        file.setAside(
                "配信番号",
                "delivery_no",
                "この市区町村に配信した番号ではありません",
                """
                NOT EXISTS (SELECT FROM delivery.delivery d
                             WHERE d.delivery_no = i.delivery_no AND d.city_code = '%s')
                """
                        .formatted(file.from()));
        file.count(
                "取得状況",
                """
                INSERT INTO delivery.seen (delivery_no, deed, done_on, done_at, staff_no, staff_name, terminal)
                SELECT delivery_no, deed, done_on,
                       at_date + make_time(left(at_time, 2)::int % 24, substr(at_time, 3, 2)::int % 60,
                                           right(at_time, 2)::int % 60),
                       coalesce(staff_no, ''), coalesce(staff_name, ''), coalesce(terminal, '')
                  FROM incoming
                ON CONFLICT DO NOTHING
                """);
    }
}
