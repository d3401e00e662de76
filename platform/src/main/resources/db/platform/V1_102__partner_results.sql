CREATE TABLE line.result (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_id   bigint NOT NULL,
    result    text NOT NULL,
    taken_on  date NOT NULL,
    row_count bigint NOT NULL,
    bad_rows  bigint NOT NULL,
    message   text NOT NULL,
    told_by   bigint NOT NULL,
    seen_by   text,
    seen_note text,
    seen_at   timestamptz,
    CHECK ((seen_by IS NULL) = (seen_at IS NULL)),
    UNIQUE (file_id, told_by)
);
CREATE INDEX result_open ON line.result (id)
    WHERE seen_at IS NULL AND result IN ('2', '3', '4', '6');
COMMENT ON TABLE line.result IS '相手方の取込結果';
COMMENT ON COLUMN line.result.id IS '番号';
COMMENT ON COLUMN line.result.file_id IS 'この団体が送ったファイルの番号';
COMMENT ON COLUMN line.result.result IS '結果（1 取込済、2 一部除外、3 拒否、4 保留、5 重複、6 破棄）';
COMMENT ON COLUMN line.result.taken_on IS '相手方の取込年月日';
COMMENT ON COLUMN line.result.row_count IS '件数';
COMMENT ON COLUMN line.result.bad_rows IS '除外件数';
COMMENT ON COLUMN line.result.message IS 'メッセージ';
COMMENT ON COLUMN line.result.told_by IS '取込結果ファイルの番号';
COMMENT ON COLUMN line.result.seen_by IS '処理した職員';
COMMENT ON COLUMN line.result.seen_note IS '処理の内容';
COMMENT ON COLUMN line.result.seen_at IS '処理日時';

CREATE TABLE line.result_finding (
    file_id    bigint NOT NULL,
    told_by    bigint NOT NULL,
    severity   text NOT NULL,
    line       bigint NOT NULL,
    item       text NOT NULL,
    value      text NOT NULL,
    reason     text NOT NULL,
    what_to_do text NOT NULL
);
CREATE INDEX result_finding_file ON line.result_finding (file_id, line);
COMMENT ON TABLE line.result_finding IS '相手方の指摘（エラーリスト）';
COMMENT ON COLUMN line.result_finding.file_id IS 'この団体が送ったファイルの番号';
COMMENT ON COLUMN line.result_finding.told_by IS '取込結果ファイルの番号';
COMMENT ON COLUMN line.result_finding.severity IS '重さ（1 全件拒否、2 行の除外、3 注意）';
COMMENT ON COLUMN line.result_finding.line IS '行番号';
COMMENT ON COLUMN line.result_finding.item IS '項目';
COMMENT ON COLUMN line.result_finding.value IS '値';
COMMENT ON COLUMN line.result_finding.reason IS '理由';
COMMENT ON COLUMN line.result_finding.what_to_do IS '対処';

-- What the other side may not be able to write is shown as a geta.
CREATE FUNCTION line.plain(words text, longest integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT nullif(btrim(left(regexp_replace(words, '[^ -~　-〒「-〟ぁ-ゖァ-ヾ一-龥！-～]', '〓', 'g'), longest)), '')
$$;

REVOKE DELETE ON line.result, line.result_finding FROM ${app};
