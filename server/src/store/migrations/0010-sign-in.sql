-- How people sign in, and the roles that two of them give to a third. What stands here opens doors, so that the matching
-- and the log process see none of it.

-- A second server, and an upgrade, know no session that was opened before there were means to revoke it.
UPDATE session SET revoked_at = clock_timestamp() WHERE revoked_at IS NULL;

ALTER TABLE sign_in_link DROP CONSTRAINT sign_in_link_kind_check;
ALTER TABLE sign_in_link ADD CONSTRAINT sign_in_link_kind_check
  CHECK (kind IN ('first_administrator', 'demonstration', 'invitation', 'reset'));
CREATE INDEX sign_in_link_account ON sign_in_link (account_id);

ALTER TABLE session
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  -- The kind of the link, or the method, that opened it.
  ADD COLUMN opened_by text NOT NULL DEFAULT 'demonstration' CHECK (
    opened_by IN ('first_administrator', 'demonstration', 'invitation', 'reset', 'password', 'passkey')),
  -- Written at most once a minute.
  ADD COLUMN last_seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ADD COLUMN browser text;
ALTER TABLE session ALTER COLUMN opened_by DROP DEFAULT;
CREATE INDEX session_account ON session (account_id);

ALTER TABLE access_token
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  ADD COLUMN issued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ADD COLUMN last_used_at timestamptz;
CREATE INDEX access_token_account ON access_token (account_id);

CREATE TABLE account_sign_in (
  account_id uuid PRIMARY KEY REFERENCES account (id),
  -- Eight digits that the person alone sees and reads out to whoever confirms a role; new at each enrolment.
  confirmation_code text CHECK (confirmation_code ~ '^[0-9]{8}$'),
  -- Who last handed out a link by which this account's means of signing in can be set, and so might have used it.
  link_issued_by uuid REFERENCES account (id),
  last_sign_in_at timestamptz
);

CREATE TABLE passkey (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  -- Base64url, as WebAuthn gives it.
  credential_id text NOT NULL UNIQUE,
  public_key bytea NOT NULL,
  counter int8 NOT NULL CHECK (counter >= 0),
  transports text[] NOT NULL,
  -- The name of the server for which it was made, and at which alone it works.
  host text NOT NULL,
  name text NOT NULL,
  backed_up boolean NOT NULL,
  added_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX passkey_account ON passkey (account_id);

CREATE TABLE account_password (
  account_id uuid PRIMARY KEY REFERENCES account (id),
  -- Argon2id in the PHC string format, with its parameters and salt.
  verifier text NOT NULL,
  set_at timestamptz NOT NULL
);

CREATE TABLE second_factor (
  account_id uuid PRIMARY KEY REFERENCES account (id),
  -- AES-256-GCM under the sign-in key of the installation: nonce, ciphertext, tag.
  sealed_secret bytea NOT NULL,
  -- The last time step of which a code was taken: each is taken once.
  last_step int8 NOT NULL,
  set_at timestamptz NOT NULL
);

-- What was begun and waits for its second half.
CREATE TABLE sign_in_ticket (
  token_sha256 bytea PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('second_factor', 'passkey_sign_in', 'passkey_add', 'second_factor_set')),
  -- Null: whoever asks for a passkey names nobody.
  account_id uuid REFERENCES account (id),
  -- The challenge of a passkey, or the sealed secret of a second factor that is being set.
  content bytea,
  expires_at timestamptz NOT NULL
);
CREATE INDEX sign_in_ticket_expiry ON sign_in_ticket (expires_at);

-- Refused attempts by name and by address, as keyed hashes: a password may have been typed where a name was asked.
CREATE TABLE sign_in_throttle (
  key bytea PRIMARY KEY,
  refusals int4 NOT NULL,
  last_at timestamptz NOT NULL,
  wait_until timestamptz,
  -- Of a wait one refusal is logged, and no more: whoever goes on asking must not fill the log.
  told boolean NOT NULL DEFAULT false
);

