import type { TwinNumbers } from './asked.ts'
import type { Twin } from './twin.ts'

/** Higher than any moment in milliseconds, and still a number. */
const NOBODYS = 900_000_000_000_000

/** The numbers that a twin has drawn. */
export async function numbersOf({ database }: Twin): Promise<TwinNumbers> {
  const all = database.pool('backup')
  const imports = await all.query<{ of: string; id: string }>(
    `SELECT a.name || ' ' || s.name AS of, min(i.id) AS id
     FROM import_run i JOIN source s ON s.id = i.source_id JOIN agency a ON a.id = s.agency_id GROUP BY 1`,
  )
  const verdicts = await all.query<{ number: string }>(
    "SELECT min(number) AS number FROM judgement j JOIN account a ON a.id = j.judged_by WHERE a.name = 'police analyst'",
  )
  const packs = await all.query<{ id: string }>('SELECT min(id) AS id FROM vocabulary_pack')
  const known = new Map(imports.rows.map(({ of, id }) => [of, id]))
  return {
    pack: packs.rows[0]!.id,
    verdict: verdicts.rows[0]!.number,
    importOf: (agency, source) => {
      const name = `${agency} ${source}`
      if (!known.has(name)) known.set(name, String(NOBODYS + known.size))
      return known.get(name)!
    },
  }
}
