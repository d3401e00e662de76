package org.machi.city.linkage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 移転・提供の定義 (seed 001, Ⅱ5): what goes to one receiver, on what basis and how.
 *
 * @param code T1 to T8 移転先, P1 提供先
 * @param roleName the receiver's role in the database
 * @param dataset which shared data it reads; null when it goes another way
 * @param items names of the items in their order
 * @param way where in this house it happens
 */
public record Definition(
        String code,
        String title,
        String receiver,
        String roleName,
        String basis,
        String purpose,
        String information,
        String population,
        String numberClass,
        Medium medium,
        Frequency frequency,
        boolean myNumber,
        @Nullable String dataset,
        List<String> items,
        ProtectedRule protectedRule,
        String way,
        @Nullable LocalDate suspendedOn,
        @Nullable String suspendedNote) {

    /** ⑥方法. */
    public enum Medium {
        LINK("庁内連携"),
        LINE("専用線"),
        FLASH("フラッシュメモリ"),
        PAPER("紙"),
        NETWORK("情報提供ネットワークシステム");

        private final String label;

        Medium(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** ⑦時期・頻度. */
    public enum Frequency {
        BUSINESS_DAY("毎営業日"),
        MONTH("月次"),
        WHEN_NEEDED("必要になった都度"),
        MONTH_YEAR("月次・年次");

        private final String label;

        Frequency(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What happens to people under 支援措置. */
    public enum ProtectedRule {
        STOP("除く"),
        MASK("住所等を伏せる"),
        GIVE("除かない（支援措置の区分は付けない）");

        private final String label;

        ProtectedRule(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether a clerk asks for it here: a medium or paper is carried by hand. */
    public boolean byRequest() {
        return medium == Medium.FLASH || medium == Medium.PAPER;
    }
}
