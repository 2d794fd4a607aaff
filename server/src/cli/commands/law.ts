import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import { LEGAL_JUSTIFICATIONS } from '@proofmark/contract/recovery-words'
import { lawTextRequest } from '@proofmark/contract/schemas/law-text'
import { listLawTexts } from '../../tracing/commands/list-law-texts.ts'
import { saveLawText } from '../../tracing/commands/save-law-text.ts'
import { presentLawText } from '../../tracing/present/law-text.ts'
import { COMMON, listed, needed, readArguments } from '../arguments.ts'
import { oneLine, print, printJson } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { typed } from '../typed.ts'

const FLAGS = {
  ...COMMON,
  id: { type: 'string' },
  state: { type: 'boolean' },
  agency: { type: 'string' },
  ground: { type: 'string' },
  language: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
} as const
type LawFlags = ReturnType<typeof readArguments<typeof FLAGS>>['flags']

async function list({ run, say }: Shell, { json }: LawFlags): Promise<void> {
  const found = await run(async (context) =>
    (await listLawTexts(context)).map((text) => presentLawText(text, context.reader)),
  )
  for (const each of found) {
    const { id, agency, ground, language, provision, validFrom, validTo } = each
    if (json) printJson(each)
    else
      print([id, agency ?? '–', ground, language, `${validFrom ?? ''}/${validTo ?? ''}`, oneLine(provision)].join('\t'))
  }
  if (!json && found.length === 0) print(say('shell.law_none'))
}

async function save({ run, say }: Shell, flags: LawFlags, provision: string): Promise<void> {
  const id = flags.id ?? randomUUID()
  const said = typed(lawTextRequest, {
    id,
    of: flags.state ? 'state' : 'agency',
    ...(flags.agency === undefined || flags.state ? {} : { agency: flags.agency }),
    ground: listed('ground', needed(flags.ground, '--ground'), LEGAL_JUSTIFICATIONS),
    language: needed(flags.language, '--language'),
    provision,
    validFrom: flags.from ?? null,
    validTo: flags.until ?? null,
  })
  await run((context) => saveLawText(context, said))
  if (flags.json) printJson({ id })
  else print(say('shell.law_saved', { id }))
}

async function remove({ run, say }: Shell, flags: LawFlags, id: string): Promise<void> {
  await run(async (context) => {
    const known = (await listLawTexts(context)).find((text) => text.id === id.toLowerCase())
    if (!known) throw new ProofmarkError('not_found', { what: id })
    const { agency, ground, language, provision, validFrom, validTo } = known
    const of = agency === null ? ('state' as const) : ('agency' as const)
    const whose = agency === null ? {} : { agency: agency.name }
    await saveLawText(context, {
      ...{ id: known.id, of, ...whose, ground, language, provision, validFrom, validTo, removed: true },
    })
  })
  if (flags.json) printJson({ id })
  else print(say('shell.law_saved', { id }))
}

/** `proofmark law list|save|remove`: the text of law by ground, from which trace requests are offered their justification. */
export async function lawCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const act = listed('law', words[0] ?? 'list', ['list', 'save', 'remove'] as const)
  await withShell(flags, async (shell) => {
    if (act === 'list') return list(shell, flags)
    if (act === 'save') return save(shell, flags, needed(words[1], 'TEXT'))
    return remove(shell, flags, needed(words[1], 'ID'))
  })
}
