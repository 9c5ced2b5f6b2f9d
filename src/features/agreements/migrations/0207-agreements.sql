-- What the partners of a collaboration agree on: one draft at a time, from which versions are fixed for signing.
create table agreement (
  id uuid primary key,
  collaboration_id uuid not null unique references collaboration (id),
  -- Who sees the version that stands, once all have signed it; drafts are for partners.
  visibility text not null check (visibility in ('public', 'public-sector', 'partners')),
  review_on date,
  ends_on date,
  begun_at timestamptz not null,
  check (review_on is null or ends_on is null or review_on <= ends_on)
);

-- A clause of the draft: one of the library, or what was resolved on a topic of the canvas.
create table agreement_clause (
  id uuid primary key,
  agreement_id uuid not null references agreement (id),
  key text not null,
  place integer not null,
  is_in boolean not null,
  -- Which of its ways is meant, and what stands in its blanks.
  way text not null,
  filled jsonb not null,
  -- Counts its changes, so that nobody writes over what they have not seen.
  edition integer not null,
  changed_at timestamptz not null,
  changed_by_organisation uuid not null references organisation (id),
  -- Empty when that person was erased.
  changed_by uuid references person (id),
  unique (agreement_id, key)
);
create index agreement_clause_changed_by_organisation on agreement_clause (changed_by_organisation);
create index agreement_clause_changed_by on agreement_clause (changed_by);
