import { ProofmarkError } from '@proofmark/contract/errors'
import type { ExhibitAnswer, RecoverySaved } from '@proofmark/contract/schemas/recovery-answers'
import type { Run } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { exhibitsToAsk, type KnownHere, type KnownInput, knownHere } from '../commands/known-here.ts'
import { type RecoveryInput, saveRecovery } from '../commands/save-recovery.ts'
import { fewest } from '../rules/known-as.ts'

/** Asks the matching process about a saved item: which agencies keep a record of it, whom to ask there, and by what handle. */
export type AskMatch = (
  savedItem: string,
) => Promise<readonly { readonly agency: string; readonly contact: string; readonly handle: string }[]>

/** So many exhibits are looked for in one turn, and so many questions wait for the matching process at one time. */
const AT_ONCE = 16
/** So long an officer waits at most before what is left of a large recovery is asked later. */
const PATIENCE_MS = 20_000

async function answerOf(askMatch: AskMatch, { exhibit, known, looked, savedItem }: KnownHere): Promise<ExhibitAnswer> {
  if (savedItem === null) return { exhibit, known: [...known], asked: looked ? 'here' : 'nowhere' }
  const lines = await askMatch(savedItem).catch((failure: unknown) => {
    // The officer is answered all the same, and told that the others were not reached.
    if (failure instanceof ProofmarkError && failure.code === 'unavailable') return null
    throw failure
  })
  const pointers = (lines ?? []).map(({ agency, contact, handle }) => ({
    ...{ source: null, agency, kind: 'pointer' as const, restricted: true, handle, contact, record: null },
    ...{ surely: 'may_be' as const, likely: null },
  }))
  return { exhibit, known: fewest([...known, ...pointers]), asked: lines === null ? 'here' : 'everywhere' }
}

const later = (exhibit: string): ExhibitAnswer => ({ exhibit, known: [], asked: 'later' })

const BUSY: readonly string[] = ['search_busy', 'search_too_slow', 'unavailable']
const isBusy = (failure: unknown) => failure instanceof ProofmarkError && BUSY.includes(failure.code)

/**
 * What is known of the exhibits of a recovery, in the order of its form, here and at other agencies, some at a time so that
 * one that takes too long takes no other with it. What was not reached within `patience`, in milliseconds, is answered as to
 * be asked later. Throws where nothing could be asked.
 */
export async function answerRecovery(
  run: Run,
  askMatch: AskMatch,
  input: KnownInput,
  patience = PATIENCE_MS,
): Promise<ExhibitAnswer[]> {
  const until = performance.now() + patience
  const exhibits = await insist(run, (context) => exhibitsToAsk(context, input))
  const answers: ExhibitAnswer[] = []
  for (let from = 0; from < exhibits.length; from += AT_ONCE) {
    const some = exhibits.slice(from, from + AT_ONCE)
    if (from > 0 && performance.now() >= until) {
      answers.push(...some.map(later))
      continue
    }
    try {
      const here = await insist(run, (context) => knownHere(context, { ...input, exhibits: some }))
      const answered = await Promise.all(here.map((each) => answerOf(askMatch, each)))
      answers.push(...answered.sort((a, b) => some.indexOf(a.exhibit) - some.indexOf(b.exhibit)))
    } catch (failure) {
      if (from === 0 || !isBusy(failure)) throw failure
      answers.push(...some.map(later))
    }
  }
  return answers
}

/**
 * Saves a recovery and answers what is known of its exhibits. What is saved stays saved where nobody could be asked:
 * then the exhibits are answered as to be asked later.
 */
export async function recordRecovery(
  run: Run,
  askMatch: AskMatch,
  input: RecoveryInput & Pick<KnownInput, 'basis'>,
  patience = PATIENCE_MS,
): Promise<RecoverySaved> {
  const saved = await insist(run, (context) => saveRecovery(context, input))
  const { recovery, exhibits } = saved
  const answers = await answerRecovery(run, askMatch, { recovery, basis: input.basis }, patience).catch(
    (failure: unknown) => {
      if (!isBusy(failure)) throw failure
      return exhibits.map(({ exhibit }) => later(exhibit))
    },
  )
  return { ...saved, answers }
}
