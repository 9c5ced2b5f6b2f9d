-- That what a person looks after for an organisation passes to others there.
create table handover (
  id uuid primary key,
  -- Empty when that person was erased.
  person_id uuid references person (id),
  organisation_id uuid not null references organisation (id),
  why text not null check (why in ('notice', 'lead', 'bounce', 'silence', 'left')),
  begun_at timestamptz not null,
  -- The last day on which they speak for it, where one was said.
  last_day date,
  -- What whoever leaves writes for those who come after.
  note text,
  -- Since when they no longer speak for it.
  left_at timestamptz,
  ended_at timestamptz,
  ended_as text check (ended_as in ('done', 'taken-back')),
  check ((ended_at is null) = (ended_as is null))
);
create unique index handover_open on handover (person_id, organisation_id) where ended_at is null;
create index handover_of_person on handover (person_id);
create index handover_of_organisation on handover (organisation_id);
create index handover_last_day on handover (last_day) where ended_at is null and left_at is null;

-- One thing that passes on, as it was called when the handover began.
create table handover_item (
  id uuid primary key,
  handover_id uuid not null references handover (id),
  -- The kind of ownership, as its feature names it, and what is owned.
  kind text not null,
  owned_id uuid not null,
  title text not null,
  path text not null,
  state text not null check (state in ('open', 'offered', 'taken', 'left-to-leads', 'held-by-nobody', 'gone')),
  -- To whom it is offered, or who has taken it. Empty also when that person was erased.
  heir_id uuid references person (id),
  -- What the last who was offered it wrote instead of taking it.
  refusal text,
  refused_by uuid references person (id),
  decided_at timestamptz,
  unique (handover_id, kind, owned_id)
);
create index handover_item_of_heir on handover_item (heir_id);
create index handover_item_refused_by on handover_item (refused_by);

-- A secret address in a mail, by which one person takes what they are offered. It works once.
create table handover_link (
  hash text primary key,
  handover_id uuid not null references handover (id),
  person_id uuid not null references person (id),
  made_at timestamptz not null,
  used_at timestamptz
);
create index handover_link_of_handover on handover_link (handover_id);
create index handover_link_of_person on handover_link (person_id);
create index handover_link_by_age on handover_link (made_at);
