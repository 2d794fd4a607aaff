import type { Reader } from '../../server/src/access/context.ts'
import { findAsked } from '../../server/src/linkage/commands/find.ts'
import { type Asked, askedFor, readAsked, type ShareByDamage, shareByDamage } from './asked.ts'
import { type Band, bandsOf, type Said } from './calibration.ts'
import { importRegister, settleTables } from './import.ts'
import { type Installation, withInstallation } from './installation.ts'
import { type Measure, shareMeasure } from './measure.ts'
import { makeRecoveries } from './mix/recoveries.ts'
import { makeMixRegister } from './mix/register.ts'
import type { Damage } from './mix/serial-damage.ts'

const ENTRIES = 20_000
const RECOVERIES = 5_000
const SHOWN = 10

interface Answer {
  readonly damage: Damage
  /** Of the true entry among what is shown, counted from 1; null where it is not shown. */
  readonly rank: number | null
  /** What is said of each that is shown, and whether it is the true one. */
  readonly shown: readonly Said[]
}

export interface AccuracyResult {
  readonly measures: readonly Measure[]
  readonly shares: Readonly<Record<'first' | 'among ten', ShareByDamage>>
  readonly calibration: readonly Band[]
}

async function answerOf({ as }: Installation, who: Reader, each: Asked): Promise<Answer> {
  const { candidates } = await as(who, (context) => findAsked(context, readAsked(each), SHOWN))
  const shown = candidates.map(({ record, probability }) => ({ probability, right: record === each.truth }))
  const position = shown.findIndex(({ right }) => right)
  return { damage: each.damage, rank: position < 0 ? null : position + 1, shown }
}

/** How the probability of what is shown bears out: in every candidate that is shown, band by band. */
const calibrationOf = (answers: readonly Answer[]) => bandsOf(answers.flatMap(({ shown }) => shown))

/**
 * Looks 5,000 recoveries up in a register of 20,000 entries, by the command and in transactions that a reader has, with
 * all that they state, errors and all.
 */
export function benchAccuracy(registerSeed: number, recoverySeed: number): Promise<AccuracyResult> {
  return withInstallation(async (installation) => {
    const register = makeMixRegister(ENTRIES, registerSeed)
    await importRegister(installation, register)
    await settleTables(installation)
    const asked = await askedFor(installation, makeRecoveries(register, RECOVERIES, recoverySeed))
    const who = await installation.reader()
    const answers: Answer[] = []
    for (const each of asked) answers.push(await answerOf(installation, who, each))
    const first = shareByDamage(answers, ({ rank }) => rank === 1)
    const amongTen = shareByDamage(answers, ({ rank }) => rank !== null)
    const of = `of ${RECOVERIES} damaged records among ${ENTRIES} entries`
    return {
      measures: [
        shareMeasure(`true entry first, ${of}`, first.all!, { atLeast: 95 }),
        shareMeasure(`true entry among ten, ${of}`, amongTen.all!, { atLeast: 98 }),
      ],
      shares: { first, 'among ten': amongTen },
      calibration: calibrationOf(answers),
    }
  })
}
