-- What a subscription asks for in a person's own words: it finds what means about the same. The words stand in its address.
create table subscription_text (
  subscription_id uuid primary key references subscription (id),
  -- From 4, the same, down to 1, related: nothing further away is told.
  closeness smallint not null check (closeness between 1 and 4)
);
-- What was there, and as near, when the person asked: of it nothing is told as new.
create table subscription_known (
  subscription_id uuid not null references subscription (id),
  kind text not null,
  subject_id text not null,
  primary key (subscription_id, kind, subject_id)
);
-- What the words mean to each model that is kept: made anew where it is missing.
create table subscription_vector (
  subscription_id uuid not null references subscription (id),
  model text not null,
  vector halfvec not null,
  primary key (subscription_id, model)
);
comment on table subscription_vector is 'derived';
