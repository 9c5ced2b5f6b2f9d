-- Councils, combined authorities and the other bodies that own or take part in what is published.
create table organisation (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('council', 'public-body', 'supplier', 'charity', 'network')),
  council_type text,
  tier text check (tier in ('single', 'upper', 'lower', 'strategic')),
  nation text,
  region text,
  status text not null check (status in ('current', 'former', 'planned')),
  -- How sure a planned body is: an order was made, or it was only announced.
  certainty text check (certainty in ('legislated', 'provisional')),
  starts_on date,
  ends_on date,
  latitude double precision,
  longitude double precision,
  population integer,
  area_km2 double precision,
  website text,
  gss_code text,
  legal_basis text,
  reorganisation_area text,
  reorganisation_status text check (reorganisation_status in ('in-programme', 'announced', 'legislated')),
  source text not null,
  source_as_of date not null,
  created_at timestamptz not null,
  check ((status = 'planned') = (certainty is not null))
);
create index organisation_in_order on organisation (kind, status, short_name, id);

-- Every name an organisation goes by; the key is what names are looked up by.
create table organisation_name (
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('official', 'other', 'listed')),
  name text not null,
  key text not null,
  -- Only with listed names: several organisations may publish under one name, and the first one leads.
  position integer not null default 0,
  primary key (organisation_id, kind, name)
);
create index organisation_name_key on organisation_name (key);

create table organisation_identifier (
  organisation_id uuid not null references organisation (id),
  scheme text not null,
  value text not null,
  primary key (organisation_id, scheme, value)
);
create index organisation_identifier_value on organisation_identifier (lower(value));
