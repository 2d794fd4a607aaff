import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context, Grounds } from '../../access/context.ts'
import { addBallistics } from '../../custody/commands/add-ballistics.ts'
import { verifyBallistics } from '../../custody/commands/judge-ballistics.ts'
import { linkBallistics } from '../../custody/commands/link-ballistics.ts'
import { recordNamed } from '../../records/queries/record-named.ts'
import { SOURCES } from '../sources.ts'
import { identifierOf, type Offices } from './offices.ts'

const COMPARISON: Grounds = { purpose: 'ballistic_comparison', reference: 'FFP B 22/07' }
const SYSTEM = 'Imaging XA'

const scene = (reference: string, date: string, place: string, calibre: string) => ({
  ...{ entry: 'fired_item', system: SYSTEM, reference, kind: 'cartridge_case', calibre, date, place },
  ...{ scene: `Shots fired in ${place}`, case: `V ${reference.slice(2)}/${date.slice(2, 4)}`, submitted: date },
})
const result = (first: string, second: string, level: 'lead' | 'hit' | 'excluded', on: string) => ({
  ...{ entry: 'result', system: SYSTEM, first, second, level, on, examiner: 'Nadia Corven' },
})

/** A pistol that was seized and test-fired, and what was picked up where somebody shot. */
const SEIZED = { key: 'S-00005', date: '2022-04-25' } as const
const SCENES = [
  scene('F-301', '2021-09-12', 'Ostrel', '9x19mm'),
  scene('F-318', '2022-01-30', 'Vard', '9x19mm'),
  scene('F-340', '2021-05-02', 'Kessin', '.380 ACP'),
  scene('F-344', '2021-11-20', 'Vard', '.380 ACP'),
  scene('F-351', '2022-03-14', 'Lower Tarn', '.380 ACP'),
]
const RESULTS = [
  result('F-301', 'T-77', 'lead', '2022-04-29'),
  result('F-301', 'T-77', 'hit', '2022-05-06'),
  result('F-318', 'T-77', 'lead', '2022-04-30'),
  result('F-340', 'F-344', 'lead', '2021-11-23'),
  result('F-340', 'F-344', 'hit', '2021-12-02'),
  result('F-344', 'F-351', 'lead', '2022-03-16'),
  result('F-318', 'F-340', 'excluded', '2022-02-08'),
]

/** The record of the pistol, where the nation has it. */
const seizedRecord = (context: Context): Promise<string | null> =>
  recordNamed(context, SOURCES.police.name, SEIZED.key, undefined).catch((failure: unknown) => {
    if (failure instanceof ProofmarkError) return null
    throw failure
  })

/**
 * Results of an imaging system: two scenes of one weapon that nobody has, a seized pistol that was fired at another, leads
 * that nobody followed, and for each examiner something of the other’s to verify.
 */
export async function leaveBallistics({ as }: Offices): Promise<void> {
  const [nadia, torben] = [as('Nadia Corven', COMPARISON), as('Torben Ullas', COMPARISON)]
  const confirmed = await nadia(async (context) => {
    const firearm = (await seizedRecord(context)) ?? SEIZED.key
    const testFire = {
      ...{
        entry: 'test_fire',
        system: SYSTEM,
        reference: 'T-77',
        calibre: '9x19mm',
        lands: 6,
        twist: 'right',
        firearm,
      },
      ...{ recovered: SEIZED.date, submitted: '2022-04-26', date: '2022-04-28', by: 'Nadia Corven' },
    }
    const rows = [...SCENES, testFire, ...RESULTS].map((value, place) => ({ row: place + 1, value }))
    const { items, results } = await addBallistics(context, rows)
    const hits = rows.filter(({ value }) => 'level' in value && value.level === 'hit').map(({ row }) => row)
    const item = (reference: string) => items.find(({ row }) => SCENES[row - 1]?.reference === reference)!.item
    return {
      hits: results.filter(({ row }) => hits.includes(row)).map((each) => each.result),
      pair: [item('F-344'), item('F-351')] as const,
    }
  })
  await torben((context) => verifyBallistics(context, { results: confirmed.hits }))
  const [first, second] = confirmed.pair
  const waiting = { first, second, level: 'hit', on: '2022-03-21', system: 'Comparison microscope' } as const
  await torben((context) => linkBallistics(context, { id: identifierOf('ballistic', 'Torben Ullas'), ...waiting }))
  const other = { ...waiting, on: '2022-03-22' }
  await nadia((context) => linkBallistics(context, { id: identifierOf('ballistic', 'Nadia Corven'), ...other }))
}
