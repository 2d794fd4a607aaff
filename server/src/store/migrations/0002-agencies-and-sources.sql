-- Reference tables: small, copied to every node of a distributed PostgreSQL, without row-level security.

CREATE TABLE installation (
  singleton int4 PRIMARY KEY CHECK (singleton = 1),
  id uuid NOT NULL,
  name text NOT NULL,
  -- ISO 3166 alpha-2; null until the administrator says which state this is.
  country text CHECK (country ~ '^[A-Z]{2}$'),
  demonstration boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE agency (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE,
  -- Null: an agency of this installation's own state.
  country text CHECK (country ~ '^[A-Z]{2}$'),
  -- Whom another agency may ask; the only thing that a pointer tells of it besides the name.
  desk text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE account (
  id uuid PRIMARY KEY,
  -- Null: a process, the installer, an administrator who works for no agency.
  agency_id uuid REFERENCES agency (id),
  name text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('person', 'installer', 'process')),
  disabled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE account_role (
  account_id uuid NOT NULL REFERENCES account (id),
  role text NOT NULL,
  PRIMARY KEY (account_id, role)
);

-- What decides who may read a row, interned: protected rows carry the number alone, and a reader's numbers are resolved
-- before the first row is touched.
CREATE SEQUENCE visibility_number AS int4;
CREATE TABLE visibility (
  id int4 PRIMARY KEY DEFAULT nextval('visibility_number'),
  agency_id uuid NOT NULL REFERENCES agency (id),
  source_visibility text NOT NULL CHECK (source_visibility IN ('open', 'pointer', 'silent')),
  handling text NOT NULL CHECK (handling IN ('H0', 'H1', 'H2', 'H3')),
  -- Agencies to which the owner has released these rows.
  readers uuid[] NOT NULL DEFAULT '{}',
  UNIQUE (agency_id, source_visibility, handling, readers)
);

CREATE TABLE source (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES agency (id),
  -- Unique within its agency: an agency must not learn from a refusal that another has a source of that name.
  name text NOT NULL,
  kind text NOT NULL,
  handling text NOT NULL,
  source_visibility text NOT NULL,
  -- The class that new records of this source take.
  vis int4 NOT NULL REFERENCES visibility (id),
  legal_regime text NOT NULL DEFAULT 'directive_2016_680',
  retention_years int4 CHECK (retention_years > 0),
  review_years int4 NOT NULL DEFAULT 3 CHECK (review_years > 0),
  profile jsonb,
  created_by uuid NOT NULL REFERENCES account (id),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (agency_id, name)
);

CREATE SEQUENCE import_number AS int8;
CREATE TABLE import_run (
  id int8 PRIMARY KEY DEFAULT nextval('import_number'),
  source_id uuid NOT NULL REFERENCES source (id),
  file_name text NOT NULL,
  file_sha256 bytea NOT NULL,
  rows int8 NOT NULL,
  accepted int8 NOT NULL,
  rejected int8 NOT NULL,
  unchanged int8 NOT NULL,
  changed int8 NOT NULL,
  started_by uuid NOT NULL REFERENCES account (id),
  finished_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (rows = accepted + rejected + unchanged + changed)
);

GRANT SELECT ON installation, agency, account, account_role, visibility, source, import_run TO pm_serve, pm_match, pm_log, pm_backup;
GRANT UPDATE (name, country) ON installation TO pm_serve;
GRANT INSERT ON installation, agency, account, account_role, visibility, source, import_run TO pm_serve;
GRANT USAGE ON SEQUENCE visibility_number, import_number TO pm_serve;
GRANT SELECT ON SEQUENCE visibility_number, import_number TO pm_backup;
