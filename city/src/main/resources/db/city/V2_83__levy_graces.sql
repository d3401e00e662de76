-- 徴収猶予 with and without the whole of the late charge (地税15条の9第1項の例).
alter table levy.suppression drop constraint suppression_kind_check;
alter table levy.suppression add constraint suppression_kind_check
    check (kind in ('NO_DEMAND', 'NO_REMINDER', 'NEITHER', 'GRACE', 'GRACE_WAIVED', 'PROMISE', 'SUSPENDED'));
