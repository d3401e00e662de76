-- 宛名: residents and non-residents, their households, accounts and tax facts, each with history.
-- The columns of people.person carry the names of the resident file's items, so that what is sent on is what was received.
create schema people;
grant usage on schema people to ${app};

-- These functions are asked some ten times of each person of a city. None is strict, so that the planner can put them in place of
-- the call, and each takes the common case first: a name of common characters needs no normalisation.

-- 検索キー: 異体字セレクタと空白を除き、異体字を代表字へ寄せる。取り込みと検索の両方がこの関数だけを使う
create function people.name_key(name text) returns text language sql immutable parallel safe as $$
    select case when name ~ '^[一-鿿々ぁ-んァ-ン　 ]*$'
                     and name !~ '[髙邊邉齋齊斎濱濵廣澤櫻嶋島舘德惠榮國圓眞槇曾龍瀧淵渊渕條實壽寶藏驒塚冨吞吉瀨靜顯壯萬與豐禮邨桒栁]'
                then translate(name, '　 ', '')
                else translate(regexp_replace(normalize(name, NFKC), '[\U000E0100-\U000E01EF\uFE00-\uFE0F 　・]', '', 'g'),
        '髙﨑邊邉齋齊斎濱濵廣澤櫻嶋島舘德惠榮國圓眞槇曾龍瀧淵渊渕條實壽寶藏驒塚塚冨吞吉𠮷瀨靜顯壯萬與豐禮邨桒栁',
        '高崎辺辺斉斉斉浜浜広沢桜島島館徳恵栄国円真槙曽竜滝渕渕渕条実寿宝蔵騨塚塚富呑吉吉瀬静顕壮万与豊礼村桑柳') end
$$;
-- 検索用カナ: small letters as large ones, hiragana as katakana, without blanks and strokes.
create function people.kana_key(kana text) returns text language sql immutable parallel safe as $$
    select case when kana ~ '^[アイウエオカ-ヂツ-モヤユヨラ-ロワン　 ]*$' then translate(kana, '　 ', '')
                when kana ~ '^[ァ-ヴ・ー　 ]*$'
                then translate(kana, 'ァィゥェォッャュョヮヰヱヲヴ 　・ー', 'アイウエオツヤユヨワイエオウ')
                else translate(normalize(kana, NFKC),
        'ァィゥェォッャュョヮヰヱヲヴぁぃぅぇぉっゃゅょあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ 　・ー－‐-',
        'アイウエオツヤユヨワイエオウアイウエオツヤユヨアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワオンガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ') end
$$;

-- A day that is wholly known, otherwise null (不詳). The files' check has seen to its form: YYYY-MM-DD with zeros for what is unknown.
create function people.day(text text) returns date language sql immutable parallel safe as $$
    select case when octet_length(text) = 10 and text not like '%-00%' and text not like '0000%' then text::date end
$$;

-- The last day on which somebody can have been born: the end of the month or year where the rest is 不詳, null
-- when nothing is known.
create function people.latest_birth(text text) returns date language sql immutable parallel safe as $$
    select case when octet_length(text) <> 10 or text like '0000%' then null
                when text not like '%-00%' then text::date
                when substr(text, 6, 2) <> '00'
                    then (make_date(left(text, 4)::int, substr(text, 6, 2)::int, 1) + interval '1 month - 1 day')::date
                else make_date(left(text, 4)::int, 12, 31) end
$$;

