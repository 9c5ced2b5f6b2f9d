-- The service of a contract can also be told by its code in the Common Procurement Vocabulary.
alter table contract drop constraint contract_service_from_check,
  add constraint contract_service_from_check check (service_from in ('source', 'title', 'cpv', 'council'));
