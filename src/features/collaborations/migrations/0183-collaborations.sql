-- Organisations doing one project together: where their canvas, agreement, decisions, plan of succession and health hang.
create table collaboration (
  id uuid primary key,
  plan_id uuid not null unique references plan (id),
  -- What they do together, in their words.
  purpose text not null,
  -- Who sees that it is there, who takes part and what for; each item in it says for itself.
  visibility text not null check (visibility in ('public', 'public-sector', 'partners')),
  begun_by_organisation uuid not null references organisation (id),
  -- Empty when that person was erased.
  begun_by uuid references person (id),
  begun_at timestamptz not null,
  changed_at timestamptz not null
);
create index collaboration_begun_by_organisation on collaboration (begun_by_organisation);
create index collaboration_begun_by on collaboration (begun_by);

-- Organisations that were asked into it; each joins by the yes of a lead of its own.
create table collaboration_partner (
  id uuid primary key,
  collaboration_id uuid not null references collaboration (id),
  organisation_id uuid not null references organisation (id),
  state text not null check (state in ('asked', 'joined', 'declined', 'left')),
  roles text[] not null,
  asked_at timestamptz not null,
  -- Empty when that person was erased, and where the answer stands out.
  asked_by uuid references person (id),
  decided_at timestamptz,
  decided_by uuid references person (id),
  unique (collaboration_id, organisation_id),
  check ((state = 'asked') = (decided_at is null))
);
create index collaboration_partner_organisation on collaboration_partner (organisation_id, state);
create index collaboration_partner_asked_by on collaboration_partner (asked_by);
create index collaboration_partner_decided_by on collaboration_partner (decided_by);

-- Where each partner works: its board, its code, its documents.
create table collaboration_link (
  id uuid primary key,
  collaboration_id uuid not null references collaboration (id),
  -- Whose it is.
  organisation_id uuid not null references organisation (id),
  title text not null,
  href text not null,
  visibility text not null check (visibility in ('public', 'public-sector', 'partners')),
  added_at timestamptz not null,
  -- Empty when that person was erased.
  added_by uuid references person (id)
);
create index collaboration_link_of on collaboration_link (collaboration_id);
create index collaboration_link_organisation on collaboration_link (organisation_id);
create index collaboration_link_added_by on collaboration_link (added_by);
