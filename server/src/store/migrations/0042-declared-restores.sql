-- A partner says that it was restored from a backup; before a person here agreed it is told nothing of what we exchanged.
CREATE TABLE declared_restore (
  id uuid PRIMARY KEY,
  partner text NOT NULL REFERENCES partner (short),
  -- From when on it says that it lost what was exchanged.
  since timestamptz NOT NULL,
  declared_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  verdict text CHECK (verdict IN ('approved', 'refused')),
  why text,
  decided_by uuid REFERENCES account (id),
  decided_at timestamptz,
  -- Messages that it was given or that were sent again since.
  given int4 NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX declared_restore_waiting ON declared_restore (partner) WHERE verdict IS NULL;
CREATE INDEX declared_restore_of ON declared_restore (partner, declared_at DESC);

GRANT SELECT ON declared_restore TO pm_serve, pm_backup;
GRANT INSERT (id, partner, since, declared_at) ON declared_restore TO pm_serve;
GRANT UPDATE (verdict, why, decided_by, decided_at, given) ON declared_restore TO pm_serve;
