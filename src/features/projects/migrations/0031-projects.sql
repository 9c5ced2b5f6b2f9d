create table project (
  id uuid primary key references work (id),
  slug text not null unique,
  title text not null,
  -- The source gave no title of its own; these are words that describe it.
  title_is_description boolean not null,
  organisation_id uuid references organisation (id),
  organisation_as_published text,
  department text,
  phase text check (phase in ('idea', 'discovery', 'alpha', 'beta', 'live', 'retired')),
  state text not null check (state in ('planned', 'live', 'finished', 'stopped', 'earlier')),
  stop_reason text,
  starts_on date,
  ends_on date,
  partners_welcome_until date,
  collaboration_level text,
  budget_as_published text,
  budget_min integer,
  budget_max integer,
  outcome text,
  why text,
  problem text,
  users_and_needs text,
  early_market_engagement text,
  prior_work text,
  existing_team text,
  additional_info text,
  other_sections jsonb not null,
  tags text[] not null,
  -- The latest date its sources give, by which lists are sorted.
  dated_on date not null,
  created_at timestamptz not null
);
create index project_of_organisation on project (organisation_id);
create index project_newest on project (dated_on desc, id desc);
create index project_by_title on project (lower(title), id);
create index project_in_state on project (state, dated_on desc);

-- What each source says; the project is what they say together.
create table project_source (
  format text not null check (format in ('pipeline-page', 'pipeline-projects', 'fund-awards')),
  key text not null,
  project_id uuid not null references project (id),
  name text not null,
  url text,
  as_of date not null,
  facts jsonb not null,
  dated_on date not null,
  primary key (format, key)
);
create index project_source_of_project on project_source (project_id);

create table project_partner (
  project_id uuid not null references project (id),
  position integer not null,
  organisation_id uuid references organisation (id),
  name_as_published text not null,
  primary key (project_id, position)
);
create index project_partner_organisation on project_partner (organisation_id);

create table project_funding (
  id uuid primary key,
  project_id uuid not null references project (id),
  fund text not null,
  round text not null,
  stage text,
  amount_pounds integer,
  decided_on date not null,
  decided_precision text not null check (decided_precision in ('day', 'month', 'year')),
  note text
);
create index project_funding_of_project on project_funding (project_id);

create table project_update (
  project_id uuid not null references project (id),
  position integer not null,
  said_on date,
  text text not null,
  primary key (project_id, position)
);

-- How many projects there are in all and by each filter's values, so that the open list need not count.
create table project_count (
  facet text not null,
  value text not null,
  projects integer not null,
  primary key (facet, value)
);
