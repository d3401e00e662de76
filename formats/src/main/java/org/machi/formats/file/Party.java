package org.machi.formats.file;

/** Who sends or receives a kind of file. */
public enum Party {
    CITY("市区町村"),
    UNION("広域連合"),
    JUKI("住民記録担当"),
    TAX("税担当"),
    FUKUSHI("福祉担当"),
    KAIGO("介護保険担当"),
    BANK("指定金融機関"),
    CVS("収納代行会社"),
    NENKIN("日本年金機構"),
    PRINT("印刷会社"),
    OLD("旧システム"),
    /** 国民健康保険団体連合会: examines what institutions claim, for the union. */
    KOKUHO("国民健康保険団体連合会"),
    /** Any system of the same office that keeps people from outside. */
    GYOMU("庁内の他業務"),
    OTHER("他市区町村");

    private final String label;

    Party(String label) {
        this.label = label;
    }

    /** Japanese name. */
    public String label() {
        return label;
    }
}
