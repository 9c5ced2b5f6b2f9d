create table problem (
  id uuid primary key,
  -- Given with the first publication, and stays for good.
  slug text unique,
  organisation_id uuid not null references organisation (id),
  state text not null check (state in ('draft', 'published', 'withdrawn', 'solved')),
  visibility text check (visibility in ('public', 'public-sector', 'partners')),
  title text not null,
  happens text not null,
  affected text,
  evidence text,
  evidence_links text[] not null default '{}',
  -- What it costs each year to leave it as it is.
  cost_band text check (cost_band in ('under-10k', '10k-50k', '50k-250k', '250k-1m', 'over-1m')),
  cost text,
  tried text,
  service_id integer references service (id),
  good_outcome text,
  -- When the draft's words, as they stand, were last compared with what others published.
  compared_at timestamptz,
  -- Of the last version; none while it is a draft.
  version integer not null default 0,
  created_at timestamptz not null,
  -- Empty when that person was erased.
  created_by uuid references person (id),
  published_at timestamptz,
  changed_at timestamptz not null,
  -- When it was withdrawn or solved, and why or how.
  closed_at timestamptz,
  closing_note text,
  check ((state = 'draft') = (slug is null)),
  check ((state = 'draft') = (published_at is null)),
  check ((state = 'draft') = (version = 0)),
  check (state = 'draft' or visibility is not null),
  check ((state in ('withdrawn', 'solved')) = (closed_at is not null)),
  check ((closed_at is null) = (closing_note is null))
);
create index problem_of_organisation on problem (organisation_id, state);
create index problem_of_service on problem (service_id);
create index problem_created_by on problem (created_by);
create index problem_newest on problem (published_at desc, id desc);
create index problem_by_title on problem (lower(title), id);

-- Organisations that may see a problem which is shown only to those its organisation names.
create table problem_reader (
  problem_id uuid not null references problem (id),
  organisation_id uuid not null references organisation (id),
  primary key (problem_id, organisation_id)
);
create index problem_reader_organisation on problem_reader (organisation_id);

-- What a problem said after each act since its publication.
create table problem_version (
  problem_id uuid not null references problem (id),
  number integer not null,
  act text not null check (act in ('published', 'changed', 'withdrawn', 'solved', 'reopened')),
  -- The parts of the problem, named as in its own row.
  said jsonb not null,
  note text,
  organisation_id uuid not null references organisation (id),
  -- Empty when that person was erased.
  person_id uuid references person (id),
  made_at timestamptz not null,
  primary key (problem_id, number)
);
create index problem_version_organisation on problem_version (organisation_id);
create index problem_version_person on problem_version (person_id);
