import { find } from '../../linkage/commands/find.ts'
import { presentFound } from '../../linkage/present/candidate.ts'
import { COMMON, needed, readArguments, readLimit } from '../arguments.ts'
import { print, printJson, tell } from '../output.ts'
import { withShell } from '../shell.ts'

const FLAGS = {
  ...COMMON,
  make: { type: 'string' },
  model: { type: 'string' },
  calibre: { type: 'string' },
  type: { type: 'string' },
  limit: { type: 'string' },
} as const

/** `proofmark find SERIAL [--make M] [--model M] [--calibre C] [--type T] [--limit N] [--json]`: best first. */
export async function findCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const { make, model, calibre, type } = flags
  const description = { serial: needed(words[0], 'SERIAL'), make, model, calibre, type }
  const limit = readLimit(flags.limit)
  await withShell(flags, async ({ run, say }) => {
    const { candidates, weak, chance } = presentFound(await run((context) => find(context, description, limit)), say)
    if (flags.json) {
      return printJson(
        candidates.map(({ source, key, item, probability, evidence }) => ({
          source,
          key,
          item,
          probability,
          evidence,
        })),
      )
    }
    if (weak) tell(say('shell.find_weak', { chance }))
    if (candidates.length === 0) print(say('shell.find_nothing'))
    for (const { source, key, probability, read, evidence } of candidates) {
      print(
        `${probability.toFixed(3)}\t${source}\t${key}\t${[read.make.name, read.model.name, read.calibre.name].filter(Boolean).join(', ')}`,
      )
      for (const { bits, text } of evidence) print(`\t${bits.toFixed(1).padStart(6)}  ${text}`)
    }
  })
}
