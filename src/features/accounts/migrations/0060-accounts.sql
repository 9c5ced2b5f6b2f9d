create table person (
  id uuid primary key,
  -- In lower case; empty only when the person was erased.
  email text unique,
  name text,
  job_title text,
  -- What they say they can help others with.
  offers text,
  -- Whether name, job and offers may be shown to everyone.
  is_shown boolean not null default false,
  suspended_at timestamptz,
  erased_at timestamptz,
  created_at timestamptz not null,
  check ((email is null) = (erased_at is not null))
);

create table person_duty (
  person_id uuid not null references person (id),
  duty text not null check (duty in ('curator', 'operator')),
  granted_at timestamptz not null,
  primary key (person_id, duty)
);

-- A person's place in an organisation; one that ended stays as the record of who spoke for it when.
create table membership (
  id uuid primary key,
  person_id uuid not null references person (id),
  organisation_id uuid not null references organisation (id),
  role text not null check (role in ('member', 'lead')),
  state text not null check (state in ('requested', 'confirmed', 'refused', 'ended')),
  -- What shows that they belong to it: an address of its domain, a lead's or curator's word, or its own sign-in.
  ground text not null check (ground in ('domain', 'word', 'single-sign-on')),
  requested_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references person (id)
);
create unique index membership_at_present on membership (person_id, organisation_id)
  where state in ('requested', 'confirmed');
create index membership_of_person on membership (person_id);
create index membership_of_organisation on membership (organisation_id, state);
create index membership_decided_by on membership (decided_by);

-- Where someone is signed in. Only a hash of the browser's key is kept.
create table session (
  id uuid primary key,
  key_hash text not null unique,
  person_id uuid not null references person (id),
  acting_for uuid references organisation (id),
  -- What the person knows it by, e.g. "Firefox on Windows".
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index session_of_person on session (person_id);
create index session_acting_for on session (acting_for);
create index session_ended on session (ends_at);

-- A sign-in that was asked for: by a link in the browser that asked, or by a code anywhere.
create table sign_in (
  id uuid primary key,
  email text not null,
  link_hash text not null unique,
  code_hash text not null,
  browser_hash text not null,
  next_path text not null,
  wrong_codes integer not null default 0,
  created_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_of_email on sign_in (email, created_at);
create index sign_in_of_browser on sign_in (browser_hash);
create index sign_in_ended on sign_in (ends_at);
