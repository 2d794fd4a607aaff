import { randomUUID } from 'node:crypto'
import { recoveryForm } from '../../contract/src/schemas/recovery.ts'
import { knownHere } from '../../server/src/custody/commands/known-here.ts'
import { saveRecovery } from '../../server/src/custody/commands/save-recovery.ts'
import { findAsked } from '../../server/src/linkage/commands/find.ts'
import { type Asked, askedFor, readAsked } from './asked.ts'
import type { Installation } from './installation.ts'
import { type Measure, measure, shareMeasure } from './measure.ts'
import { makeRecoveries } from './mix/recoveries.ts'
import type { RegisterEntry } from './mix/register.ts'
import { meanOf, timed, timesOf } from './statistics.ts'

const [RECOVERIES, ITEMS, WARM_UP] = [150, 4, 20] as const
const SHOWN = 20

const formOf = (items: readonly Asked[]) =>
  recoveryForm.parse({
    status: 'seized',
    exhibits: items.map(({ stated: { year, ...stated } }) => ({
      exhibit: randomUUID(),
      kind: 'firearm',
      stated: { ...stated, ...(year ? { year: String(year) } : {}) },
    })),
  })

/**
 * What an officer waits for on arrival: a recovery of four firearms is saved, and each is answered from what is known. In
 * turn, four other firearms of the mix are looked up one by one, as an analyst does, so that both meet the same machine
 * and neither finds warm what the other read.
 */
export async function benchAnswers(
  installation: Installation,
  register: readonly RegisterEntry[],
  seed: number,
  step: (name: string) => void,
): Promise<Measure[]> {
  const { as, reader } = installation
  step(`${RECOVERIES} recoveries of ${ITEMS} firearms, saved and answered, in turn with look-ups`)
  const all = await askedFor(installation, makeRecoveries(register, 2 * RECOVERIES * ITEMS, seed))
  const who = await reader()
  const [looked, answered, saved]: [number[], number[], number[]] = [[], [], []]
  let [found, asked] = [0, 0]
  for (let turn = 0; turn < RECOVERIES; turn++) {
    const [items, others] = [all.splice(0, ITEMS), all.splice(0, ITEMS)]
    const lookUps: number[] = []
    for (const each of others)
      lookUps.push((await timed(() => as(who, (context) => findAsked(context, readAsked(each), SHOWN)))).milliseconds)
    const recovery = randomUUID()
    const input = { recovery, form: formOf(items), agency: 'Register' }
    const save = await timed(() => as(who, (context) => saveRecovery(context, input)))
    const { milliseconds, result } = await timed(() =>
      as(who, (context) => knownHere(context, { recovery, basis: 'firearms_act' })),
    )
    const places = new Map(input.form.exhibits.map(({ exhibit }, place) => [exhibit, items[place]!.truth]))
    for (const { exhibit, known } of result) {
      asked++
      if (known.some(({ record }) => record === places.get(exhibit))) found++
    }
    if (turn < WARM_UP) continue
    looked.push(meanOf(lookUps))
    answered.push(milliseconds / ITEMS)
    saved.push(save.milliseconds / ITEMS)
  }
  const [one, each, save] = [timesOf(looked), timesOf(answered), timesOf(saved)]
  const beside = (value: number) => ({ name: 'one whole look-up (findAsked)', value })
  const target = { atMost: 3 }
  return [
    measure({
      name: 'answer to an exhibit, median',
      unit: 'ms',
      value: each.median,
      baseline: beside(one.median),
      target,
    }),
    measure({ name: 'answer to an exhibit, mean', unit: 'ms', value: each.mean, baseline: beside(one.mean), target }),
    measure({ name: 'saving of an exhibit, with its record, mean', unit: 'ms', value: save.mean }),
    shareMeasure('exhibits of which the register entry is told', found / asked),
  ]
}
