CREATE TABLE register.tax (
    person_id                 integer NOT NULL,
    levy_year                 smallint NOT NULL,
    person_kind               text NOT NULL,
    municipality_code         text NOT NULL,
    change                    text NOT NULL,
    corrected_on              date,
    correction_reason         text,
    taxed                     text NOT NULL,
    undeclared                text NOT NULL,
    transition                boolean NOT NULL,
    base_given                boolean NOT NULL,
    reduction_given           boolean NOT NULL,
    low_given                 boolean NOT NULL,
    share_given               boolean NOT NULL,
    base                      bigint,
    reduction_income          bigint,
    low_income                bigint,
    share_income              bigint,
    taxable                   bigint,
    business                  bigint,
    farming                   bigint,
    real_estate               bigint,
    interest                  bigint,
    dividend                  bigint,
    dividend_trust            bigint,
    dividend_foreign          bigint,
    dividend_no_credit        bigint,
    salary_income             bigint,
    misc_other                bigint,
    misc_total                bigint,
    transfer_short            bigint,
    transfer_long             bigint,
    occasional                bigint,
    transfer_occasional       bigint,
    salary                    bigint,
    family_employee_pay       bigint,
    family_employee_deduction bigint,
    pension                   bigint,
    separate_short            bigint,
    separate_short_light      bigint,
    separate_long             bigint,
    separate_long_special     bigint,
    separate_long_light       bigint,
    forestry                  bigint,
    futures                   bigint,
    shares_unlisted           bigint,
    shares_listed             bigint,
    deduct_short              bigint,
    deduct_short_light        bigint,
    deduct_long               bigint,
    deduct_long_special       bigint,
    deduct_long_light         bigint,
    loss_net                  bigint,
    loss_misc                 bigint,
    loss_shares               bigint,
    loss_futures              bigint,
    loss_home_carried         bigint,
    loss_home                 bigint,
    treaty_interest           bigint,
    treaty_dividend           bigint,
    known_from                date NOT NULL,
    PRIMARY KEY (person_id, levy_year)
);
COMMENT ON TABLE register.tax IS '所得・課税情報（相当年度ごと、今知られている姿）';
COMMENT ON COLUMN register.tax.levy_year IS '相当年度';
COMMENT ON COLUMN register.tax.undeclared IS '未申告区分コード';
COMMENT ON COLUMN register.tax.known_from IS 'この姿を知った業務日付';
COMMENT ON COLUMN register.tax.base IS '旧ただし書所得';
COMMENT ON COLUMN register.tax.reduction_income IS '減額対象所得';
COMMENT ON COLUMN register.tax.low_income IS '低Ⅰ低Ⅱ判定所得';
COMMENT ON COLUMN register.tax.share_income IS '一部負担割合判定所得';
COMMENT ON COLUMN register.tax.taxable IS '市区町村民税課税所得';
COMMENT ON COLUMN register.tax.business IS '営業所得額';
COMMENT ON COLUMN register.tax.farming IS '農業所得額';
COMMENT ON COLUMN register.tax.real_estate IS '不動産所得額';
COMMENT ON COLUMN register.tax.interest IS '利子所得額';
COMMENT ON COLUMN register.tax.dividend IS '配当所得額';
COMMENT ON COLUMN register.tax.dividend_trust IS '配当証券投資所得額';
COMMENT ON COLUMN register.tax.dividend_foreign IS '外貨建配当所得額';
COMMENT ON COLUMN register.tax.dividend_no_credit IS '配当（控除無）所得額';
COMMENT ON COLUMN register.tax.salary_income IS '給与所得額';
COMMENT ON COLUMN register.tax.misc_other IS 'その他雑所得額';
COMMENT ON COLUMN register.tax.misc_total IS '雑所得合計額';
COMMENT ON COLUMN register.tax.transfer_short IS '総合短期譲渡所得額';
COMMENT ON COLUMN register.tax.transfer_long IS '総合長期譲渡所得額';
COMMENT ON COLUMN register.tax.occasional IS '一時所得額';
COMMENT ON COLUMN register.tax.transfer_occasional IS '総合譲渡一時所得額';
COMMENT ON COLUMN register.tax.salary IS '給与収入額';
COMMENT ON COLUMN register.tax.family_employee_pay IS '給与専従者収入額';
COMMENT ON COLUMN register.tax.family_employee_deduction IS '専従者給与（控除）額';
COMMENT ON COLUMN register.tax.pension IS '公的年金収入額';
COMMENT ON COLUMN register.tax.separate_short IS '分離短期譲渡一般所得額';
COMMENT ON COLUMN register.tax.separate_short_light IS '分離短期譲渡軽減所得額';
COMMENT ON COLUMN register.tax.separate_long IS '分離長期譲渡一般所得額';
COMMENT ON COLUMN register.tax.separate_long_special IS '分離長期譲渡特定所得額';
COMMENT ON COLUMN register.tax.separate_long_light IS '分離長期譲渡軽課所得額';
COMMENT ON COLUMN register.tax.forestry IS '山林所得額';
COMMENT ON COLUMN register.tax.futures IS '先物取引所得額';
COMMENT ON COLUMN register.tax.shares_unlisted IS '未公開株式譲渡所得額';
COMMENT ON COLUMN register.tax.shares_listed IS '上場株式譲渡所得額';
COMMENT ON COLUMN register.tax.deduct_short IS '分離短期一般特別控除額';
COMMENT ON COLUMN register.tax.deduct_short_light IS '分離短期軽減特別控除額';
COMMENT ON COLUMN register.tax.deduct_long IS '分離長期一般特別控除額';
COMMENT ON COLUMN register.tax.deduct_long_special IS '分離長期特定特別控除額';
COMMENT ON COLUMN register.tax.deduct_long_light IS '分離長期軽課特別控除額';
COMMENT ON COLUMN register.tax.loss_net IS '繰越純損失額';
COMMENT ON COLUMN register.tax.loss_misc IS '繰越雑損失額';
COMMENT ON COLUMN register.tax.loss_shares IS '繰越株式損失額';
COMMENT ON COLUMN register.tax.loss_futures IS '繰越先物損失額';
COMMENT ON COLUMN register.tax.loss_home_carried IS '繰越居住用損失額';
COMMENT ON COLUMN register.tax.loss_home IS '居住用損失額';
COMMENT ON COLUMN register.tax.treaty_interest IS '条約適用利子等所得額';
COMMENT ON COLUMN register.tax.treaty_dividend IS '条約適用配当等所得額';

CREATE TABLE register.tax_history (LIKE register.tax INCLUDING COMMENTS, known_to date NOT NULL);
COMMENT ON TABLE register.tax_history IS '所得・課税情報の、改められた前の姿（追記のみ）';
CREATE INDEX tax_history_person ON register.tax_history (person_id, levy_year);

CREATE TABLE register.income (
    person_id   integer NOT NULL,
    levy_year   smallint NOT NULL,
    base        bigint NOT NULL,
    judgement   bigint NOT NULL,
    salary      bigint NOT NULL,
    pension     bigint NOT NULL,
    declaration smallint NOT NULL,
    known_from  date NOT NULL,
    PRIMARY KEY (person_id, levy_year)
);
COMMENT ON TABLE register.income IS '税情報から法令により導いた所得（導出値、いつでも作り直せる）';
COMMENT ON COLUMN register.income.base IS '賦課のもととなる所得金額';
COMMENT ON COLUMN register.income.judgement IS '軽減判定所得';
COMMENT ON COLUMN register.income.salary IS '専従者給与を除いた給与収入額';
COMMENT ON COLUMN register.income.pension IS '公的年金収入額';
COMMENT ON COLUMN register.income.declaration IS '申告の状態（0=申告済、1=未申告、2=照会中）';
