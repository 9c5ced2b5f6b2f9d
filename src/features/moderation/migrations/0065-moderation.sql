-- What is not shown: an organisation's first posts until a curator has read one, and what curators took down.
create table moderation_hold (
  subject_kind text not null,
  subject_id uuid not null,
  state text not null check (state in ('held', 'withheld')),
  -- Said to everyone.
  reason text,
  since timestamptz not null,
  primary key (subject_kind, subject_id),
  check ((state = 'withheld') = (reason is not null))
);
create index moderation_hold_since on moderation_hold (state, since);

-- Organisations of which a post has been released: what else they publish is not held.
create table moderation_trusted (
  organisation_id uuid primary key references organisation (id),
  since timestamptz not null
);

-- What was done about what is published: held by the rule when a person published it, all else by a curator.
create table moderation_act (
  id uuid primary key,
  subject_kind text not null,
  subject_id uuid not null,
  act text not null check (act in ('held', 'released', 'withheld', 'restored', 'dismissed', 'told')),
  words text,
  person_id uuid not null references person (id),
  acted_at timestamptz not null
);
create index moderation_act_of_subject on moderation_act (subject_kind, subject_id, id);
create index moderation_act_of_person on moderation_act (person_id);

create table moderation_report (
  id uuid primary key,
  subject_kind text not null,
  subject_id uuid not null,
  reason text not null check (reason in ('personal', 'commercial', 'wrong', 'offensive', 'not-theirs', 'other')),
  words text,
  -- Where they want to hear what came of it; forgotten after twelve months.
  email text,
  person_id uuid references person (id),
  reported_at timestamptz not null,
  -- Open until then.
  answered_by uuid references moderation_act (id)
);
create index moderation_report_of_subject on moderation_report (subject_kind, subject_id);
create index moderation_report_open on moderation_report (reported_at) where answered_by is null;
create index moderation_report_answered_by on moderation_report (answered_by);
create index moderation_report_of_person on moderation_report (person_id);
create index moderation_report_of_email on moderation_report (email);
