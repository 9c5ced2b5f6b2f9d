-- The Local Government Services List: areas hold sub-areas, both hold services. Ids are the list's own numbers.
create table service_area (
  id integer primary key,
  label text not null,
  parent_id integer references service_area (id),
  source text not null,
  source_as_of date not null,
  created_at timestamptz not null
);
create index service_area_parent on service_area (parent_id);

create table service (
  id integer primary key,
  name text not null,
  description text not null,
  status text not null check (status in ('live', 'discontinued')),
  area_id integer references service_area (id),
  subarea_id integer references service_area (id),
  providing_tier text,
  govuk_slug text,
  listed_on date,
  revised_on date,
  words tsvector not null generated always as (
    setweight(to_tsvector('english', name), 'A') || setweight(to_tsvector('english', description), 'B')) stored,
  source text not null,
  source_as_of date not null,
  created_at timestamptz not null
);
create index service_area_id on service (area_id);
create index service_subarea_id on service (subarea_id);
create index service_words on service using gin (words);
