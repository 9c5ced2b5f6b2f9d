-- A tool for working together: where people meet, write, keep and send things.
create table tool (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  -- What it is for; the words for each are in the code.
  purposes text[] not null check (cardinality(purposes) > 0),
  -- The organisation that proposed it; empty where it came with a file, or a curator added it.
  listed_by uuid references organisation (id),
  created_at timestamptz not null
);
create index tool_listed_by on tool (listed_by);
create index tool_in_order on tool (lower(name), id);

-- What was said of a tool, of one matter at a time; the newest stands. What nobody said is not known.
create table tool_fact (
  id uuid primary key,
  tool_id uuid not null references tool (id),
  matter text not null check (matter in (
    'describes', 'maker', 'address', 'cost', 'licence', 'where-kept', 'accessibility', 'sign-in', 'records', 'runs-on')),
  -- Empty where what was said before turned out not to be known.
  says text,
  source_name text not null,
  source_url text,
  -- 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD': as exactly as the source is dated.
  source_as_of text not null check (source_as_of ~ '^[0-9]{4}(-[0-9]{2}){0,2}$'),
  -- Who wrote it here; empty with a file, or when that person was erased.
  person_id uuid references person (id),
  said_at timestamptz not null
);
create index tool_fact_newest on tool_fact (tool_id, matter, id desc);
create index tool_fact_of_person on tool_fact (person_id);

-- What an organisation found when it looked at one version of a tool.
create table tool_review (
  id uuid primary key,
  tool_id uuid not null references tool (id),
  organisation_id uuid not null references organisation (id),
  -- Empty when that person was erased.
  person_id uuid references person (id),
  version text not null,
  reviewed_on date not null,
  rating smallint not null check (rating between 1 and 5),
  found text not null,
  written_at timestamptz not null,
  withdrawn_at timestamptz
);
create index tool_review_of_tool on tool_review (tool_id, reviewed_on desc, id desc);
create index tool_review_of_organisation on tool_review (organisation_id);
create index tool_review_of_person on tool_review (person_id);

-- How far an organisation gets with a tool. Where there is no row, it has not said.
create table tool_answer (
  organisation_id uuid not null references organisation (id),
  tool_id uuid not null references tool (id),
  answer text not null check (answer in ('open', 'view', 'blocked')),
  said_on date not null,
  -- Empty when that person was erased.
  person_id uuid references person (id),
  primary key (organisation_id, tool_id)
);
create index tool_answer_of_tool on tool_answer (tool_id);
create index tool_answer_of_person on tool_answer (person_id);
