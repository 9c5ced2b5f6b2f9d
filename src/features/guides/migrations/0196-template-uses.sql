-- How often a template was downloaded on a day, as it is or filled in. A number, and nothing of who did.
create table template_use (
  guide_id uuid not null references guide (id),
  used_on date not null,
  is_filled boolean not null,
  uses integer not null,
  primary key (guide_id, used_on, is_filled)
);
