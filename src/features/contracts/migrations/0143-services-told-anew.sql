-- Names, such as those of products, by which contracts tell what they are for, each with the service it is run for most.
create table contract_service_clue (
  name text primary key,
  service_id integer not null references service (id)
);
create index contract_service_clue_service on contract_service_clue (service_id);

-- What an organisation said that its contracts of a title are for, for its next register too.
create table contract_service_choice (
  organisation_id uuid not null references organisation (id),
  title_key text not null,
  -- Empty: for no one service.
  service_id integer references service (id),
  chosen_at timestamptz not null,
  primary key (organisation_id, title_key)
);
create index contract_service_choice_service on contract_service_choice (service_id);

-- A council can also say that a contract is for no one service.
alter table contract
  drop constraint contract_check,
  add constraint contract_service_said check (
    case when service_id is null then service_from is null or service_from = 'council' else service_from is not null end),
  drop constraint contract_service_from_check,
  add constraint contract_service_from_check check ( service_from in ('source', 'title', 'cpv', 'product', 'council')),
  -- What it could be for, by its department or a likeness in meaning: no more than a guess.
  add column service_guess_id integer references service (id),
  -- By which clues its service was told last; empty where it is to be told anew.
  add column service_told_by text;
create index contract_of_guess on contract (service_guess_id);
