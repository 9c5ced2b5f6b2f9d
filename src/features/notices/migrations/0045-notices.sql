create table notice (
  id uuid primary key references work (id),
  slug text not null unique,
  number text not null,
  title text not null,
  organisation_id uuid references organisation (id),
  buyer_as_published text not null,
  location text,
  category text not null,
  specialist text,
  phases text[] not null,
  published_on date not null,
  expected_length text,
  sme_applications integer,
  large_applications integer,
  status text not null,
  supplier_id uuid references organisation (id),
  supplier_as_published text,
  supplier_size text,
  amount_pounds numeric(12, 2),
  contract_starts_on date,
  source_url text,
  source_name text not null,
  source_as_of date not null,
  created_at timestamptz not null
);
create index notice_of_organisation on notice (organisation_id);
create index notice_of_supplier on notice (supplier_id);
create index notice_newest on notice (published_on desc, id desc);
create index notice_status on notice (status);
