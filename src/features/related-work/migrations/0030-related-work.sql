-- A project, bid or notice as other records point at it. The feature that owns the record writes its row here too.
create table work (
  id uuid primary key,
  kind text not null check (kind in ('project', 'fund-application', 'notice')),
  title text not null,
  path text not null unique,
  organisation_id uuid references organisation (id),
  phase text,
  outcome text,
  amount_pounds numeric(12, 2),
  -- As exact as it is known: 2018-12-03, 2018-12 or 2018.
  dated text,
  created_at timestamptz not null
);
create index work_of_organisation on work (organisation_id);
create index work_path_prefix on work (path text_pattern_ops);

-- What a record is called for good in the files it came from, e.g. pipeline:263.
create table work_key (
  key text primary key,
  work_id uuid not null references work (id)
);
create index work_key_of_work on work_key (work_id);

create table work_relation (
  from_id uuid not null references work (id),
  relation text not null check (relation in ('became', 'follows', 'same work')),
  to_id uuid not null references work (id),
  ground text not null,
  source text not null,
  as_of date not null,
  created_at timestamptz not null,
  primary key (from_id, relation, to_id)
);
create index work_relation_to on work_relation (to_id);

create table work_service (
  work_id uuid not null references work (id),
  service_id integer not null references service (id),
  ground text not null,
  source text not null,
  as_of date not null,
  created_at timestamptz not null,
  primary key (work_id, service_id)
);
create index work_service_of_service on work_service (service_id);
