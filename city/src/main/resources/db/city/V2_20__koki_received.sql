-- 後期高齢者医療: what the union decided, as it came, and what the city makes of it.
create schema koki;
grant usage on schema koki to ${app};

-- 被保険者台帳 (seed 001 別添2): one row per version that the union sent; never updated, never deleted.
create table koki.insured_version (
    insurer_no text not null,
    insured_no text not null,
    version bigint not null,
    person_no bigint not null,
    change text not null,
    changed_on date not null,
    acquired_by text not null,
    acquired_on date not null,
    lost_by text,
    lost_on date,
    insurer_from date not null,
    insurer_until date,
    home_code text not null,
    person_kind text not null,
    household_no bigint,
    koki_household_no bigint,
    prefecture_code text,
    city_code text,
    town_code text,
    name_kana text not null,
    alias_kana text,
    name text not null,
    alias text,
    name_use text not null,
    name_latin text,
    name_combined text,
    name_class text,
    birth_era text,
    birth_on text not null,
    sex text not null,
    prefecture text,
    city text,
    town text,
    lot text,
    building text,
    address text,
    postal_parent text,
    postal_child text,
    phone text,
    from_city text,
    lot_kind text,
    lot_no text,
    house_no text,
    branch_no text,
    district text,
    building_kana text,
    inside text not null,
    structure text,
    designated_city text,
    municipality_code text not null,
    stay_from date,
    stay_until date,
    stay_status text,
    bedridden boolean not null,
    no_doctor boolean not null,
    whereabouts_unknown boolean not null,
    copay text,
    copay_from date,
    address_exception text not null,
    dependant text not null,
    known_on date not null,
    file_id bigint not null,
    primary key (insured_no, version)
);
create index insured_version_person on koki.insured_version (person_no);
comment on table koki.insured_version is '被保険者台帳（広域連合から受けた履歴。最大の履歴番号が現在）';
comment on column koki.insured_version.insurer_no is '後期保険者番号';
comment on column koki.insured_version.insured_no is '被保険者番号';
comment on column koki.insured_version.version is '被保険者履歴番号';
comment on column koki.insured_version.person_no is '宛名番号';
comment on column koki.insured_version.change is '異動事由';
comment on column koki.insured_version.changed_on is '異動年月日';
comment on column koki.insured_version.acquired_by is '資格取得事由コード';
comment on column koki.insured_version.acquired_on is '資格取得年月日';
comment on column koki.insured_version.lost_by is '資格喪失事由コード';
comment on column koki.insured_version.lost_on is '資格喪失年月日';
comment on column koki.insured_version.insurer_from is '保険者番号適用開始年月日';
comment on column koki.insured_version.insurer_until is '保険者番号適用終了年月日';
comment on column koki.insured_version.home_code is '管理元市町村コード';
comment on column koki.insured_version.person_kind is '個人区分コード';
comment on column koki.insured_version.household_no is '住基世帯番号';
comment on column koki.insured_version.koki_household_no is '後期世帯番号';
comment on column koki.insured_version.prefecture_code is '都道府県コード';
comment on column koki.insured_version.city_code is '市町村コード';
comment on column koki.insured_version.town_code is '町名コード';
comment on column koki.insured_version.name_kana is '氏名（カナ）';
comment on column koki.insured_version.alias_kana is '通称名（カナ）';
comment on column koki.insured_version.name is '氏名（漢字）';
comment on column koki.insured_version.alias is '通称名（漢字）';
comment on column koki.insured_version.name_use is '本名通称名区分コード';
comment on column koki.insured_version.name_latin is '氏名（英字）';
comment on column koki.insured_version.name_combined is '併記用氏名（漢字）';
comment on column koki.insured_version.name_class is '氏名分類コード';
comment on column koki.insured_version.birth_era is '生年月日年号コード';
comment on column koki.insured_version.birth_on is '生年月日';
comment on column koki.insured_version.sex is '性別コード';
comment on column koki.insured_version.prefecture is '都道府県名（漢字）';
comment on column koki.insured_version.city is '市町村名（漢字）';
comment on column koki.insured_version.town is '住所（漢字）';
comment on column koki.insured_version.lot is '番地（漢字）';
comment on column koki.insured_version.building is '方書（漢字）';
comment on column koki.insured_version.address is '住所（漢字）連結';
comment on column koki.insured_version.postal_parent is '親郵便番号';
comment on column koki.insured_version.postal_child is '子郵便番号';
comment on column koki.insured_version.phone is '電話番号';
comment on column koki.insured_version.from_city is '転入元市町村名（漢字）';
comment on column koki.insured_version.lot_kind is '番地区分コード';
comment on column koki.insured_version.lot_no is '番地';
comment on column koki.insured_version.house_no is '号番号';
comment on column koki.insured_version.branch_no is '枝番号';
comment on column koki.insured_version.district is '行政区コード';
comment on column koki.insured_version.building_kana is '方書（カナ）';
comment on column koki.insured_version.inside is '市内外区分コード';
comment on column koki.insured_version.structure is '構成識別コード';
comment on column koki.insured_version.designated_city is '政令広域コード';
comment on column koki.insured_version.municipality_code is '地方公共団体コード';
comment on column koki.insured_version.stay_from is '外国人在留開始年月日';
comment on column koki.insured_version.stay_until is '外国人在留終了年月日';
comment on column koki.insured_version.stay_status is '外国人在留資格コード';
comment on column koki.insured_version.bedridden is '寝たきりフラグ';
comment on column koki.insured_version.no_doctor is '無医地区フラグ';
comment on column koki.insured_version.whereabouts_unknown is '居所不明フラグ';
comment on column koki.insured_version.copay is '負担割合';
comment on column koki.insured_version.copay_from is '負担割合適用開始年月日';
comment on column koki.insured_version.address_exception is '住所地特例区分';
comment on column koki.insured_version.dependant is '元被扶養者区分';

