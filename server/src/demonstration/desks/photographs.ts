import { createHash } from 'node:crypto'
import type { PhotographView } from '@proofmark/contract/recovery-words'
import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { Grounds } from '../../access/context.ts'
import { beginFile } from '../../custody/commands/begin-file.ts'
import { receivePart } from '../../custody/runs/receive-file.ts'
import { identifierOf, type Offices } from './offices.ts'
import { exhibitOf, RECOVERED, recoveryOf } from './recovered.ts'
import { stampedPlate } from './stamped-plate.ts'

interface Photograph {
  readonly number: string
  readonly view: PhotographView
  readonly content: Buffer
  readonly sha256: string
}

const photograph = (number: string, view: PhotographView, text: string): Photograph => {
  const content = stampedPlate(text)
  return { number, view, content, sha256: createHash('sha256').update(content).digest('hex') }
}

/** Drawn, not taken: a number that can be read, and one of which something was ground away. */
export const drawnPhotographs = (): readonly Photograph[] => [
  photograph('23/118-1', 'serial', 'CGK6899'),
  photograph('23/118-2', 'obliteration', 'RK 2207'),
]

/** The form as the device would have sent it, with the hashes of its photographs. */
export const withPhotographs = (form: RecoveryForm, all: readonly Photograph[]): RecoveryForm => ({
  ...form,
  exhibits: form.exhibits.map((each) => ({
    ...each,
    photographs: all
      .filter(({ number }) => number === each.number)
      .map(({ sha256, view }) => ({ sha256, view }) as const),
  })),
})

/** The photographs themselves, taken in like all others: sealed, and read in a process without rights. */
export async function leavePhotographs({ as }: Offices, grounds: Grounds, all: readonly Photograph[]): Promise<void> {
  for (const { number, view, content, sha256 } of all) {
    const { by, reference } = RECOVERED.find(({ form }) => form.exhibits.some((each) => each.number === number))!
    const run = as(by, grounds)
    const file = identifierOf('photograph', number, view)
    const named = { file, recovery: recoveryOf(reference), exhibit: exhibitOf(number), kind: 'photograph' as const }
    await run((context) => beginFile(context, { ...named, view, sha256, bytes: content.length }))
    await receivePart(run, file, 0, parts(content))
  }
}

async function* parts(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content
}
