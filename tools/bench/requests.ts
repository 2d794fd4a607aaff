import { randomUUID } from 'node:crypto'
import type { TraceForm } from '../../contract/src/schemas/trace-desk.ts'
import { TRACE_NEEDS, type TraceNeed } from '../../contract/src/trace-words.ts'
import { ensureInstallation } from '../../server/src/access/commands/create-installation.ts'
import type { Reader } from '../../server/src/access/context.ts'
import { resolveReader } from '../../server/src/access/queries/resolve-reader.ts'
import { runCommand } from '../../server/src/access/run-command.ts'
import { createDemonstration, wholeNation } from '../../server/src/demonstration/create.ts'
import { leaveLaw } from '../../server/src/demonstration/desks/law.ts'
import { draftTrace } from '../../server/src/tracing/commands/draft-trace.ts'
import { proposalsFor } from '../../server/src/tracing/queries/proposals-for.ts'
import { type Trace, tracesById } from '../../server/src/tracing/queries/traces.ts'
import {
  type Completeness,
  completenessOf,
  type MissingNeed,
} from '../../server/src/tracing/rules/requests/completeness.ts'
import { type FormProposal, isConditional } from '../../server/src/tracing/rules/requests/form-proposals.ts'
import { proposeRoute } from '../../server/src/tracing/rules/requests/propose-route.ts'
import { routeFacts } from '../../server/src/tracing/rules/requests/route-facts.ts'
import { type Installation, withInstallation } from './installation.ts'
import { matchTimed } from './matching.ts'
import { type Measure, shareMeasure } from './measure.ts'

const HOME = 'XA'
/** Who traces in the demonstration, at the focal point. */
const OFFICER = 'Ilse Moravan'
const RECOVERIES = ['seizure', 'find', 'surrender']

interface Drafted {
  readonly mayLeave: boolean
  readonly missing: readonly MissingNeed[]
  /** Once the officer has confirmed of each thing what follows from the records, and asked nobody. */
  readonly confirmed: Completeness
  /** Once the officer has said, too, that what is proposed under a condition holds. */
  readonly said: Completeness
}

export interface RequestsResult {
  readonly measures: readonly Measure[]
  readonly lines: readonly string[]
}

/** Every firearm that was recovered in the demonstration and that the officer may see. */
async function recoveriesFor({ services }: Installation, officer: Reader): Promise<string[]> {
  return runCommand(services, officer, null, async ({ client }) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT r.id FROM record r JOIN record_version v ON v.record_id = r.id AND v.version = r.version
       WHERE v.event = ANY ($1) AND v.row_kind = 'firearm' ORDER BY r.id`,
      [RECOVERIES],
    )
    return rows.map(({ id }) => id)
  })
}

/** The form with what is proposed first for each thing that it lacks, and with the state that is proposed to be asked. */
function confirmedOf(trace: Trace, proposals: readonly FormProposal[]): TraceForm {
  const firsts = new Map<TraceNeed, FormProposal>()
  for (const each of proposals) if (!firsts.has(each.need)) firsts.set(each.need, each)
  const form = [...firsts.values()].reduce((before, { adopt }) => adopt(before), trace.form)
  const { country, role } = proposeRoute(
    routeFacts(form, { home: HOME, searchedAtHome: true, reExported: null, asked: [] }),
  )
  const { addressee } = form
  return { ...form, addressee: { ...addressee, country: addressee.country ?? country, role: addressee.role ?? role } }
}

/** What is still missing of a request that was drafted from a record, before anybody has typed a word. */
async function draftOf({ services }: Installation, officer: Reader, record: string): Promise<Drafted> {
  const grounds = { purpose: 'trace', reference: 'bench 1' } as const
  return runCommand(services, officer, grounds, async (context) => {
    const id = await draftTrace(context, { id: randomUUID(), record, to: {}, priority: 'routine' })
    const trace = (await tracesById(context, [id])).get(id)!
    const sought = { foreign: true, home: HOME }
    const proposals = await proposalsFor(context, trace)
    const sure = proposals.filter((each) => !isConditional(each))
    const confirmed = completenessOf(confirmedOf(trace, sure), sought)
    const said = completenessOf(confirmedOf(trace, proposals), sought)
    return { ...completenessOf(trace.form, sought), confirmed, said }
  })
}

/** Of each kind how many lack it, and whose it is to say. */
function lackingLines(drafted: readonly Pick<Drafted, 'missing'>[]): string[] {
  const all = drafted.flatMap(({ missing }) => missing)
  const lines = TRACE_NEEDS.flatMap((need: TraceNeed) => {
    const of = all.filter((each) => each.need === need)
    const [first] = of
    if (first === undefined) return []
    const share = ((100 * of.length) / drafted.length).toFixed(1)
    return [
      {
        count: of.length,
        line: `  ${need}${first.mandatory ? '' : ' (wished for)'}: ${share} %, asked of ${first.ask}`,
      },
    ]
  })
  return lines.sort((one, other) => other.count - one.count).map(({ line }) => line)
}

/**
 * How complete a request is that was drafted from each recovery of the demonstration: the share that needs no further
 * question before it may leave (International Tracing Instrument, paragraph 17; route and contact), and what the others lack.
 */
export async function benchRequests(step: (name: string) => void): Promise<RequestsResult> {
  return withInstallation(async (installation) => {
    const { services, folder } = installation
    const { pool, recordSecret } = services
    step('making the demonstration')
    const wanted = await ensureInstallation(pool, { name: 'Bench', country: HOME, demonstration: true })
    const made = () => ({ ...wholeNation(), leaveWork: leaveLaw })
    await createDemonstration({ pool, match: pool, installation: wanted, folder, recordSecret }, () => {}, made)
    await matchTimed(installation)
    const { rows } = await installation.owner.query<{ id: string }>('SELECT id FROM account WHERE name = $1', [OFFICER])
    const officer = (await resolveReader(pool, rows[0]!.id, new Date()))!
    const recoveries = await recoveriesFor(installation, officer)
    step(`drafting a request from each of ${recoveries.length} recoveries`)
    const drafted: Drafted[] = []
    for (const record of recoveries) drafted.push(await draftOf(installation, officer, record))
    const share = (holds: (each: Drafted) => boolean) => drafted.filter(holds).length / drafted.length
    return {
      measures: [
        shareMeasure(
          'requests: drafted from a recovery, no question left before it may leave',
          share(({ mayLeave }) => mayLeave),
        ),
        shareMeasure(
          'requests: no question left once what follows from the records was confirmed',
          share(({ confirmed }) => confirmed.mayLeave),
        ),
        shareMeasure(
          'requests: no question left once the officer also said whether what hangs on a condition holds',
          share(({ said }) => said.mayLeave),
        ),
        shareMeasure(
          'requests: firearm, circumstances and use filled by themselves',
          share(({ missing }) => missing.every(({ need, mandatory }) => !mandatory || need === 'addressee')),
        ),
        shareMeasure(
          'requests: no question left but the legal justification',
          share(({ missing }) => missing.every(({ need, mandatory }) => !mandatory || need === 'legal_justification')),
        ),
        shareMeasure(
          'requests: the state to be asked proposed',
          share(({ missing }) => missing.every(({ need }) => need !== 'addressee')),
        ),
      ],
      lines: [
        'missing from requests as they are drafted:',
        ...lackingLines(drafted),
        'missing once what follows from the records was confirmed:',
        ...lackingLines(drafted.map(({ confirmed }) => confirmed)),
        'missing once the officer also said whether what hangs on a condition holds:',
        ...lackingLines(drafted.map(({ said }) => said)),
      ],
    }
  })
}
