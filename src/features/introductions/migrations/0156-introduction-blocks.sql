-- From whom an organisation wants no more questions to meet; the other is not told.
create table introduction_block (
  organisation_id uuid not null references organisation (id),
  blocked_id uuid not null references organisation (id),
  -- The lead who said so; empty when that person was erased.
  person_id uuid references person (id),
  since timestamptz not null,
  primary key (organisation_id, blocked_id),
  check (organisation_id <> blocked_id)
);
create index introduction_block_of_blocked on introduction_block (blocked_id);
create index introduction_block_of_person on introduction_block (person_id);
