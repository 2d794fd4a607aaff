-- An installation is its people's, and the shell the installer's no more, from the moment at which somebody could sign
-- in. What shows it goes again: a reset takes passkeys and passwords, and no backup holds links or second factors. So it
-- is written down, once for each account and never taken back.
ALTER TABLE account_sign_in ADD COLUMN first_enrolled_at timestamptz;
INSERT INTO account_sign_in (account_id, first_enrolled_at)
SELECT a.id, min(e.recorded_at)
FROM audit_entry e JOIN account a ON a.id = e.subjects[1]
WHERE e.action = 'account.enrolled'
GROUP BY a.id
ON CONFLICT (account_id) DO UPDATE SET first_enrolled_at = excluded.first_enrolled_at;
GRANT UPDATE (first_enrolled_at) ON account_sign_in TO pm_serve;
