package org.machi.city.linkage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 媒体・紙による移転: asked for by one clerk, agreed to by another, taken away by the first, received,
 * erased.
 *
 * @param stopped people whom 支援措置 kept out or whose address was hidden
 */
public record Dispatch(
        long dispatchNo,
        String definition,
        State state,
        String fileName,
        @Nullable String storedAs,
        String sha256,
        long rowCount,
        long stopped,
        @Nullable String mediumNo,
        String reason,
        LocalDate requestedOn,
        String requestedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String decidedBy,
        @Nullable String decidedNote,
        @Nullable LocalDate takenOn,
        @Nullable String takenTerminal,
        @Nullable LocalDate receivedOn,
        @Nullable String receivedName,
        @Nullable LocalDate erasedOn) {

    /** Where it stands. */
    public enum State {
        REQUESTED("承認待ち"),
        APPROVED("持ち出し待ち"),
        REFUSED("否認・取りやめ"),
        TAKEN("受領待ち"),
        RECEIVED("受領済（内容は消去済）");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
