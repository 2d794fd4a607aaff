import { identifier } from '@proofmark/contract/schemas/common'
import * as z from 'zod'
import { readLog } from '../../access/queries/read-log.ts'
import { COMMON, readArguments, readLimit } from '../arguments.ts'
import { print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'
import { typed } from '../typed.ts'

const FLAGS = {
  ...COMMON,
  account: { type: 'string' },
  about: { type: 'string' },
  before: { type: 'string' },
  limit: { type: 'string' },
} as const

const DEFAULT_LIMIT = 100

/**
 * `proofmark log [--account NAME] [--about ID] [--before N] [--limit N] [--json]`: a person's trail, or what was seen of
 * a record, by whom and why; the newest first.
 */
export async function logCommand(args: readonly string[]): Promise<void> {
  const { flags } = readArguments(args, FLAGS)
  const wanted = {
    account: flags.account,
    subject: flags.about === undefined ? undefined : typed(identifier, flags.about, '--about'),
    before: flags.before === undefined ? undefined : typed(z.coerce.number().int().min(0), flags.before, '--before'),
    limit: flags.limit === undefined ? DEFAULT_LIMIT : readLimit(flags.limit),
  }
  await withShell(flags, async ({ run, say }) => {
    const { entries } = await run((context) => readLog(context, wanted))
    for (const entry of entries) {
      if (flags.json) printJson(entry)
      else {
        const { at, account, action, outcome, purpose, subjects } = entry
        const done = outcome === 'done' ? '' : say(`log.outcome.${outcome}`)
        const why = purpose === null ? '' : say(`word.purpose.${purpose}`)
        print([at, account ?? say('log.nobody'), say(`log.action.${action}`), done, why, subjects.join(' ')].join('\t'))
      }
    }
    if (entries.length === 0 && !flags.json) print(say('log.none'))
  })
}
