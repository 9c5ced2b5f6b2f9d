-- By what someone signed in: an organisation can ask that its own sign-in be the only way.
alter table session
  add column started_by text not null default 'link' check (started_by in ('link', 'code', 'single-sign-on'));
