-- What organisations write here themselves stands beside what was imported, in the same tables.
alter table project
  add column is_written boolean not null default false,
  add column visibility text not null default 'public' check (visibility in ('public', 'public-sector', 'partners')),
  add column withdrawn_on date,
  add column withdrawal_reason text,
  -- Lists, files and the search hold what everyone may see; what is held or withheld they leave out besides.
  add column is_listed boolean not null generated always as (visibility = 'public' and withdrawn_on is null) stored,
  add column roles_sought text,
  add column learned text,
  -- [{"phase", "since"}], the first one first.
  add column phase_history jsonb not null default '[]',
  -- [{"kind", "label", "url"}]
  add column links jsonb not null default '[]';

alter table project_source drop constraint project_source_format_check;
alter table project_source add constraint project_source_format_check
  check (format in ('pipeline-page', 'pipeline-projects', 'fund-awards', 'written'));

-- Of a written project: whether the partner has said yes. Null for partners that a source names.
alter table project_partner add column standing text check (standing in ('asked', 'confirmed'));

-- Of a written project: who says it, in Markdown, and the update's own page.
alter table project_update
  add column organisation text,
  add column path text,
  add column changed_on date,
  add column withdrawn_on date;

drop index project_for_counts;
create index project_for_counts on project (phase, state, organisation_id, id) where is_listed;
