import { ProofmarkError } from '@proofmark/contract/errors'
import type { ExhibitAnswer, RecoverySaved } from '@proofmark/contract/schemas/recovery-answers'
import type { Run } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { type KnownHere, type KnownInput, knownHere } from '../commands/known-here.ts'
import { type RecoveryInput, saveRecovery } from '../commands/save-recovery.ts'
import { fewest } from '../rules/known-as.ts'

/** Asks the matching process about a saved item: which agencies keep a record of it, whom to ask there, and by what handle. */
export type AskMatch = (
  savedItem: string,
) => Promise<readonly { readonly agency: string; readonly contact: string; readonly handle: string }[]>

/** So many questions wait for the matching process at one time. */
const AT_ONCE = 16

async function answerOf(askMatch: AskMatch, { exhibit, known, looked, savedItem }: KnownHere): Promise<ExhibitAnswer> {
  if (savedItem === null) return { exhibit, known: [...known], asked: looked ? 'here' : 'nowhere' }
  const lines = await askMatch(savedItem).catch((failure: unknown) => {
    // The officer is answered all the same, and told that the others were not reached.
    if (failure instanceof ProofmarkError && failure.code === 'unavailable') return null
    throw failure
  })
  const pointers = (lines ?? []).map(({ agency, contact, handle }) => ({
    ...{ source: null, agency, kind: 'pointer' as const, restricted: true, handle, contact, record: null },
  }))
  return { exhibit, known: fewest([...known, ...pointers]), asked: lines === null ? 'here' : 'everywhere' }
}

/** What is known of the exhibits of a recovery, here and at other agencies, which are asked all at once. */
export async function answerRecovery(run: Run, askMatch: AskMatch, input: KnownInput): Promise<ExhibitAnswer[]> {
  const here = await insist(run, (context) => knownHere(context, input))
  const answers: ExhibitAnswer[] = []
  for (let from = 0; from < here.length; from += AT_ONCE)
    answers.push(...(await Promise.all(here.slice(from, from + AT_ONCE).map((each) => answerOf(askMatch, each)))))
  return answers
}

const BUSY: readonly string[] = ['search_busy', 'search_too_slow', 'unavailable']

/**
 * Saves a recovery and answers what is known of its exhibits. What is saved stays saved where nobody could be asked:
 * then the exhibits are answered as asked nowhere, and can be asked about again.
 */
export async function recordRecovery(
  run: Run,
  askMatch: AskMatch,
  input: RecoveryInput & Pick<KnownInput, 'basis'>,
): Promise<RecoverySaved> {
  const saved = await insist(run, (context) => saveRecovery(context, input))
  const { recovery, exhibits } = saved
  const answers = await answerRecovery(run, askMatch, { recovery, basis: input.basis }).catch((failure: unknown) => {
    if (!(failure instanceof ProofmarkError) || !BUSY.includes(failure.code)) throw failure
    return exhibits.map(({ exhibit }): ExhibitAnswer => ({ exhibit, known: [], asked: 'nowhere' }))
  })
  const order = new Map(exhibits.map(({ exhibit }, place) => [exhibit, place]))
  return { ...saved, answers: answers.sort((a, b) => (order.get(a.exhibit) ?? 0) - (order.get(b.exhibit) ?? 0)) }
}
