-- What is kept may be a list that is worked out, such as contracts that end together: it is counted anew each night, and who
-- keeps it is told what has come in, what has gone, and what happens to what is in it.
alter table subscription add column list_counted_at timestamptz;
create index subscription_list on subscription (address_hash, id) where list_counted_at is not null and ended_at is null;

-- What a kept list held when it was last counted.
create table subscription_member (
  subscription_id uuid not null references subscription (id),
  kind text not null,
  subject_id text not null,
  primary key (subscription_id, kind, subject_id)
);
create index subscription_member_of_thing on subscription_member (kind, subject_id);

-- 'found', the kind of an activity, or 'came' or 'went' with the day on which a list was counted.
alter table notification drop constraint notification_check;
alter table notification add constraint notification_happening
  check ((activity_id is null) = (happening = 'found' or happening ~ '^(came|went) [0-9-]{10}$'));
drop index notification_found;
create unique index notification_found on notification (subscription_id, kind, subject_id, happening) where activity_id is null;
