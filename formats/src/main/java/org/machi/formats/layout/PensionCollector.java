package org.machi.formats.layout;

import java.util.Arrays;
import java.util.Optional;

/**
 * 特別徴収義務者コード: who pays the pension and deducts. The list grew after 2015 (被用者年金一元化), so files may
 * carry codes that are not here.
 */
public enum PensionCollector {
    C501("国家公務員共済組合連合会"),
    C594("地方職員共済組合"),
    C595("地方職員共済組合団体共済部"),
    C596("東京都職員共済組合"),
    C597("札幌市職員共済組合"),
    C598("川崎市職員共済組合"),
    C599("横浜市職員共済組合"),
    C600("名古屋市職員共済組合"),
    C601("京都市職員共済組合"),
    C602("大阪市職員共済組合"),
    C603("神戸市職員共済組合"),
    C604("広島市職員共済組合"),
    C605("北九州市職員共済組合"),
    C606("福岡市職員共済組合"),
    C686("日本私立学校振興・共済事業団"),
    C687("農林漁業団体職員共済組合"),
    C700("全国市町村職員共済組合連合会"),
    C999("日本年金機構");

    private final String label;

    PensionCollector(String label) {
        this.label = label;
    }

    public static Optional<PensionCollector> find(String code) {
        return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
    }

    /** The three digits. */
    public String code() {
        return name().substring(1);
    }

    /** Japanese name. */
    public String label() {
        return label;
    }
}
