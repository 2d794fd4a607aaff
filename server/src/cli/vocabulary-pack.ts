import { writeFile } from 'node:fs/promises'
import { ProofmarkError } from '@proofmark/contract/errors'
import { packExportRequest, packTakeBackRequest, packTakeRequest } from '@proofmark/contract/schemas/vocabulary-pack'
import { exportPack } from '../records/commands/export-pack.ts'
import { importPack } from '../records/commands/import-pack.ts'
import { takePack, takePackBack } from '../records/commands/take-pack.ts'
import { presentPack, presentPackPage } from '../records/present/pack.ts'
import { listPacks, showPack } from '../records/queries/packs.ts'
import { PACK_LIMIT_BYTES, readPack } from '../records/rules/pack-file.ts'
import { listed, needed } from './arguments.ts'
import { openFile } from './open-file.ts'
import { print, printJson } from './output.ts'
import type { Shell } from './shell.ts'
import { typed } from './typed.ts'

const ACTIONS = ['export', 'import', 'list', 'take', 'take-back'] as const

interface PackFlags {
  readonly agency?: string
  readonly field?: string
  readonly name?: string
  readonly licence?: string
  readonly provenance?: string
  readonly include?: string
  readonly take?: string
  readonly json?: boolean
}

/** `new`, or numbers of rows between commas. */
const rowsIn = (stated: string) => (stated === 'new' ? stated : stated.split(',').map(Number))

async function contentOf(file: string): Promise<Uint8Array> {
  const { size, stream } = await openFile(file)
  if (size > PACK_LIMIT_BYTES) {
    stream.destroy()
    throw new ProofmarkError('pack_too_large', { limit: PACK_LIMIT_BYTES, unit: 'bytes' })
  }
  return Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Uint8Array>))
}

async function exportTo({ run, say }: Shell, file: string, flags: PackFlags): Promise<void> {
  const { agency, field, name, licence, provenance, include } = flags
  const asked = typed(packExportRequest, {
    name: needed(name, '--name'),
    licence: needed(licence, '--licence'),
    provenance,
    field,
    agency,
    ...(include === undefined ? {} : { include: include.split(',') }),
  })
  const { content, decisions, heldBack, sha256 } = await run((context) => exportPack(context, asked))
  await writeFile(file, content, { flag: 'wx' }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EEXIST') throw new ProofmarkError('name_taken', { what: 'file', value: file }, cause)
    throw new ProofmarkError('file_not_written', { file, reason: cause.code ?? '' }, cause)
  })
  if (flags.json) return printJson({ file, decisions, sha256, heldBack })
  for (const { decision, field, text, why } of heldBack)
    print([decision, field, text, say(`vocabulary.held_back.${why}`)].join('\t'))
  print(say('shell.pack_exported', { decisions, held: heldBack.length }))
}

async function take({ run, say }: Shell, pack: string, { agency, take, json }: PackFlags): Promise<void> {
  const asked = typed(packTakeRequest, { pack, rows: rowsIn(take ?? 'new'), agency })
  const outcome = await run((context) => takePack(context, asked))
  if (json) printJson(outcome)
  else print(say('shell.pack_taken', { ...outcome }))
}

async function importFrom(shell: Shell, file: string, flags: PackFlags): Promise<void> {
  const { run, say } = shell
  const { agency, json } = flags
  const pack = readPack(await contentOf(file))
  const number = await run((context) => importPack(context, { pack, agency }))
  const page = presentPackPage(await run((context) => showPack(context, { pack: number, agency, limit: 200 })))
  if (json) printJson({ ...page.pack, counts: page.counts })
  else {
    for (const { row, field, text, means, standing, fault } of page.rows) {
      const why = fault === null ? '' : say(`vocabulary.pack_fault.${fault}`)
      print(
        [row, field, text, means.code ?? means.said ?? '', say(`vocabulary.pack_standing.${standing}`), why].join('\t'),
      )
    }
    print(say('shell.pack_imported', { pack: number, ...page.counts }))
  }
  if (flags.take !== undefined) await take(shell, number, flags)
}

/** `proofmark vocabulary pack export|import FILE`, `… pack list`, `… pack take|take-back NUMBER`. */
export async function packAction(shell: Shell, words: readonly string[], flags: PackFlags): Promise<void> {
  const { run, say } = shell
  const { agency, json } = flags
  const action = listed('pack', words[0] ?? 'list', ACTIONS)
  if (action === 'export') return exportTo(shell, needed(words[1], 'FILE'), flags)
  if (action === 'import') return importFrom(shell, needed(words[1], 'FILE'), flags)
  if (action === 'take') return take(shell, needed(words[1], 'NUMBER'), flags)
  if (action === 'list') {
    for (const pack of (await run((context) => listPacks(context, agency))).map(presentPack)) {
      if (json) printJson(pack)
      else
        print(
          [pack.pack, pack.name, pack.keeper, pack.madeOn, pack.rows, pack.standing, pack.takenBackAt ?? ''].join('\t'),
        )
    }
    return
  }
  const asked = typed(packTakeBackRequest, { pack: needed(words[1], 'NUMBER'), agency })
  const outcome = await run((context) => takePackBack(context, asked))
  if (json) printJson(outcome)
  else print(say('shell.pack_taken_back', { ...outcome }))
}
