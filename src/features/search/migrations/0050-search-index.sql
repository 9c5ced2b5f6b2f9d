-- Everything findable, as other features show it; `keys` holds its facets as 'facet:value'.
create table search_document (
  id integer generated always as identity primary key,
  kind text not null,
  subject_id text not null,
  url text not null,
  title text not null,
  summary text not null,
  text text not null,
  meta jsonb not null,
  keys text[] not null,
  dated date,
  -- Undated documents come after all others when sorted by newest.
  sort_date date generated always as (coalesce(dated, date '0001-01-01')) stored not null,
  words tsvector not null,
  title_length integer not null,
  text_length integer not null,
  indexed_at timestamptz not null,
  unique (kind, subject_id)
);
create index search_document_newest on search_document (sort_date desc, id desc);
create index search_document_keys on search_document using gin (keys);

-- The vocabulary; `document_frequency` is as of the last refresh of the statistics.
create table search_term (
  id integer generated always as identity primary key,
  term text not null unique,
  document_frequency integer not null default 0
);
-- On an expression, or PostgreSQL would use it for plain equality too, where it is a thousand times slower.
create index search_term_alike on search_term using gin (lower(term) gin_trgm_ops);

-- How fully a document answers a term, 0 to 30,000; times the weight of the term it is the term's part of the score.
-- Derived, and written in bulk with its document, so it has no foreign keys: their checks would double the cost.
create table search_posting (
  document_id integer not null,
  term_id integer not null,
  impact smallint not null,
  primary key (document_id, term_id) include (impact)
);
create index search_posting_best on search_posting (term_id, impact desc, document_id);

-- One row: what scores are computed with, so that they stay as they are between two refreshes. The averages are those
-- that the impacts were computed with; `changes` counts documents written or removed since the refresh.
create table search_statistics (
  only_one boolean primary key default true check (only_one),
  documents integer not null,
  average_title_length real not null,
  average_text_length real not null,
  changes integer not null default 0,
  refreshed_at timestamptz not null
);
