import { listRecords } from '../../records/commands/list-records.ts'
import { presentRecords } from '../../records/present/listed-records.ts'
import { soleSource } from '../../records/queries/find-source.ts'
import { COMMON, needed, readArguments, readLimit } from '../arguments.ts'
import { print, printJson, tell } from '../output.ts'
import { withShell } from '../shell.ts'

const FLAGS = { ...COMMON, agency: { type: 'string' }, limit: { type: 'string' }, after: { type: 'string' } } as const

/** `proofmark records SOURCE [--agency A] [--after NEXT] [--limit N] [--json]`: what stands in a source, its last import first. */
export async function recordsCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const name = needed(words.join(' '), 'SOURCE')
  const page = { limit: readLimit(flags.limit ?? '100'), after: flags.after }
  await withShell(flags, async ({ run, say }) => {
    const answer = presentRecords(
      await run(async (context) =>
        listRecords(context, { ...page, source: (await soleSource(context, name, flags.agency)).id }),
      ),
    )
    if (flags.json) return printJson(answer)
    if (answer.records.length === 0 && answer.next === null) return print(say('shell.records_none'))
    for (const { key, date, event, read } of answer.records) {
      const item = [read.serial.norm, read.make.name, read.model.name, read.calibre.name].map((word) => word ?? '')
      print([date.to ?? '', key, event, ...item].join('\t'))
    }
    if (answer.next !== null) tell(say('shell.search_more', { next: answer.next }))
  })
}
