package org.machi.law.parameter;

import java.util.List;
import org.machi.law.LawException;
import org.machi.law.TsvResource;

/**
 * One of the 47 wide-area unions (後期高齢者医療広域連合), by its prefecture.
 *
 * @param number 1 (北海道) to 47 (沖縄県)
 */
public record UnionCode(int number) implements Comparable<UnionCode> {
    private static final List<String> NAMES =
            TsvResource.read("parameter/unions.tsv", 2).stream().map(cells -> cells[1]).toList();

    public UnionCode {
        if (number < 1 || number > 47) {
            throw new LawException("広域連合の番号は01から47です: " + number);
        }
    }

    public static UnionCode of(String code) {
        try {
            return new UnionCode(Integer.parseInt(code));
        } catch (NumberFormatException e) {
            throw new LawException("広域連合の番号は01から47です: " + code);
        }
    }

    public static List<UnionCode> all() {
        return java.util.stream.IntStream.rangeClosed(1, 47).mapToObj(UnionCode::new).toList();
    }

    /** Two digits, as in 全国地方公共団体コード. */
    public String code() {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** E.g. 大阪府後期高齢者医療広域連合. */
    public String japanese() {
        return NAMES.get(number - 1);
    }

    /** E.g. 大阪府. */
    public String prefecture() {
        return japanese().substring(0, japanese().indexOf("後期"));
    }

    @Override
    public int compareTo(UnionCode other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return code();
    }
}
