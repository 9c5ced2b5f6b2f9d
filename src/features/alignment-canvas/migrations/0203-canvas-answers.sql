-- What each organisation of a collaboration says for itself, by topic. Until it has said that it is done, this is its draft.
create table canvas_answer (
  id uuid primary key,
  collaboration_id uuid not null references collaboration (id),
  organisation_id uuid not null references organisation (id),
  topic text not null,
  -- One while it is a draft, and then one more for each change: the newest is what it says.
  version integer not null,
  -- By field; nothing where it does not know yet.
  said jsonb,
  said_at timestamptz not null,
  -- Empty when that person was erased.
  said_by uuid references person (id),
  unique (collaboration_id, organisation_id, topic, version)
);
create index canvas_answer_organisation on canvas_answer (organisation_id);
create index canvas_answer_said_by on canvas_answer (said_by);

-- Organisations that have said that they are done: what they say shows to the others that have.
create table canvas_completion (
  id uuid primary key,
  collaboration_id uuid not null references collaboration (id),
  organisation_id uuid not null references organisation (id),
  done_at timestamptz not null,
  -- Empty when that person was erased.
  done_by uuid references person (id),
  unique (collaboration_id, organisation_id)
);
create index canvas_completion_organisation on canvas_completion (organisation_id);
create index canvas_completion_done_by on canvas_completion (done_by);