create table people.person (
    person_no bigint primary key,
    household_no bigint,
    event_seq bigint,
    event text not null,
    event_on date not null,
    reported_on date,
    processed_on date,
    cancelled text not null,
    resident_kind text not null,
    resident_state text,
    name text not null,
    surname text,
    given_name text,
    name_kana text not null,
    alias text,
    alias_kana text,
    name_latin text,
    name_combined text,
    name_use text,
    birth_on text not null,
    sex text not null,
    relation text,
    relation_name text,
    head_no bigint,
    head_name text,
    municipality_code text not null,
    postal_code text,
    town_code text,
    prefecture text not null,
    city text not null,
    town text not null,
    lot text,
    building text,
    building_kana text,
    address_kana text,
    district text,
    phone text,
    resident_since date,
    address_since date,
    moved_in_on date,
    from_code text,
    from_address text,
    moved_out_on date,
    to_code text,
    to_address text,
    died_on text,
    removed_on date,
    nationality text,
    stay_status text,
    stay_from date,
    stay_until date,
    stay_period text,
    address_exception text not null,
    exception_from date,
    exception_until date,
    exception_code text,
    facility text,
    protection text not null,
    protected_from date,
    protected_until date,
    birth_day date,
    name_key text not null,
    kana_key text not null,
    alias_kana_key text,
    known_on date not null
);
comment on table people.person is '宛名（現在の内容）。1人1行。過去の内容は people.person_history';
comment on column people.person.person_no is '宛名番号';
comment on column people.person.household_no is '世帯番号';
comment on column people.person.event_seq is '異動履歴番号';
comment on column people.person.event is '異動事由コード';
comment on column people.person.event_on is '異動年月日';
comment on column people.person.reported_on is '届出年月日';
comment on column people.person.processed_on is '処理年月日';
comment on column people.person.cancelled is '取消区分';
comment on column people.person.resident_kind is '住民区分';
comment on column people.person.resident_state is '住民状態';
comment on column people.person.name is '氏名（漢字）';
comment on column people.person.surname is '氏（漢字）';
comment on column people.person.given_name is '名（漢字）';
comment on column people.person.name_kana is '氏名（カナ）';
comment on column people.person.alias is '通称名（漢字）';
comment on column people.person.alias_kana is '通称名（カナ）';
comment on column people.person.name_latin is '氏名（英字）';
comment on column people.person.name_combined is '併記用氏名（漢字）';
comment on column people.person.name_use is '本名通称名区分コード';
comment on column people.person.birth_on is '生年月日';
comment on column people.person.sex is '性別コード';
comment on column people.person.relation is '続柄コード';
comment on column people.person.relation_name is '続柄';
comment on column people.person.head_no is '世帯主宛名番号';
comment on column people.person.head_name is '世帯主氏名';
comment on column people.person.municipality_code is '地方公共団体コード';
comment on column people.person.postal_code is '郵便番号';
comment on column people.person.town_code is '町名コード';
comment on column people.person.prefecture is '都道府県名（漢字）';
comment on column people.person.city is '市町村名（漢字）';
comment on column people.person.town is '住所（漢字）';
comment on column people.person.lot is '番地（漢字）';
comment on column people.person.building is '方書（漢字）';
comment on column people.person.building_kana is '方書（カナ）';
comment on column people.person.address_kana is '住所（カナ）';
comment on column people.person.district is '行政区コード';
comment on column people.person.phone is '電話番号';
comment on column people.person.resident_since is '住民となった年月日';
comment on column people.person.address_since is '住所を定めた年月日';
comment on column people.person.moved_in_on is '転入年月日';
comment on column people.person.from_code is '転入元市町村コード';
comment on column people.person.from_address is '転入元住所（漢字）';
comment on column people.person.moved_out_on is '転出年月日';
comment on column people.person.to_code is '転出先市町村コード';
comment on column people.person.to_address is '転出先住所（漢字）';
comment on column people.person.died_on is '死亡年月日';
comment on column people.person.removed_on is '消除年月日';
comment on column people.person.nationality is '国籍・地域';
comment on column people.person.stay_status is '外国人在留資格コード';
comment on column people.person.stay_from is '外国人在留開始年月日';
comment on column people.person.stay_until is '外国人在留終了年月日';
comment on column people.person.stay_period is '外国人在留期間月数';
comment on column people.person.address_exception is '住所地特例区分';
comment on column people.person.exception_from is '住所地特例適用年月日';
comment on column people.person.exception_until is '住所地特例解除年月日';
comment on column people.person.exception_code is '住所地特例 従前市町村コード';
comment on column people.person.facility is '施設名';
comment on column people.person.protection is '支援措置区分';
comment on column people.person.birth_day is '生年月日（不詳のときは空）';
comment on column people.person.name_key is '検索用氏名（異体字を代表字に寄せたもの）';
comment on column people.person.kana_key is '検索用カナ氏名';
comment on column people.person.known_on is '市が知った日（業務日）';

