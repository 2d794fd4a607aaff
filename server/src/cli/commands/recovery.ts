import { createHash, randomUUID } from 'node:crypto'
import { basename, resolve } from 'node:path'
import { ProofmarkError } from '@proofmark/contract/errors'
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '@proofmark/contract/locales'
import type { Say } from '@proofmark/contract/messages'
import { LEGAL_BASES } from '@proofmark/contract/purposes'
import {
  type RecoverySaved,
  recoveryListRequest,
  recoveryPaperRequest,
  recoverySaveRequest,
} from '@proofmark/contract/schemas/recovery-answers'
import { RECOVERY_KINDS } from '@proofmark/contract/trace-words'
import { drawPapers } from '../../custody/commands/draw-papers.ts'
import { listRecoveries } from '../../custody/commands/list-recoveries.ts'
import { showRecovery } from '../../custody/commands/show-recovery.ts'
import { printPapers } from '../../custody/documents/recovery-paper.ts'
import { presentRecoveries, presentRecovery } from '../../custody/present/recovery.ts'
import { recordRecovery } from '../../custody/runs/record-recovery.ts'
import { COMMON, listed, needed, readArguments, readLimit } from '../arguments.ts'
import { matchHere } from '../match-here.ts'
import { readText } from '../open-file.ts'
import { oneLine, print, printJson, tell } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { typed } from '../typed.ts'
import { withMatch } from '../with-match.ts'
import { writePrivate } from '../write-private.ts'

const FLAGS = {
  ...COMMON,
  agency: { type: 'string' },
  basis: { type: 'string' },
  status: { type: 'string' },
  incomplete: { type: 'boolean' },
  after: { type: 'string' },
  limit: { type: 'string' },
  version: { type: 'string' },
  forms: { type: 'string' },
  language: { type: 'string' },
  out: { type: 'string' },
} as const

type Flags = ReturnType<typeof readArguments<typeof FLAGS>>['flags']

/** An identifier that follows from words: the same file twice is one recovery. */
export function identifierOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What the file says: a form, or a form with the identifiers that a device gave it. Where somebody wrote it by hand, the
 * recovery and its exhibits are named after what the file says.
 */
function requestIn(file: string, text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new ProofmarkError('body_invalid', { field: file, expected: 'json' }, cause)
  }
  if (!isFields(value)) throw new ProofmarkError('body_invalid', { field: file, expected: 'object' })
  const { recovery = identifierOf(text), base, agency, basis, form, ...rest } = value
  const said = isFields(form) ? form : rest
  const exhibits = Array.isArray(said.exhibits)
    ? said.exhibits.map((each: unknown, place) =>
        isFields(each) && each.exhibit === undefined
          ? { ...each, exhibit: identifierOf(`${String(recovery)} ${place}`) }
          : each,
      )
    : said.exhibits
  const request = { recovery, base, agency, basis, form: { ...said, exhibits } }
  return JSON.parse(JSON.stringify(request)) as Record<string, unknown>
}

const numberOf = ({ exhibits }: RecoverySaved, id: string): string => {
  const place = exhibits.findIndex(({ exhibit }) => exhibit === id)
  return exhibits[place]?.number ?? String(place + 1)
}

function printSaved(saved: RecoverySaved, say: Say): void {
  const { recovery, version, change, completeness, answers, conflicts, missing, remarks } = saved
  print(say('recovery.saved', { recovery, version, change, completeness }))
  for (const { exhibit, known, asked } of answers) {
    const number = oneLine(numberOf(saved, exhibit))
    if (known.length === 0) print(say(`recovery.nothing.${asked}`, { number }))
    for (const { kind, agency, source, contact, handle, surely, likely } of known)
      print(
        say(`recovery.known.${kind}`, {
          number: surely === 'may_be' && likely !== null ? say('recovery.may_be', { number, likely }) : number,
          agency,
          source: oneLine(source ?? ''),
          contact: oneLine(contact ?? ''),
          handle: handle ?? '',
        }),
      )
  }
  for (const { path, standing, sent } of conflicts)
    print(say('recovery.conflict', { path, standing: shown(standing), sent: shown(sent) }))
  for (const { exhibit, fields } of missing)
    print(
      say('recovery.missing', {
        number: oneLine(numberOf(saved, exhibit)),
        fields: fields.map((field) => say(`field.minimum.${field}`)).join(', '),
      }),
    )
  for (const { kind, value, recovery: other } of remarks)
    print(say(`field.remark.${kind}`, { value: oneLine(value), recovery: other ?? '' }))
}

