-- A topic on which the organisations of a collaboration were found to differ.
create table canvas_difference (
  id uuid primary key,
  collaboration_id uuid not null references collaboration (id),
  topic text not null,
  found_at timestamptz not null,
  unique (collaboration_id, topic)
);

-- What one organisation proposes to do about a difference.
create table canvas_settlement (
  id uuid primary key,
  difference_id uuid not null references canvas_difference (id),
  outcome text not null check (outcome in ('resolved', 'parked', 'accepted')),
  -- What is agreed; until when or for whom it is parked; why they live with it.
  words text not null,
  parked_until date,
  organisation_id uuid not null references organisation (id),
  proposed_at timestamptz not null,
  -- Empty when that person was erased.
  proposed_by uuid references person (id),
  ended_at timestamptz,
  ended_because text check (ended_because in ('replaced', 'answer-changed')),
  check ((ended_at is null) = (ended_because is null)),
  check (parked_until is null or outcome = 'parked')
);
create unique index canvas_settlement_standing on canvas_settlement (difference_id) where ended_at is null;
create index canvas_settlement_difference on canvas_settlement (difference_id);
create index canvas_settlement_organisation on canvas_settlement (organisation_id);
create index canvas_settlement_proposed_by on canvas_settlement (proposed_by);

-- The yes of a lead, for their organisation.
create table canvas_confirmation (
  id uuid primary key,
  settlement_id uuid not null references canvas_settlement (id),
  organisation_id uuid not null references organisation (id),
  confirmed_at timestamptz not null,
  -- Empty when that person was erased.
  confirmed_by uuid references person (id),
  unique (settlement_id, organisation_id)
);
create index canvas_confirmation_organisation on canvas_confirmation (organisation_id);
create index canvas_confirmation_confirmed_by on canvas_confirmation (confirmed_by);
