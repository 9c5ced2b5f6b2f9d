-- What a person asked for just now goes out whatever became of mail before; and what an answer to a mail is an answer to.
alter table mail
  add column is_asked_for boolean not null default false,
  add column reply jsonb;

-- An address that gets no mail but what is asked for, and why: mail to it came back, or was reported as unwanted.
create table mail_stop (
  -- In lower case.
  address text primary key,
  stopped_for text not null check (stopped_for in ('bounced', 'complained')),
  -- What the mail server said, without addresses, and its status code (RFC 3463) where it gave one.
  answer text not null,
  status text,
  stopped_at timestamptz not null
);
