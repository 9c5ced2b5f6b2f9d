-- The organisation in whose name a tie was said; null when a curator said it in nobody's name.
alter table organisation_tie add column said_for uuid references organisation (id);
create index organisation_tie_said_for on organisation_tie (said_for);