create index person_kana on people.person (kana_key text_pattern_ops, birth_day);
create index person_alias_kana on people.person (alias_kana_key text_pattern_ops) where alias_kana_key is not null;
create index person_name on people.person (name_key text_pattern_ops);
create index person_birth on people.person (birth_day, kana_key);
create index person_latest_birth on people.person (people.latest_birth(birth_on));
create index person_newcomer on people.person (moved_in_on) where from_code is not null;
create index person_household on people.person (household_no);
create index person_known on people.person (known_on);

-- Every state that was ever received, numbered from 1; never updated, never deleted.
create table people.person_history (
    like people.person,
    history_no integer not null,
    file_id bigint,
    primary key (person_no, history_no)
);
comment on table people.person_history is '宛名履歴。受け取った内容をすべて積み上げ、書き換えない（履歴番号は1から、最大が最新）';

create table people.household_membership (
    person_no bigint not null,
    household_no bigint not null,
    is_head boolean not null,
    valid_from date not null,
    valid_to date,
    known_on date not null,
    primary key (person_no, valid_from)
);
create unique index household_membership_open on people.household_membership (person_no) where valid_to is null;
create index household_membership_household on people.household_membership (household_no);
comment on table people.household_membership is '住基世帯の世帯員と期間';
comment on column people.household_membership.valid_to is '世帯を離れた日（その日は含まない）。空は現在の世帯';

create table people.mailing_address (
    person_no bigint not null,
    business text not null,
    valid_from date not null,
    valid_to date,
    name text not null,
    postal_code text,
    address text not null,
    reason text not null,
    primary key (person_no, business, valid_from)
);
create unique index mailing_address_open on people.mailing_address (person_no, business) where valid_to is null;
comment on table people.mailing_address is '送付先（業務別・期間別）。住所は変えない';

create table people.account (
    person_no bigint not null,
    purpose text not null check (purpose in ('DEBIT', 'REFUND')),
    levy_code text not null,
    valid_from date not null,
    valid_to date,
    bank_code text not null,
    bank_name text not null,
    bank_kana text not null,
    branch_code text not null,
    branch_name text not null,
    branch_kana text not null,
    account_kind text not null,
    account_no text not null,
    holder text not null,
    holder_kana text not null,
    known_on date not null,
    primary key (person_no, purpose, levy_code, valid_from)
);
comment on table people.account is '口座（引落・還付、科目別、期間別）';

create table people.tax_fact (
    person_no bigint not null,
    levy_year bigint not null,
    version integer not null,
    current boolean not null,
    known_on date not null,
    file_id bigint,
    insurer_no text,
    home_code text,
    person_kind text,
    municipality_code text,
    change text,
    corrected_on date,
    correction_reason text,
    taxpayer_no text,
    taxed text,
    undeclared text,
    transition boolean,
    base_given boolean,
    reduction_given boolean,
    low_given boolean,
    share_given boolean,
    base bigint,
    reduction_income bigint,
    low_income bigint,
    share_income bigint,
    taxable bigint,
    business bigint,
    farming bigint,
    real_estate bigint,
    interest bigint,
    dividend bigint,
    dividend_trust bigint,
    dividend_foreign bigint,
    dividend_no_credit bigint,
    salary_income bigint,
    misc_other bigint,
    misc_total bigint,
    transfer_short bigint,
    transfer_long bigint,
    occasional bigint,
    transfer_occasional bigint,
    salary bigint,
    family_employee_pay bigint,
    family_employee_deduction bigint,
    pension bigint,
    separate_short bigint,
    separate_short_light bigint,
    separate_long bigint,
    separate_long_special bigint,
    separate_long_light bigint,
    forestry bigint,
    futures bigint,
    shares_unlisted bigint,
    shares_listed bigint,
    deduct_short bigint,
    deduct_short_light bigint,
    deduct_long bigint,
    deduct_long_special bigint,
    deduct_long_light bigint,
    loss_net bigint,
    loss_misc bigint,
    loss_shares bigint,
    loss_futures bigint,
    loss_home_carried bigint,
    loss_home bigint,
    treaty_interest bigint,
    treaty_dividend bigint,
    primary key (person_no, levy_year, version)
);
create unique index tax_fact_current on people.tax_fact (person_no, levy_year) where current;
create index tax_fact_known on people.tax_fact (known_on);

