import { showConsignment } from '../../cases/commands/show-consignment.ts'
import { presentConsignment } from '../../cases/present/paths.ts'
import { recordNamed } from '../../records/queries/record-named.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { asTyped } from '../as-typed.ts'
import { inOptions } from '../in-options.ts'
import { matchHere } from '../match-here.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'

/** `proofmark consignment SOURCE KEY [--agency A] [--json]`: what came together with the firearm of a record, and why. */
export async function consignmentCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, { ...COMMON, agency: { type: 'string' } })
  const [source, key] = [needed(words[0], 'SOURCE'), needed(words[1], 'KEY')]
  await inOptions({ purpose: '--purpose', as: '--as', 'grounds.reference': '--reference' }, () =>
    withShell(flags, async (shell) => {
      const { run, say } = shell
      await matchHere(shell)
      const shown = await run(async (context) => {
        const record = await recordNamed(context, source, key, flags.agency)
        return asTyped(new Map([[record, `${source} ${key}`]]), () => showConsignment(context, record))
      })
      const { members, leftOut } = presentConsignment(shown, say)
      if (flags.json)
        printJson({
          members: members.map(({ source: of, key: own, event, document, numbers, quantity, why }) => ({
            ...{ source: of, key: own, event, document, numbers, quantity, why },
          })),
        })
      else if (members.length === 0) print(say('connect.nothing_together'))
      if (flags.json) return
      for (const { source: of, key: own, event, document, why } of members)
        print([of, own, say(`word.event.${event}`), document ?? '', why].map(oneLine).join('\t'))
      for (const { value, why } of leftOut) print([value, why].map(oneLine).join('\t'))
    }),
  )
}
