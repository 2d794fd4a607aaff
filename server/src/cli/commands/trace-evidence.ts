import { createHash } from 'node:crypto'
import { sayIn } from '@proofmark/contract/catalogues'
import { LOCALES, type Locale } from '@proofmark/contract/locales'
import { traceEvidenceRequest } from '@proofmark/contract/schemas/trace-evidence'
import { settleLedgers } from '../../processes/ledgers.ts'
import { createPool, SHELL_PATIENCE_SECONDS } from '../../store/connection.ts'
import { COSIGNATURES_MS } from '../../tracing/evidence-routes.ts'
import { courtDocuments } from '../../tracing/runs/court-documents.ts'
import { makeEvidence } from '../../tracing/runs/make-evidence.ts'
import { COMMON, listed, needed, readArguments } from '../arguments.ts'
import { print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'
import { typed } from '../typed.ts'
import { writePrivate } from '../write-private.ts'

/**
 * `proofmark trace evidence ID --out FILE [--language L] [--json]`: a trace for a court, as one file that is checked without
 * this software (`tools/verify.mjs`).
 */
export async function traceEvidenceCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, { ...COMMON, out: { type: 'string' }, language: { type: 'string' } })
  const out = needed(flags.out, '--out FILE')
  await withShell(flags, async ({ run, say, settings, store, installation, grounds }) => {
    const { trace, language } = typed(traceEvidenceRequest, {
      trace: needed(words[0], 'ID'),
      language: listed('language', flags.language ?? settings.locale, Object.keys(LOCALES) as Locale[]),
      grounds: { purpose: grounds.purpose },
    })
    const log = createPool(store.urls.log, 1, SHELL_PATIENCE_SECONDS)
    const settle = () => settleLedgers(log, installation.id, store.keys)
    const { id, bytes, leftOut } = await makeEvidence(
      {
        ...{ run, say: sayIn(language), settle, setDocuments: courtDocuments },
        patience: store.shared ? COSIGNATURES_MS : 0,
      },
      { trace, language, authority: installation.country ?? installation.name },
    ).finally(() => log.end())
    await writePrivate(out, bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (flags.json) return printJson({ package: id, file: out, bytes: bytes.byteLength, sha256, leftOut })
    print(say('shell.evidence_written', { file: out, bytes: bytes.byteLength, sha256 }))
    for (const { what, handling, why } of leftOut) print(say('shell.evidence_left_out', { what, handling, why }))
  })
}
