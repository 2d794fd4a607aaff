-- Local to one PostgreSQL: guarded by grants, without row-level security. Tokens are kept as hashes.
CREATE TABLE sign_in_link (
  token_sha256 bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  kind text NOT NULL CHECK (kind IN ('first_administrator', 'demonstration')),
  expires_at timestamptz,
  used_at timestamptz
);

CREATE TABLE session (
  token_sha256 bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);

CREATE TABLE access_token (
  token_sha256 bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  name text NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);

GRANT SELECT, INSERT ON sign_in_link, session, access_token TO pm_serve;
GRANT UPDATE (used_at) ON sign_in_link TO pm_serve;
GRANT UPDATE (revoked_at) ON session, access_token TO pm_serve;
-- Sessions and links are no part of a backup: a restore voids them.
