import { showPersons } from '../../records/commands/show-persons.ts'
import { recordNamed } from '../../records/queries/record-named.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { asTyped } from '../as-typed.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'

/** `proofmark persons SOURCE KEY [--agency A] [--json]`: whom a record names, by role; an entry of the log of its own. */
export async function personsCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, { ...COMMON, agency: { type: 'string' } })
  const [source, key] = [needed(words[0], 'SOURCE'), needed(words[1], 'KEY')]
  await withShell(flags, async ({ run, say }) => {
    const { persons } = await run(async (context) => {
      const record = await recordNamed(context, source, key, flags.agency)
      return asTyped(new Map([[record, `${source} ${key}`]]), () => showPersons(context, record))
    })
    if (flags.json) return printJson(persons)
    if (persons.length === 0) return print(say('shell.persons_none'))
    for (const { role, column, value, reviewOn } of persons)
      print([say(`word.person_role.${role}`), column, oneLine(value), reviewOn].join('\t'))
  })
}
