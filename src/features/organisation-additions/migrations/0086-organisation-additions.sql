-- An organisation that somebody added: nobody sees it until a curator confirms it.
create table organisation_addition (
  id uuid primary key,
  name text not null,
  kind text not null check (kind in ('public-body', 'supplier', 'charity', 'network')),
  website text,
  -- How they know of it, and what it has to do with councils.
  ground text not null,
  state text not null check (state in ('waiting', 'confirmed', 'refused')),
  asked_by uuid references person (id),
  asked_at timestamptz not null,
  decided_by uuid references person (id),
  decided_at timestamptz,
  -- What became of it.
  organisation_id uuid references organisation (id)
);
create index organisation_addition_waiting on organisation_addition (state, asked_at);
create index organisation_addition_asked_by on organisation_addition (asked_by);
create index organisation_addition_decided_by on organisation_addition (decided_by);
create index organisation_addition_became on organisation_addition (organisation_id);

-- That one organisation owns another, or is in a group: shown once a curator confirms it.
create table organisation_tie (
  id uuid primary key,
  kind text not null check (kind in ('owner', 'group')),
  body_id uuid not null references organisation (id),
  member_id uuid not null references organisation (id),
  ground text not null,
  state text not null check (state in ('waiting', 'confirmed', 'refused', 'ended')),
  asked_by uuid references person (id),
  asked_at timestamptz not null,
  decided_by uuid references person (id),
  decided_at timestamptz,
  check (body_id <> member_id)
);
create unique index organisation_tie_at_present on organisation_tie (body_id, member_id)
  where state in ('waiting', 'confirmed');
create index organisation_tie_waiting on organisation_tie (state, asked_at);
create index organisation_tie_body on organisation_tie (body_id);
create index organisation_tie_member on organisation_tie (member_id);
create index organisation_tie_asked_by on organisation_tie (asked_by);
create index organisation_tie_decided_by on organisation_tie (decided_by);
