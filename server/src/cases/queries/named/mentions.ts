import type { EventKind } from '@proofmark/domain/event-kind'
import type { Context } from '../../../access/context.ts'
import type { NamedIn } from '../../../access/policy/persons.ts'
import { seesPersonsAt } from '../../../custody/policy/recovery.ts'
import { readsAsFirm } from '../../../records/rules/reads-as-firm.ts'
import { type Sight, sightOfNamed } from '../../policy/named-persons.ts'
import { keysOfStated } from '../../rules/graph/named/agreeing.ts'
import {
  type Mention,
  type MentionRole,
  mentionNode,
  type NamedBy,
  statedName,
} from '../../rules/graph/named/mention.ts'
import { isProtectedRole, relationOfRole } from '../../rules/graph/named/relation-of-role.ts'
import type { NamedGround } from './ground.ts'

/** Those whom records and recoveries name, as far as the reader may be told of them. */
export interface Mentions {
  readonly mentions: readonly Mention[]
  /** Victims and witnesses who were not asked for. */
  readonly hidden: number
  /** Those of whom it is to be decided first whether they are kept. */
  readonly due: number
}

export interface NamedWhere {
  readonly records: readonly string[]
  readonly recoveries: readonly string[]
  /** Victims and witnesses too. */
  readonly protectedPersons: boolean
}

/** What names somebody, with what its persons' relation follows from. */
interface Naming {
  readonly by: NamedBy
  readonly sight: Exclude<Sight, 'none'>
  readonly event: EventKind | null
  readonly fromDay: string | null
  readonly toDay: string | null
}

interface RecordRow extends Omit<NamedIn, 'agency'> {
  readonly id: string
  readonly agency: string
  readonly agencyName: string
  readonly event: EventKind
  readonly fromDay: string | null
  readonly toDay: string | null
}

const RECORDS = `
  SELECT r.id, g.id AS agency, g.name AS "agencyName", k.source_visibility AS "sourceVisibility", k.handling,
    v.event, v.date_from AS "fromDay", v.date_to AS "toDay"
  FROM record r
  JOIN record_version v ON v.record_id = r.id AND v.version = r.version
  JOIN source s ON s.id = r.source_id
  JOIN agency g ON g.id = s.agency_id
  JOIN visibility k ON k.id = s.vis
  WHERE r.id = ANY ($1::uuid[])`

const RECOVERIES = `
  SELECT r.id, r.agency_id AS agency, v.form ->> 'date' AS day
  FROM recovery r
  JOIN LATERAL (
    SELECT form FROM recovery_version WHERE recovery_id = r.id AND stands ORDER BY version DESC LIMIT 1
  ) v ON true
  WHERE r.id = ANY ($1::uuid[])`

const OF_RECORDS = `
  SELECT p.record_id AS id, p.role, p.value, p.review_on AS "reviewOn"
  FROM record r JOIN record_person p ON p.record_id = r.id AND p.version = r.version
  WHERE r.id = ANY ($1::uuid[]) AND p.role <> 'officer'
  ORDER BY p.record_id, p.field`

const OF_RECOVERIES = `
  SELECT p.recovery_id AS id, p.role, p.value, p.review_on AS "reviewOn"
  FROM recovery_person p
  WHERE p.recovery_id = ANY ($1::uuid[]) AND p.version = (
    SELECT max(version) FROM recovery_version v WHERE v.recovery_id = p.recovery_id AND v.stands
  )
  ORDER BY p.recovery_id, p.field`

