-- Who is told: a person, at the address they have just now.
create table recipient (
  id uuid primary key,
  person_id uuid not null unique references person (id),
  -- How many things a week at most, the best of them; empty: all.
  most_a_week smallint check (most_a_week between 1 and 500),
  -- Since when nothing is sent, and why.
  stopped_at timestamptz,
  stopped_for text check (stopped_for in ('asked', 'bounced', 'complained')),
  -- Of the secret in the addresses of the person's own feeds.
  feed_hash text unique,
  created_at timestamptz not null,
  check ((stopped_at is null) = (stopped_for is null))
);

-- A search that is kept, or a thing that is watched.
create table subscription (
  id uuid primary key,
  recipient_id uuid not null references recipient (id),
  -- What the person called it, and the path that shows it; one for each path.
  title text not null,
  address text not null,
  -- What is asked of a document; empty: nothing.
  criterion tsquery,
  -- Names of which everything that fits has at least one: nothing else need be compared.
  anchors text[] not null,
  level text not null check (level in ('everything', 'milestones', 'new', 'mute')),
  frequency text not null check (frequency in ('at-once', 'daily', 'weekly')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz
);
create unique index subscription_of_recipient on subscription (recipient_id, address) where ended_at is null;
create index subscription_by_recipient on subscription (recipient_id);
create index subscription_anchors on subscription using gin (anchors) where ended_at is null;

-- What a document said before it changed, for telling to whom it is new; kept until that has been worked out.
create table document_change (
  id uuid primary key,
  kind text not null,
  subject_id text not null,
  earlier tsvector,
  changed_at timestamptz not null
);

-- One mail that tells a recipient several things. `slot` names when it was due, so that it is made once.
create table digest (
  id uuid primary key,
  recipient_id uuid not null references recipient (id),
  slot text not null,
  made_at timestamptz not null,
  -- How many things it tells, and how many more it leaves for the page.
  things integer not null,
  left_out integer not null,
  -- Of the secret in its links.
  link_hash text unique,
  unique (recipient_id, slot)
);
create index digest_of_recipient on digest (recipient_id, made_at desc);

-- That a subscription has something to tell of a thing, and by which mail it did.
create table notification (
  id uuid primary key,
  subscription_id uuid not null references subscription (id),
  recipient_id uuid not null references recipient (id),
  kind text not null,
  subject_id text not null,
  -- 'found', or the kind of activity.
  happening text not null,
  activity_id uuid references activity (id),
  matched_at timestamptz not null,
  digest_id uuid references digest (id),
  is_left_out boolean not null default false,
  check ((happening = 'found') = (activity_id is null))
);
create unique index notification_found on notification (subscription_id, kind, subject_id) where happening = 'found';
create unique index notification_of_activity on notification (subscription_id, activity_id);
create index notification_by_activity on notification (activity_id);
create index notification_waiting on notification (recipient_id, matched_at) where digest_id is null;
create index notification_by_thing on notification (recipient_id, kind, subject_id);
create index notification_of_digest on notification (digest_id);
