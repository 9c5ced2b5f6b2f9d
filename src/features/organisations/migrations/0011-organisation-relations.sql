-- Which council became which, and what is ahead.
create table organisation_succession (
  from_id uuid not null references organisation (id),
  to_id uuid not null references organisation (id),
  happens_on date not null,
  certainty text not null check (certainty in ('done', 'legislated', 'provisional')),
  part text not null check (part in ('whole', 'part', 'unclear')),
  source text not null,
  source_as_of date not null,
  primary key (from_id, to_id)
);
create index organisation_succession_to on organisation_succession (to_id);

-- A county or combined authority and the councils it is made of.
create table organisation_member (
  body_id uuid not null references organisation (id),
  member_id uuid not null references organisation (id),
  kind text not null check (kind in ('county', 'combined-authority')),
  source text not null,
  source_as_of date not null,
  primary key (body_id, member_id)
);
create index organisation_member_member on organisation_member (member_id);

-- Councils that share a border, in both directions: districts with districts, counties with counties.
create table organisation_neighbour (
  organisation_id uuid not null references organisation (id),
  neighbour_id uuid not null references organisation (id),
  layer text not null check (layer in ('district', 'county')),
  primary key (organisation_id, neighbour_id, layer)
);
create index organisation_neighbour_neighbour on organisation_neighbour (neighbour_id);

-- Figures by which councils are compared. Deciles: 1 is the most deprived tenth. Shares are of people, 0 to 1.
create table organisation_profile (
  organisation_id uuid primary key references organisation (id),
  deprivation_score double precision,
  deprivation_decile integer,
  share_highly_rural double precision,
  share_rural double precision,
  share_urban double precision,
  rural_urban_class text,
  population_2021 integer,
  median_age_2021 integer,
  one_person_households_2021 double precision,
  source text not null,
  source_as_of date not null
);
