import type { Reader } from '../../server/src/access/context.ts'
import { approveModel } from '../../server/src/linkage/commands/approve-model.ts'
import { findAsked } from '../../server/src/linkage/commands/find.ts'
import { findModel, type KeptModel } from '../../server/src/linkage/queries/list-models.ts'
import { learnFromOpen } from '../../server/src/linkage/runs/learn-model.ts'
import { type Asked, askedFor, readAsked, type ShareByDamage, shareByDamage } from './asked.ts'
import { importRegister, settleTables } from './import.ts'
import { type Installation, withInstallation } from './installation.ts'
import { importRecoveries, matchesOf, matchTimed } from './matching.ts'
import { type Measure, measure } from './measure.ts'
import { makeRecoveries, type Recovery } from './mix/recoveries.ts'
import { makeMixRegister } from './mix/register.ts'
import { timed } from './statistics.ts'

const ENTRIES = 20_000
const RECOVERIES = 4_000
const LOOKED_UP = 2_000
const SHOWN = 10
/** From here on a model's link is followed. */
const FOLLOWED = 0.9

interface Figures {
  readonly precision: number
  readonly recall: number
  readonly recallByDamage: ShareByDamage
  readonly first: number
  readonly amongTen: number
}

export interface LearnedResult {
  readonly measures: readonly Measure[]
  readonly recall: Readonly<Record<'start' | 'learned', ShareByDamage>>
  readonly model: KeptModel['content']
}

/** Where the true entry stands among what a look-up shows; a seizure that matches it is no entry. */
async function ranksOf({ as }: Installation, who: Reader, asked: readonly Asked[]): Promise<(number | null)[]> {
  const ranks: (number | null)[] = []
  for (const each of asked) {
    const { candidates } = await as(who, (context) => findAsked(context, readAsked(each), SHOWN))
    const entries = candidates.filter(({ source }) => source === 'register')
    const position = entries.findIndex(({ record }) => record === each.truth)
    ranks.push(position < 0 ? null : position + 1)
  }
  return ranks
}

async function figuresOf(
  installation: Installation,
  recoveries: readonly Recovery[],
  asked: readonly Asked[],
): Promise<Figures> {
  const who = await installation.reader()
  const found = await matchesOf((work) => installation.as(who, work), FOLLOWED)
  const isFound = ({ id, truth }: Recovery) => found.get(id)?.includes(truth) === true
  const told = [...found.values()].flat().length
  const right = recoveries.filter(isFound).length
  const ranks = await ranksOf(installation, who, asked)
  const share = (holds: (rank: number | null) => boolean) => ranks.filter(holds).length / ranks.length
  return {
    precision: right / told,
    recall: right / recoveries.length,
    recallByDamage: shareByDamage(recoveries, isFound),
    first: share((rank) => rank === 1),
    amongTen: share((rank) => rank !== null),
  }
}

/** Another person than the one who learned it. */
async function second({ owner }: Installation, who: Reader): Promise<Reader> {
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM account WHERE id <> $1 LIMIT 1', [who.account])
  return { ...who, account: rows[0]!.id }
}

/**
 * Learns a model from 4,000 recoveries and a register of 20,000 entries, without the truth, approves it, lets everything
 * be measured anew, and counts the same things under the start model and under it.
 */
export function benchLearned(
  registerSeed: number,
  recoverySeed: number,
  step: (name: string) => void,
): Promise<LearnedResult> {
  return withInstallation(async (installation) => {
    const register = makeMixRegister(ENTRIES, registerSeed)
    await importRegister(installation, register)
    const recoveries = makeRecoveries(register, RECOVERIES, recoverySeed)
    await importRecoveries(installation, recoveries)
    await settleTables(installation)
    await matchTimed(installation)
    await settleTables(installation)
    const asked = await askedFor(installation, makeRecoveries(register, LOOKED_UP, recoverySeed + 1))
    step('under the start model')
    const start = await figuresOf(installation, recoveries, asked)
    step('learning')
    const who = await installation.reader()
    const learning = await timed(() =>
      learnFromOpen((work) => installation.as(who, work), { today: new Date('2026-01-01') }),
    )
    const { version } = learning.result
    const other = await second(installation, who)
    await installation.as(other, (context) => approveModel(context, version))
    step('measuring all pairs anew')
    const anew = await matchTimed(installation)
    await settleTables(installation)
    const learned = await figuresOf(installation, recoveries, asked)
    const { content } = await installation.as(who, (context) => findModel(context, version))
    const beside = (name: string, of: 'precision' | 'recall' | 'first' | 'amongTen') =>
      measure({
        name: `${name}, by a model learned from the same records`,
        value: 100 * learned[of],
        unit: '%',
        baseline: { name: 'the start model', value: 100 * start[of] },
        target: { atLeast: 0.995 },
      })
    return {
      measures: [
        measure({ name: `learning a model, ${RECOVERIES} recoveries`, value: learning.milliseconds / 1000, unit: 's' }),
        measure({ name: 'measuring all pairs anew under it', value: anew.seconds, unit: 's' }),
        beside(`precision of matches at ${FOLLOWED}`, 'precision'),
        beside(`recall of matches at ${FOLLOWED}`, 'recall'),
        beside('true entry first', 'first'),
        beside('true entry among ten', 'amongTen'),
      ],
      recall: { start: start.recallByDamage, learned: learned.recallByDamage },
      model: content,
    }
  })
}
