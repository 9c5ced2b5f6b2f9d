-- When a guide was shown to curators alone, by whom and why; without `ended_at` it still is. Its versions, its address and
-- how often it was used are kept.
create table guide_withdrawal (
  id uuid primary key,
  guide_id uuid not null references guide (id),
  reason text not null,
  -- Which curator withdrew it, and which put it back; empty when that person was erased.
  person_id uuid references person (id),
  withdrawn_at timestamptz not null,
  ended_by uuid references person (id),
  ended_at timestamptz
);
create unique index guide_withdrawal_that_stands on guide_withdrawal (guide_id) where ended_at is null;
create index guide_withdrawal_of_guide on guide_withdrawal (guide_id);
create index guide_withdrawal_of_person on guide_withdrawal (person_id);
create index guide_withdrawal_ended_by on guide_withdrawal (ended_by);
