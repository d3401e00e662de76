package org.machi.world.neighbours;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.machi.formats.column.Row;
import org.machi.formats.layout.RightsFile;
import org.machi.world.Neighbour;
import org.machi.world.Stage;
import org.machi.world.post.Post;
import org.machi.world.post.SentFile;

/**
 * 住民票の記載: the resident register's other desk, which writes down who is insured as 行政資格異動データ tells
 * it. It answers nothing; it stops at a row that can't be written: an insured person without a day
 * of acquisition, a loss before it, or the same content twice.
 */
public final class ResidentRecord implements Neighbour {
    private final Post post;
    private final Map<Long, String> written = new HashMap<>();
    private final Set<String> readToday = new HashSet<>();
    private LocalDate last = LocalDate.MIN;

    public ResidentRecord(Stage stage) {
        this.post = new Post(stage.data(), "JUKI", stage.progress());
    }

    @Override
    public String code() {
        return post.code();
    }

    @Override
    public List<SentFile> step(LocalDate day) {
        if (day.isAfter(last)) {
            readToday.clear();
        }
        post.eachTakenBetween(last, day, (_, file) -> read(file));
        last = day;
        for (Path file : post.takeIn(day)) {
            if (readToday.add(file.getFileName().toString())) {
                read(file);
            }
        }
        return List.of();
    }

    private void read(Path file) {
        Desk.rows(file, row -> write(file, row));
    }

    private void write(Path file, Row row) {
        LocalDate acquired = row.orNull(RightsFile.ACQUIRED_ON);
        LocalDate lost = row.orNull(RightsFile.LOST_ON);
        boolean insured = row.get(RightsFile.INSURED).equals("1");
        if (insured && (acquired == null || lost != null)) {
            throw new IllegalStateException(file.getFileName() + ": 被保険者の取得日・喪失日が記載できません");
        }
        if (lost != null && (acquired == null || lost.isBefore(acquired))) {
            throw new IllegalStateException(file.getFileName() + ": 喪失日が取得日より前です");
        }
        String entry = row.get(RightsFile.INSURED) + " " + acquired + " " + lost;
        String before = written.put(row.get(RightsFile.PERSON_NO), entry);
        if (entry.equals(before)) {
            throw new IllegalStateException(file.getFileName() + ": 同じ内容が二度届きました");
        }
    }
}
