-- Kept longer than its words, so that whoever got a mail can see why; empty for mail of before.
alter table mail
  add column subject text,
  add column why text;
