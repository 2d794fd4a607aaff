import type { NewAccount } from '../../access/commands/add-account.ts'
import type { Context } from '../../access/context.ts'
import { judge } from '../../linkage/commands/judge.ts'
import { recordNamed } from '../../records/queries/record-named.ts'
import { identifierOf } from '../desks/offices.ts'
import type { MadeOf } from '../made-of.ts'
import { everydayRows, NEIGHBOURS, type Neighbour, SOURCES, type SourceWord, STORY_ROWS } from './registers.ts'

export { NEIGHBOURS, type Neighbour }

/** Invented people, each with the role that the shell plays them by first. */
const PEOPLE: Readonly<Record<Neighbour, readonly Pick<NewAccount, 'name' | 'roles'>[]>> = {
  XA: [
    { name: 'Ilse Moravan', roles: ['trace_officer', 'analyst', 'recorder'] },
    { name: 'Orso Kellan', roles: ['analyst', 'trace_officer'] },
    { name: 'Teodor Vinge', roles: ['data_steward'] },
    { name: 'Pell Hasko', roles: ['administrator'] },
  ],
  XB: [
    { name: 'Runa Delvaux', roles: ['trace_officer', 'analyst', 'recorder'] },
    { name: 'Ivo Tarsk', roles: ['data_steward'] },
    { name: 'Mira Sandoz', roles: ['administrator'] },
  ],
  XC: [
    { name: 'Anselm Okore', roles: ['trace_officer', 'analyst', 'recorder'] },
    { name: 'Lene Warvik', roles: ['data_steward'] },
    { name: 'Petra Quill', roles: ['administrator'] },
  ],
}

type Named = readonly [source: SourceWord, key: string]

/** What the tracing officer had judged before anybody asked: that the consignments are of what the register lists. */
function judgedPairs(neighbour: Neighbour): { readonly one: Named; readonly other: Named }[] {
  const { register: [listed] = [], deliveries = [] } = STORY_ROWS[neighbour]
  if (!listed) return []
  return deliveries.map(({ id }) => ({ one: ['register', listed.id!], other: ['deliveries', id!] }))
}

const recordOf = (context: Context, [source, key]: Named) => recordNamed(context, SOURCES[source].name, key, undefined)

/** A state of a few dozen records, to show with its neighbours how nodes exchange. */
export function neighbourNation(neighbour: Neighbour): MadeOf {
  const agency = `Firearms desk of ${neighbour}`
  const words = Object.keys(SOURCES) as SourceWord[]
  return {
    agencies: [{ name: agency, desk: `Tracing desk of ${neighbour}, +${neighbour} 55 0100` }],
    people: PEOPLE[neighbour].map((person) => ({ ...person, agency })),
    sources: words.map((word) => {
      const { prefix: _, ...source } = SOURCES[word]
      const rows = everydayRows(neighbour, word)
      return { ...source, agency, handling: 'H0', rows, storyRows: STORY_ROWS[neighbour][word] ?? [] }
    }),
    officers: async () => {},
    leaveWork: async ({ as }) => {
      const officer = PEOPLE[neighbour][0]!.name
      for (const { one, other } of judgedPairs(neighbour))
        await as(officer, { purpose: 'trace', reference: 'register review' })(async (context) => {
          await judge(context, {
            id: identifierOf('judgement', neighbour, other[1]),
            record: await recordOf(context, one),
            other: await recordOf(context, other),
            about: 'firearm',
            verdict: 'same',
            reason: 'The licences name each other.',
          })
        })
    },
  }
}
