import { THING_KINDS } from '@proofmark/contract/case-words'
import type { Context } from '../../access/context.ts'
import type { LinkedRecord } from '../../linkage/rules/pair.ts'
import { seesNames } from '../policy/named-persons.ts'
import { codeOfCountry } from '../rules/graph/country-node.ts'
import { idOf, idsOf, kindOf, type NodeName, nodeNamed } from '../rules/graph/node.ts'
import type { Worded } from '../rules/graph/tied.ts'
import { consignmentGroups } from './consignment-groups.ts'
import type { Firearms } from './firearms.ts'
import { type PointerDetail, pointerDetails } from './pointer-details.ts'
import { placedRecords } from './stated-place-groups.ts'
import { supplyRows } from './supply-rows.ts'

/** What a node is called, and when it was. */
export interface NodeDetail {
  readonly label: string | null
  readonly detail: readonly Worded[]
  readonly fromDay: string | null
  readonly toDay: string | null
  /** Whom to ask, where it is somebody else's. */
  readonly pointer?: PointerDetail['pointer']
}

const NOTHING: NodeDetail = { label: null, detail: [], fromDay: null, toDay: null }
type Details = ReadonlyMap<NodeName, NodeDetail>

/** A value that is there, as a sentence of the catalogue. */
const said = (message: string, values: Readonly<Record<string, string | null>>): Worded[] =>
  Object.values(values).every((value) => value !== null && value !== '')
    ? [{ message: `connect.detail.${message}`, values: values as Readonly<Record<string, string>> }]
    : []

const days = (list: readonly (string | null | undefined)[]): { fromDay: string | null; toDay: string | null } => {
  const known = list.filter((day): day is string => day != null && /^\d{4}-\d{2}-\d{2}$/.test(day)).sort()
  return { fromDay: known[0] ?? null, toDay: known.at(-1) ?? null }
}

/** A firearm is called by what its records read: the first that names a make, and the first whole number. */
function firearmDetail(records: readonly LinkedRecord[]): NodeDetail {
  const items = records.map(({ item }) => item)
  const make = items.find((item) => item.make.name !== null)?.make.name ?? null
  const model = items.find((item) => item.model.name !== null)?.model.name ?? null
  const mark =
    items.find(({ serial }) => serial.state === 'legible') ?? items.find(({ serial }) => serial.norm !== null)
  const calibre = items.find((item) => item.calibre.name !== null)?.calibre.name ?? null
  const label = [make, model, mark?.serial.norm].filter((word) => word != null).join(' ')
  return {
    label: label === '' ? null : label,
    detail: [...said('calibre', { calibre }), ...said('records', { count: String(records.length) })],
    ...days(records.flatMap(({ event }) => [event.from, event.to])),
  }
}

/** By which of its values a thing is called; of several, the first said. */
const CALLED_BY = [
  'name',
  'title',
  'plate',
  'number',
  'address',
  'iban',
  'account_number',
  'reference',
  'handle',
  'vin',
]
const BESIDE = ['alias', 'platform', 'make', 'carrier', 'registration', 'at']

async function thingDetails({ client, reader }: Context, nodes: readonly NodeName[]): Promise<Details> {
  const things = nodes.filter((node) => (THING_KINDS as readonly string[]).includes(kindOf(node)))
  const named = things.filter((node) => kindOf(node) !== 'person' || seesNames(reader))
  if (named.length === 0) return new Map()
  const { rows } = await client.query<{ thing: string; field: string; value: string }>({
    name: 'graph-values',
    text: `SELECT thing_id AS thing, field, value FROM thing_value
           WHERE thing_id = ANY ($1::uuid[]) AND withdrawn_at IS NULL AND value IS NOT NULL ORDER BY number`,
    values: [named.map(idOf)],
  })
  const values = Map.groupBy(rows, ({ thing }) => thing)
  return new Map(
    named.map((node) => {
      const own = values.get(idOf(node)) ?? []
      const first = (field: string) => own.find((each) => each.field === field)?.value
      const route = [first('from'), first('to')].filter((end) => end !== undefined).join(' – ')
      const label = CALLED_BY.map(first).find((value) => value !== undefined) ?? (route || (own[0]?.value ?? null))
      const beside = BESIDE.map(first).find((value) => value !== undefined && value !== label)
      return [node, { label, detail: said('beside', { value: beside ?? null }), ...days([first('at')?.slice(0, 10)]) }]
    }),
  )
}

