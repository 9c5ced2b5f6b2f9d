-- One organisation's word on something that it took on from another. What it says is in its present version.
create table adoption (
  id uuid primary key,
  asset_id uuid not null references asset (id),
  organisation_id uuid not null references organisation (id),
  number integer not null,
  said_at timestamptz not null,
  -- Empty when that person was erased.
  said_by uuid references person (id),
  -- When the adopter took back what it said.
  ended_at timestamptz,
  -- When whoever shares the thing was told of it.
  told_at timestamptz,
  unique (asset_id, organisation_id)
);
create index adoption_of_organisation on adoption (organisation_id);
create index adoption_said_by on adoption (said_by);

-- What an adoption said after each act, for good.
create table adoption_version (
  adoption_id uuid not null references adoption (id),
  number integer not null,
  act text not null check (act in ('made', 'changed', 'ended')),
  state text not null check (state in ('looking', 'trial', 'live', 'stopped')),
  release text,
  since date,
  -- Of people's work, to take it on.
  days integer check (days between 0 and 100000),
  -- Paid to others, to take it on.
  cost text check (cost in ('under-10k', '10k-50k', '50k-100k', '100k-250k', '250k-1m', 'over-1m')),
  -- What taking it on was like, and why it was stopped.
  took text,
  why text,
  -- Whether others may ask to talk about it.
  talks boolean not null,
  written_by uuid references person (id),
  written_at timestamptz not null,
  primary key (adoption_id, number),
  check (state <> 'stopped' or act = 'ended' or why is not null)
);
create index adoption_version_written_by on adoption_version (written_by);
