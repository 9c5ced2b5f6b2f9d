-- The five questions of a month to the partners of a collaboration.
create table health_round (
  id uuid primary key,
  collaboration_id uuid not null references collaboration (id),
  -- Its first day.
  month date not null,
  opened_at timestamptz not null,
  unique (collaboration_id, month)
);

-- What an organisation answered to them: 3 yes, 2 partly, 1 no. The last answer of a month counts.
create table health_reply (
  round_id uuid not null references health_round (id),
  organisation_id uuid not null references organisation (id),
  aims smallint not null check (aims between 1 and 3),
  pace smallint not null check (pace between 1 and 3),
  deciding smallint not null check (deciding between 1 and 3),
  language smallint not null check (language between 1 and 3),
  cover smallint not null check (cover between 1 and 3),
  note text,
  answered_at timestamptz not null,
  -- Empty when that person was erased.
  person_id uuid references person (id),
  primary key (round_id, organisation_id)
);
create index health_reply_organisation on health_reply (organisation_id);
create index health_reply_person on health_reply (person_id);

-- The secret of a mail, hashed, by which one person answers for one organisation without signing in.
create table health_link (
  link_hash text primary key,
  round_id uuid not null references health_round (id),
  organisation_id uuid not null references organisation (id),
  person_id uuid not null references person (id)
);
create index health_link_round on health_link (round_id);
create index health_link_organisation on health_link (organisation_id);
create index health_link_person on health_link (person_id);

-- Organisations that do not want to be asked for now.
create table health_pause (
  collaboration_id uuid not null references collaboration (id),
  organisation_id uuid not null references organisation (id),
  since timestamptz not null,
  -- Empty when that person was erased.
  person_id uuid references person (id),
  primary key (collaboration_id, organisation_id)
);
create index health_pause_organisation on health_pause (organisation_id);
create index health_pause_person on health_pause (person_id);
