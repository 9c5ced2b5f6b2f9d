-- What a template can be filled from is said with its words: curators write templates of their own.
alter table guide_version add column fills text[] not null default '{}'
  check (fills <@ array['problem', 'project', 'check']);
alter table guide_draft add column fills text[] not null default '{}'
  check (fills <@ array['problem', 'project', 'check']);

create temporary table filled (slug text primary key, fills text[] not null);
insert into filled values
  ('problem-statement', array['problem', 'check']),
  ('research-plan', array['problem']),
  ('show-and-tell', array['project']),
  ('benefits-case', array['problem', 'project']),
  ('data-sharing-checklist', array['project']);
update guide_version set fills = filled.fills from guide join filled on filled.slug = guide.slug
  where guide.id = guide_version.guide_id;
update guide_draft set fills = filled.fills from guide join filled on filled.slug = guide.slug
  where guide.id = guide_draft.guide_id;
drop table filled;

alter table guide_version alter column fills drop default;
alter table guide_draft alter column fills drop default;
