create table fund_application (
  id uuid primary key references work (id),
  slug text not null unique,
  title text not null,
  -- The source has no usable title; Pipeline's editors worded this one.
  title_is_ours boolean not null,
  kind text not null check (kind in ('application', 'expression-of-interest')),
  organisation_id uuid references organisation (id),
  organisation_as_published text,
  round text,
  round_basis text,
  -- Later rounds are higher; 0 when the round is not known.
  round_rank integer not null,
  outcome text not null,
  theme text,
  problem_summary text,
  source_url text,
  source_name text not null,
  source_as_of date not null,
  created_at timestamptz not null
);
create index fund_application_of_organisation on fund_application (organisation_id);
create index fund_application_newest on fund_application (round_rank desc, id desc);
create index fund_application_outcome on fund_application (outcome);

create table fund_application_partner (
  fund_application_id uuid not null references fund_application (id),
  position integer not null,
  organisation_id uuid references organisation (id),
  name_as_published text not null,
  primary key (fund_application_id, position)
);
create index fund_application_partner_organisation on fund_application_partner (organisation_id);
