-- What a project means to have done by a day. What it says stands in its last version.
create table milestone (
  id uuid primary key,
  plan_id uuid not null references plan (id),
  version integer not null,
  -- The kind of file that it came in with, and what that file calls it; empty where it was written here.
  source_kind text check (source_kind in ('table', 'trello', 'github')),
  source_key text,
  check ((source_kind is null) = (source_key is null)),
  unique (plan_id, source_kind, source_key)
);

-- A file with milestones of a project, looked at or taken in.
create table milestone_import (
  id uuid primary key,
  plan_id uuid not null references plan (id),
  kind text not null check (kind in ('table', 'trello', 'github')),
  file_name text not null,
  -- What the file calls itself: a board, a repository.
  source_name text,
  state text not null check (state in ('previewed', 'taken-in', 'undone')),
  -- What a person said about it: what each column says, what becomes of each list.
  choices jsonb not null,
  -- What can be chosen.
  asked jsonb not null,
  -- Each line as it was read, and once it is taken in what became of it.
  lines jsonb not null,
  made_at timestamptz not null,
  -- Empty when that person was erased.
  person_id uuid references person (id),
  taken_in_at timestamptz,
  undone_at timestamptz,
  check ((state = 'previewed') = (taken_in_at is null)),
  check ((state = 'undone') = (undone_at is not null))
);
create index milestone_import_of_plan on milestone_import (plan_id, made_at desc);
create index milestone_import_person on milestone_import (person_id);

-- The file itself, until it is taken in.
create table milestone_import_file (
  import_id uuid primary key references milestone_import (id),
  bytes bytea not null
);

-- What was said of a milestone each time that it was said.
create table milestone_version (
  milestone_id uuid not null references milestone (id),
  number integer not null,
  title text not null,
  due_on date,
  is_done boolean not null,
  -- Empty where the day is not known.
  done_on date,
  is_removed boolean not null,
  -- What its file said last; a person may have said otherwise here.
  source_said jsonb,
  made_at timestamptz not null,
  -- Empty where it came from the command line, or when that person was erased.
  person_id uuid references person (id),
  -- The file that said so, or whose undoing did.
  import_id uuid references milestone_import (id),
  primary key (milestone_id, number),
  check (is_done or done_on is null)
);
create index milestone_version_person on milestone_version (person_id);
create index milestone_version_import on milestone_version (import_id);
