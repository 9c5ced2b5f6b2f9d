-- An address of a chat or a program to which what some of a person's subscriptions find is sent.
create table hook (
  id uuid primary key,
  recipient_id uuid not null references recipient (id),
  kind text not null check (kind in ('webhook', 'teams', 'slack')),
  name text not null,
  -- Whoever knows it can write there: pages show its host alone.
  address text not null,
  -- What a webhook is signed with: kept as it is, because signing needs it whole.
  secret text,
  created_at timestamptz not null,
  check ((kind = 'webhook') = (secret is not null))
);
create index hook_of_recipient on hook (recipient_id);

create table hook_subscription (
  hook_id uuid not null references hook (id),
  subscription_id uuid not null references subscription (id),
  -- What was found before is not sent.
  since timestamptz not null,
  primary key (hook_id, subscription_id)
);
create index hook_subscription_by_subscription on hook_subscription (subscription_id);

-- One message, as often as it takes.
create table hook_delivery (
  id uuid primary key,
  hook_id uuid not null references hook (id),
  -- 'empty': nobody may see any more what it would have told.
  state text not null check (state in ('waiting', 'delivered', 'given-up', 'empty')),
  tries integer not null default 0,
  -- How many times it was begun anew by hand.
  replays integer not null default 0,
  -- What came of the last try, in words.
  answer text,
  made_at timestamptz not null,
  tried_at timestamptz
);
create index hook_delivery_of_hook on hook_delivery (hook_id, made_at desc);
create index hook_delivery_by_day on hook_delivery (made_at);

-- What a message tells, once for each hook.
create table hook_told (
  id uuid primary key,
  hook_id uuid not null references hook (id),
  delivery_id uuid not null references hook_delivery (id),
  kind text not null,
  subject_id text not null,
  happening text not null,
  activity_id uuid references activity (id),
  -- Titles of the subscriptions that found it.
  because text[] not null,
  matched_at timestamptz not null,
  unique nulls not distinct (hook_id, kind, subject_id, happening, activity_id)
);
create index hook_told_of_delivery on hook_told (delivery_id);
create index hook_told_by_activity on hook_told (activity_id);
