import { REVIEW_KINDS } from '@proofmark/contract/review-words'
import { presentQueue } from '../../review/present/review.ts'
import { reviewQueue } from '../../review/runs/review-queue.ts'
import { listed, readArguments, readLimit } from '../arguments.ts'
import { matchHere } from '../match-here.ts'
import { print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'
import { REVIEW_ACTS, REVIEW_FLAGS } from './review-acts.ts'

/**
 * `proofmark review [--source NAME] [--kind KIND] [--mine] [--limit N] [--json]`: the pairs that wait for a person. A word
 * after it is one of the acts of review-acts.ts.
 */
export async function reviewCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, REVIEW_FLAGS)
  const [word, ...rest] = words
  if (word !== undefined) {
    const act = REVIEW_ACTS[listed('command', word, Object.keys(REVIEW_ACTS))]!
    return withShell(flags, async (shell) => {
      await matchHere(shell)
      await act(shell, flags, rest)
    })
  }
  const { source, mine } = flags
  const kind = flags.kind === undefined ? undefined : listed('kind', flags.kind, REVIEW_KINDS)
  const limit = Math.min(100, readLimit(flags.limit))
  await withShell(flags, async (shell) => {
    const { run, say, settings } = shell
    await matchHere(shell)
    const queue = await reviewQueue(run, { source, kind, mine, limit }, Number.POSITIVE_INFINITY)
    const shown = presentQueue(queue, { say, locale: settings.locale })
    if (flags.json) return printJson(shown)
    for (const { probability, one, other, kind, why } of shown.pairs) {
      const ends = [one, other].flatMap(({ source, key }) => [source, key])
      print([probability.toFixed(2), ...ends, say(`review.kind.${kind}`)].join('\t'))
      for (const reason of why) print(`\t${reason}`)
    }
    print(say('review.count', { count: shown.count, figure: String(shown.count) }))
  })
}
