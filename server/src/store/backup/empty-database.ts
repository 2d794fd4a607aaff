import pg from 'pg'

const OF_AN_EXTENSION = (catalogue: string, oid: string) =>
  `EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalogue}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`

/** Is there no row in any table, but for the list of migrations? Then nothing is lost by dropping them. */
export async function holdsNothing(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname::text AS name FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relname <> 'schema_migration' AND NOT ${OF_AN_EXTENSION('pg_class', 'c.oid')}`,
  )
  for (const { name } of rows) {
    const found = await client.query(`SELECT FROM public.${pg.escapeIdentifier(name)} LIMIT 1`)
    if (found.rowCount !== 0) return false
  }
  return true
}

/**
 * Takes away whatever the migrations made, so that they can begin anew. Object by object, not the schema as a whole:
 * extensions that an operator keeps in it stay.
 */
export async function dropEverything(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `SELECT format('DROP %s IF EXISTS %s CASCADE',
         CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
         format('public.%I', c.relname)) AS statement
     FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
       AND NOT ${OF_AN_EXTENSION('pg_class', 'c.oid')}
     UNION ALL
     SELECT format('DROP ROUTINE IF EXISTS public.%I(%s) CASCADE', p.proname, pg_get_function_identity_arguments(p.oid))
     FROM pg_proc p
     WHERE p.pronamespace = 'public'::regnamespace AND NOT ${OF_AN_EXTENSION('pg_proc', 'p.oid')}
     UNION ALL
     SELECT format('DROP TYPE IF EXISTS public.%I CASCADE', t.typname)
     FROM pg_type t
     WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('e', 'd', 'r')
       AND NOT ${OF_AN_EXTENSION('pg_type', 't.oid')}`,
  )
  await client.query('BEGIN')
  for (const { statement } of rows) await client.query(statement)
  await client.query('COMMIT')
}
