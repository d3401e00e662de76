-- Rows that wait for data of this office; those that the format refused never come again.
ALTER TABLE files.file ADD COLUMN set_aside bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN files.file.set_aside IS '取り込まなかった行のうち、この団体の台帳にないなどの理由で除外した行数';

-- 再取込 of rows that an applied file left aside.
CREATE TABLE files.rows_again (
    file_id  bigint NOT NULL,
    asked_on date NOT NULL,
    done_on  date
);
CREATE UNIQUE INDEX rows_again_waiting ON files.rows_again (file_id) WHERE done_on IS NULL;
CREATE INDEX rows_again_done ON files.rows_again (done_on);
COMMENT ON TABLE files.rows_again IS '取込済のファイルで除外した行の再取込';
COMMENT ON COLUMN files.rows_again.file_id IS 'ファイル番号';
COMMENT ON COLUMN files.rows_again.asked_on IS '職員が再取込を指示した業務日付';
COMMENT ON COLUMN files.rows_again.done_on IS '再取込した業務日付（空は次の取込処理を待つ）';
