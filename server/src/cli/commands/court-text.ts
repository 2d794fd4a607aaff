import { recordNamed } from '../../records/queries/record-named.ts'
import { courtText } from '../../review/commands/court-text.ts'
import { presentCourtText } from '../../review/present/court-text.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { asTyped } from '../as-typed.ts'
import { matchHere } from '../match-here.ts'
import { print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'

/** `proofmark court-text SOURCE KEY [--agency A] [--json]`: what may be said in court of the records of a firearm. */
export async function courtTextCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, { ...COMMON, agency: { type: 'string' } })
  const [source, key] = [needed(words[0], 'SOURCE'), needed(words[1], 'KEY')]
  await withShell(flags, async (shell) => {
    const { run, say, settings } = shell
    await matchHere(shell)
    const written = await run(async (context) => {
      const record = await recordNamed(context, source, key, flags.agency)
      return asTyped(new Map([[record, `${source} ${key}`]]), () => courtText(context, { record }))
    })
    const text = presentCourtText(written, { say, locale: settings.locale })
    if (flags.json) return printJson(text)
    print(`${say('court.records')}\n`)
    for (const [place, each] of text.records.entries())
      print(`${place + 1}. ${each.source} ${each.key}, ${each.agency}, ${say(`word.event.${each.event}`)}`)
    for (const { one, other, judgedBy, agree, differ, silent } of text.links) {
      print(`\n${say('court.link', { one, other })}\n${say('court.judged')}`)
      for (const { name, agency, at } of judgedBy)
        print(`\t${[name, agency, at.slice(0, 10)].filter(Boolean).join(', ')}`)
      if (agree.length > 0) print(say('court.agree'))
      for (const { field, text } of agree) print(`\t${field}: ${text}`)
      print(say(differ.length > 0 ? 'court.differ' : 'court.differ_none'))
      for (const { field, text } of differ) print(`\t${field}: ${text}`)
      if (silent.length > 0) print(say('court.silent', { fields: silent.join(', ') }))
    }
    print(`\n${say(text.rivals.length > 0 ? 'court.rivals' : 'court.rivals_none')}`)
    for (const { source, key, agency, text: came } of text.rivals) print(`\t${source} ${key}, ${agency}: ${came}`)
    print(`\n${text.limits}`)
  })
}