-- The current row of each period of insurance, for quick joins.
create table koki.insured (
    insured_no text primary key,
    person_no bigint not null,
    version bigint not null,
    acquired_by text not null,
    acquired_on date not null,
    lost_by text,
    lost_on date,
    copay text,
    address_exception text not null,
    known_on date not null
);
create index insured_person on koki.insured (person_no);
create index insured_known on koki.insured (known_on);
comment on table koki.insured is '被保険者（現在の資格）';

-- 賦課情報 (seed 004 別添1 items 17-58, both parts): every decision as the union sent it.
create table koki.premium (
    person_no bigint not null,
    insured_no text not null,
    levy_year bigint not null,
    decision_year bigint not null,
    assessment_no text not null,
    assessment_version bigint not null,
    city_premium bigint not null,
    rate_area text not null,
    final text not null,
    declared text not null,
    notice_needed boolean not null,
    acquired_on date not null,
    lost_on date,
    moved_in_on date,
    moved_out_on date,
    reason text not null,
    reason_text text not null,
    decided_on date not null,
    rate bigint not null,
    base bigint not null,
    income_part bigint not null,
    per_capita bigint not null,
    computed bigint not null,
    day1 date not null,
    reduction1 text not null,
    reduced1 bigint not null,
    over_cap1 bigint not null,
    yearly1 bigint not null,
    months1 bigint not null,
    months_cut1 bigint not null,
    special1 text not null,
    monthly1 text not null,
    day2 date,
    reduction2 text,
    reduced2 bigint,
    over_cap2 bigint,
    yearly2 bigint,
    months2 bigint,
    months_cut2 bigint,
    special2 text,
    monthly2 text,
    relief bigint not null,
    premium bigint not null,
    income_reduced bigint not null,
    income_reduction text not null,
    child_rate bigint not null,
    child_income_part bigint not null,
    child_per_capita bigint not null,
    child_computed bigint not null,
    child_reduced1 bigint not null,
    child_over_cap1 bigint not null,
    child_yearly1 bigint not null,
    child_months_cut1 bigint not null,
    child_reduced2 bigint,
    child_over_cap2 bigint,
    child_yearly2 bigint,
    child_months_cut2 bigint,
    child_relief bigint not null,
    child_premium bigint not null,
    child_income_reduced bigint not null,
    total_premium bigint not null,
    city_child_premium bigint not null,
    known_on date not null,
    file_id bigint not null,
    current boolean not null,
    primary key (levy_year, assessment_no, assessment_version)
);
create unique index premium_current on koki.premium (levy_year, assessment_no) where current;
create index premium_person on koki.premium (person_no, levy_year);
create index premium_insured on koki.premium (insured_no, levy_year);
create index premium_known on koki.premium (known_on);
comment on table koki.premium is '賦課情報（広域連合の決定。履歴を積み上げる）';
comment on column koki.premium.person_no is '宛名番号';
comment on column koki.premium.insured_no is '被保険者番号';
comment on column koki.premium.levy_year is '相当年度';
comment on column koki.premium.decision_year is '賦課年度';
comment on column koki.premium.assessment_no is '賦課管理番号';
comment on column koki.premium.assessment_version is '賦課履歴番号';
comment on column koki.premium.city_premium is '市区町村別保険料';
comment on column koki.premium.rate_area is '不均一賦課地区コード';
comment on column koki.premium.final is '暫定確定賦課フラグ';
comment on column koki.premium.declared is '申告区分';
comment on column koki.premium.notice_needed is '通知書発送要否フラグ';
comment on column koki.premium.acquired_on is '資格取得年月日';
comment on column koki.premium.lost_on is '資格喪失年月日';
comment on column koki.premium.moved_in_on is '広域内転居取得年月日';
comment on column koki.premium.moved_out_on is '広域内転居喪失年月日';
comment on column koki.premium.reason is '賦課事由コード';
comment on column koki.premium.reason_text is '賦課事由';
comment on column koki.premium.decided_on is '賦課決定年月日';
comment on column koki.premium.rate is '所得割率（10万分率）';
comment on column koki.premium.base is '賦課のもととなる所得金額';
comment on column koki.premium.income_part is '所得割額';
comment on column koki.premium.per_capita is '均等割額';
comment on column koki.premium.computed is '算出額';
comment on column koki.premium.day1 is '賦課期日';
comment on column koki.premium.reduction1 is '減額区分';
comment on column koki.premium.reduced1 is '均等割軽減額';
comment on column koki.premium.over_cap1 is '限度超過額';
comment on column koki.premium.yearly1 is '年保険料額';
comment on column koki.premium.months1 is '月数';
comment on column koki.premium.months_cut1 is '月割減額';
comment on column koki.premium.special1 is '特別軽減区分';
comment on column koki.premium.monthly1 is '月別資格情報';
comment on column koki.premium.day2 is '賦課期日２';
comment on column koki.premium.reduction2 is '減額区分２';
comment on column koki.premium.reduced2 is '均等割軽減額２';
comment on column koki.premium.over_cap2 is '限度超過額２';
comment on column koki.premium.yearly2 is '年保険料額２';
comment on column koki.premium.months2 is '月数２';
comment on column koki.premium.months_cut2 is '月割減額２';
comment on column koki.premium.special2 is '特別軽減区分２';
comment on column koki.premium.monthly2 is '月別資格情報２';
comment on column koki.premium.relief is '減免額';
comment on column koki.premium.premium is '後期高齢者医療保険料';
comment on column koki.premium.income_reduced is '所得割軽減額';
comment on column koki.premium.income_reduction is '所得割減額区分';
comment on column koki.premium.child_rate is '子ども分所得割率（10万分率）';
comment on column koki.premium.child_income_part is '子ども分所得割額';
comment on column koki.premium.child_per_capita is '子ども分均等割額';
comment on column koki.premium.child_computed is '子ども分算出額';
comment on column koki.premium.child_reduced1 is '子ども分均等割軽減額';
comment on column koki.premium.child_over_cap1 is '子ども分限度超過額';
comment on column koki.premium.child_yearly1 is '子ども分年保険料額';
comment on column koki.premium.child_months_cut1 is '子ども分月割減額';
comment on column koki.premium.child_reduced2 is '子ども分均等割軽減額２';
comment on column koki.premium.child_over_cap2 is '子ども分限度超過額２';
comment on column koki.premium.child_yearly2 is '子ども分年保険料額２';
comment on column koki.premium.child_months_cut2 is '子ども分月割減額２';
comment on column koki.premium.child_relief is '子ども分減免額';
comment on column koki.premium.child_premium is '子ども分保険料額';
comment on column koki.premium.child_income_reduced is '子ども分所得割軽減額';
comment on column koki.premium.total_premium is '合計保険料額';
comment on column koki.premium.city_child_premium is '市区町村別保険料のうち子ども分';

