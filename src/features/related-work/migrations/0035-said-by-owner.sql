-- An organisation says itself what its record is about; editors say it of what was imported.
alter table work_service
  add column said_by text not null default 'editors' check (said_by in ('editors', 'owner'));
