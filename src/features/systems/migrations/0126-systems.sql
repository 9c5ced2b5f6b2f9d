-- What is run: one product of one supplier, whoever runs it.
create table product (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  -- What it is, in a few words.
  describes text,
  -- Empty when it is not known whose it is.
  supplier_id uuid references organisation (id),
  -- The organisation that named it first, where one did so here.
  listed_by uuid references organisation (id),
  -- Where its name, and whose it is, come from.
  source_name text not null,
  source_as_of date not null,
  created_at timestamptz not null
);
create index product_of_supplier on product (supplier_id);
create index product_listed_by on product (listed_by);
create index product_in_order on product (lower(name), id);

-- Everything a product is called; what sources and people write is looked up by the key.
create table product_name (
  product_id uuid not null references product (id),
  -- 'published': as a source writes it, with more than the name.
  kind text not null check (kind in ('own', 'other', 'published')),
  name text not null,
  key text not null,
  primary key (product_id, kind, name)
);
create index product_name_key on product_name (key);

-- Where a product's page was before it was renamed; no other product ever gets one of these.
create table product_former_address (
  slug text primary key,
  product_id uuid not null references product (id)
);
create index product_former_address_of_product on product_former_address (product_id);

-- What curators changed about a product, and why: everyone may read it.
create table product_change (
  id uuid primary key,
  product_id uuid not null references product (id),
  kind text not null check (kind in ('renamed', 'moved')),
  was text not null,
  is_now text not null,
  reason text not null,
  -- Empty when that person was erased.
  person_id uuid references person (id),
  changed_at timestamptz not null
);
create index product_change_of_product on product_change (product_id, changed_at desc, id desc);
create index product_change_of_person on product_change (person_id);

-- A product that an organisation runs for a service: what its newest statement says.
create table system (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  -- Empty where the organisation built it itself, or nobody could tell what it is.
  product_id uuid references product (id),
  -- Names the product as the newest source does; all there is to say where there is no product.
  product_as_published text not null,
  service_id integer references service (id),
  service_as_published text not null,
  contract_id uuid references contract (id) on delete set null,
  value_band text check (value_band in ('under-10k', '10k-50k', '50k-250k', '250k-1m', 'over-1m')),
  satisfaction smallint check (satisfaction between 1 and 5),
  would_move text check (would_move in ('yes', 'maybe', 'no')),
  state text not null check (state in ('unconfirmed', 'confirmed', 'not-used')),
  -- Whether a source that is newer by a year or more names something else for the same service.
  is_earlier boolean not null,
  confirmed_on date,
  -- Who confirmed it for the organisation; empty when that person was erased.
  confirmed_by uuid references person (id),
  -- Which part of the organisation runs it, where a source says so.
  scope text,
  source_name text not null,
  source_url text,
  source_as_of date not null,
  -- What of the source can be looked at, such as the page of the organisation that it saw.
  evidence_url text,
  confidence text check (confidence in ('high', 'medium', 'low')),
  note text,
  changed_at timestamptz not null,
  unique nulls not distinct (organisation_id, product_id, service_as_published),
  check ((state = 'unconfirmed') = (confirmed_on is null))
);
create index system_of_product on system (product_id, state);
create index system_of_service on system (service_id);
create index system_of_contract on system (contract_id);
create index system_confirmed_by on system (confirmed_by);
create index system_in_order on system (source_as_of desc, id desc);

-- What one source said of a system in one row, or the organisation itself on a day. None is ever changed by another.
create table system_statement (
  id uuid primary key,
  system_id uuid not null references system (id),
  -- The row of a file, for good; empty where the organisation said it here.
  key text unique,
  line integer,
  -- Who spoke for the organisation; empty with a file, or when that person was erased.
  person_id uuid references person (id),
  product_as_published text not null,
  supplier_as_published text,
  scope text,
  -- How the source knows, and what of it can be looked at.
  evidence text,
  evidence_url text,
  source_name text not null,
  source_url text,
  source_as_of date not null,
  confidence text check (confidence in ('high', 'medium', 'low')),
  note text,
  -- What the organisation said here, field by field.
  said jsonb,
  made_at timestamptz not null
);
create index system_statement_newest on system_statement (system_id, source_as_of desc, made_at desc, id desc);
create index system_statement_of_person on system_statement (person_id);