interface KeptRow {
  readonly id: string
  readonly label: string | null
  readonly agency: string | null
  readonly day: string | null
  readonly word: string | null
  readonly place: string | null
}

/** What other desks call what they keep: number or reference, agency, day. */
const KEPT: Partial<Readonly<Record<ReturnType<typeof kindOf>, { readonly text: string; readonly word: string }>>> = {
  case: {
    word: '',
    text: `SELECT c.id, c.reference AS label, g.name AS agency, NULL AS day, NULL AS word, NULL AS place
           FROM case_file c JOIN agency g ON g.id = c.agency_id WHERE c.id = ANY ($1::uuid[])`,
  },
  recovery: {
    word: 'recovery',
    text: `SELECT r.id, v.form ->> 'reference' AS label, g.name AS agency, v.form ->> 'date' AS day, r.status AS word,
             v.form -> 'place' ->> 'locality' AS place
           FROM recovery r JOIN agency g ON g.id = r.agency_id
           LEFT JOIN LATERAL (
             SELECT form FROM recovery_version WHERE recovery_id = r.id AND stands ORDER BY version DESC LIMIT 1
           ) v ON true
           WHERE r.id = ANY ($1::uuid[])`,
  },
  exhibit: {
    word: 'exhibit',
    text: `SELECT e.id, v.label, g.name AS agency, NULL AS day, e.kind AS word, NULL AS place
           FROM exhibit e JOIN agency g ON g.id = e.agency_id
           LEFT JOIN LATERAL (
             SELECT nullif(concat_ws(' ', x ->> 'number', x -> 'stated' ->> 'make', x -> 'stated' ->> 'serial'), '') AS label
             FROM recovery_version s, jsonb_array_elements(s.form -> 'exhibits') x
             WHERE s.recovery_id = e.recovery_id AND s.stands AND x ->> 'exhibit' = e.id::text
             ORDER BY s.version DESC LIMIT 1
           ) v ON true
           WHERE e.id = ANY ($1::uuid[])`,
  },
  fired_item: {
    word: 'fired_item',
    text: `SELECT i.id, i.system || ' ' || i.reference AS label, g.name AS agency, v.said ->> 'date' AS day,
             i.entry AS word, v.said ->> 'place' AS place
           FROM ballistic_item i JOIN agency g ON g.id = i.agency_id
           JOIN LATERAL (SELECT said FROM ballistic_item_version WHERE item_id = i.id ORDER BY version DESC LIMIT 1) v ON true
           WHERE i.id = ANY ($1::uuid[])`,
  },
  ballistic_result: {
    word: 'result',
    text: `SELECT b.id, concat_ws(' – ', f.system || ' ' || f.reference, s.system || ' ' || s.reference) AS label,
             g.name AS agency, b.said ->> 'on' AS day, NULL AS place,
             CASE WHEN w.id IS NOT NULL THEN 'withdrawn' WHEN b.level = 'hit' AND v.id IS NULL THEN 'lead' ELSE b.level END AS word
           FROM ballistic_result b
           JOIN ballistic_item f ON f.id = b.first_id JOIN ballistic_item s ON s.id = b.second_id
           JOIN agency g ON g.id = b.agency_id
           LEFT JOIN ballistic_result v ON v.of_id = b.id AND v.kind = 'second'
           LEFT JOIN ballistic_result w ON w.of_id = b.id AND w.kind = 'withdrawal'
           WHERE b.id = ANY ($1::uuid[])`,
  },
  trace: {
    word: 'trace',
    text: `SELECT q.id, concat_ws(' ', q.asker, upper(left(q.id::text, 8))) AS label, g.name AS agency, q.opened_at::date::text AS day,
             q.direction AS word, NULL AS place
           FROM trace_request q JOIN agency g ON g.id = q.agency_id WHERE q.id = ANY ($1::uuid[])`,
  },
}

