-- Group roles of the cluster: what each process may do. They cannot sign in; every installation has logins of its own
-- that are members of one of them, and no login may become another. None owns a table or bypasses security.
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['pm_serve', 'pm_match', 'pm_log', 'pm_backup'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', role_name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- another database of this cluster was made at the same moment
      END;
    END IF;
  END LOOP;
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO pm_serve, pm_match, pm_log, pm_backup;