CREATE TABLE role_request (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  role text NOT NULL,
  requested_by uuid NOT NULL REFERENCES account (id),
  requested_at timestamptz NOT NULL,
  wrong_codes int4 NOT NULL DEFAULT 0,
  verdict text CHECK (verdict IN ('confirmed', 'refused', 'withdrawn')),
  decided_by uuid REFERENCES account (id),
  decided_at timestamptz,
  CHECK ((verdict IS NULL) = (decided_at IS NULL) AND (verdict IS NULL) = (decided_by IS NULL)),
  CHECK (verdict IS DISTINCT FROM 'confirmed' OR (decided_by <> requested_by AND decided_by <> account_id)),
  CHECK (requested_by <> account_id)
);
CREATE UNIQUE INDEX role_request_waiting ON role_request (account_id, role) WHERE verdict IS NULL;

GRANT SELECT, INSERT ON account_sign_in, passkey, account_password, second_factor, sign_in_ticket, sign_in_throttle, role_request TO pm_serve;
GRANT UPDATE (last_seen_at) ON session TO pm_serve;
GRANT UPDATE (last_used_at) ON access_token TO pm_serve;
GRANT UPDATE (disabled_at) ON account TO pm_serve;
GRANT DELETE ON account_role TO pm_serve;
GRANT UPDATE (confirmation_code, link_issued_by, last_sign_in_at) ON account_sign_in TO pm_serve;
GRANT UPDATE (counter, backed_up, last_used_at), DELETE ON passkey TO pm_serve;
GRANT UPDATE (verifier, set_at), DELETE ON account_password TO pm_serve;
GRANT UPDATE (sealed_secret, last_step, set_at), DELETE ON second_factor TO pm_serve;
GRANT DELETE ON sign_in_ticket TO pm_serve;
GRANT UPDATE, DELETE ON sign_in_throttle TO pm_serve;
GRANT UPDATE (wrong_codes, verdict, decided_by, decided_at) ON role_request TO pm_serve;
-- Second factors, whose key stays on its machine, are no part of a backup; nor is what lives for minutes.
GRANT SELECT ON account_sign_in, passkey, account_password, role_request TO pm_backup;

-- What the serving process may read of the log about signing in: a bounded page of one agency's people (of all where it
-- is null), or of one account, the last first. `at` in UTC with microseconds, so that a page begins exactly where the
-- one before it ended.
CREATE FUNCTION read_sign_ins(of_agency uuid, by_account uuid, before timestamptz, at_most int4)
RETURNS TABLE (at text, account text, outcome text, method text, by text, reason text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  SELECT to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), a.name,
    CASE e.action
      WHEN 'session.opened' THEN 'opened' WHEN 'session.refused' THEN 'refused' WHEN 'session.closed' THEN 'closed'
      ELSE 'revoked' END,
    e.body ->> 'method', e.body ->> 'by',
    CASE WHEN e.action LIKE 'account.%' THEN 'administrator' ELSE e.body ->> 'reason' END
  FROM audit_entry e
  LEFT JOIN account a ON a.id = CASE WHEN e.action LIKE 'account.%' THEN e.subjects[1] ELSE e.actor END
  WHERE e.action IN (
      'session.opened', 'session.refused', 'session.closed', 'session.revoked',
      'account.reset', 'account.disabled', 'account.signed_out')
    AND (before IS NULL OR e.recorded_at < before)
    AND (of_agency IS NULL OR a.agency_id = of_agency)
    AND (by_account IS NULL OR a.id = by_account)
  ORDER BY e.recorded_at DESC
  LIMIT least(at_most, 500)
$$;
REVOKE ALL ON FUNCTION read_sign_ins(uuid, uuid, timestamptz, int4) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_sign_ins(uuid, uuid, timestamptz, int4) TO pm_serve;
CREATE INDEX audit_entry_sign_in ON audit_entry (recorded_at DESC) WHERE action IN (
  'session.opened', 'session.refused', 'session.closed', 'session.revoked',
  'account.reset', 'account.disabled', 'account.signed_out');
