package org.machi.city.levy;

import org.machi.formats.file.FileKind;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.IncomingFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * 収納のファイル: what banks and stores say was paid.
 *
 * <p>A payment that can't be matched is money all the same: it is taken as 不明金 and waits on the
 * work list of exceptions, so these files are never refused for an unknown number.
 */
@Configuration(proxyBeanMethods = false)
class ReceiptIntake {

    private static final String STORE =
            """
            SELECT 'STORE:%1$d:' || i.line AS receipt_key, NULL::bigint AS slip_no, i.barcode, NULL::bigint AS instalment_id,
                i.amount, i.paid_on, coalesce(i.transfer_on, i.data_on) AS received_on, i.barcode AS shown_no,
                %1$d::bigint AS file_id, i.line AS line_no
            FROM incoming i
            """;

    private final Receipts receipts;

    ReceiptIntake(Receipts receipts) {
        this.receipts = receipts;
    }

    @Bean
    FileHandler bankReceiptFiles() {
        return FileHandler.of(FileKind.BANK_RECEIPT, this::bank);
    }

    @Bean
    FileHandler storePromptFiles() {
        return FileHandler.of(
                FileKind.CVS_PROMPT,
                file ->
                        tell(
                                file,
                                receipts.announce(
                                        file.businessDate(),
                                        Channel.STORE,
                                        STORE.formatted(file.id()))));
    }

    @Bean
    FileHandler storeFinalFiles() {
        return FileHandler.of(
                FileKind.CVS_FINAL,
                file ->
                        tell(
                                file,
                                receipts.take(
                                        file.businessDate(),
                                        Channel.STORE,
                                        STORE.formatted(file.id()))));
    }

    @Bean
    FileHandler storeCancellationFiles() {
        return FileHandler.of(FileKind.CVS_CANCEL, this::cancel).withRowsAgain();
    }

    @Bean
    FileHandler debitResultFiles() {
        return FileHandler.of(FileKind.ZENGIN_DEBIT_RESULT, this::debits).withRowsAgain();
    }

    private void bank(IncomingFile file) {
        tell(
                file,
                receipts.take(
                        file.businessDate(),
                        Channel.BANK,
                        """
                        SELECT 'BANK:%1$d:' || i.line AS receipt_key, levy.slip_of_line(i.ocr_line) AS slip_no,
                            NULL::text AS barcode, NULL::bigint AS instalment_id, i.amount, i.paid_on, i.received_on,
                            i.ocr_line AS shown_no, %1$d::bigint AS file_id, i.line AS line_no
                        FROM incoming i
                        """
                                .formatted(file.id())));
    }

    private void cancel(IncomingFile file) {
        file.setAside(
                "バーコード",
                "barcode",
                "取り消す速報がありません（確定済み又は未着）",
                """
                NOT EXISTS (SELECT 1 FROM levy.slip s JOIN levy.receipt r USING (slip_no)
                    WHERE s.barcode = i.barcode AND r.state = 'PROVISIONAL' AND r.amount = i.amount AND r.paid_on = i.paid_on)
                """);
        file.count("速報取消", receipts.cancel("SELECT barcode, amount, paid_on FROM incoming"));
    }

    private void debits(IncomingFile file) {
        file.setAside(
                "顧客番号",
                "customer_no",
                "請求していない口座振替です",
                """
                NOT i.customer_no ~ '^[0-9]{20}$' OR NOT EXISTS (SELECT 1 FROM levy.debit d
                    WHERE d.debit_id = i.customer_no::numeric AND d.amount = i.amount AND d.result = '')
                """);
        tell(
                file,
                receipts.take(
                        file.businessDate(),
                        Channel.DEBIT,
                        """
                        SELECT 'DEBIT:' || d.debit_id AS receipt_key, NULL::bigint AS slip_no, NULL::text AS barcode,
                            d.instalment_id, i.amount, d.debit_on AS paid_on, date '%2$s' AS received_on,
                            i.customer_no AS shown_no, %1$d::bigint AS file_id, i.line AS line_no
                        FROM incoming i JOIN levy.debit d ON d.debit_id = i.customer_no::bigint
                        WHERE i.result = '0'
                        """
                                .formatted(file.id(), file.businessDate())));
        file.count(
                "振替不能を含む結果",
                """
                UPDATE levy.debit d SET result = i.result, result_on = date '%s'
                FROM incoming i WHERE d.debit_id = i.customer_no::bigint
                """
                        .formatted(file.businessDate()));
    }

    private static void tell(IncomingFile file, ReceiptCount count) {
        file.count("収納", count.taken());
        file.count("収納額", count.amount());
        if (count.unknown() > 0) {
            file.count("不明金", count.unknown());
        }
    }
}