-- Beside the facts: marking them where they stand would write each row of 63 items a second time.
create table people.tax_sent (
    person_no bigint not null,
    levy_year bigint not null,
    version integer not null,
    sent_on date not null,
    primary key (person_no, levy_year, version)
);
create index tax_sent_on on people.tax_sent (sent_on);
comment on table people.tax_sent is '広域連合へ送付した所得・課税情報（版ごと）';
comment on column people.tax_sent.sent_on is '送付した業務日';
grant select, insert on people.tax_sent to ${app};
comment on table people.tax_fact is '所得・課税情報（税情報63項目）。更正のたびに版を重ねる';
comment on column people.tax_fact.insurer_no is '後期保険者番号';
comment on column people.tax_fact.home_code is '管理元市町村コード';
comment on column people.tax_fact.person_kind is '個人区分コード';
comment on column people.tax_fact.person_no is '宛名番号';
comment on column people.tax_fact.levy_year is '相当年度';
comment on column people.tax_fact.municipality_code is '地方公共団体コード';
comment on column people.tax_fact.change is '異動区分コード';
comment on column people.tax_fact.corrected_on is '更正年月日';
comment on column people.tax_fact.correction_reason is '更正事由コード';
comment on column people.tax_fact.taxpayer_no is '納税者台帳番号';
comment on column people.tax_fact.taxed is '課税非課税区分コード';
comment on column people.tax_fact.undeclared is '未申告区分コード';
comment on column people.tax_fact.transition is '経過措置フラグ';
comment on column people.tax_fact.base_given is '旧ただし書所得優先フラグ';
comment on column people.tax_fact.reduction_given is '減額対象所得優先フラグ';
comment on column people.tax_fact.low_given is '低Ⅰ低Ⅱ判定所得優先フラグ';
comment on column people.tax_fact.share_given is '一部負担割合判定所得優先フラグ';
comment on column people.tax_fact.base is '旧ただし書所得';
comment on column people.tax_fact.reduction_income is '減額対象所得';
comment on column people.tax_fact.low_income is '低Ⅰ低Ⅱ判定所得';
comment on column people.tax_fact.share_income is '一部負担割合判定所得';
comment on column people.tax_fact.taxable is '市区町村民税課税所得';
comment on column people.tax_fact.business is '営業所得額';
comment on column people.tax_fact.farming is '農業所得額';
comment on column people.tax_fact.real_estate is '不動産所得額';
comment on column people.tax_fact.interest is '利子所得額';
comment on column people.tax_fact.dividend is '配当所得額';
comment on column people.tax_fact.dividend_trust is '配当証券投資所得額';
comment on column people.tax_fact.dividend_foreign is '外貨建配当所得額';
comment on column people.tax_fact.dividend_no_credit is '配当（控除無）所得額';
comment on column people.tax_fact.salary_income is '給与所得額';
comment on column people.tax_fact.misc_other is 'その他雑所得額';
comment on column people.tax_fact.misc_total is '雑所得合計額';
comment on column people.tax_fact.transfer_short is '総合短期譲渡所得額';
comment on column people.tax_fact.transfer_long is '総合長期譲渡所得額';
comment on column people.tax_fact.occasional is '一時所得額';
comment on column people.tax_fact.transfer_occasional is '総合譲渡一時所得額';
comment on column people.tax_fact.salary is '給与収入額';
comment on column people.tax_fact.family_employee_pay is '給与専従者収入額';
comment on column people.tax_fact.family_employee_deduction is '専従者給与（控除）額';
comment on column people.tax_fact.pension is '公的年金収入額';
comment on column people.tax_fact.separate_short is '分離短期譲渡一般所得額';
comment on column people.tax_fact.separate_short_light is '分離短期譲渡軽減所得額';
comment on column people.tax_fact.separate_long is '分離長期譲渡一般所得額';
comment on column people.tax_fact.separate_long_special is '分離長期譲渡特定所得額';
comment on column people.tax_fact.separate_long_light is '分離長期譲渡軽課所得額';
comment on column people.tax_fact.forestry is '山林所得額';
comment on column people.tax_fact.futures is '先物取引所得額';
comment on column people.tax_fact.shares_unlisted is '未公開株式譲渡所得額';
comment on column people.tax_fact.shares_listed is '上場株式譲渡所得額';
comment on column people.tax_fact.deduct_short is '分離短期一般特別控除額';
comment on column people.tax_fact.deduct_short_light is '分離短期軽減特別控除額';
comment on column people.tax_fact.deduct_long is '分離長期一般特別控除額';
comment on column people.tax_fact.deduct_long_special is '分離長期特定特別控除額';
comment on column people.tax_fact.deduct_long_light is '分離長期軽課特別控除額';
comment on column people.tax_fact.loss_net is '繰越純損失額';
comment on column people.tax_fact.loss_misc is '繰越雑損失額';
comment on column people.tax_fact.loss_shares is '繰越株式損失額';
comment on column people.tax_fact.loss_futures is '繰越先物損失額';
comment on column people.tax_fact.loss_home_carried is '繰越居住用損失額';
comment on column people.tax_fact.loss_home is '居住用損失額';
comment on column people.tax_fact.treaty_interest is '条約適用利子等所得額';
comment on column people.tax_fact.treaty_dividend is '条約適用配当等所得額';

