-- Until which day it was looked which contracts come near their end: one row.
create table horizon_nearing (
  is_only boolean primary key default true check (is_only),
  looked_until date not null
);
