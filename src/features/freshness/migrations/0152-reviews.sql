-- Something published that its organisation keeps true: who looks after it, and when that was last confirmed.
create table review (
  id uuid primary key,
  kind text not null,
  subject_id uuid not null,
  organisation_id uuid not null references organisation (id),
  -- Empty when nobody was named, or that person was erased.
  owner_id uuid references person (id),
  deputy_id uuid references person (id),
  -- For counting what everyone may see; what is shown is asked of the feature whose it is.
  is_public boolean not null,
  phase text not null,
  confirmed_at timestamptz not null,
  -- As what whoever confirmed it last did so; empty: nobody since its publication.
  confirmed_as text check (confirmed_as in ('owner', 'deputy', 'lead', 'member', 'change')),
  due_on date not null,
  -- How far up the ladder its silence has brought it, and since which day.
  stage text not null check (stage in ('fresh', 'owner', 'deputy', 'leads', 'banner', 'resting', 'archived')),
  stage_on date not null,
  -- Since when there is nothing to confirm: it was closed, withdrawn or taken down.
  closed_at timestamptz,
  unique (kind, subject_id)
);
create index review_due on review (due_on) where closed_at is null;
create index review_out on review (kind, subject_id) where stage in ('resting', 'archived') and closed_at is null;
create index review_of_organisation on review (organisation_id);
create index review_owner on review (owner_id);
create index review_deputy on review (deputy_id);

-- One question to one person. Its link works once.
create table review_ask (
  id uuid primary key,
  review_id uuid not null references review (id),
  -- Empty when that person was erased.
  person_id uuid references person (id),
  role text not null check (role in ('owner', 'deputy', 'lead')),
  -- For which of its due days; nobody is asked twice as the same about the same.
  due_on date not null,
  link_hash text unique,
  asked_at timestamptz not null,
  used_at timestamptz,
  answer text check (answer in ('still-true', 'changed', 'finished', 'not-ours')),
  check ((used_at is null) = (answer is null)),
  unique (review_id, due_on, role, person_id)
);
create index review_ask_person on review_ask (person_id);
