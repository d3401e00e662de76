package org.machi.city.koki.letters;

import org.machi.formats.layout.PensionCollector;

/** 対象年金 in words: its code and who pays it. */
final class Pensions {

    private Pensions() {}

    static String name(String collector, String code) {
        String payer =
                PensionCollector.find(collector)
                        .map(PensionCollector::label)
                        .orElse("特別徴収義務者" + collector);
        return "公的年金（年金コード%s　%s）".formatted(code, payer);
    }
}
