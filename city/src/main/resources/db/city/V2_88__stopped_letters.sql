-- 引抜きの通知書: a letter that may not be issued was drawn all the same and is kept, so that it can be printed after a release.
alter table koki.letter add column kept_as text;
alter table koki.notice add column kept_as text;
alter table levy.letter add column kept_as text;
comment on column koki.letter.kept_as is '発行抑止で引き抜いた通知書の保管名（解除の後に個人画面から印刷する。描けないものと印刷したものは空）';
comment on column koki.notice.kept_as is '発行抑止で引き抜いた通知書の保管名（解除の後に個人画面から印刷する。描けないものと印刷したものは空）';
comment on column levy.letter.kept_as is '発行抑止で引き抜いた通知書の保管名（解除の後に個人画面から印刷する。描けないものと印刷したものは空）';
comment on column koki.letter.pulled_out is '引抜きの理由（発行抑止、描けない文字）。空は印刷したもの';
comment on column levy.letter.pulled_out is '引抜きの理由（発行抑止、描けない文字とその項目）。空は印刷したもの';

create or replace view levy.v_letter as
    select l.letter_no, l.person_no, l.kind, l.issued_on, l.file_id, l.bundle, l.first_page, l.pages, l.pulled_out, l.settled_on,
        case l.kind when '02' then '納入通知書' when '07' then '納付書' when '08' then '督促状' when '10' then '過誤納金還付（充当）通知書'
            when '11' then '過誤納金充当通知書' when '12' then '口座振替不能通知書' else l.kind end as title,
        l.kept_as
    from levy.letter l;
