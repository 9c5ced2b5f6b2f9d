-- One act, one row: audit trail, public feed and the trigger of reactions.
create table activity (
  id uuid primary key,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  actor_kind text not null,
  detail jsonb not null,
  occurred_at timestamptz not null
);
create index activity_of_subject on activity (subject_kind, subject_id, occurred_at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name;
end $$;
create trigger activity_is_kept before update or delete or truncate on activity
  for each statement execute function refuse_change();

-- Activities whose reactions have not been put in the queue yet.
create table activity_outbox (
  activity_id uuid primary key references activity (id)
);
create function put_in_outbox() returns trigger language plpgsql as $$
begin
  insert into activity_outbox (activity_id) select id from added;
  return null;
end $$;
create trigger activity_goes_out after insert on activity
  referencing new table as added for each statement execute function put_in_outbox();

create table job (
  id uuid primary key,
  queue text not null,
  key text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  run_at timestamptz not null,
  attempts integer not null default 0,
  lease uuid,
  leased_until timestamptz,
  last_error text,
  done_at timestamptz,
  dead_at timestamptz,
  unique (queue, key)
);
create index job_due on job (queue, run_at) where done_at is null and dead_at is null;
create index job_dead on job (dead_at) where dead_at is not null;
create index job_done on job (done_at) where done_at is not null;
