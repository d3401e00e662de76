package org.machi.platform.line;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * 送信票: what one organisation sends another at one time. It is signed as it stands, byte for byte;
 * the bytes of its files follow it in its order.
 *
 * @param sender 送信元コード
 * @param receiver 送信先コード
 * @param number 送信票番号, counted by the sender for this receiver and way
 * @param businessDate the sender's 業務日付, ISO
 * @param files in the order in which they are to be taken
 * @param resend what the sender asks the receiver to send again
 */
record Manifest(
        String sender,
        String receiver,
        long number,
        String businessDate,
        List<Item> files,
        List<Range> resend) {

    private static final JsonMapper JSON = JsonMapper.shared();

    Manifest {
        files = List.copyOf(files);
        resend = List.copyOf(resend);
    }

    /**
     * One file.
     *
     * @param rows 件数 of its trailer
     * @param amount 合計金額 of its trailer
     * @param sha256 hash of its bytes, hexadecimal
     * @param again true when it was sent before
     */
    record Item(
            String kind,
            String name,
            int serial,
            long rows,
            long amount,
            long bytes,
            String sha256,
            boolean again) {}

    /** Files of a kind by their 通番, both ends included. */
    record Range(String kind, int first, int last) {}

    /**
     * 受領票: the receiver's signed answer.
     *
     * @param manifest hash of the manifest that is answered, hexadecimal
     * @param accepted true when all its files lie in the receiver's inbox
     * @param reason why not, empty otherwise
     * @param missing files that must come first
     */
    record Receipt(
            String sender,
            String receiver,
            long number,
            String manifest,
            boolean accepted,
            String reason,
            List<Range> missing) {
        Receipt {
            missing = List.copyOf(missing);
        }

        byte[] bytes() {
            return JSON.writeValueAsBytes(this);
        }

        static Receipt parse(byte[] content) {
            try {
                return JSON.readValue(content, Receipt.class);
            } catch (JacksonException | NullPointerException notAReceipt) {
                throw new NotAsAgreed("受領票を読めません");
            }
        }
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    static Manifest parse(byte[] content) {
        try {
            return JSON.readValue(content, Manifest.class);
        } catch (JacksonException | NullPointerException notAManifest) {
            throw new NotAsAgreed("送信票を読めません");
        }
    }

    long rows() {
        return files.stream().mapToLong(Item::rows).sum();
    }

    long amount() {
        return files.stream().mapToLong(Item::amount).sum();
    }

    long size() {
        return files.stream().mapToLong(Item::bytes).sum();
    }
}
