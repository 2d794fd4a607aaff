import type { TraceState } from '@proofmark/contract/trace-words'
import type { Context } from '../../access/context.ts'
import { ownCountry } from '../../records/queries/own-country.ts'
import { clocksOf, type RunningClock } from '../rules/requests/clocks.ts'
import { type Completeness, completenessOf } from '../rules/requests/completeness.ts'
import type { FormProposal } from '../rules/requests/form-proposals.ts'
import { type Proposal, proposeRoute } from '../rules/requests/propose-route.ts'
import { routeFacts } from '../rules/requests/route-facts.ts'
import { type Duplicate, duplicatesOf } from './duplicates.ts'
import { type MovedFinding, movedFinding } from './moved-finding.ts'
import { type KeptPermission, permissionsOf } from './permissions.ts'
import { proposalsFor } from './proposals-for.ts'
import { termsByPartner } from './trace-book.ts'
import {
  closingsOf,
  findingsOf,
  formsOf,
  type KeptClosing,
  type KeptForm,
  type KeptReply,
  type NamedRecord,
  namedRecords,
  repliesOf,
  type StoredFinding,
} from './trace-parts.ts'
import { childrenOf, type Trace } from './traces.ts'

/** A request whole, as its reader has it. */
export interface TraceView {
  readonly trace: Trace
  readonly children: readonly Trace[]
  readonly forms: readonly KeptForm[]
  readonly replies: readonly KeptReply[]
  readonly findings: readonly StoredFinding[]
  readonly closings: readonly KeptClosing[]
  readonly moved: MovedFinding | null
  readonly permissions: readonly KeptPermission[]
  /** The records that it or a reply names and that the reader may see. */
  readonly named: readonly NamedRecord[]
  readonly clocks: readonly RunningClock[]
  readonly completeness: Completeness
  readonly proposal: Proposal
  /** For the form, while it is written: to be confirmed by whoever writes it. */
  readonly proposed: readonly FormProposal[]
  readonly duplicates: readonly Duplicate[]
  /** The agencies of the records that it is about, with the desk of each. */
  readonly recovering: readonly { readonly agency: string; readonly desk: string }[]
  readonly reader: string
}

const NOT_SEARCHED: ReadonlySet<TraceState> = new Set(['draft', 'validated', 'domestic_search'])

async function recoveringOf({ client }: Context, records: readonly string[]) {
  const { rows } = await client.query<{ agency: string; desk: string }>(
    `SELECT DISTINCT g.name AS agency, g.desk FROM record r JOIN source s ON s.id = r.source_id
     JOIN agency g ON g.id = s.agency_id WHERE r.id = ANY ($1::uuid[]) ORDER BY g.name`,
    [records],
  )
  return rows
}

function proposalFor(trace: Trace, children: readonly Trace[], replies: readonly KeptReply[], home: string | null) {
  const next = replies.at(-1)?.message.next ?? null
  const left = trace.steps.some(({ state }) => state === 'sent')
  const asked = [...(left ? [trace] : []), ...children].flatMap(({ form }) => form.addressee.country ?? [])
  return proposeRoute(
    routeFacts(trace.form, {
      home,
      searchedAtHome: !NOT_SEARCHED.has(trace.state),
      reExported: next && { country: next.country, importer: next.importer },
      asked,
    }),
  )
}

/** Everything that the page of a request shows. */
export async function traceView(context: Context, trace: Trace): Promise<TraceView> {
  const { id } = trace
  const home = await ownCountry(context, trace.agency)
  const children = await childrenOf(context, id)
  const replies = await repliesOf(context, id)
  const findings = await findingsOf(context, id)
  const terms = (await termsByPartner(context, [trace.partner]))(trace.partner)
  return {
    trace,
    children,
    forms: await formsOf(context, id),
    replies,
    findings,
    closings: await closingsOf(context, [id]),
    moved: await movedFinding(context, trace, findings, replies),
    permissions: await permissionsOf(context, [id]),
    named: await namedRecords(context, [...trace.records, ...replies.flatMap(({ records }) => records)]),
    clocks: clocksOf(trace.steps, trace.form.priority, terms, context.now),
    completeness: completenessOf(trace.form, { foreign: trace.channel !== 'internal', home }),
    proposal: proposalFor(trace, children, replies, home),
    proposed: await proposalsFor(context, trace),
    duplicates: await duplicatesOf(context, trace),
    recovering: await recoveringOf(context, trace.records),
    reader: context.reader.account,
  }
}
