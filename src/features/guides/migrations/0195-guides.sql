-- What is read here about working together. `version` is the one that everyone reads, null until one was published;
-- `is_curated`: a curator has published one, and what ships with Pipeline changes it no more.
create table guide (
  id uuid primary key,
  slug text not null unique,
  kind text not null check (kind in ('journey', 'guide', 'template')),
  place smallint not null,
  version integer,
  is_curated boolean not null default false,
  changed_at timestamptz not null
);

-- What a guide said after each publication; `shows` are the lists below its words.
create table guide_version (
  guide_id uuid not null references guide (id),
  number integer not null,
  title text not null,
  summary text not null,
  words text not null,
  shows text[] not null,
  note text,
  is_shipped boolean not null,
  -- Which curator published it; empty when it came with Pipeline, or that person was erased.
  person_id uuid references person (id),
  published_at timestamptz not null,
  primary key (guide_id, number)
);
create index guide_version_of_person on guide_version (person_id);

-- What curators are writing in place of it: one draft of a guide, for all of them. `revision` counts how often it was saved.
create table guide_draft (
  guide_id uuid primary key references guide (id),
  revision integer not null,
  title text not null,
  summary text not null,
  words text not null,
  shows text[] not null,
  note text,
  -- Who saved it last; empty when that person was erased.
  person_id uuid references person (id),
  saved_at timestamptz not null
);
create index guide_draft_of_person on guide_draft (person_id);
