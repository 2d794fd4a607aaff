import { createHash } from 'node:crypto'
import { DOCUMENT_FORMS } from '@proofmark/contract/document-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '@proofmark/contract/locales'
import { traceDocumentRequest } from '@proofmark/contract/schemas/trace-document'
import { AUDIENCES } from '@proofmark/domain/may-leave'
import { takeDocument } from '../../tracing/commands/take-document.ts'
import { writeDocument } from '../../tracing/documents/trace-document.ts'
import { COMMON, listed, needed, readArguments, readName } from '../arguments.ts'
import { print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'
import { writePrivate } from '../write-private.ts'

const LANGUAGES = Object.keys(DOCUMENT_LANGUAGES) as DocumentLanguage[]

/** The person who permitted the audience, on the originator's side, and until when. */
function permissionOf(by: string | undefined, until: string | undefined) {
  return by === undefined ? {} : { permission: { by: readName('permitted-by', by), until: until ?? null } }
}

/**
 * `proofmark trace document ID --form pdf|3312|iarms|json --out FILE [--reply] [--language L] [--audience A]`: a request
 * that left or came, or its last reply, as a file.
 */
export async function traceDocumentCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, {
    ...COMMON,
    form: { type: 'string' },
    out: { type: 'string' },
    reply: { type: 'boolean' },
    language: { type: 'string' },
    audience: { type: 'string' },
    'permitted-by': { type: 'string' },
    'permitted-until': { type: 'string' },
  })
  const out = needed(flags.out, '--out FILE')
  await withShell(flags, async ({ run, say, settings, grounds }) => {
    const asked = traceDocumentRequest.safeParse({
      trace: needed(words[0], 'ID'),
      form: listed('form', flags.form ?? 'pdf', DOCUMENT_FORMS),
      of: flags.reply ? 'reply' : 'request',
      language: listed('language', flags.language ?? settings.locale, LANGUAGES),
      audience: listed('audience', flags.audience ?? 'addressee', AUDIENCES),
      ...permissionOf(flags['permitted-by'], flags['permitted-until']),
      grounds: {
        purpose: grounds.purpose,
        ...(grounds.reference === undefined ? {} : { reference: grounds.reference }),
      },
    })
    if (!asked.success) throw new ProofmarkError('usage', { reason: asked.error.issues[0]?.path.join('.') ?? 'ID' })
    const leaving = await run((context) => takeDocument(context, asked.data))
    const { bytes } = await writeDocument(leaving, asked.data.form, asked.data.language)
    await writePrivate(out, bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (flags.json) return printJson({ file: out, form: asked.data.form, bytes: bytes.byteLength, sha256 })
    print(say('shell.document_written', { file: out, bytes: bytes.byteLength, sha256 }))
  })
}
