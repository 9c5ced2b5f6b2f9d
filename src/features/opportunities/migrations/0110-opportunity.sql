-- A need that several organisations have in common: found at night, and published by a curator.
create table opportunity (
  id uuid primary key,
  -- Stays for good, also once it is merged or dismissed.
  slug text not null unique,
  state text not null check (state in ('proposed', 'published', 'dismissed', 'merged')),
  title text not null,
  summary text,
  -- Words that its members have in common, the most telling first.
  label text[] not null,
  merged_into uuid references opportunity (id),
  dismissal_reason text,
  found_at timestamptz not null,
  changed_at timestamptz not null,
  -- When it was first published; what never was is seen by curators only.
  published_at timestamptz,
  check ((state = 'merged') = (merged_into is not null)),
  check ((state = 'dismissed') = (dismissal_reason is not null)),
  check (state <> 'published' or published_at is not null)
);
create index opportunity_by_state on opportunity (state);
create index opportunity_merged_into on opportunity (merged_into);

-- The problems, bids, projects and notices in which the need was found.
create table opportunity_member (
  opportunity_id uuid not null references opportunity (id),
  kind text not null,
  subject_id uuid not null,
  primary key (opportunity_id, kind, subject_id)
);
create index opportunity_member_subject on opportunity_member (subject_id);
