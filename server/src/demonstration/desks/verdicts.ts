import type { Context } from '../../access/context.ts'
import { judge } from '../../linkage/commands/judge.ts'
import { recordNamed } from '../../records/queries/record-named.ts'
import { showLife } from '../../tracing/commands/show-life.ts'
import type { PersonName } from '../agencies.ts'
import { SOURCES, type SourceWord } from '../sources.ts'
import { identifierOf, type Offices, TRACE } from './offices.ts'

interface Verdict {
  readonly by: PersonName
  readonly source: SourceWord
  readonly key: string
  readonly reason: string
}

const recordOf = (context: Context, source: SourceWord, key: string) =>
  recordNamed(context, SOURCES[source].name, key, undefined)

/** What was judged to be the firearm that the register lists first; its other records are joined by the model alone. */
export const VERDICTS: readonly Verdict[] = [
  {
    by: 'Ilse Moravan',
    source: 'police',
    key: 'S-00000',
    reason: 'The O is a 0: compared with the pistol in the store.',
  },
  {
    by: 'Ilse Moravan',
    source: 'police',
    key: 'S-90036',
    reason: 'The mark is legible on frame, slide and barrel.',
  },
  {
    by: 'Teodor Vinge',
    source: 'transfers',
    key: 'M-90032',
    reason: 'The ledger names the licence of the entry.',
  },
]

/**
 * Some records of the first firearm were judged, and then somebody looked at its life: what speaks against its custodian
 * is filed with whom that concerns.
 */
export async function leaveVerdicts({ as }: Offices): Promise<void> {
  for (const { by, source, key, reason } of VERDICTS)
    await as(
      by,
      TRACE,
    )(async (context) => {
      const record = await recordOf(context, 'register', 'L-00001')
      const other = await recordOf(context, source, key)
      const id = identifierOf('judgement', key)
      await judge(context, { id, record, other, about: 'firearm', verdict: 'same', reason })
    })
  await as(
    'Ilse Moravan',
    TRACE,
  )(async (context) => {
    await showLife(context, await recordOf(context, 'register', 'L-00001'))
  })
}
