-- A text that was fixed for signing. It never changes.
create table agreement_version (
  id uuid primary key,
  agreement_id uuid not null references agreement (id),
  number integer not null,
  text text not null,
  -- Of the text, as hexadecimal digits.
  sha256 text not null,
  state text not null check (state in ('signing', 'agreed', 'replaced', 'ended')),
  review_on date,
  ends_on date,
  fixed_at timestamptz not null,
  fixed_by_organisation uuid not null references organisation (id),
  -- Empty when that person was erased.
  fixed_by uuid references person (id),
  -- When the last of those that it names signed.
  agreed_at timestamptz,
  -- When it was replaced, or ended.
  closed_at timestamptz,
  unique (agreement_id, number),
  check ((closed_at is not null) = (state in ('replaced', 'ended'))),
  check (state <> 'agreed' or agreed_at is not null)
);
create unique index agreement_version_signing on agreement_version (agreement_id) where state = 'signing';
create unique index agreement_version_agreed on agreement_version (agreement_id) where state = 'agreed';
create index agreement_version_fixed_by_organisation on agreement_version (fixed_by_organisation);
create index agreement_version_fixed_by on agreement_version (fixed_by);

-- The organisations that a version names: it is agreed when all of them have signed.
create table agreement_party (
  version_id uuid not null references agreement_version (id),
  organisation_id uuid not null references organisation (id),
  primary key (version_id, organisation_id)
);
create index agreement_party_organisation on agreement_party (organisation_id);

-- One organisation's signature under a version.
create table agreement_signature (
  id uuid primary key,
  version_id uuid not null references agreement_version (id),
  -- From 1, in the order in which they signed.
  number integer not null,
  organisation_id uuid not null references organisation (id),
  -- What was signed by whom, as a text; empty once it is forgotten. It names a person.
  record text,
  -- The installation's signature over that text, as hexadecimal digits.
  seal text,
  signed_at timestamptz not null,
  -- Empty when that person was erased.
  signed_by uuid references person (id),
  unique (version_id, number),
  unique (version_id, organisation_id),
  check ((record is null) = (seal is null))
);
create index agreement_signature_organisation on agreement_signature (organisation_id);
create index agreement_signature_signed_by on agreement_signature (signed_by);

-- The key with which the installation seals signatures; made when the first is given.
create table agreement_key (
  is_only boolean primary key default true check (is_only),
  private_pem text not null,
  public_pem text not null,
  made_at timestamptz not null
);
