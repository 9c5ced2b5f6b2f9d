-- Where organisations sign their people in, by OpenID Connect. Secrets stay in the environment.
create table identity_provider (
  id uuid primary key,
  -- In addresses: /sign-in/with/:slug.
  slug text not null unique,
  label text not null,
  issuer text not null,
  -- Whose rules its answers follow: which claim names the tenant, and what an address is worth.
  kind text not null check (kind in ('entra', 'google', 'other')),
  client_id text not null,
  client_secret_env text,
  created_at timestamptz not null
);

-- Whose people a provider speaks for, and from which of its tenants they come. Empty where it has only one.
create table identity_provider_organisation (
  provider_id uuid not null references identity_provider (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  tenant text not null default '',
  primary key (provider_id, organisation_id, tenant)
);
create index identity_provider_of_organisation on identity_provider_organisation (organisation_id);

-- Who a person is to a provider. An address may change hands; issuer and subject never do.
create table identity (
  issuer text not null,
  subject text not null,
  person_id uuid not null references person (id),
  provider_id uuid not null references identity_provider (id) on delete cascade,
  linked_at timestamptz not null,
  used_at timestamptz not null,
  primary key (issuer, subject)
);
create index identity_of_person on identity (person_id);
create index identity_of_provider on identity (provider_id);

-- Someone is on the way to a provider and back.
create table sign_on (
  state_hash text primary key,
  provider_id uuid not null references identity_provider (id) on delete cascade,
  browser_hash text not null,
  nonce text not null,
  code_verifier text not null,
  next_path text not null,
  ends_at timestamptz not null
);
create index sign_on_to_provider on sign_on (provider_id);
create index sign_on_ended on sign_on (ends_at);

-- Organisations whose people sign in by their own sign-in only.
create table sign_on_only (
  organisation_id uuid primary key references organisation (id),
  since timestamptz not null
);
