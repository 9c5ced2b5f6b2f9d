-- A recipient is a person, or an organisation, whose leads choose what its shared mailbox and its chats are told.
alter table recipient
  alter column person_id drop not null,
  add column organisation_id uuid unique references organisation (id),
  -- The shared mailbox, once somebody who reads it said yes; empty: no mail is sent.
  add column mailbox text,
  add check ((person_id is null) <> (organisation_id is null)),
  add check (mailbox is null or organisation_id is not null);

-- A mailbox that was asked whether it wants to be told; it is taken when somebody who reads it says yes.
create table mailbox_request (
  recipient_id uuid primary key references recipient (id),
  address text not null,
  -- Of the secret in its link.
  link_hash text not null unique,
  asked_at timestamptz not null
);

-- What was told is forgotten after a year.
create index digest_by_day on digest (made_at);
create index notification_by_day on notification (matched_at);