interface PersonRow {
  readonly id: string
  readonly role: MentionRole
  readonly value: string
  readonly reviewOn: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The records among these whose persons the reader may be told of. No name is read before that is settled. */
async function namingRecords(context: Context, ground: NamedGround, ids: readonly string[]): Promise<Naming[]> {
  if (ids.length === 0) return []
  const { client, reader, now } = context
  const { rows } = await client.query<RecordRow>({ name: 'named-records', text: RECORDS, values: [ids] })
  return rows.flatMap(({ id, agency, agencyName, event, fromDay, toDay, ...kept }) => {
    const named = { ...kept, agency: { id: agency, name: agencyName } }
    const sight = sightOfNamed(reader, named, ground.records.has(id), now)
    return sight === 'none' ? [] : [{ by: { kind: 'record', id }, sight, event, fromDay, toDay } as const]
  })
}

/** The recoveries among these whose persons the reader may see, as at their own desk. */
async function namingRecoveries({ client, reader }: Context, ids: readonly string[]): Promise<Naming[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<{ id: string; agency: string; day: string | null }>({
    name: 'named-recoveries',
    text: RECOVERIES,
    values: [ids],
  })
  return rows.flatMap(({ id, agency, day }) => {
    if (!seesPersonsAt(reader, agency)) return []
    const on = day !== null && DAY.test(day) ? day : null
    return [{ by: { kind: 'recovery', id }, sight: 'named', event: null, fromDay: on, toDay: on } as const]
  })
}

async function personsOf({ client }: Context, text: string, naming: readonly Naming[]): Promise<PersonRow[]> {
  if (naming.length === 0) return []
  const ids = naming.map(({ by }) => by.id)
  const { rows } = await client.query<PersonRow>({ name: `named-${naming[0]!.by.kind}`, text, values: [ids] })
  return rows.filter(({ value }) => statedName(value) !== '')
}

/**
 * Those whom one record or recovery names: what says the same in one role is one. Whoever is a victim or a witness of it is one
 * in whatever other role they are named as well.
 */
function mentionsIn(
  secret: Buffer,
  { by, sight, event, fromDay, toDay }: Naming,
  rows: readonly PersonRow[],
): Mention[] {
  const guarded = new Set(rows.filter(({ role }) => isProtectedRole(role)).map(({ value }) => statedName(value)))
  const found = rows.map(({ role, value, reviewOn }): Mention => {
    const name = statedName(value)
    return {
      node: mentionNode(secret, by, role, name),
      ...{ by, role, fromDay, toDay, reviewOn },
      who: readsAsFirm(name) ? 'organisation' : 'person',
      name: sight === 'named' ? name : null,
      protected: guarded.has(name),
      relation: relationOfRole(role, event),
      keys: keysOfStated(name),
    }
  })
  return [...new Map(found.map((each) => [each.node, each])).values()]
}

/**
 * Those whom these records and recoveries name in their standing versions, on the ground of a case, as far as this reader may be
 * told of them: by decision 19 and the custody desk's rule, record by record. What the reader may not be told is not in it, and
 * not counted. Whoever shows any of it logs it by `logNamed`. Officials who acted in office are not in it.
 */
export async function mentionsOf(
  context: Context,
  ground: NamedGround,
  { records, recoveries, protectedPersons }: NamedWhere,
): Promise<Mentions> {
  const recorded = await namingRecords(context, ground, [...new Set(records)])
  const recovered = await namingRecoveries(context, [...new Set(recoveries)])
  const rows = [
    ...(await personsOf(context, OF_RECORDS, recorded)),
    ...(await personsOf(context, OF_RECOVERIES, recovered)),
  ]
  const today = context.now.toISOString().slice(0, 10)
  const kept = Map.groupBy(
    rows.filter(({ reviewOn }) => reviewOn >= today),
    ({ id }) => id,
  )
  const all = [...recorded, ...recovered].flatMap((naming) =>
    mentionsIn(context.recordSecret, naming, kept.get(naming.by.id) ?? []),
  )
  const shown = all.filter((each) => protectedPersons || !each.protected)
  return {
    mentions: shown.sort((one, other) => (one.node < other.node ? -1 : 1)),
    hidden: all.length - shown.length,
    due: rows.filter(({ reviewOn }) => reviewOn < today).length,
  }
}
