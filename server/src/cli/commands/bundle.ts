import { createHash } from 'node:crypto'
import { sayIn } from '@proofmark/contract/catalogues'
import { LOCALES, type Locale } from '@proofmark/contract/locales'
import { custodyBundleRequest } from '@proofmark/contract/schemas/custody'
import { makeBundle } from '../../custody/runs/make-bundle.ts'
import { settleLedgers } from '../../processes/ledgers.ts'
import { createPool, SHELL_PATIENCE_SECONDS } from '../../store/connection.ts'
import { COMMON, listed, needed, readArguments } from '../arguments.ts'
import { print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'
import { typed } from '../typed.ts'
import { writePrivate } from '../write-private.ts'

/**
 * `proofmark bundle EXHIBIT… --out FILE [--language L] [--json]`: the chains of exhibits for a court, as one file that is checked
 * without this software (`tools/verify.mjs`).
 */
export async function bundleCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, { ...COMMON, out: { type: 'string' }, language: { type: 'string' } })
  const out = needed(flags.out, '--out FILE')
  await withShell(flags, async ({ run, say, settings, store, installation, grounds }) => {
    const { exhibits, language } = typed(custodyBundleRequest, {
      exhibits: words,
      language: listed('language', flags.language ?? settings.locale, Object.keys(LOCALES) as Locale[]),
      grounds,
    })
    const log = createPool(store.urls.log, 1, SHELL_PATIENCE_SECONDS)
    const settle = () => settleLedgers(log, installation.id, store.keys)
    const { id, bytes, key, leftOut } = await makeBundle(
      { run, say: sayIn(language), settle },
      { exhibits, language, authority: installation.country ?? installation.name },
    ).finally(() => log.end())
    await writePrivate(out, bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (flags.json) return printJson({ package: id, file: out, bytes: bytes.byteLength, sha256, key, leftOut })
    print(say('shell.bundle_written', { file: out, bytes: bytes.byteLength, sha256 }))
    for (const what of leftOut) print(say('custody.bundle.left', { what }))
  })
}
