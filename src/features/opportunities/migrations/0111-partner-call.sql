-- A call for partners: which kinds of organisation are sought, and until when.
create table partner_call (
  id uuid primary key,
  opportunity_id uuid not null references opportunity (id),
  -- A list of {"type", "region", "count"}; null for any type or region.
  seats jsonb not null,
  note text,
  ends_on date not null,
  made_at timestamptz not null,
  ended_at timestamptz
);
create unique index partner_call_open on partner_call (opportunity_id) where ended_at is null;
create index partner_call_of_opportunity on partner_call (opportunity_id);

-- Organisations that said they would join.
create table partner_call_answer (
  call_id uuid not null references partner_call (id),
  organisation_id uuid not null references organisation (id),
  -- Empty when that person was erased.
  person_id uuid references person (id),
  said_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (call_id, organisation_id)
);
create index partner_call_answer_organisation on partner_call_answer (organisation_id);
create index partner_call_answer_person on partner_call_answer (person_id);
