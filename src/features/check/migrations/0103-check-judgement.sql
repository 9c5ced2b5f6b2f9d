-- What people said of what was found for their words: the same problem or not. The words themselves are not kept, only
-- what tells that they were the same; nor who said it, but for an organisation.
create table check_judgement (
  id uuid primary key,
  question_hash text not null,
  kind text not null,
  subject_id uuid not null,
  says text not null check (says in ('same', 'not-the-same')),
  organisation_id uuid references organisation (id),
  said_at timestamptz not null
);
create index check_judgement_subject on check_judgement (kind, subject_id);
create index check_judgement_organisation on check_judgement (organisation_id);
