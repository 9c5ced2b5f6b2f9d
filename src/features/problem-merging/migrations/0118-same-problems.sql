-- Pairs of problems that mean much the same, found at night; the smaller id first.
create table problem_pair (
  one_id uuid not null references problem (id),
  other_id uuid not null references problem (id),
  -- 1 is just the same.
  similarity real not null,
  primary key (one_id, other_id),
  check (one_id < other_id)
);
create index problem_pair_other on problem_pair (other_id);
create index problem_pair_nearest on problem_pair (similarity desc);
comment on table problem_pair is 'derived';

-- Pairs of which a curator said that they are not the same; the smaller id first.
create table problem_not_same (
  id uuid primary key,
  one_id uuid not null references problem (id),
  other_id uuid not null references problem (id),
  said_at timestamptz not null,
  unique (one_id, other_id),
  check (one_id < other_id)
);
create index problem_not_same_other on problem_not_same (other_id);
