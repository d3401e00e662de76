CREATE SCHEMA jobs;

CREATE TABLE jobs.job_run (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job           text NOT NULL,
    business_date date NOT NULL,
    run_key       text NOT NULL DEFAULT '',
    state         text NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
    staff         text NOT NULL,
    terminal      text NOT NULL,
    office        text NOT NULL,
    duty          text NOT NULL,
    runner        text NOT NULL,
    attempts      integer NOT NULL DEFAULT 1,
    steps         integer NOT NULL,
    step_now      text NOT NULL DEFAULT '',
    done          bigint NOT NULL DEFAULT 0,
    total         bigint NOT NULL DEFAULT 0,
    progress_at   timestamptz,
    started_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at      timestamptz,
    error         text NOT NULL DEFAULT '',
    UNIQUE (job, business_date, run_key)
);
COMMENT ON TABLE jobs.job_run IS 'ジョブ実行';
COMMENT ON COLUMN jobs.job_run.job IS 'ジョブコード';
COMMENT ON COLUMN jobs.job_run.business_date IS '業務日付';
COMMENT ON COLUMN jobs.job_run.run_key IS '実行キー（同じ日に分けて実行するとき）';
COMMENT ON COLUMN jobs.job_run.state IS '状態';
COMMENT ON COLUMN jobs.job_run.staff IS '起動した職員';
COMMENT ON COLUMN jobs.job_run.terminal IS '起動した端末';
COMMENT ON COLUMN jobs.job_run.office IS '起動した職員の所属';
COMMENT ON COLUMN jobs.job_run.duty IS '起動した職員の職務';
COMMENT ON COLUMN jobs.job_run.runner IS '実行しているプロセス';
COMMENT ON COLUMN jobs.job_run.attempts IS '実行回数（中断後の再開を含む）';
COMMENT ON COLUMN jobs.job_run.steps IS '工程数';
COMMENT ON COLUMN jobs.job_run.step_now IS '現在の工程';
COMMENT ON COLUMN jobs.job_run.done IS '処理済件数';
COMMENT ON COLUMN jobs.job_run.total IS '対象件数';
COMMENT ON COLUMN jobs.job_run.progress_at IS '進捗更新日時';
COMMENT ON COLUMN jobs.job_run.started_at IS '開始日時';
COMMENT ON COLUMN jobs.job_run.ended_at IS '終了日時';
COMMENT ON COLUMN jobs.job_run.error IS 'エラー内容';
CREATE INDEX job_run_open ON jobs.job_run (job) WHERE state <> 'DONE';

CREATE TABLE jobs.job_step (
    run_id     bigint NOT NULL,
    step_no    smallint NOT NULL,
    name       text NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz NOT NULL,
    counts     text NOT NULL,
    PRIMARY KEY (run_id, step_no)
);
COMMENT ON TABLE jobs.job_step IS 'ジョブ工程（完了したもの）';
COMMENT ON COLUMN jobs.job_step.run_id IS 'ジョブ実行番号';
COMMENT ON COLUMN jobs.job_step.step_no IS '工程番号';
COMMENT ON COLUMN jobs.job_step.name IS '工程名';
COMMENT ON COLUMN jobs.job_step.started_at IS '開始日時';
COMMENT ON COLUMN jobs.job_step.ended_at IS '終了日時';
COMMENT ON COLUMN jobs.job_step.counts IS '件数（名称=件数、改行区切り）';

-- The table that db-scheduler 16 expects; it keeps what was asked for over a crash.
CREATE TABLE jobs.scheduled_tasks (
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON jobs.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON jobs.scheduled_tasks (last_heartbeat);
COMMENT ON TABLE jobs.scheduled_tasks IS 'ジョブの起動依頼と予定';
COMMENT ON COLUMN jobs.scheduled_tasks.task_name IS '予定の種類';
COMMENT ON COLUMN jobs.scheduled_tasks.task_instance IS 'ジョブ・業務日付・実行キー';
COMMENT ON COLUMN jobs.scheduled_tasks.task_data IS '依頼の内容';
COMMENT ON COLUMN jobs.scheduled_tasks.execution_time IS '起動予定日時';
COMMENT ON COLUMN jobs.scheduled_tasks.picked IS '実行中';
COMMENT ON COLUMN jobs.scheduled_tasks.picked_by IS '実行しているプロセス';
COMMENT ON COLUMN jobs.scheduled_tasks.last_success IS '直近の成功日時';
COMMENT ON COLUMN jobs.scheduled_tasks.last_failure IS '直近の失敗日時';
COMMENT ON COLUMN jobs.scheduled_tasks.consecutive_failures IS '連続失敗回数';
COMMENT ON COLUMN jobs.scheduled_tasks.last_heartbeat IS '生存確認日時';
COMMENT ON COLUMN jobs.scheduled_tasks.version IS '版';
COMMENT ON COLUMN jobs.scheduled_tasks.priority IS '優先度';
