package org.machi.formats.layout;

import org.machi.formats.column.Column;

/** Columns that many layouts have: numbers of people and years, collection method, period. */
final class Keys {
    private Keys() {}

    /** 宛名番号, 15 digits. */
    static Column<Long> personNo() {
        return Column.padded("person_no", "宛名番号", 15);
    }

    /** 世帯番号, 15 digits. */
    static Column<Long> householdNo() {
        return Column.padded("household_no", "世帯番号", 15);
    }

    /** 被保険者番号, 8 digits with check digit. */
    static Column<String> insuredNo() {
        return Column.insuredNo("insured_no", "被保険者番号");
    }

    /** 後期保険者番号 of the union, 39 + prefecture + municipality part + check digit. */
    static Column<String> insurerNo() {
        return Column.insurerNo("insurer_no", "後期保険者番号");
    }

    static Column<Long> levyYear() {
        return Column.year("levy_year", "相当年度");
    }

    static Column<Long> decisionYear() {
        return Column.year("decision_year", "賦課年度");
    }

    static Column<String> assessmentNo() {
        return Column.digits("assessment_no", "賦課管理番号", 10);
    }

    static Column<Long> assessmentVersion() {
        return Column.number("assessment_version", "賦課履歴番号", 1, 9999);
    }

    static Column<Long> planVersion() {
        return Column.number("plan_version", "期割履歴番号", 1, 9999);
    }

    static Column<String> method() {
        return Column.code("method", "徴収方法区分コード", "1", "特別徴収", "2", "普通徴収");
    }

    static Column<String> pastYear() {
        return Column.code("past_year", "現年過年区分コード", "1", "現年", "2", "過年");
    }

    /**
     * 期別番号: 1–12 for ordinary collection, payment months for pension deduction; 13 on for extra
     * periods (随時).
     */
    static Column<Long> period() {
        return Column.number("period", "期別番号", 1, 99);
    }

    static Column<String> municipalityCode() {
        return Column.municipality("municipality_code", "地方公共団体コード");
    }

    static Column<String> sex() {
        return Column.code("sex", "性別コード", "0", "不明", "1", "男", "2", "女");
    }

    static Column<String> accountKind() {
        return Column.code(
                "account_kind", "預金種目", "1", "普通", "2", "当座", "3", "納税準備", "4", "貯蓄", "9", "その他");
    }

    /** 登録事由 of a 住登外者: why somebody without a resident record is on record. */
    static Column<String> nonResidentReason() {
        return Column.code(
                "reason",
                "登録事由コード",
                "01",
                "住所地特例",
                "02",
                "転出者",
                "03",
                "相続人",
                "04",
                "納付義務者",
                "05",
                "送付先・代理人",
                "06",
                "障害認定・外国人等",
                "07",
                "施設入所者",
                "99",
                "その他");
    }

    static Column<String> personOrCompany() {
        return Column.code("person_kind", "個人法人区分", "1", "個人", "2", "法人");
    }
}
