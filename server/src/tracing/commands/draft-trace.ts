import { ProofmarkError } from '@proofmark/contract/errors'
import type { Purpose } from '@proofmark/contract/purposes'
import { TRACERS } from '@proofmark/contract/route'
import type { traceDraftRequest } from '@proofmark/contract/schemas/trace-desk'
import type { IntendedUse, TraceChannel } from '@proofmark/contract/trace-words'
import { canonicalJson, type PlainData } from '@proofmark/proofs/canonical'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { ballisticsOfRecords } from '../../custody/queries/ballistics-of-records.ts'
import { findPartner } from '../../exchange/queries/find-partner.ts'
import { ownCountry } from '../../records/queries/own-country.ts'
import { keyedHash } from '../../records/rules/keyed-hash.ts'
import { judgedLife } from '../queries/judged-life.ts'
import { contactFor } from '../queries/trace-book.ts'
import { tracesById } from '../queries/traces.ts'
import { confirmedRecords } from '../rules/requests/known-records.ts'
import { prefill, tracedFirearmOf } from '../rules/requests/prefill.ts'
import { proposeRoute } from '../rules/requests/propose-route.ts'
import { routeFacts } from '../rules/requests/route-facts.ts'
import { classOfOwn, keepFinding, needTrace, writeForm, writeRecords, writeSteps } from './write-trace.ts'

export type DraftInput = Omit<z.output<typeof traceDraftRequest>, 'grounds'>

interface Keeper {
  readonly agency: string
  readonly name: string
  readonly desk: string
  readonly handling: string
}

/** In whose name it is asked: the reader's agency; for the installer's shell the one that keeps the record. */
async function keeperOf({ query, reader }: Context, record: string): Promise<Keeper> {
  const source = await query
    .selectFrom('record')
    .innerJoin('source', 'source.id', 'record.source_id')
    .select(['source.agency_id as agency', 'source.handling'])
    .where('record.id', '=', record)
    .executeTakeFirstOrThrow(() => new ProofmarkError('not_found', { what: record }))
  const id = reader.agency?.id ?? source.agency
  const { name, desk } = await query
    .selectFrom('agency')
    .select(['name', 'desk'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { agency: id, name, desk, handling: source.handling }
}

const USES: Readonly<Partial<Record<Purpose, IntendedUse>>> = {
  trace: 'trafficking_investigation',
  criminal_investigation: 'criminal_investigation',
  judicial_request: 'criminal_proceedings',
  stolen_check: 'return_to_owner',
}

const COUNTRY = /^[A-Z]{2}(?=$|-)/

/** Where it goes, as far as that is said: a partner's country stands with the partner, or in its name. */
async function targetOf(context: Context, { to }: DraftInput) {
  const partner = to.partner ?? null
  const known = partner === null ? null : await findPartner(context, partner, context.now)
  const country = to.country ?? known?.country ?? COUNTRY.exec(partner ?? '')?.[0] ?? null
  const channel: TraceChannel = to.channel ?? (known?.agreement && known.state === 'active' ? 'node' : 'bilateral')
  return { partner, country, channel, role: to.role ?? null }
}

/** Throws `trace_urgent_unjustified`. */
export function needUrgency({
  priority,
  urgentBecause,
}: {
  priority: string
  urgentBecause?: string | null | undefined
}) {
  if (priority === 'urgent' && !urgentBecause?.trim()) throw new ProofmarkError('trace_urgent_unjustified')
}

async function formFor(
  context: Context,
  input: DraftInput,
  keeper: Keeper,
  target: Awaited<ReturnType<typeof targetOf>>,
) {
  const { record, priority, urgentBecause, reference, basis } = input
  const { grounds } = context
  const home = await ownCountry(context, keeper.agency)
  const { life, records } = await judgedLife(context, record)
  const scenes = await ballisticsOfRecords(context, confirmedRecords(record, records))
  const asked = { home, searchedAtHome: true, reExported: null, asked: [] }
  const route = proposeRoute(routeFacts({ firearm: tracedFirearmOf(record, records) }, asked))
  const country = target.country ?? route.country
  const role = target.role ?? (target.country === null || target.country === route.country ? route.role : 'manufacture')
  const use = grounds ? USES[grounds.purpose] : undefined
  const form = prefill({
    record,
    records,
    life,
    scenes,
    home,
    requester: {
      contact: {
        agency: keeper.name,
        unit: keeper.desk.slice(0, 120) || null,
        email: null,
        telephone: null,
        verified: null,
      },
      reference: reference ?? (grounds?.reference?.trim() || null),
      legalBasis: basis ?? grounds?.basis ?? 'international_tracing_instrument',
    },
    addressee: { country, contact: await contactFor(context, country, target.partner, role), role },
    priority,
    urgentBecause: urgentBecause ?? null,
    intendedUse: use ? [use] : [],
    handling: {
      scheme: 'europol',
      sourceGrade: null,
      informationGrade: null,
      codes: [keeper.handling],
      conditions: null,
      originator: keeper.name,
      expires: null,
    },
  })
  return { form, scenes: scenes.map(({ item }) => item) }
}

/**
 * Begins a request about a record, filled from the record, its life and finding as far as they say something. The same
 * draft sent again changes nothing. Throws `role_needed`, `not_found`, `trace_id_used`, `trace_urgent_unjustified`.
 */
export async function draftTrace(context: Context, input: DraftInput): Promise<string> {
  const { client, query, reader, recordSecret, audit } = context
  needRole(reader, TRACERS)
  needUrgency(input)
  const [id, record] = [input.id.toLowerCase(), input.record.toLowerCase()]
  const parent = input.parent?.toLowerCase() ?? null
  const content = keyedHash(recordSecret, `trace\0${Buffer.from(canonicalJson(saidBy(input))).toString('utf8')}`)
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`trace ${id}`])
  const before = (await tracesById(context, [id])).get(id)
  if (before?.contentHmac.equals(content)) return id
  if (before) throw new ProofmarkError('trace_id_used', { id })
  if (parent !== null) await needTrace(context, parent)
  const keeper = await keeperOf(context, record)
  const target = await targetOf(context, input)
  const { form, scenes } = await formFor(context, { ...input, record }, keeper, target)
  const vis = await classOfOwn(context, keeper.agency)
  const made = await query
    .insertInto('trace_request')
    .values({
      id,
      agency_id: keeper.agency,
      vis,
      direction: 'outgoing',
      parent_id: parent,
      records: [record],
      asker: null,
      their_id: null,
      content_hmac: content,
      opened_by: reader.account,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw new ProofmarkError('trace_id_used', { id })
  const trace = { id, vis, records: [record], steps: [] }
  await writeRecords(context, trace)
  await writeForm(context, trace, { version: 1, partner: target.partner, channel: target.channel, form })
  await writeSteps(context, trace, [{ state: 'draft', why: null }])
  await keepFinding(context, trace, 'drafted')
  const { country } = form.addressee
  await audit({
    action: 'trace.drafted',
    subjects: [id, record, ...scenes],
    body: { country, priority: input.priority },
  })
  return id
}

/** What the draft says, without why it is looked at: absent fields have no word in a canonical form. */
function saidBy({ record, to, priority, urgentBecause, parent, reference, basis }: DraftInput): PlainData {
  const said = { record, to, priority, urgentBecause, parent, reference, basis }
  return JSON.parse(JSON.stringify(said)) as PlainData
}
