CREATE SCHEMA exchange;
COMMENT ON SCHEMA exchange IS 'ファイル交換（市区町村との送受信の印）';

CREATE TABLE exchange.sent (
    kind      text NOT NULL,
    city_code text NOT NULL,
    upto      bigint NOT NULL,
    PRIMARY KEY (kind, city_code)
);
COMMENT ON TABLE exchange.sent IS '送付済の印（どこまで送ったか）';
