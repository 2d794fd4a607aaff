import { randomUUID } from 'node:crypto'
import { TRACE_NEEDS, type TraceNeed } from '../../contract/src/trace-words.ts'
import { ensureInstallation } from '../../server/src/access/commands/create-installation.ts'
import type { Reader } from '../../server/src/access/context.ts'
import { resolveReader } from '../../server/src/access/queries/resolve-reader.ts'
import { runCommand } from '../../server/src/access/run-command.ts'
import { createDemonstration, wholeNation } from '../../server/src/demonstration/create.ts'
import { draftTrace } from '../../server/src/tracing/commands/draft-trace.ts'
import { tracesById } from '../../server/src/tracing/queries/traces.ts'
import { completenessOf, type MissingNeed } from '../../server/src/tracing/rules/requests/completeness.ts'
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

/** What is still missing of a request that was drafted from a record, before anybody has typed a word. */
async function draftOf({ services }: Installation, officer: Reader, record: string): Promise<Drafted> {
  const grounds = { purpose: 'trace', reference: 'bench 1' } as const
  return runCommand(services, officer, grounds, async (context) => {
    const id = await draftTrace(context, { id: randomUUID(), record, to: {}, priority: 'routine' })
    const { form } = (await tracesById(context, [id])).get(id)!
    return completenessOf(form, { foreign: true, home: HOME })
  })
}

/** Of each kind how many lack it, and whose it is to say. */
function lackingLines(drafted: readonly Drafted[]): string[] {
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
    const made = () => ({ ...wholeNation(), leaveWork: async () => {} })
    await createDemonstration({ pool, installation: wanted, folder, recordSecret }, () => {}, made)
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
      lines: ['missing from requests as they are drafted:', ...lackingLines(drafted)],
    }
  })
}
