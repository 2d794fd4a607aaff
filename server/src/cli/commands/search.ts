import { search } from '../../linkage/commands/search.ts'
import { presentSearched } from '../../linkage/present/search.ts'
import { COMMON, needed, readArguments, readLimit } from '../arguments.ts'
import { print, printJson, tell } from '../output.ts'
import { withShell } from '../shell.ts'

const FLAGS = { ...COMMON, limit: { type: 'string' }, after: { type: 'string' } } as const

/** `proofmark search WORDS [--limit N] [--after NEXT] [--json]`: records that state these words, latest event first. */
export async function searchCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const asked = { words: needed(words.join(' '), 'WORDS'), limit: readLimit(flags.limit), after: flags.after }
  await withShell(flags, async ({ run, say }) => {
    const answer = presentSearched(await run((context) => search(context, asked)))
    if (flags.json) return printJson(answer)
    if (answer.results.length === 0) return print(say('shell.search_nothing'))
    for (const result of answer.results) {
      const texts = result.matched.map(({ field, parts }) => `${field}: ${parts.map(({ text }) => text).join('')}`)
      const { source, key, date, event } =
        result.kind === 'record'
          ? result
          : {
              source: say('shell.search_question'),
              key: result.reference,
              event: say(`word.basis.${result.basis}`),
              date: { from: null, to: result.askedAt.slice(0, 10) },
            }
      print([date.to ?? '', source, key, event, ...texts].join('\t'))
    }
    const { record: records, question: questions } = answer.totals
    tell(say('shell.search_total', { records, questions }))
    if (answer.next !== null) tell(say('shell.search_more', { next: answer.next }))
  })
}
