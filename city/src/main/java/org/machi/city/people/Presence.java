package org.machi.city.people;

import org.jspecify.annotations.Nullable;

/**
 * Who stood at the counter and by what the clerk made sure (番号法16条: 番号確認、身元確認、代理権の確認). The kind of
 * document is kept, never its number.
 */
public record Presence(
        CameAs cameAs,
        String agentName,
        NumberCheck numberCheck,
        IdentityCheck identityCheck,
        @Nullable AgentCheck agentCheck) {

    /** The person, with the 個人番号カード for both checks. */
    public static Presence withCard() {
        return new Presence(CameAs.SELF, "", NumberCheck.CARD, IdentityCheck.CARD, null);
    }

    /** 来庁者. */
    public enum CameAs {
        SELF("本人"),
        LEGAL("法定代理人"),
        AGENT("任意代理人");

        private final String label;

        CameAs(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** 番号確認. */
    public enum NumberCheck {
        CARD("個人番号カード"),
        RECORD("個人番号の記載のある住民票の写し"),
        REGISTER("住民基本台帳の確認"),
        NONE("個人番号の記載なし");

        private final String label;

        NumberCheck(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** 身元確認. */
    public enum IdentityCheck {
        CARD("個人番号カード"),
        LICENCE("運転免許証・運転経歴証明書"),
        PASSPORT("旅券"),
        RESIDENCE("在留カード・特別永住者証明書"),
        DISABILITY("障害者手帳"),
        TWO("資格確認書等の書類2点");

        private final String label;

        IdentityCheck(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** 代理権の確認. */
    public enum AgentCheck {
        REGISTER("戸籍・登記事項証明書"),
        MANDATE("委任状"),
        CERTIFICATE("本人の資格確認書等の提示");

        private final String label;

        AgentCheck(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
