-- An organisation that became part of another here: its address leads to the other, and what it had stands there.
create table organisation_merge (
  id uuid primary key,
  from_id uuid not null references organisation (id),
  to_id uuid not null references organisation (id),
  -- Said to everyone.
  reason text not null,
  -- What moved, by the part that moved it, so that it can be moved back.
  moved jsonb not null,
  merged_at timestamptz not null,
  undone_at timestamptz,
  check (from_id <> to_id)
);
create unique index organisation_merge_from on organisation_merge (from_id) where undone_at is null;
create index organisation_merge_to on organisation_merge (to_id);
