import { examinedExhibit } from '@proofmark/contract/schemas/recovery-answers'
import { findAgency } from '../../access/commands/add-agency.ts'
import { releaseRecords } from '../../access/commands/release-records.ts'
import type { Grounds } from '../../access/context.ts'
import { addBallistics } from '../../custody/commands/add-ballistics.ts'
import { examineExhibit } from '../../custody/commands/examine-exhibit.ts'
import { verifyBallistics } from '../../custody/commands/judge-ballistics.ts'
import { saveRecovery } from '../../custody/commands/save-recovery.ts'
import { leaveChains } from './chains.ts'
import { leaveLaboratory } from './laboratory.ts'
import { identifierOf, type Offices } from './offices.ts'
import { drawnPhotographs, leavePhotographs, withPhotographs } from './photographs.ts'
import { exhibitOf, RECOVERED, recoveryOf } from './recovered.ts'

const RECOVERING: Grounds = { purpose: 'criminal_investigation', reference: 'FFP 24/061' }
const COMPARISON: Grounds = { purpose: 'ballistic_comparison', reference: 'FFP B 23/44' }
const SYSTEM = 'Imaging XA'
const PISTOL = exhibitOf('23/118-1')
const REVOLVER = exhibitOf('23/118-2')

const scene = (reference: string, date: string, place: string) => ({
  ...{ entry: 'fired_item', system: SYSTEM, reference, kind: 'cartridge_case', calibre: '9x19mm', date, place },
  ...{ scene: `Robbery in ${place}`, case: `R ${reference.slice(2)}/23`, submitted: date },
})
const result = (first: string, level: 'lead' | 'hit', on: string) => ({
  ...{ entry: 'result', system: SYSTEM, first, second: 'T-81', level, on, examiner: 'Nadia Corven' },
})
/** The seized pistol was fired for comparison: it is of one scene, and perhaps of another. */
const RESULTS = [
  scene('F-372', '2023-09-16', 'Hallow Cross'),
  scene('F-380', '2023-10-21', 'Nim'),
  {
    ...{
      entry: 'test_fire',
      system: SYSTEM,
      reference: 'T-81',
      calibre: '9x19mm',
      exhibit: PISTOL,
      recovered: '2023-11-09',
    },
    ...{ submitted: '2023-11-13', date: '2023-11-14', by: 'Nadia Corven' },
  },
  result('F-372', 'lead', '2023-11-15'),
  result('F-372', 'hit', '2023-11-16'),
  result('F-380', 'lead', '2023-11-15'),
]

/** The laboratory’s descriptions, beside those of the field: a number that it brought back, and one that it read otherwise. */
async function examine({ as }: Offices): Promise<void> {
  const said = [
    {
      exhibit: REVOLVER,
      stated: { serial: 'RK?2207', serial_state: 'partial', make: 'Rossi', model: 'M88', type: 'revolver' },
    },
    { exhibit: PISTOL, stated: { serial: 'CGK6899', make: 'CZ', model: '75', calibre: '9x19mm', type: 'pistol' } },
  ] as const
  await as(
    'Nadia Corven',
    COMPARISON,
  )(async (context) => {
    for (const { exhibit, stated } of said)
      await examineExhibit(context, {
        examination: identifierOf('examination', exhibit),
        exhibit,
        said: examinedExhibit.parse({ stated, condition: 'functional', date: '2023-11-14' }),
      })
  })
}

async function compare({ as }: Offices): Promise<void> {
  const hits = await as(
    'Nadia Corven',
    COMPARISON,
  )(async (context) => {
    const rows = RESULTS.map((value, place) => ({ row: place + 1, value }))
    const { results } = await addBallistics(context, rows)
    return results.flatMap(({ row, result }) => {
      const said = RESULTS[row - 1]!
      return 'level' in said && said.level === 'hit' ? [result] : []
    })
  })
  await as('Torben Ullas', COMPARISON)((context) => verifyBallistics(context, { results: hits }))
}

const DAYS_RELEASED = 60
const DAY_MS = 86_400_000

/** The customs let the focal point see what they seized on the ferry: so their report of it is proposed there. */
async function release({ installer }: Offices): Promise<void> {
  const id = identifierOf('release', 'CS 24/208')
  await installer(async (context) => {
    const { query, now } = context
    const made = await query.selectFrom('release').select('id').where('id', '=', id).executeTakeFirst()
    const { record } = await query
      .selectFrom('exhibit')
      .select('record_id as record')
      .where('id', '=', exhibitOf('CS 24/208-1'))
      .executeTakeFirstOrThrow()
    const to = await findAgency(context, 'Firearms Focal Point')
    if (made || record === null || !to) return
    const until = new Date(now.getTime() + DAYS_RELEASED * DAY_MS).toISOString().slice(0, 10)
    await releaseRecords(context, { id, records: [record], to: to.id, until, conditions: [], reference: 'CS 24/208' })
  })
}

/** Recoveries with their exhibits, what the laboratory said of them, and what became of them. */
export async function leaveRecoveries(offices: Offices): Promise<void> {
  const photographs = drawnPhotographs()
  for (const { by, reference, form: said } of RECOVERED) {
    const form = withPhotographs(said, photographs)
    await offices.as(by, RECOVERING)((context) => saveRecovery(context, { recovery: recoveryOf(reference), form }))
  }
  await leavePhotographs(offices, RECOVERING, photographs)
  await examine(offices)
  await compare(offices)
  await leaveChains(offices)
  await leaveLaboratory(offices)
  await release(offices)
}
