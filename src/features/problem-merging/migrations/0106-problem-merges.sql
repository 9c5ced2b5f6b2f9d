-- That a curator finds two problems to be the same, and what came of it.
create table problem_merge (
  id uuid primary key,
  goes_id uuid not null references problem (id),
  stays_id uuid not null references problem (id),
  reason text not null,
  state text not null check (state in ('proposed', 'refused', 'taken-back', 'expired', 'merged', 'undone')),
  -- Empty when that person was erased.
  proposed_by uuid references person (id),
  proposed_at timestamptz not null,
  -- When it was refused, taken back, expired or merged.
  ended_at timestamptz,
  undone_at timestamptz,
  undone_by uuid references person (id),
  -- Empty when a curator undid it.
  undone_for uuid references organisation (id),
  undo_reason text,
  check (goes_id <> stays_id),
  check ((state = 'proposed') = (ended_at is null)),
  check ((state = 'undone') = (undone_at is not null)),
  check ((undone_at is null) = (undo_reason is null))
);
-- A problem goes into one other at a time.
create unique index problem_merge_going on problem_merge (goes_id) where state in ('proposed', 'merged');
create index problem_merge_goes on problem_merge (goes_id);
create index problem_merge_stays on problem_merge (stays_id);
create index problem_merge_newest on problem_merge (proposed_at desc, id desc);
create index problem_merge_proposed_by on problem_merge (proposed_by);
create index problem_merge_undone_by on problem_merge (undone_by);
create index problem_merge_undone_for on problem_merge (undone_for);

-- What the owner of each of the two said, once.
create table problem_merge_answer (
  merge_id uuid not null references problem_merge (id),
  side text not null check (side in ('goes', 'stays')),
  says text not null check (says in ('yes', 'no')),
  -- Why not.
  reason text,
  -- Who owned it that day: who raised it, or who took over from them.
  organisation_id uuid not null references organisation (id),
  answered_by uuid references person (id),
  answered_at timestamptz not null,
  primary key (merge_id, side),
  check ((says = 'no') = (reason is not null))
);
create index problem_merge_answer_organisation on problem_merge_answer (organisation_id);
create index problem_merge_answer_answered_by on problem_merge_answer (answered_by);
