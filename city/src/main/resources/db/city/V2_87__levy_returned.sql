-- 返戻: found without reading everything that was posted.
create index letter_result_back on levy.letter_result (letter_no, result_on) where result between '11' and '19';
create view levy.v_letter_back as
select letter_no, kind, person_no, result, result_on, file_id from levy.letter_result where result between '11' and '19';
comment on view levy.v_letter_back is '返戻になった印刷物（公開ビュー）';
grant select on levy.v_letter_back to ${app};
