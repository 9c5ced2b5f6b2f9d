-- What a supplier answers to what is said of a product of its own, or of one organisation's system of it.
create table supplier_reply (
  id uuid primary key,
  product_id uuid not null references product (id),
  -- Empty where the reply is to the page of the product as a whole.
  system_id uuid references system (id),
  organisation_id uuid not null references organisation (id),
  withdrawn_at timestamptz,
  created_at timestamptz not null,
  unique nulls not distinct (product_id, system_id, organisation_id)
);
create index supplier_reply_of_system on supplier_reply (system_id);
create index supplier_reply_of_organisation on supplier_reply (organisation_id);

-- Each wording; the newest that a curator has let through is shown.
create table supplier_reply_version (
  id uuid primary key,
  reply_id uuid not null references supplier_reply (id),
  version integer not null,
  words text not null,
  -- Empty when that person was erased.
  written_by uuid references person (id),
  written_at timestamptz not null,
  unique (reply_id, version)
);
create index supplier_reply_version_written_by on supplier_reply_version (written_by);
