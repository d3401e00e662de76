-- 個人検索: every form of a name by its beginning and by the beginning of the given name; what is only the middle of a part is
-- found by way of the distinct parts, of which a city has few.

create function people.latin_key(name text) returns text language sql immutable strict parallel safe as $$
    select translate(upper(normalize(name, NFKC)), ' ,.-''’', '')
$$;
-- What stands behind the first blank: 名; null when there is none.
create function people.given_part(name text) returns text language sql immutable parallel safe as $$
    select case when strpos(translate(name, '　', ' '), ' ') > 0
                then substr(name, strpos(translate(name, '　', ' '), ' ') + 1) end
$$;
create function people.phone_key(phone text) returns text language sql immutable strict parallel safe as $$
    select translate(phone, '-() ', '')
$$;
-- 番地: digits as they are, 丁目, 番地, 番, 号 and の as one stroke, so that 2丁目3番4号 and 2-3-4 meet.
create function people.lot_key(lot text) returns text language sql immutable strict parallel safe as $$
    select rtrim(replace(translate(normalize(lot, NFKC), '丁番号のノー−‐目地 ', '--------'), '--', '-'), '-')
$$;

-- Where nothing but the blank went on the way to the key, the key of 名 is the end of the whole key.
alter table people.person
    add column given_kana_key text generated always as (
        case when char_length(kana_key) = char_length(name_kana) - 1
             then right(kana_key, char_length(people.given_part(name_kana)))
             else people.kana_key(people.given_part(name_kana)) end) stored,
    add column given_key text generated always as (
        case when char_length(name_key) = char_length(name) - 1
             then right(name_key, char_length(people.given_part(name)))
             else people.name_key(people.given_part(name)) end) stored,
    add column alias_key text generated always as (people.name_key(alias)) stored,
    add column latin_key text generated always as (people.latin_key(name_latin)) stored,
    add column given_latin_key text generated always as (people.latin_key(people.given_part(name_latin))) stored;
comment on column people.person.alias_kana_key is '検索用カナ通称名';
comment on column people.person.given_kana_key is '検索用カナ名（氏名カナの空白より後）';
comment on column people.person.given_key is '検索用の名（氏名の空白より後）';
comment on column people.person.alias_key is '検索用通称名';
comment on column people.person.latin_key is '検索用英字氏名';
comment on column people.person.given_latin_key is '検索用英字の名';
create index person_given_kana on people.person (given_kana_key text_pattern_ops, birth_day);
create index person_given on people.person (given_key text_pattern_ops, birth_day);
create index person_alias on people.person (alias_key text_pattern_ops) where alias_key is not null;
create index person_latin on people.person (latin_key text_pattern_ops) where latin_key is not null;
create index person_given_latin on people.person (given_latin_key text_pattern_ops) where given_latin_key is not null;
create index person_place on people.person (town text_pattern_ops, lot text_pattern_ops);
create index person_phone on people.person (people.phone_key(phone) text_pattern_ops) where phone is not null;
create index person_born_about on people.person (people.latest_birth(birth_on)) where birth_day is null;

create table people.past_name (
    person_no bigint not null,
    kind text not null check (kind in ('K', 'N', 'L')),
    shown text not null,
    key text not null,
    given_key text,
    primary key (person_no, kind, shown)
);
create index past_name_key on people.past_name (key text_pattern_ops);
create index past_name_given on people.past_name (given_key text_pattern_ops) where given_key is not null;
comment on table people.past_name is '旧氏名・旧通称（検索用。内容は people.person_history から）';
comment on column people.past_name.kind is '文字の種類（K=カナ、N=漢字、L=英字）';
comment on column people.past_name.shown is '以前の氏名又は通称';

create table people.name_part (
    kind text not null check (kind in ('SK', 'GK', 'SN', 'GN', 'T')),
    part text collate "C" not null,
    primary key (kind, part)
);
comment on table people.name_part is '氏・名・町名の種類（氏名の途中と住所での検索用）';
comment on column people.name_part.kind is '種類（SK=氏カナ、GK=名カナ、SN=氏漢字、GN=名漢字、T=町名）';

grant select, insert, update, delete on people.past_name, people.name_part to ${app};
