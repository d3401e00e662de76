package org.machi.formats.column;

/**
 * Something in a file that is not as agreed.
 *
 * @param severity whether the whole file or this row only is refused
 * @param line line (record number in fixed-width files) from 1; 0 for the file as a whole
 * @param item 日本語 item name; empty when no single item is meant
 * @param value the value as it stands in the file; 個人番号 masked
 * @param reason why, in Japanese
 * @param whatToDo what the clerk does about it, in Japanese
 */
public record Finding(
        Severity severity, long line, String item, String value, String reason, String whatToDo) {

    /** How far a finding reaches. */
    public enum Severity {
        /** The file can't be taken at all. */
        REFUSE,
        /** This row is listed and left out. */
        ROW,
        /** The row was taken, but something was lost on the way (reduced characters). */
        NOTE
    }

    public static Finding refuse(long line, String item, String value, String reason) {
        return new Finding(Severity.REFUSE, line, item, value, reason, "送信元に正しいファイルの再送を依頼してください");
    }

    public static Finding row(long line, String item, String value, String reason) {
        return new Finding(Severity.ROW, line, item, value, reason, "送信元に確認し、訂正の行を受け取ってください");
    }

    /** A character that was reduced or lost. */
    public static Finding note(long line, String item, String value, String reason) {
        return new Finding(Severity.NOTE, line, item, value, reason, "必要なら代わりの文字を登録してください");
    }

    /** One line for people. */
    public String message() {
        String place = line == 0 ? "ファイル全体" : line + "行目";
        String where = item.isEmpty() ? place : place + "「" + item + "」";
        return where + (value.isEmpty() ? "" : " 値「" + value + "」") + " " + reason + "。" + whatToDo;
    }
}
