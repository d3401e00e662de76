-- 発送しない人: of whom nothing may be issued, and to whom nothing can be delivered because nobody knows where the person lives.
create view people.v_whereabouts_unknown as
select person_no, unknown_from from koki.whereabouts where known_on is null;
comment on view people.v_whereabouts_unknown is '居所不明の人（公開ビュー）';

create view people.v_not_posted as
select s.person_no, '発行抑止（担当課へ）' as reason from people.v_stop s where s.issue
union all
select w.person_no, '居所不明' from people.v_whereabouts_unknown w
where not exists (select from people.v_stop s where s.person_no = w.person_no and s.issue);
comment on view people.v_not_posted is '通知書を発送しない人とその理由（発行抑止、居所不明）。どの通知書の作成もここに問い合わせる';
grant select on people.v_whereabouts_unknown, people.v_not_posted to ${app};

-- 届かなかった通知書: what came back, and what was not sent at all because the person could not be found.
create index letter_undelivered on koki.letter (person_no) where pulled_out = '居所不明';
create index notice_undelivered on koki.notice (person_no) where pulled_out = '居所不明';
create index letter_undelivered on levy.letter (person_no) where pulled_out = '居所不明';
create view levy.v_letter_unsent as
select letter_no, kind, coalesce(addressee_no, person_no) as person_no, issued_on from levy.letter where pulled_out = '居所不明';
comment on view levy.v_letter_unsent is '居所不明のため発送しなかった印刷物（公開ビュー。宛先の人の宛名番号で示す）';
grant select on levy.v_letter_unsent to ${app};

create view koki.v_undelivered as
select b.letter_no, b.person_no, b.kind, b.result, b.result_on
from (select distinct on (letter_no) letter_no, person_no, kind, result, result_on from levy.v_letter_back
      order by letter_no, result_on desc, result desc) b
union all
select letter_no, person_no, kind, '居所不明', issued_on from koki.letter where pulled_out = '居所不明'
union all
select letter_no, person_no, kind, '居所不明', issued_on from koki.notice where pulled_out = '居所不明'
union all
select letter_no, person_no, kind, '居所不明', issued_on from levy.v_letter_unsent;
comment on view koki.v_undelivered is '届かなかった通知書（返戻になったもの、居所不明のため発送しなかったもの）';
grant select on koki.v_undelivered to ${app};

-- 施設: the register as the counter reads it; a 届 names one of them.
create view people.v_facility as
select facility_no, name, municipality_code, address, valid_from, valid_to from koki.facility;
comment on view people.v_facility is '住所地特例の対象施設（公開ビュー）';
grant select on people.v_facility to ${app};
