-- A contract that turned out to be another: its address leads there.
create table contract_former_address (
  id uuid primary key,
  contract_id uuid not null references contract (id) on delete cascade
);
create index contract_former_address_of_contract on contract_former_address (contract_id);
