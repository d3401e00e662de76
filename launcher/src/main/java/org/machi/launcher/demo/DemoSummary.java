package org.machi.launcher.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.machi.city.CityOffice;
import org.machi.city.CitySummary;
import org.machi.city.levy.LedgerFault;
import org.machi.city.levy.LedgerVerify;
import org.machi.union.BenefitSummary;
import org.machi.union.UnionSummary;

/**
 * The year in numbers, and whether three sides tell the same: the cities, the union, and the
 * ledger.
 */
final class DemoSummary {

    /** One city's side. */
    private record Side(String code, String name, CitySummary numbers, List<LedgerFault> faults) {}

    private final int year;
    private final UnionSummary union;
    private final List<Side> sides;
    private final List<String> disagreements = new ArrayList<>();

    private DemoSummary(int year, UnionSummary union, List<Side> sides) {
        this.year = year;
        this.union = union;
        this.sides = sides;
        sides.forEach(this::compare);
    }

    static DemoSummary of(Offices offices, int year) {
        List<Side> sides = new ArrayList<>();
        for (CityOffice city : offices.cities()) {
            sides.add(
                    new Side(
                            city.organisation().settings().code(),
                            city.organisation().settings().name(),
                            city.summary(year),
                            city.organisation().get(LedgerVerify.class).verify()));
        }
        DemoSummary summary = new DemoSummary(year, offices.union().summary(year), sides);
        summary.disagreements.addAll(LeftBehind.in(offices.all()));
        summary.disagreements.addAll(BothSides.differences(offices));
        long unpaid = summary.union.benefits().disagreements();
        if (unpaid > 0) {
            summary.disagreements.add("給付の決定と違う振込があります: %,d件".formatted(unpaid));
        }
        return summary;
    }

    boolean agrees() {
        return disagreements.isEmpty();
    }

    private void compare(Side side) {
        CitySummary city = side.numbers();
        same(side, "被保険者数", union.insuredByCity().getOrDefault(side.code(), 0L), city.insured());
        same(side, "保険料", union.sharesByCity().getOrDefault(side.code(), 0L), city.premium());
        same(
                side,
                "給付の決定額",
                union.benefits().byCity().getOrDefault(side.code(), 0L),
                city.benefits());
        city.ledger().stream()
                .filter(line -> line.levyCode().equals("KOKI") && line.levyYear() == year)
                .findFirst()
                .ifPresent(line -> same(side, "調定額", city.premium(), line.charged()));
        city.letters()
                .forEach(line -> same(side, line.kind() + "の数", line.indexed(), line.booked()));
        city.ledger().stream()
                .filter(line -> !line.balances())
                .forEach(line -> disagreements.add(side.name() + "の収支が合いません: " + line));
        side.faults()
                .forEach(fault ->
                        disagreements.add(
                                "%sの台帳 %s %s: %s"
                                        .formatted(
                                                side.name(),
                                                fault.check(),
                                                fault.row(),
                                                fault.text())));
    }

    private void same(Side side, String what, long there, long here) {
        if (there != here) {
            disagreements.add("%sの%sが合いません: %,d と %,d".formatted(side.name(), what, there, here));
        }
    }

    void print(PrintStream out) {
        out.printf("%n令和%d年度のまとめ%n", year - 2018);
        out.printf("  広域連合  被保険者 %,d人  保険料 %,d円%n", union.insured(), union.premium());
        union.premiums()
                .forEach(line ->
                        out.printf(
                                "    軽減 %s  %,7d人  医療分 %,14d円  子ども分 %,12d円%n",
                                reduction(line.reduction()),
                                line.people(),
                                line.medical(),
                                line.child()));
        print(out, union.benefits());
        sides.forEach(side -> print(out, side));
        printFiles(out);
        if (agrees()) {
            out.println("  市・広域連合・台帳の数字は一致しています");
        } else {
            disagreements.stream().limit(50).forEach(text -> out.println("  不一致: " + text));
        }
    }

    private static void print(PrintStream out, BenefitSummary benefits) {
        out.printf(
                "    給付 レセプト %,d件  医療費 %,d円  申請のお知らせ %,d人  振込 %,d円（振込不能 %,d件）%n",
                benefits.receipts(),
                benefits.cost(),
                benefits.called(),
                benefits.transferred(),
                benefits.failed());
        benefits.decided()
                .forEach(line ->
                        out.printf(
                                "      %s  決定 %,d件  %,d人  %,d円%n",
                                line.japanese(), line.decisions(), line.people(), line.amount()));
    }

    private void print(PrintStream out, Side side) {
        CitySummary city = side.numbers();
        out.printf(
                "  %s  住民 %,d人  被保険者 %,d人  保険料 %,d円  %s%n",
                side.name(), city.residents(), city.insured(), city.premium(), city.methods());
        for (CitySummary.LedgerLine line : city.ledger()) {
            out.printf(
                    "    %-5s %d年度  調定 %,13d = 収納 %,13d + 充当 %,8d + 欠損 %,9d + 未済 %,11d ／ 過誤納 %,9d（還付 %,d、未済 %,d）%n",
                    line.levyCode(),
                    line.levyYear(),
                    line.charged(),
                    line.collected(),
                    line.offset(),
                    line.writtenOff(),
                    line.open(),
                    line.overpaid(),
                    line.refunded(),
                    line.held());
        }
        city.letters()
                .forEach(line ->
                        out.printf(
                                "    %s %,d通%s%n",
                                line.kind(),
                                line.booked(),
                                line.pulledOut() == 0
                                        ? ""
                                        : "（ほかに引抜き %,d通）".formatted(line.pulledOut())));
    }

    private void printFiles(PrintStream out) {
        Map<String, Long> files = new TreeMap<>();
        for (Side side : sides) {
            side.numbers().filesIn().forEach((kind, n) -> files.merge("受 " + kind, n, Long::sum));
            side.numbers().filesOut().forEach((kind, n) -> files.merge("送 " + kind, n, Long::sum));
        }
        out.println("  ファイル（市）");
        files.forEach((kind, n) -> out.printf("    %-32s %,6d%n", kind, n));
        out.println("  ファイル（広域連合）");
        union.filesIn().forEach((kind, n) -> out.printf("    受 %-30s %,6d%n", kind, n));
        union.filesOut().forEach((kind, n) -> out.printf("    送 %-30s %,6d%n", kind, n));
    }

    private static String reduction(String code) {
        return switch (code) {
            case "7" -> "7割";
            case "5" -> "5割";
            case "2" -> "2割";
            case "0" -> "なし";
            case "9" -> "判定不能";
            default -> code;
        };
    }
}
