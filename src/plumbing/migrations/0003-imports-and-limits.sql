create table import_run (
  id uuid primary key,
  format text not null,
  file_name text not null,
  sha256 text not null,
  source text not null,
  as_of date not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  added integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0
);
create index import_run_of_file on import_run (format, sha256) where finished_at is not null;

-- What came in from files: the same key with the same hash is not written again.
create table imported_record (
  format text not null,
  key text not null,
  sha256 text not null,
  subject_id text not null,
  import_run_id uuid not null references import_run (id),
  primary key (format, key)
);
create index imported_record_of_run on imported_record (import_run_id);

create table rate_limit (
  key text primary key,
  hits integer not null,
  ends_at timestamptz not null
);
create index rate_limit_ended on rate_limit (ends_at);
