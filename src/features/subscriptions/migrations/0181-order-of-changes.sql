-- What came first, a subscription or a change of a document: clocks are put back at times.
create sequence order_of_changes;
alter table document_change
  drop column changed_at,
  add column place bigint not null default nextval('order_of_changes');
alter table subscription
  add column kept_after bigint not null default nextval('order_of_changes');
