-- What the partners of a collaboration decided, or are asked to decide.
create table shared_decision (
  id uuid primary key,
  collaboration_id uuid not null references collaboration (id),
  -- Counted within its collaboration; its address.
  number integer not null,
  title text not null,
  words text,
  -- How it is decided: by what was agreed elsewhere, nobody's objection, the advice of the others, or most votes.
  way text not null check (way in ('elsewhere', 'consent', 'advice', 'vote')),
  visibility text not null check (visibility in ('public', 'public-sector', 'partners')),
  organisation_id uuid not null references organisation (id),
  -- Empty when that person was erased.
  asked_by uuid references person (id),
  asked_at timestamptz not null,
  -- The last day for answers; none where it was decided elsewhere.
  answer_by date,
  state text not null check (state in ('open', 'decided', 'withdrawn')),
  -- Of one that is decided: what it came to, and in words what was decided.
  result text check (result in ('agreed', 'not-agreed')),
  outcome text,
  decided_on date,
  review_on date,
  -- How many organisations were in it and answered what, when it was decided.
  tally jsonb,
  closed_by_organisation uuid references organisation (id),
  closed_by uuid references person (id),
  closed_at timestamptz,
  reminded_at timestamptz,
  review_told_at timestamptz,
  unique (collaboration_id, number),
  check ((way = 'elsewhere') = (answer_by is null)),
  check ((state = 'decided') = (result is not null and outcome is not null and decided_on is not null)),
  check ((state = 'open') = (closed_at is null))
);
create index shared_decision_organisation on shared_decision (organisation_id);
create index shared_decision_asked_by on shared_decision (asked_by);
create index shared_decision_closed_by_organisation on shared_decision (closed_by_organisation);
create index shared_decision_closed_by on shared_decision (closed_by);
create index shared_decision_due on shared_decision (answer_by) where state = 'open';
create index shared_decision_review on shared_decision (review_on) where state = 'decided' and review_told_at is null;

-- What an organisation answered, each time that it did; the last counts.
create table shared_decision_answer (
  decision_id uuid not null references shared_decision (id),
  organisation_id uuid not null references organisation (id),
  number integer not null,
  answer text not null check (answer in ('for', 'against', 'abstains', 'advises')),
  words text,
  answered_at timestamptz not null,
  -- Empty when that person was erased.
  person_id uuid references person (id),
  primary key (decision_id, organisation_id, number)
);
create index shared_decision_answer_organisation on shared_decision_answer (organisation_id);
create index shared_decision_answer_person on shared_decision_answer (person_id);
