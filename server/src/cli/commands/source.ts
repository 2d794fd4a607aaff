import { ProofmarkError } from '@proofmark/contract/errors'
import { HANDLING_CODES, SOURCE_VISIBILITIES } from '@proofmark/contract/source-words'
import { SOURCE_KINDS } from '@proofmark/domain/source-kind'
import { addAgency, findAgency } from '../../access/commands/add-agency.ts'
import { addSource } from '../../records/commands/add-source.ts'
import { listSources } from '../../records/queries/list-sources.ts'
import { COMMON, listed, needed, readArguments, readName } from '../arguments.ts'
import { print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'

const FLAGS = {
  ...COMMON,
  kind: { type: 'string' },
  agency: { type: 'string' },
  desk: { type: 'string' },
  handling: { type: 'string' },
  visibility: { type: 'string' },
  retention: { type: 'string' },
  review: { type: 'string' },
  'four-eyes': { type: 'boolean' },
} as const

/** A number of years; undefined where none is named. Throws `value_not_listed`. */
function readYears(field: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^[1-9]\d{0,2}$/.test(value))
    throw new ProofmarkError('value_not_listed', { field, value: value.slice(0, 80), accepted: '1 – 999' })
  return Number(value)
}

/** `proofmark source add NAME --kind KIND --agency NAME`, `proofmark source list`. */
export async function sourceCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const action = listed('source', words[0] ?? '', ['add', 'list'] as const)
  if (action === 'list') {
    const { sources, say } = await withShell(flags, async ({ run, say }) => ({ sources: await run(listSources), say }))
    if (!flags.json) print(say(sources.length === 0 ? 'shell.source_none' : 'shell.source_heading'))
    for (const source of sources) {
      if (flags.json) printJson(source)
      else print([source.name, source.kind, source.agency, source.visibility, source.records].join('\t'))
    }
    return
  }
  const input = {
    name: readName('name', needed(words[1], 'NAME')),
    kind: listed('kind', needed(flags.kind, '--kind'), SOURCE_KINDS),
    agency: readName('agency', needed(flags.agency, '--agency')),
    handling: listed('handling', flags.handling ?? 'H0', HANDLING_CODES),
    visibility:
      flags.visibility === undefined ? undefined : listed('visibility', flags.visibility, SOURCE_VISIBILITIES),
    retentionYears: readYears('retention', flags.retention),
    reviewYears: readYears('review', flags.review),
    fourEyes: flags['four-eyes'] === true,
  }
  const desk = flags.desk === undefined ? input.agency : readName('desk', flags.desk)
  await withShell(flags, async ({ run, say }) => {
    await run(async (context) => {
      // The installer sets up agencies along with their sources; later that is an administrator's work.
      if (context.reader.installer && !(await findAgency(context, input.agency))) {
        await addAgency(context, { name: input.agency, desk })
      }
      return addSource(context, input)
    })
    if (flags.json) printJson({ source: input.name, agency: input.agency, kind: input.kind })
    else print(say('shell.source_added', { name: input.name, agency: input.agency }))
  })
}
