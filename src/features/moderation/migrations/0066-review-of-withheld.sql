-- Those whose thing was withheld ask for another look in the same way as others report it.
alter table moderation_report drop constraint moderation_report_reason_check;
alter table moderation_report add constraint moderation_report_reason_check check (
  reason in ('personal', 'commercial', 'wrong', 'offensive', 'not-theirs', 'other', 'review'));
