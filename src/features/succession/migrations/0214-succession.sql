-- Who does what in a collaboration, who steps in, and where what they know and hold keys to lives.
create table succession_role (
  id uuid primary key,
  collaboration_id uuid not null references collaboration (id),
  -- Whose role it is: its people say who holds it.
  organisation_id uuid not null references organisation (id),
  title text not null,
  -- Someone who speaks for the organisation, or the job title of somebody who does not; neither where nobody holds it.
  holder_id uuid references person (id),
  holder_title text,
  deputy_id uuid references person (id),
  deputy_title text,
  -- A place on each line: words, and an address that begins with https.
  kept_where text,
  note text,
  named_at timestamptz not null,
  -- When someone last said that it is right, for which organisation.
  looked_at timestamptz not null,
  looked_by_organisation uuid not null references organisation (id),
  -- Empty when that person was erased.
  looked_by uuid references person (id),
  -- When its organisation was asked whether it is still right.
  asked_at timestamptz,
  check (holder_id is null or holder_title is null),
  check (deputy_id is null or deputy_title is null)
);
create unique index succession_role_once on succession_role (collaboration_id, organisation_id, lower(title));
create index succession_role_organisation on succession_role (organisation_id);
create index succession_role_holder on succession_role (holder_id);
create index succession_role_deputy on succession_role (deputy_id);
create index succession_role_looked_by_organisation on succession_role (looked_by_organisation);
create index succession_role_looked_by on succession_role (looked_by);
create index succession_role_to_ask on succession_role (looked_at);
