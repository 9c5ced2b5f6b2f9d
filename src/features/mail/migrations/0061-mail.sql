-- What leaves Pipeline by mail. The words of a letter are forgotten after a while, and then the row.
create table mail (
  id uuid primary key,
  -- What it is about and happened once, so that it makes one mail; the key of its job too.
  key text not null unique,
  recipient text not null,
  about text not null,
  letter jsonb,
  -- A mail whose job was given up still waits: the operator may have it tried again.
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'refused', 'kept')),
  answer text,
  created_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'waiting') = (ended_at is null))
);
create index mail_by_age on mail (created_at);
create index mail_to_forget on mail (ended_at) where letter is not null;
create index mail_in_trouble on mail (id) where state in ('waiting', 'refused');