const shown = (value: unknown): string => oneLine(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** Whoever works in the shell waits for the answer of the last exhibit. */
const SHELL_PATIENCE_MS = Number.POSITIVE_INFINITY

async function add(shell: Shell, flags: Flags, [word]: readonly string[]): Promise<void> {
  const { run, grounds, say } = shell
  const path = resolve(needed(word, 'FILE.json'))
  const { grounds: _, ...input } = typed(
    recoverySaveRequest,
    {
      ...requestIn(basename(path), await readText(path)),
      ...(flags.agency === undefined ? {} : { agency: flags.agency }),
      ...(flags.basis === undefined ? {} : { basis: listed('basis', flags.basis, LEGAL_BASES) }),
      grounds: {
        purpose: grounds.purpose,
        ...(grounds.reference === undefined ? {} : { reference: grounds.reference }),
      },
    },
    basename(path),
  )
  const saved = await withMatch(shell, (askMatch) => recordRecovery(run, askMatch, input, SHELL_PATIENCE_MS))
  await matchHere(shell)
  if (!flags.json) return printSaved(saved, say)
  printJson({
    recovery: saved.recovery,
    version: saved.version,
    exhibits: saved.exhibits,
    answers: saved.answers.map(({ exhibit, known }) => ({
      exhibit,
      known: known.map(({ source, agency, kind, restricted, handle, surely, likely }) => ({
        source,
        agency,
        kind,
        restricted,
        handle,
        surely,
        likely,
      })),
    })),
    missing: saved.missing,
    completeness: saved.completeness,
    conflicts: saved.conflicts,
    remarks: saved.remarks,
  })
}

async function list({ run, say, grounds }: Shell, flags: Flags): Promise<void> {
  const after = Number(flags.after ?? 0)
  const input = typed(recoveryListRequest, {
    ...(flags.status === undefined ? {} : { status: listed('status', flags.status, RECOVERY_KINDS) }),
    incomplete: flags.incomplete === true,
    after,
    limit: readLimit(flags.limit),
    grounds: { purpose: grounds.purpose },
  })
  const { recoveries, more } = presentRecoveries(await run((context) => listRecoveries(context, input)))
  for (const each of recoveries) {
    if (flags.json) printJson(each)
    else {
      const { recovery, status, reference, date, place, exhibits, completeness } = each
      const words = [status, reference ?? '', date ?? '', place ?? '', exhibits.length, `${completeness} %`]
      print([recovery, ...words.map((cell) => oneLine(String(cell)))].join('\t'))
    }
  }
  if (!flags.json && recoveries.length === 0) print(say('recovery.none'))
  if (more) tell(say('recovery.more', { after: after + recoveries.length }))
}

async function show({ run }: Shell, flags: Flags, [word]: readonly string[]): Promise<void> {
  const recovery = needed(word, 'ID')
  const version = flags.version === undefined ? undefined : Number(flags.version)
  if (version !== undefined && !(Number.isInteger(version) && version > 0))
    throw new ProofmarkError('value_not_listed', { field: 'version', value: flags.version ?? '', accepted: '1 – …' })
  const view = presentRecovery(await run((context) => showRecovery(context, { recovery, version })))
  if (flags.json) return printJson(view)
  const { form, exhibits, completeness, agency } = view
  print(
    [view.recovery, form.status, agency, form.reference ?? '', form.date ?? '', `${completeness} %`]
      .map(oneLine)
      .join('\t'),
  )
  for (const { exhibit, kind, number } of exhibits) print([exhibit, kind, oneLine(number ?? '')].join('\t'))
  for (const each of view.versions) print([each.version, each.stands ? '' : '–', oneLine(each.by), each.at].join('\t'))
}

const LANGUAGES = Object.keys(DOCUMENT_LANGUAGES) as DocumentLanguage[]

async function paper({ run, say, settings }: Shell, flags: Flags): Promise<void> {
  const file = needed(flags.out, '--out FILE')
  const { forms, language, order, agency } = typed(recoveryPaperRequest, {
    order: randomUUID(),
    forms: Number(flags.forms ?? 1),
    language: listed('language', flags.language ?? settings.locale, LANGUAGES),
    ...(flags.agency === undefined ? {} : { agency: flags.agency }),
  })
  const drawn = await run((context) => drawPapers(context, { order, forms, agency }))
  await writePrivate(file, await printPapers(drawn, language))
  if (flags.json) printJson({ file, numbers: drawn.numbers })
  else print(say('recovery.papers', { forms, file }))
}

const ACTS = { add, list, show, paper } as const

/** `proofmark recovery add FILE.json | list | show ID | paper --out FILE`: what was seized, found or surrendered. */
export async function recoveryCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const [act = '', ...rest] = words
  if (!Object.hasOwn(ACTS, act))
    throw new ProofmarkError('value_not_listed', {
      field: 'recovery',
      value: act,
      accepted: Object.keys(ACTS).join(', '),
    })
  await withShell(flags, (shell) => ACTS[act as keyof typeof ACTS](shell, flags, rest))
}
