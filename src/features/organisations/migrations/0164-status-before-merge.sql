-- What an organisation was before it became part of another, for when that is taken back.
alter table organisation_merge add column status_before text not null default 'current',
  add column ended_before date;
alter table organisation_merge alter column status_before drop default;
