import { ProofmarkError } from '@proofmark/contract/errors'
import { LEGAL_BASES } from '@proofmark/contract/purposes'
import { saveItem } from '../../linkage/commands/save-item.ts'
import { getSource } from '../../records/queries/find-source.ts'
import { recordId } from '../../records/rules/record-id.ts'
import { COMMON, listed, needed, readArguments } from '../arguments.ts'
import { asTyped } from '../as-typed.ts'
import { print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'
import { withMatch } from '../with-match.ts'

const FLAGS = { ...COMMON, basis: { type: 'string' } } as const

/** `proofmark pointer SOURCE KEY --reference REF --basis LAW`: which agencies hold a record of this firearm. */
export async function pointerCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const [source, key] = [needed(words[0], 'SOURCE'), needed(words[1], 'KEY')]
  const reference = needed(flags.reference, '--reference')
  const basis = listed('basis', needed(flags.basis, '--basis'), LEGAL_BASES)
  if (reference.length > 120) throw new ProofmarkError('usage', { reason: '--reference: 120' })
  await withShell(flags, async (shell) => {
    const { run, say } = shell
    const saved = await run(async (context) => {
      const { id } = await getSource(context, source)
      const record = recordId(context.recordSecret, id, key)
      return asTyped(new Map([[record, `${source} ${key}`]]), () => saveItem(context, { record, reference, basis }))
    })
    await withMatch(shell, async (ask) => {
      const lines = await ask(saved)
      if (flags.json) return printJson(lines.map((line) => ({ restricted: true, ...line })))
      if (lines.length === 0) print(say('shell.pointer_none'))
      for (const { agency, contact, handle } of lines) print([agency, contact, handle].join('\t'))
    })
  })
}
