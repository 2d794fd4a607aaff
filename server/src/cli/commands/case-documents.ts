import { createHash, randomUUID } from 'node:crypto'
import { basename, resolve } from 'node:path'
import { ProofmarkError } from '@proofmark/contract/errors'
import { documentBeginRequest } from '@proofmark/contract/schemas/case-document'
import { identifier } from '@proofmark/contract/schemas/common'
import { PART_LIMIT } from '@proofmark/contract/schemas/photograph'
import { insist } from '../../access/insist.ts'
import { admitToDocument, beginDocument } from '../../cases/commands/case-documents.ts'
import { presentDocument } from '../../cases/present/case.ts'
import { caseNamed } from '../../cases/queries/case-named.ts'
import { receiveDocument, wholeDocument } from '../../cases/runs/receive-document.ts'
import { viewDocument } from '../../cases/runs/view-document.ts'
import { needed } from '../arguments.ts'
import { fileSize, readBytes } from '../open-file.ts'
import { oneLine, print, printJson } from '../output.ts'
import type { Shell } from '../shell.ts'
import { typed } from '../typed.ts'
import { writePrivate } from '../write-private.ts'

interface Flags {
  readonly id?: string | undefined
  readonly about?: string | undefined
  readonly out?: string | undefined
  readonly sealed?: boolean | undefined
  readonly json?: boolean | undefined
}
type Words = readonly string[]

const hashOf = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readBytes(path))
    .digest('hex')

/** `proofmark case document CASE FILE`: sends a document; answers with its case, or null where it has said all as JSON. */
export async function sendDocument(shell: Shell, flags: Flags, [name, file]: Words): Promise<string | null> {
  const { id } = await shell.run((context) => caseNamed(context, needed(name, 'CASE')))
  const path = resolve(needed(file, 'FILE'))
  const size = await fileSize(path)
  const announced = {
    document: flags.id ?? randomUUID(),
    case: id,
    name: basename(path),
    ...(flags.about === undefined ? {} : { about: flags.about }),
  }
  const announce = (sha256: string) =>
    typed(documentBeginRequest, { ...announced, bytes: size, sha256, grounds: shell.grounds })
  // What is too large is refused before it is read.
  announce('0'.repeat(64))
  const input = announce(size > PART_LIMIT * 16 ? '0'.repeat(64) : await hashOf(path))
  let now = await insist(shell.run, (context) => beginDocument(context, input))
  const bytes = await readBytes(path)
  while (now.state === 'arriving') {
    const part = bytes.subarray(now.received, now.received + PART_LIMIT)
    now = await receiveDocument(
      shell.run,
      now.id,
      now.received,
      (async function* () {
        yield part
      })(),
    )
  }
  if (!flags.json) return id
  printJson(presentDocument(now, null))
  return null
}

/** An identifier of a document. Throws `body_invalid`. */
function typedDocument(word: string | undefined): string {
  const outcome = identifier.safeParse(needed(word, 'DOCUMENT'))
  if (!outcome.success) throw new ProofmarkError('body_invalid', { field: 'DOCUMENT', expected: 'identifier' })
  return outcome.data
}

/** `proofmark case take CASE DOCUMENT --out FILE`: the document as it came. */
export async function takeDocument({ run }: Shell, flags: Flags, [, id]: Words): Promise<void> {
  const out = resolve(needed(flags.out, '--out'))
  const found = await run((context) => admitToDocument(context, typedDocument(id), flags.sealed ?? false))
  await writePrivate(out, await wholeDocument(run, found.id))
  if (flags.json) printJson(presentDocument(found, null))
  else print([found.name, out].map(oneLine).join('\t'))
}

/** `proofmark case view CASE DOCUMENT --out FILE`: what the browser would show of it, and never the file itself. */
export async function takeView({ run }: Shell, flags: Flags, [, id]: Words): Promise<void> {
  const out = resolve(needed(flags.out, '--out'))
  const { mediaType, bytes } = await viewDocument(run, typedDocument(id))
  await writePrivate(out, bytes)
  if (flags.json) printJson({ mediaType, bytes: bytes.length })
  else print([mediaType, out].map(oneLine).join('\t'))
}
