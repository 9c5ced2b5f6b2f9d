-- What the usual stack keeps.
-- Its search: a weighted tsvector under GIN beside the text, facets as rows.
drop schema if exists usual_stack cascade;
drop schema if exists usual_stack_jobs cascade;
create schema usual_stack;

create table usual_stack.document (
  id integer primary key,
  kind text not null,
  url text not null,
  title text not null,
  summary text not null,
  text text not null,
  meta jsonb not null,
  dated date,
  words tsvector not null generated always as (
    setweight(to_tsvector('english', title), 'A') || to_tsvector('english', summary || ' ' || text)) stored
);

create table usual_stack.document_facet (
  document_id integer not null references usual_stack.document (id),
  facet text not null,
  value text not null,
  primary key (document_id, facet, value)
);

insert into usual_stack.document (id, kind, url, title, summary, text, meta, dated)
select id, kind, url, title, summary, text, meta, dated
from search_document join search_text on document_id = id;

insert into usual_stack.document_facet (document_id, facet, value)
select id, split_part(key, ':', 1), substr(key, strpos(key, ':') + 1)
from search_document cross join lateral unnest(keys) as key
where key not like 'organisation:%';

create index on usual_stack.document using gin (words);
create index on usual_stack.document (dated desc nulls last, id desc);
create index on usual_stack.document_facet (facet, value);

-- Sessions, as connect-pg-simple wants them.
create table usual_stack.session (
  sid varchar primary key,
  sess json not null,
  expire timestamp(6) not null
);
create index on usual_stack.session (expire);

-- What organisations say of problems, and said before. The queue makes its own tables.
create table usual_stack.stance (
  id uuid primary key default gen_random_uuid(),
  problem_id uuid not null references problem (id),
  organisation_id uuid not null references organisation (id),
  number integer not null,
  word jsonb not null,
  confirmed_by uuid references person (id),
  confirmed_at timestamptz not null,
  ends_on date not null,
  unique (problem_id, organisation_id)
);
create index on usual_stack.stance (organisation_id);

create table usual_stack.stance_version (
  stance_id uuid not null references usual_stack.stance (id),
  number integer not null,
  word jsonb not null,
  written_by uuid references person (id),
  written_at timestamptz not null,
  primary key (stance_id, number)
);
