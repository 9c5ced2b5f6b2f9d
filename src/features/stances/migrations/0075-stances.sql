-- One organisation's word on one problem. What it says is in its present version.
create table stance (
  id uuid primary key,
  problem_id uuid not null references problem (id),
  organisation_id uuid not null references organisation (id),
  number integer not null,
  confirmed_at timestamptz not null,
  -- Empty when Pipeline took it from a problem that the organisation raised, or its officer was erased.
  confirmed_by uuid references person (id),
  -- From this day it counts no longer, unless it is confirmed again.
  ends_on date not null,
  -- When its organisation was asked to confirm it, and when it was found to have ended.
  reminded_at timestamptz,
  expired_at timestamptz,
  withdrawn_at timestamptz,
  unique (problem_id, organisation_id)
);
create index stance_of_organisation on stance (organisation_id);
create index stance_confirmed_by on stance (confirmed_by);
create index stance_ending on stance (ends_on) where withdrawn_at is null and expired_at is null;

-- What a stance said after each act, for good.
create table stance_version (
  stance_id uuid not null references stance (id),
  number integer not null,
  act text not null check (act in ('taken', 'changed', 'confirmed', 'withdrawn', 'expired')),
  says text not null check (says in ('have-it', 'fixed-it', 'tried-and-stopped', 'do-not-have-it')),
  affected text,
  size text check (size in ('under-100', '100-to-999', '1000-to-9999', '10000-or-more')),
  -- A year.
  cost text check (cost in ('under-10k', '10k-50k', '50k-250k', '250k-1m', 'over-1m')),
  urgency text check (urgency in ('now', 'this-year', 'later')),
  offers text[] not null check (offers <@ array['share', 'test', 'co-fund', 'lead']),
  -- How it was fixed, or why it was stopped.
  story text,
  note text,
  written_by uuid references person (id),
  written_at timestamptz not null,
  primary key (stance_id, number)
);
create index stance_version_written_by on stance_version (written_by);
