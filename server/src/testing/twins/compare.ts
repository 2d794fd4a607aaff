import { setTimeout as sleep } from 'node:timers/promises'
import { PATHS, type RouteName } from '@proofmark/contract/paths'
import type { Role } from '@proofmark/contract/roles'
import { ROUTES, type Route } from '@proofmark/contract/routes'
import { sequenceAll } from '../../access/ledger/sequence.ts'
import { Renaming } from '../renaming.ts'
import { serveApp } from '../serve-app.ts'
import { ask, type Said, signIn } from './ask.ts'
import type { Asked } from './asked.ts'
import { REQUESTS } from './every-route.ts'
import { INHERENT } from './inherent.ts'
import { numbersOf } from './numbers.ts'
import { identifierOf, type Twin } from './twin.ts'

export const NAMES = Object.keys(PATHS) as RouteName[]

/** What an answer numbers: the same import, decision and so on in both twins, by whatever number. */
const NUMBERED = {
  import: 'import',
  what: 'import',
  version: 'import',
  corrects: 'import',
  decision: 'decision',
  pack: 'pack',
  next: 'decision',
  renewal: 'renewal',
  number: 'judgement',
} as const

/** An answer without what must differ, and without the number that its question named. */
function plain(name: RouteName, answer: Said, { address }: Asked): Said {
  const plainly = { ...answer, body: INHERENT[name]?.(answer.body) ?? answer.body }
  const number = address?.import
  if (number === undefined) return plainly
  const unnumbered = (text: string) => text.replaceAll(new RegExp(`\\b${number}\\b`, 'g'), 'the import')
  const text = JSON.stringify(plainly, (_, value: unknown) => (typeof value === 'string' ? unnumbered(value) : value))
  return JSON.parse(text) as Said
}

/** Waits until nothing is read again any more. */
async function renewed({ database }: Twin): Promise<void> {
  const running = () => database.pool('backup').query("SELECT FROM renewal WHERE state = 'running'")
  while ((await running()).rowCount) await sleep(20)
}

/** Where twins part, and at which routes somebody was answered. */
export interface Compared {
  readonly parted: readonly string[]
  readonly answered: ReadonlySet<RouteName>
}

/** Serves both twins; answers what asks both everything, or as many questions at a route as `most` says, in these roles. */
export async function twinDoors(twins: readonly [Twin, Twin]) {
  const doors = await Promise.all(
    twins.map(async (twin) => ({ twin, served: await serveApp(twin.database), numbers: await numbersOf(twin) })),
  )
  const renaming = new Renaming(NUMBERED)

  async function compareAt(name: RouteName, role: Role | null, most: number, compared: string[]): Promise<boolean> {
    if (name === 'logRead') for (const { database } of twins) await sequenceAll(database.pool('log'))
    const draw = (word: string) => identifierOf(`${name} ${role} ${word}`)
    const [some, others] = doors.map(({ twin, numbers }) => REQUESTS[name]({ twin, role, numbers, draw }))
    let answered = false
    for (const [at, asked] of some!.slice(0, most).entries()) {
      const pair = [asked, others![at]!]
      const said = await Promise.all(
        doors.map(async ({ twin, served }, of) => {
          // Some doors open to a session alone, and one of its own: another may end it.
          const { door }: Route = ROUTES[name]
          const cookie = role !== null && door ? await signIn(twin, served, role) : undefined
          return ask(twin, served, name, role, pair[of]!, cookie)
        }),
      )
      answered ||= said[0]!.status < 300
      const parted = renaming.difference(plain(name, said[0]!, pair[0]!), plain(name, said[1]!, pair[1]!))
      if (parted) compared.push(`${name} for ${role ?? 'nobody'}, ${JSON.stringify(asked).slice(0, 200)}: ${parted}`)
    }
    if (name === 'renewalBegin') await Promise.all(twins.map(renewed))
    return answered
  }

  const compare = async (
    names: readonly RouteName[],
    roles: readonly (Role | null)[],
    most: (name: RouteName, role: Role | null) => number = () => Number.POSITIVE_INFINITY,
  ): Promise<Compared> => {
    const parted: string[] = []
    const answered = new Set<RouteName>()
    for (const role of roles)
      for (const name of names) if (await compareAt(name, role, most(name, role), parted)) answered.add(name)
    return { parted, answered }
  }
  return { compare, served: doors.map(({ served }) => served) }
}
