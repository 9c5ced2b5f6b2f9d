-- A project as its organisation writes it, from the first draft on. Once published it has the same id in "project", where
-- all readers meet it.
create table plan (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  -- Given with the first publication, and stays for good.
  slug text unique,
  -- The parts of the project, by the names of the fields in which they are written.
  said jsonb not null,
  -- Of the last version; none while it is a draft.
  version integer not null default 0,
  created_at timestamptz not null,
  -- Empty when that person was erased.
  created_by uuid references person (id),
  changed_at timestamptz not null,
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawal_reason text,
  check ((state = 'draft') = (slug is null)),
  check ((state = 'draft') = (published_at is null)),
  check ((state = 'draft') = (version = 0)),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check ((withdrawn_at is null) = (withdrawal_reason is null))
);
create index plan_of_organisation on plan (organisation_id, state);
create index plan_created_by on plan (created_by);

-- The problems a project addresses.
create table plan_problem (
  plan_id uuid not null references plan (id),
  problem_id uuid not null references problem (id),
  added_at timestamptz not null,
  primary key (plan_id, problem_id)
);
create index plan_problem_of_problem on plan_problem (problem_id);

-- Organisations that take part, were asked to, or asked to. One that has said yes is confirmed.
create table plan_partner (
  id uuid primary key,
  plan_id uuid not null references plan (id),
  organisation_id uuid not null references organisation (id),
  -- Whose word it began with: the owner asked, or the partner offered.
  began_with text not null check (began_with in ('owner', 'partner')),
  -- Named in a draft, nobody has been asked yet.
  state text not null check (state in ('named', 'waiting', 'confirmed', 'declined', 'ended')),
  message text,
  -- Empty when that person was erased.
  asked_by uuid references person (id),
  asked_at timestamptz not null,
  decided_by uuid references person (id),
  decided_at timestamptz,
  unique (plan_id, organisation_id),
  check ((state in ('named', 'waiting')) = (decided_at is null))
);
create index plan_partner_organisation on plan_partner (organisation_id, state);
create index plan_partner_asked_by on plan_partner (asked_by);
create index plan_partner_decided_by on plan_partner (decided_by);

-- What a project said after each act since its publication.
create table plan_version (
  plan_id uuid not null references plan (id),
  number integer not null,
  act text not null check (act in ('published', 'changed', 'stopped', 'resumed', 'withdrawn', 'reopened')),
  said jsonb not null,
  note text,
  organisation_id uuid not null references organisation (id),
  -- Empty when that person was erased.
  person_id uuid references person (id),
  made_at timestamptz not null,
  primary key (plan_id, number)
);
create index plan_version_organisation on plan_version (organisation_id);
create index plan_version_person on plan_version (person_id);

-- Dated notes on how it goes, by the owner or a confirmed partner.
create table plan_update (
  id uuid primary key,
  plan_id uuid not null references plan (id),
  organisation_id uuid not null references organisation (id),
  said_on date not null,
  -- Of the last text.
  version integer not null,
  written_at timestamptz not null,
  withdrawn_at timestamptz
);
create index plan_update_of_plan on plan_update (plan_id, said_on desc, id desc);
create index plan_update_organisation on plan_update (organisation_id);

-- What an update said, each time it was written; in Markdown.
create table plan_update_text (
  update_id uuid not null references plan_update (id),
  number integer not null,
  text text not null,
  -- Empty when that person was erased.
  person_id uuid references person (id),
  written_at timestamptz not null,
  primary key (update_id, number)
);
create index plan_update_text_person on plan_update_text (person_id);
