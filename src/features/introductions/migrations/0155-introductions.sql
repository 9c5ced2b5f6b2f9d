-- That two organisations may meet about something; nobody's name or address is in it.
create table introduction (
  id uuid primary key,
  began_with text not null check (began_with in ('asker', 'curator')),
  -- Who asks, or the first of two that a curator would bring together.
  asker_id uuid not null references organisation (id),
  -- Who is asked; empty: a curator, as a critical friend.
  asked_id uuid references organisation (id),
  -- What they would meet about, as it was called then; empty: nothing in particular.
  thing_kind text,
  thing_id uuid,
  thing_title text,
  thing_path text,
  -- Empty once whoever wrote it was erased.
  reason text,
  -- The curator who brought them together; empty when that person was erased.
  written_by uuid references person (id),
  first_at timestamptz not null,
  second_at timestamptz not null,
  state text not null check (state in ('asked', 'accepted', 'declined', 'withdrawn', 'expired')),
  -- Whoever is asked wants nothing from the asker, and never hears of it.
  is_blocked boolean not null,
  asked_at timestamptz not null,
  -- When it left to whoever is asked; empty while a curator reads it.
  told_at timestamptz,
  -- When a curator had it sent once more.
  told_again_at timestamptz,
  ended_at timestamptz,
  declined_as text check (declined_as in ('no-time', 'not-ours', 'decided', 'read-first', 'other')),
  meets_at timestamptz,
  outcome_asked_at timestamptz,
  check ((state = 'asked') = (ended_at is null)),
  check ((state = 'accepted') = (meets_at is not null)),
  check ((state = 'declined') = (declined_as is not null)),
  check (num_nulls(thing_kind, thing_id, thing_title, thing_path) in (0, 4)),
  check (asked_id is distinct from asker_id),
  check (asked_id is not null or began_with = 'asker')
);
-- One open question between two organisations about a thing.
create unique index introduction_open on introduction (asker_id, asked_id, thing_kind, thing_id)
  nulls not distinct where state = 'asked';
create index introduction_of_asker on introduction (asker_id, asked_at);
create index introduction_of_asked on introduction (asked_id, asked_at);
create index introduction_written_by on introduction (written_by);
create index introduction_waiting on introduction (asked_at) where state = 'asked';
create index introduction_accepted on introduction (ended_at) where state = 'accepted';

-- Each of the two who would meet.
create table introduction_side (
  introduction_id uuid not null references introduction (id),
  side text not null check (side in ('asker', 'asked')),
  -- Who said yes for it; before that who is asked first, where that is known. Empty when that person was erased.
  person_id uuid references person (id),
  agreed_at timestamptz,
  -- The time to which they said yes, where they chose one.
  chose_at timestamptz,
  outcome text check (outcome in ('met', 'working-together', 'no-fit')),
  no_fit_as text check (no_fit_as in ('other-need', 'no-time', 'no-answer', 'other')),
  outcome_at timestamptz,
  primary key (introduction_id, side),
  check ((outcome is null) = (outcome_at is null)),
  check ((outcome is not distinct from 'no-fit') = (no_fit_as is not null))
);
create index introduction_side_of_person on introduction_side (person_id);

-- A secret address in a mail, by which one person answers for one side.
create table introduction_link (
  hash text primary key,
  introduction_id uuid not null,
  side text not null,
  person_id uuid not null references person (id),
  made_at timestamptz not null,
  foreign key (introduction_id, side) references introduction_side (introduction_id, side)
);
create index introduction_link_of_side on introduction_link (introduction_id, side);
create index introduction_link_of_person on introduction_link (person_id);
create index introduction_link_by_age on introduction_link (made_at);
