-- A company and the bodies that own it; a network or group and those in it.
alter table organisation_member
  drop constraint organisation_member_kind_check,
  add constraint organisation_member_kind_check
    check (kind in ('county', 'combined-authority', 'owner', 'group'));
