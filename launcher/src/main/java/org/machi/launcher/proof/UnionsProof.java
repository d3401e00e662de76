package org.machi.launcher.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.machi.law.parameter.UnionCode;

/** A whole year with the rates of each union in turn: in every one all sides must tell the same. */
final class UnionsProof {

    private static final int LINES_OF_A_FAILURE = 5;

    private final Path data;
    private final int residents;
    private final int year;
    private final PrintStream out;

    UnionsProof(Path data, int residents, int year, PrintStream out) {
        this.data = data;
        this.residents = residents;
        this.year = year;
        this.out = out;
    }

    /**
     * Plays the years.
     *
     * @return whether all ended with exit code 0
     */
    boolean run(int first, int last) throws IOException, InterruptedException {
        List<String> failed = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            UnionCode union = new UnionCode(number);
            Path log = data.resolve(union.code() + ".log");
            int code = DemoProcess.start(options(union), log).waitFor();
            out.printf("  %s  %s%n", union.japanese(), code == 0 ? "一致" : "不一致（終了コード" + code + "）");
            if (code != 0) {
                failed.add(union.japanese());
                List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
                lines.subList(Math.max(0, lines.size() - LINES_OF_A_FAILURE), lines.size())
                        .forEach(line -> out.println("      " + line));
            }
        }
        out.println(failed.isEmpty() ? "すべての広域連合で一致しました" : "一致しなかった広域連合: " + failed);
        return failed.isEmpty();
    }

    private List<String> options(UnionCode union) {
        return List.of(
                "--residents",
                Integer.toString(residents),
                "--year",
                Integer.toString(year),
                "--union",
                union.code(),
                "--data",
                data.resolve("year").toString(),
                "--fresh");
    }
}