-- 移行: last year's closing and the February deduction on which the provisional ones rest.
create table koki.former_deduction (
    person_no bigint not null,
    insured_no text not null,
    levy_year bigint not null,
    collector text not null,
    pension_no text not null,
    pension_code text not null,
    year_premium bigint not null,
    february bigint not null,
    provisional bigint not null,
    pension_yearly bigint,
    primary key (insured_no)
);
comment on table koki.former_deduction is '移行：前年度2月の特別徴収額';
create table koki.former_closing (
    person_no bigint not null,
    insured_no text not null,
    account_year bigint not null,
    levy_year bigint not null,
    decision_year bigint not null,
    assessment_no text not null,
    method text not null,
    charged bigint not null,
    received bigint not null,
    refunded bigint not null,
    unrefunded bigint not null,
    written_off bigint not null,
    unpaid bigint not null,
    primary key (insured_no, levy_year, decision_year, assessment_no, method)
);
comment on table koki.former_closing is '移行：前年度決算（個人別）';

create table koki.former_insured (
    insured_no text primary key,
    old_person_no text not null,
    person_no bigint not null,
    name text not null,
    method text,
    deduction_stop boolean not null
);
comment on table koki.former_insured is '移行：旧システムの被保険者と番号';

grant select, insert on koki.insured_version to ${app};
grant select, insert, update, delete on
    koki.insured, koki.premium, koki.former_deduction, koki.former_closing, koki.former_insured to ${app};
