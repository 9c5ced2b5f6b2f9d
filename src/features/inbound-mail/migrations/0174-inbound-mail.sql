-- That a mail came in: so that it is taken once, and the operator sees what was not taken. Nothing of what it says.
create table mail_in (
  -- A hash of its Message-ID and of the address it was sent to.
  key text primary key,
  outcome text not null,
  came_at timestamptz not null
);
create index mail_in_by_age on mail_in (came_at);

-- A day on which mail to a person came back that may arrive another day: several in a fortnight stop it.
create table mail_return (
  person_id uuid not null references person (id),
  returned_on date not null,
  primary key (person_id, returned_on)
);
create index mail_return_by_age on mail_return (returned_on);

-- A mail by which a person shows that mail reaches them again. Only a hash of its secret is kept.
create table mail_confirmation (
  link_hash text primary key,
  person_id uuid not null references person (id),
  -- The address that it was sent to: another since then is not confirmed by it.
  address text not null,
  ends_at timestamptz not null
);
create index mail_confirmation_of_person on mail_confirmation (person_id);
create index mail_confirmation_ended on mail_confirmation (ends_at);
