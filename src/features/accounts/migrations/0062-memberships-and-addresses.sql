-- A request for the lead, and the end of a membership beside its beginning.
alter table membership
  add column lead_asked_at timestamptz,
  add column ended_at timestamptz,
  add column ended_by uuid references person (id),
  add check ((state = 'ended') = (ended_at is not null));
create index membership_ended_by on membership (ended_by);

alter table person
  add column suspended_for text
    check (suspended_for in ('left', 'not-who-they-say', 'against-terms', 'at-risk')),
  add check (suspended_for is null or suspended_at is not null);

-- A person's way from one address to another. Kept while mail to either address may be, so that it can be erased.
create table address_change (
  id uuid primary key,
  person_id uuid not null references person (id),
  old_email text not null,
  new_email text not null,
  code_hash text not null,
  wrong_codes integer not null default 0,
  created_at timestamptz not null,
  ends_at timestamptz not null,
  confirmed_at timestamptz
);
create index address_change_of_person on address_change (person_id, created_at);
create index address_change_by_age on address_change (created_at);