create table people.public_assistance (
    person_no bigint not null,
    started_on date not null,
    ended_on date,
    known_on date not null,
    primary key (person_no, started_on)
);
comment on table people.public_assistance is '生活保護の期間（個人番号を持たない。宛名番号で突合）';

create table people.former_character (
    old_code text primary key,
    old_system_code text not null,
    character text,
    mj_name text,
    state text not null,
    reading text
);
comment on table people.former_character is '旧システムの外字と対応する文字';

-- Text of the former system with its 外字 replaced by the characters of the map.
create function people.code_of(letter text) returns text language sql immutable strict parallel safe as $$
    select upper(to_hex(ascii(letter)))
$$;
create function people.from_former(former text) returns text language sql stable strict parallel safe as $$
    select case when former !~ '[\uE000-\uF8FF]' then former else (
        select string_agg(coalesce(f.character, c), '' order by n)
        from regexp_split_to_table(former, '') with ordinality as letter(c, n)
        left join people.former_character f on f.old_code = people.code_of(c)) end
$$;

-- What the union was told last of each person; a row goes again only when it differs.
create table people.union_extract (
    person_no bigint primary key,
    inside boolean not null,
    reason text not null,
    content_hash bigint not null,
    sent_on date not null
);
comment on table people.union_extract is '広域連合へ送った住基情報（65歳以上と同一世帯員）の直近の状態';

create table people.application (
    reception_no text primary key,
    person_no bigint not null,
    kind text not null,
    cancelled text not null,
    received_on date not null,
    occurred_on date not null,
    until_on date,
    disability text,
    other_code text,
    facility text,
    note text,
    sent_on date
);
create index application_unsent on people.application (received_on) where sent_on is null;
comment on table people.application is '届出・申請（広域連合へ送るもの）';

create sequence people.reception_no;
create table people.income_inquiry (
    inquiry_no text not null unique,
    person_no bigint not null,
    levy_year bigint not null,
    to_code text not null,
    asked_on date not null,
    answer_due date not null,
    answered_on date,
    answer text,
    primary key (person_no, levy_year)
);
comment on table people.income_inquiry is '所得照会（賦課期日の住所地の市町村へ）';

-- The public face in SQL: what other features read. v_person, v_debit_account and v_refund_account come with 支援措置 and 名寄せ.
create view people.v_household_member as
select household_no, person_no, is_head, valid_from, valid_to from people.household_membership;

create view people.v_tax as select * from people.tax_fact where current;

grant select, insert, update, delete on
    people.person, people.household_membership, people.mailing_address, people.account, people.tax_fact,
    people.public_assistance, people.former_character, people.union_extract, people.application, people.income_inquiry
    to ${app};
grant select, insert on people.person_history to ${app};
grant usage on sequence people.reception_no to ${app};
grant select on people.v_household_member, people.v_tax to ${app};

create view people.v_person_key as select person_no, birth_day, sex, kana_key, alias_kana_key, name_key from people.person;
grant select on people.v_person_key to ${app};
