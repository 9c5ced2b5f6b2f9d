-- Something reusable that an organisation made and lets others have.
create table asset (
  id uuid primary key,
  slug text not null unique,
  organisation_id uuid not null references organisation (id),
  kind text not null
    check (kind in ('code', 'research', 'pattern', 'standard', 'business-case', 'contract', 'data')),
  title text not null,
  -- What it is for, and how one starts with it.
  purpose text not null,
  how_to text,
  service_id integer references service (id),
  -- An SPDX licence expression.
  licence text,
  address text not null,
  release text,
  released_on date,
  -- The repository of its publiccode.yml, written as one to know it by again.
  repository text,
  -- What that file said when it was last read, without the people that it names.
  publiccode jsonb,
  state text not null check (state in ('published', 'withdrawn')),
  version integer not null,
  published_at timestamptz not null,
  -- Empty where it came from the command line, or when that person was erased.
  published_by uuid references person (id),
  changed_at timestamptz not null,
  closed_at timestamptz,
  closing_note text,
  unique (organisation_id, repository),
  check ((state = 'withdrawn') = (closed_at is not null))
);
create index asset_of_service on asset (service_id);
create index asset_published_by on asset (published_by);
create index asset_in_order on asset (published_at desc, id desc);

-- What an asset said after each act, for good.
create table asset_version (
  asset_id uuid not null references asset (id),
  number integer not null,
  act text not null check (act in ('published', 'changed', 'withdrawn', 'reopened')),
  said jsonb not null,
  person_id uuid references person (id),
  made_at timestamptz not null,
  primary key (asset_id, number)
);
create index asset_version_person on asset_version (person_id);

-- The problems and projects that it comes from.
create table asset_origin (
  asset_id uuid not null references asset (id),
  subject_kind text not null check (subject_kind in ('problem', 'project')),
  subject_id uuid not null,
  primary key (asset_id, subject_kind, subject_id)
);
create index asset_origin_of_subject on asset_origin (subject_kind, subject_id);

-- A publiccode.yml that somebody looks at before it goes in.
create table asset_file (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  file_name text not null,
  -- What it says, without people; or why it is refused, at which lines.
  read jsonb not null,
  made_at timestamptz not null
);
create index asset_file_organisation on asset_file (organisation_id);
create index asset_file_person on asset_file (person_id);
create index asset_file_made on asset_file (made_at);
