package org.machi.world.neighbours;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FileName;
import org.machi.formats.file.FileSummary;
import org.machi.formats.layout.BankReceiptFile;
import org.machi.formats.layout.DebitFile;
import org.machi.formats.layout.TransferFailedFile;
import org.machi.formats.layout.TransferFile;
import org.machi.world.Stage;
import org.machi.world.neighbours.Payment.Channel;
import org.machi.world.offices.FormerYear;
import org.machi.world.people.BankInfo;
import org.machi.world.people.Dice;
import org.machi.world.people.Topic;
import org.machi.world.post.Sending;

/**
 * A bank: debits accounts on the day that the city asks for and tells the result two business days
 * later; takes transfers; its counter takes slips, which the designated bank reports the next
 * business day for all banks.
 */
public final class Bank extends Desk {
    private static final int DAYS_TO_RESULT = 2;
    private static final int CLOSED = 8;

    private final BankInfo info;
    private final Residents residents;
    private final AccountForms forms;
    private final TreeMap<LocalDate, List<Path>> results = new TreeMap<>();
    private final TreeMap<LocalDate, Failed> failed = new TreeMap<>();

    /** What a 総合振込 could not be paid into. */
    private record Failed(LocalDate on, List<Row> rows) {}

    public Bank(Stage stage, BankInfo info, Residents residents, FormerYear former) {
        super(stage, info.organisation());
        this.info = info;
        this.residents = residents;
        this.forms = new AccountForms(stage, info, former);
    }

    @Override
    void read(LocalDate day, Path file) {
        FileKind kind = FileName.parse(file.getFileName().toString()).kind();
        if (kind == FileKind.ZENGIN_DEBIT) {
            Row head = head(rows(file, row -> {}));
            LocalDate debitOn = debitDay(day, head.get(DebitFile.SENDER.mmdd()));
            LocalDate from = debitOn.isBefore(day) ? day : debitOn;
            LocalDate tell = stage().calendar().after(from, DAYS_TO_RESULT);
            results.computeIfAbsent(tell, key -> new ArrayList<>()).add(file);
        } else if (kind == FileKind.ZENGIN_BENEFIT) {
            benefits(day, file);
        } else if (kind == FileKind.ZENGIN_TRANSFER) {
            // Taken and paid: a transfer has no answer file.
            rows(file, row -> {});
        } else {
            throw new IllegalStateException("not for a bank: " + file);
        }
    }

    /** Benefits that an account can't take go back to the union on the business day after. */
    private void benefits(LocalDate day, Path file) {
        List<Row> closed = new ArrayList<>();
        Row head =
                head(
                        rows(
                                file,
                                row -> {
                                    Dice life =
                                            Dice.of(stage().seed(), Topic.BENEFIT, account(row));
                                    if (life.permille(CLOSED)) {
                                        closed.add(row.copy().build());
                                    }
                                }));
        LocalDate on = debitDay(day, head.get(TransferFile.SENDER.mmdd()));
        failed.put(stage().calendar().after(on, 1), new Failed(on, closed));
    }

    private static long account(Row row) {
        return Dice.hash(
                row.get(TransferFile.ACCOUNT.bankCode())
                        + row.get(TransferFile.ACCOUNT.branchCode())
                        + row.get(TransferFile.ACCOUNT.no()));
    }

    private List<Row> failures(LocalDate day) {
        Failed today = failed.get(day);
        if (today == null) {
            return List.of();
        }
        return today.rows().stream()
                .map(row ->
                        TransferFailedFile.LAYOUT
                                .row()
                                .set(
                                        TransferFailedFile.CUSTOMER_NO,
                                        row.get(TransferFile.CUSTOMER_NO))
                                .set(TransferFailedFile.TRANSFER_ON, today.on())
                                .set(
                                        TransferFailedFile.AMOUNT,
                                        row.get(TransferFile.ACCOUNT.amount()))
                                .set(TransferFailedFile.REASON, "1")
                                .build())
                .toList();
    }

