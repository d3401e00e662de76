package org.machi.world.neighbours;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.StoreReceiptFile;
import org.machi.world.Stage;
import org.machi.world.neighbours.Payment.Channel;
import org.machi.world.people.Dice;
import org.machi.world.people.Topic;
import org.machi.world.post.Sending;

/**
 * 収納代行会社: 速報 of what stores took since the last business day, 取消 one business day later, 確報 four
 * business days later.
 */
public final class StoreAgent extends Desk {
    private static final int CANCEL_PERMILLE = 2;
    private static final int DAYS_TO_FINAL = 4;
    private static final int DAYS_TO_TRANSFER = 3;
    private static final String[][] CHAINS = {
        {"90001", "まちかどマート"}, {"90002", "ひだまりストア"}, {"90003", "デイリーあおぞら"}
    };

    private final Residents residents;

    public StoreAgent(Stage stage, Residents residents) {
        super(stage, "CVS");
        this.residents = residents;
    }

    /** The agent gets no files; the stores read barcodes. */
    @Override
    void read(LocalDate day, Path file) {
        throw new IllegalStateException("nobody sends files to the agent: " + file);
    }

    static boolean willBeCancelled(Stage stage, Payment payment) {
        return payment.channel() == Channel.STORE
                && Dice.of(stage.seed(), Topic.STORE, Dice.hash(payment.key()))
                        .permille(CANCEL_PERMILLE);
    }

    @Override
    void answer(LocalDate day, Sending sending) {
        LocalDate before = stage().calendar().previous(day);
        LocalDate promptDay = day;
        for (int i = 0; i < DAYS_TO_FINAL; i++) {
            promptDay = stage().calendar().previous(promptDay);
        }
        for (int city = 0; city < stage().place().cities(); city++) {
            String to = stage().place().cityCode(city);
            sending.send(FileKind.CVS_PROMPT, to, rows(to, day, day, "01"));
            sending.send(FileKind.CVS_CANCEL, to, rows(to, before, day, "03"));
            sending.send(FileKind.CVS_FINAL, to, rows(to, promptDay, day, "02"));
        }
    }

    /** Rows about the payments whose 速報 went out on a day. */
    private List<Row> rows(String city, LocalDate promptDay, LocalDate today, String kind) {
        LocalDate after = stage().calendar().previous(promptDay);
        List<Row> rows = new ArrayList<>();
        for (Payment payment : residents.paid(after, promptDay, Channel.STORE)) {
            boolean cancelled = willBeCancelled(stage(), payment);
            boolean wanted =
                    switch (kind) {
                        case "02" -> !cancelled;
                        case "03" -> cancelled;
                        default -> true;
                    };
            if (payment.city().equals(city) && wanted) {
                rows.add(row(payment, rows.size() + 1L, today, kind));
            }
        }
        return rows;
    }

    private Row row(Payment payment, long seq, LocalDate today, String kind) {
        Dice dice = Dice.of(stage().seed(), Topic.STORE, Dice.hash(payment.barcode()));
        String[] chain = CHAINS[dice.below(CHAINS.length)];
        Row.Builder row =
                StoreReceiptFile.LAYOUT
                        .row()
                        .set(StoreReceiptFile.SEQ, seq)
                        .set(StoreReceiptFile.KIND, kind)
                        .set(StoreReceiptFile.BARCODE, payment.barcode())
                        .set(StoreReceiptFile.CHAIN, chain[0])
                        .set(StoreReceiptFile.CHAIN_NAME, chain[1])
                        .set(StoreReceiptFile.STORE, String.format("%05d", dice.below(99_999)))
                        .set(StoreReceiptFile.PAID_ON, payment.paidOn())
                        .set(
                                StoreReceiptFile.PAID_AT,
                                String.format("%02d%02d", dice.between(6, 23), dice.below(60)))
                        .set(StoreReceiptFile.DATA_ON, today)
                        .set(StoreReceiptFile.AMOUNT, payment.amount());
        if (kind.equals("02")) {
            row.set(
                    StoreReceiptFile.TRANSFER_ON,
                    stage().calendar().after(today, DAYS_TO_TRANSFER));
        }
        return row.build();
    }
}
