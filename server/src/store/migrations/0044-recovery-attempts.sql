-- By which its device knows the send that made a version: an answer that was lost on the way is known again by it.
ALTER TABLE recovery_version ADD COLUMN attempt uuid;
GRANT INSERT (attempt) ON recovery_version TO pm_serve;