async function keptDetails({ client }: Context, nodes: readonly NodeName[]): Promise<Details> {
  const found = new Map<NodeName, NodeDetail>()
  for (const [kind, { text, word }] of Object.entries(KEPT) as [
    ReturnType<typeof kindOf>,
    { text: string; word: string },
  ][]) {
    const ids = idsOf(nodes, kind)
    if (ids.length === 0) continue
    const { rows } = await client.query<KeptRow>({ name: `graph-kept-${kind}`, text, values: [ids] })
    for (const { id, label, agency, day, word: value, place } of rows) {
      // A lead and a hit have a sentence each: one word that is to stand for both would stand for the other as well.
      const own = word === 'result' ? said(`result_${value}`, {}) : said(word, { word: value })
      const detail = [...own, ...said('agency', { agency }), ...said('place', { place })]
      found.set(nodeNamed(kind, id), { label, detail, ...days([day]) })
    }
  }
  return found
}

async function consignmentDetails(context: Context, nodes: readonly NodeName[]): Promise<Details> {
  const groups = await consignmentGroups(context, idsOf(nodes, 'consignment'))
  return new Map(
    groups.map(({ name, ref, from, to, records }) => [
      nodeNamed('consignment', name),
      { label: ref, detail: said('records', { count: String(records.length) }), ...days([from, to]) },
    ]),
  )
}

/**
 * A record that stands for no one firearm says what it is: of which supply, by which document, how many, which numbers; loose
 * parts by whatever make, model and mark is on them.
 */
async function supplyDetails(context: Context, firearms: Firearms, nodes: readonly NodeName[]): Promise<Details> {
  const rows = await supplyRows(context, idsOf(nodes, 'record'))
  const loose = [...rows.values()].flatMap(({ record, rowKind }) => (rowKind === 'component' ? [record] : []))
  await firearms.describe(loose.map((record) => nodeNamed('record', record)))
  const calledAs = (record: string): string | null =>
    firearmDetail(firearms.keptUnder(nodeNamed('record', record)).flatMap((each) => firearms.recordOf(each) ?? []))
      .label
  return new Map(
    [...rows.values()].map(({ record, source, key, event, rowKind, document, numbers, quantity, fromDay, toDay }) => [
      nodeNamed('record', record),
      {
        label:
          (rowKind === 'consignment' ? document : rowKind === 'component' ? calledAs(record) : null) ??
          `${source} ${key}`,
        detail: [
          ...(rowKind === 'component' ? said('exhibit', { word: 'component' }) : []),
          { message: `word.event.${event}`, values: {} },
          ...said('quantity', { count: quantity === null ? null : String(quantity) }),
          ...said('numbers', { numbers }),
        ],
        ...days([fromDay, toDay]),
      },
    ]),
  )
}

async function placeDetails(context: Context, nodes: readonly NodeName[]): Promise<Details> {
  const placed = await placedRecords(context, idsOf(nodes, 'stated_place'))
  return new Map(
    placed.map(({ record, place }) => [
      nodeNamed('stated_place', record),
      { ...NOTHING, label: place.trim().replaceAll(/\s+/gu, ' ') },
    ]),
  )
}

/** A country is called by its code, which every reader's language has a name for. */
const countryDetails = (nodes: readonly NodeName[]): Details =>
  new Map(
    nodes
      .filter((node) => kindOf(node) === 'country')
      .map((node) => [node, { ...NOTHING, label: codeOfCountry(node) }]),
  )

/** What these nodes are called, of what the reader may see of them. */
export async function nodeDetails(context: Context, firearms: Firearms, nodes: readonly NodeName[]): Promise<Details> {
  const ofFirearms = nodes.filter((node) => kindOf(node) === 'firearm')
  await firearms.describe(ofFirearms)
  const folded = ofFirearms.map((node): [NodeName, NodeDetail] => {
    const records = firearms.keptUnder(node).flatMap((record) => firearms.recordOf(record) ?? [])
    return [node, firearmDetail(records)]
  })
  const others = [
    await thingDetails(context, nodes),
    await keptDetails(context, nodes),
    await pointerDetails(context, nodes),
    await supplyDetails(context, firearms, nodes),
    await placeDetails(context, nodes),
    countryDetails(nodes),
  ]
  const all = new Map([
    ...folded,
    ...others.flatMap((each) => [...each]),
    ...(await consignmentDetails(context, nodes)),
  ])
  return new Map(nodes.map((node) => [node, all.get(node) ?? NOTHING]))
}
