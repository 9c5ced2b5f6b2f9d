-- A file of contracts that somebody brought: looked at first, then taken in, and perhaps undone as a whole.
create table contract_import (
  id uuid primary key,
  format text not null check (format in ('register', 'ocds', 'council')),
  organisation_id uuid not null references organisation (id),
  -- The run of the command line that brought it.
  import_run_id uuid references import_run (id),
  file_name text not null,
  sha256 text not null,
  source_name text not null,
  source_url text,
  source_as_of date not null,
  state text not null check (state in ('previewed', 'taking-in', 'taken-in', 'undoing', 'undone')),
  -- Which column says what, by heading, as it was read.
  mapping jsonb,
  -- Empty when the operator brought it, or that person was erased.
  imported_by uuid references person (id),
  previewed_at timestamptz not null,
  taken_in_at timestamptz,
  undone_at timestamptz,
  check (state not in ('taken-in', 'undoing', 'undone') or taken_in_at is not null),
  check ((state = 'undone') = (undone_at is not null))
);
create index contract_import_of_organisation on contract_import (organisation_id, previewed_at desc, id desc);
create unique index contract_import_of_run on contract_import (import_run_id, organisation_id);
create index contract_import_imported_by on contract_import (imported_by);
create index contract_import_waiting on contract_import (previewed_at) where state = 'previewed';

-- The file itself, for as long as its columns can still be told apart anew.
create table contract_import_file (
  import_id uuid primary key references contract_import (id),
  bytes bytea not null
);

-- Organisations that an import listed because no page of theirs was there: undoing it takes away those nothing else names.
create table contract_import_made (
  import_id uuid not null references contract_import (id),
  organisation_id uuid not null references organisation (id),
  primary key (import_id, organisation_id)
);
create index contract_import_made_organisation on contract_import_made (organisation_id);

-- How the columns of an organisation's register were told apart last, by heading.
create table contract_register_mapping (
  organisation_id uuid primary key references organisation (id),
  mapping jsonb not null,
  mapped_at timestamptz not null
);

-- What an organisation buys from a supplier between two days: what its newest statement says.
create table contract (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  -- What it is known by within the organisation: its OCID, else its reference, else title, supplier and start.
  key text not null,
  title text not null,
  description text,
  reference text,
  ocid text,
  supplier_id uuid references organisation (id),
  supplier_as_published text,
  service_id integer references service (id),
  service_as_published text,
  -- Whether the source or the council named the service, or its words stand in the title.
  service_from text check (service_from in ('source', 'title', 'council')),
  cpv text,
  procurement text,
  starts_on date,
  ends_on date,
  is_open_ended boolean not null,
  -- The last day when every extension is used.
  extends_to date,
  extension_as_published text,
  value_pounds numeric(14, 2),
  source_name text not null,
  source_url text,
  source_as_of date not null,
  source_line integer,
  import_id uuid references contract_import (id),
  -- Whether the council itself said what stands here.
  is_confirmed boolean not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organisation_id, key),
  check ((service_id is null) = (service_from is null))
);
create index contract_of_supplier on contract (supplier_id);
create index contract_of_service on contract (service_id);
create index contract_of_import on contract (import_id);
create index contract_ending on contract (ends_on, id);

-- What one source said of a contract in one row, or the council itself on a day.
create table contract_statement (
  id uuid primary key,
  contract_id uuid not null references contract (id),
  import_id uuid references contract_import (id),
  -- Who spoke for the council; empty with a file, or when that person was erased.
  person_id uuid references person (id),
  line integer,
  said jsonb not null,
  -- Whom the supplier it names was taken for.
  supplier_id uuid references organisation (id),
  is_confirmed boolean not null,
  as_of date not null,
  source_name text not null,
  source_url text,
  made_at timestamptz not null
);
create index contract_statement_newest on contract_statement (contract_id, as_of desc, made_at desc, id desc);
create index contract_statement_of_import on contract_statement (import_id);
create index contract_statement_of_person on contract_statement (person_id);
create index contract_statement_of_supplier on contract_statement (supplier_id);

-- Each line of a file: what was read of it, and what became of it.
create table contract_import_line (
  import_id uuid not null references contract_import (id),
  position integer not null,
  line integer not null,
  outcome text not null check (outcome in ('ready', 'added', 'changed', 'unchanged', 'refused')),
  key text,
  said jsonb,
  -- The day and address of the notice itself, where the file is of several.
  as_of date,
  source_url text,
  supplier_key text,
  refusal text,
  remarks text[] not null,
  contract_id uuid references contract (id) on delete set null,
  primary key (import_id, position),
  check ((outcome = 'refused') = (refusal is not null)),
  check (outcome = 'refused' or (key is not null and said is not null))
);
create index contract_import_line_of_contract on contract_import_line (contract_id);
create index contract_import_line_ready on contract_import_line (import_id, position) where outcome = 'ready';

-- Each supplier that a file names, and who it was taken for. A name that is a person’s goes when the file is taken in.
create table contract_import_supplier (
  import_id uuid not null references contract_import (id),
  key text not null,
  name text not null,
  company_number text,
  decision text not null check (decision in ('open', 'known', 'new', 'as-published', 'individual')),
  -- Whom it is taken for; with a new supplier, once its page is there.
  organisation_id uuid references organisation (id),
  primary key (import_id, key),
  check (decision <> 'known' or organisation_id is not null)
);
create index contract_import_supplier_organisation on contract_import_supplier (organisation_id);
