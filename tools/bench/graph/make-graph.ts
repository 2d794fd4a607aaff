import pg from 'pg'
import { readItem } from '../../../domain/src/read-item.ts'
import { internVisibility } from '../../../server/src/access/commands/intern-visibility.ts'
import { packItem } from '../../../server/src/records/rules/packed-item.ts'
import type { Installation } from '../installation.ts'

/** What the nodes are, in hundredths: persons and what they use, cases and the firearms in them. */
const SHARES = [
  ['person', 35],
  ['telephone', 10],
  ['vehicle', 5],
  ['address', 10],
  ['account', 3],
  ['organisation', 3],
  ['group', 1],
  ['listing', 2],
  ['event', 3],
  ['parcel', 5],
  ['place', 3],
  ['case', 5],
  ['record', 15],
] as const

/** One class in five is another agency's, which the reader may not see: of nodes and of ties. */
const CLASSES = [
  ['open', 'H0', true],
  ['pointer', 'H1', true],
  ['pointer', 'H2', true],
  ['silent', 'H3', true],
  ['silent', 'H3', false],
] as const

/** Between 0 and 1, the same for the same number and salt. */
const drawn = (number: string, salt: number): string =>
  `((hashint8extended(${number}, ${salt}) & 2147483647)::float8 / 2147483648)`

const kindOf = (number: string): string => {
  const cases = SHARES.map(([kind], at) => {
    const upTo = SHARES.slice(0, at + 1).reduce((sum, [, share]) => sum + share, 0)
    return `WHEN ${drawn(number, 3)} < ${upTo / 100} THEN '${kind}'`
  })
  return `CASE ${cases.join(' ')} ELSE 'record' END`
}
const classOf = (number: string, salt: number): string =>
  `($1::int4[])[1 + floor(${drawn(number, salt)} * ${CLASSES.length})::int]`

/**
 * A graph of so many nodes and as many ties: each tie from a node drawn evenly to one drawn so that the first are in many,
 * as a meeting place is, or a group. Written past the policies, as what years of work leave.
 */
export async function makeGraph(
  { store, as, reader }: Installation,
  nodes: number,
  hiddenAgency: string,
): Promise<void> {
  const who = await reader()
  const classes = await as(who, async (context) => {
    const agencies = await context.query.selectFrom('agency').select(['id', 'name']).execute()
    const idOf = (name: string) => agencies.find((each) => each.name === name)!.id
    const ids: number[] = []
    for (const [sourceVisibility, handling, own] of CLASSES)
      ids.push(
        await internVisibility(context, {
          agency: idOf(own ? 'Register' : hiddenAgency),
          sourceVisibility,
          handling,
          readers: [],
        }),
      )
    return ids
  })
  const item = JSON.stringify(
    packItem(readItem({ serial: 'GRB10001', make: 'Taurus', calibre: '9x19mm', type: 'pistol' })),
  )
  await store.asOwner(async (url) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      await client.query('BEGIN')
      await client.query(
        `CREATE TEMP TABLE made ON COMMIT DROP AS SELECT i, md5('node ' || i)::uuid AS id, ${kindOf('i')} AS kind, ${classOf('i', 4)} AS vis
         FROM generate_series(0, $2::int8 - 1) i`,
        [classes, nodes],
      )
      await client.query('CREATE INDEX ON made (i)')
      await client.query('ANALYZE made')
      await client.query(
        `INSERT INTO thing (id, kind, agency_id, vis, opened_by)
         SELECT m.id, m.kind, v.agency_id, m.vis, $1 FROM made m JOIN visibility v ON v.id = m.vis WHERE m.kind NOT IN ('case', 'record')`,
        [who.account],
      )
      await client.query(
        `INSERT INTO thing_value (thing_id, id, vis, field, value, standing, said, said_by)
         SELECT id, id, vis, 'name', 'name of ' || i, 'fact', '{}', $1 FROM made WHERE kind NOT IN ('case', 'record')`,
        [who.account],
      )
      await client.query(
        `INSERT INTO case_file (id, agency_id, vis, reference, opened_by)
         SELECT m.id, v.agency_id, m.vis, 'C ' || m.i, $1 FROM made m JOIN visibility v ON v.id = m.vis WHERE m.kind = 'case'`,
        [who.account],
      )
      await client.query(
        `INSERT INTO record (id, vis, source_id, source_key, version)
         SELECT m.id, m.vis, s.id, 'G ' || m.i, 1 FROM made m CROSS JOIN source s WHERE m.kind = 'record' AND s.name = 'seizures'`,
      )
      await client.query(
        `INSERT INTO record_version (record_id, version, vis, content_hmac, stated, raw, event)
         SELECT id, 1, vis, sha256('x'), '{}', '{}', 'seizure' FROM made WHERE kind = 'record'`,
      )
      await client.query(
        `INSERT INTO reading (record_id, vis, version, tables, item) SELECT id, vis, 1, 1, $1 FROM made WHERE kind = 'record'`,
        [item],
      )
      await client.query(
        `CREATE TEMP TABLE tying ON COMMIT DROP AS SELECT md5('tie ' || t)::uuid AS id, a.id AS one, a.kind, b.id AS other, b.kind AS other_kind,
           ${classOf('t', 5)} AS vis,
           CASE WHEN ${drawn('t', 6)} < 0.7 THEN 'fact' WHEN ${drawn('t', 6)} < 0.9 THEN 'assessment' ELSE 'lead' END AS standing
         FROM generate_series(0, $2::int8 - 1) t
         JOIN made a ON a.i = floor(${drawn('t', 1)} * $2)::int8
         JOIN made b ON b.i = floor(power(${drawn('t', 2)}, 2) * $2)::int8
         WHERE a.i <> b.i`,
        [classes, nodes],
      )
      for (const [one, kind, other, otherKind, forward] of [
        ['one', 'kind', 'other', 'other_kind', true],
        ['other', 'other_kind', 'one', 'kind', false],
      ] as const)
        await client.query(
          `INSERT INTO tie (node_id, id, node_kind, other_kind, other_id, forward, vis, relation, standing, said_by)
           SELECT ${one}, id, ${kind}, ${otherKind}, ${other}, ${forward}, vis, 'related_to', standing, $1 FROM tying ORDER BY 1, 2`,
          [who.account],
        )
      await client.query('COMMIT')
      await client.query('VACUUM (ANALYZE) tie, thing, thing_value, case_file, record, record_version, reading')
    } finally {
      await client.end()
    }
  })
}