    private static Row head(FileSummary summary) {
        Row head = summary.head();
        if (head == null) {
            throw new IllegalStateException("bank file without header: " + summary.kind());
        }
        return head;
    }

    /** MMDD has no year: the first such day that is not long past. */
    private static LocalDate debitDay(LocalDate read, String mmdd) {
        int month = Integer.parseInt(mmdd.substring(0, 2));
        int day = Integer.parseInt(mmdd.substring(2));
        LocalDate found = LocalDate.of(read.getYear(), month, day);
        return found.isBefore(read.minusDays(180)) ? found.plusYears(1) : found;
    }

    @Override
    void answer(LocalDate day, Sending sending) {
        forms.send(day, sending);
        sending.send(FileKind.BENEFIT_FAILED, stage().unionCode(), failures(day));
        for (Path request : results.getOrDefault(day, List.of())) {
            result(request, day, sending);
        }
        if (info.equals(BankInfo.ALL.getFirst())) {
            for (int city = 0; city < stage().place().cities(); city++) {
                String to = stage().place().cityCode(city);
                sending.send(FileKind.BANK_RECEIPT, to, receipts(to, day));
            }
        }
    }

    private void result(Path request, LocalDate day, Sending sending) {
        List<Row> answers = new ArrayList<>();
        FileSummary summary = rows(request, row -> answers.add(debit(row, day)));
        Row head = head(summary);
        sending.send(
                FileKind.ZENGIN_DEBIT_RESULT,
                summary.from(),
                null,
                head,
                file -> {
                    for (Row row : answers) {
                        file.write(row);
                    }
                });
    }

    /** What becomes of one debit: an account has its own fate, a short balance is of the day. */
    private Row debit(Row row, LocalDate day) {
        String account =
                row.get(DebitFile.ACCOUNT.bankCode())
                        + row.get(DebitFile.ACCOUNT.branchCode())
                        + row.get(DebitFile.ACCOUNT.no());
        Dice life = Dice.of(stage().seed(), Topic.BANK, Dice.hash(account));
        Dice once = Dice.of(stage().seed(), Topic.BANK, Dice.hash(account), day.toEpochDay());
        int fate = life.weighted(976, 6, 4, 2, 12);
        String code =
                switch (fate) {
                    case 1 -> "2";
                    case 2 -> "4";
                    case 3 -> "3";
                    default -> once.permille(fate == 4 ? 500 : 15) ? "1" : "0";
                };
        return row.copy().set(DebitFile.RESULT, code).build();
    }

    /** Slips stamped since the last report. */
    private List<Row> receipts(String city, LocalDate day) {
        LocalDate upTo = stage().calendar().previous(day);
        LocalDate after = stage().calendar().previous(upTo);
        List<Row> rows = new ArrayList<>();
        for (Payment payment : residents.paid(after, upTo, Channel.COUNTER)) {
            if (payment.city().equals(city)) {
                rows.add(receipt(payment, rows.size() + 1L, day));
            }
        }
        return rows;
    }

    private Row receipt(Payment payment, long seq, LocalDate day) {
        Dice dice = Dice.of(stage().seed(), Topic.BANK, payment.personNo());
        BankInfo bank = BankInfo.ALL.get(dice.permille(750) ? 0 : 1);
        return BankReceiptFile.LAYOUT
                .row()
                .set(BankReceiptFile.SEQ, seq)
                .set(BankReceiptFile.BANK_CODE, bank.code())
                .set(BankReceiptFile.BRANCH_CODE, BankInfo.branchCode(dice.below(5)))
                .set(BankReceiptFile.PAID_ON, payment.paidOn())
                .set(BankReceiptFile.RECEIVED_ON, day)
                .set(BankReceiptFile.OCR_LINE, payment.ocrLine())
                .set(BankReceiptFile.AMOUNT, payment.amount())
                .set(BankReceiptFile.LATE_CHARGE, 0L)
                .set(BankReceiptFile.DEMAND_FEE, 0L)
                .build();
    }
}
