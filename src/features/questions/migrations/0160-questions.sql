-- A question that an organisation asks in the open about a problem, a project or a common need.
create table question (
  id uuid primary key,
  thing_kind text not null check (thing_kind in ('problem', 'project', 'opportunity')),
  thing_id uuid not null,
  organisation_id uuid not null references organisation (id),
  -- Who wrote it for them; empty when that person was erased.
  person_id uuid references person (id),
  words text not null,
  asked_at timestamptz not null,
  changed_at timestamptz,
  -- When it was first shown and the owner told; empty while a curator reads it.
  told_at timestamptz
);
create index question_of_thing on question (thing_kind, thing_id, asked_at);
create index question_of_organisation on question (organisation_id);
create index question_of_person on question (person_id);

-- What an organisation answers; answers have no replies.
create table question_answer (
  id uuid primary key,
  question_id uuid not null references question (id),
  organisation_id uuid not null references organisation (id),
  -- Who wrote it for them; empty when that person was erased.
  person_id uuid references person (id),
  words text not null,
  answered_at timestamptz not null,
  changed_at timestamptz,
  -- When it was first shown and the asker told; empty while a curator reads it.
  told_at timestamptz,
  -- Since when it is the one that whoever asked, or whose the thing is, accepted.
  accepted_at timestamptz,
  unique (id, question_id)
);
create index question_answer_of_question on question_answer (question_id, answered_at);
create unique index question_answer_accepted on question_answer (question_id) where accepted_at is not null;
create index question_answer_of_organisation on question_answer (organisation_id);
create index question_answer_of_person on question_answer (person_id);

-- An organisation that a question or one of its answers names: its leads hear of the question once.
create table question_mention (
  question_id uuid not null references question (id),
  organisation_id uuid not null references organisation (id),
  -- The answer that names it; empty: the question itself.
  answer_id uuid,
  told_at timestamptz,
  primary key (question_id, organisation_id),
  foreign key (answer_id, question_id) references question_answer (id, question_id)
);
create index question_mention_of_organisation on question_mention (organisation_id);
create index question_mention_of_answer on question_mention (answer_id, question_id);
