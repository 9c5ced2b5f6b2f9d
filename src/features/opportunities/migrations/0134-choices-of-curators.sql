-- What a curator put into a need, or took out of it: it stands whatever the night finds.
create table opportunity_choice (
  opportunity_id uuid not null references opportunity (id),
  kind text not null,
  subject_id uuid not null,
  -- False of what was taken out.
  belongs boolean not null,
  primary key (opportunity_id, kind, subject_id)
);
