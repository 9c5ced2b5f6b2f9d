-- Those that not everyone may find are looked up for everyone who is signed in.
create index project_shown_to_some on project (id) where not is_listed;
