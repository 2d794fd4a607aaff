import type { Say } from '@proofmark/contract/messages'
import type { LifeShow, RecordReference } from '@proofmark/contract/schemas/life'
import { recordNamed } from '../../records/queries/record-named.ts'
import { showLife } from '../../tracing/commands/show-life.ts'
import { presentLife } from '../../tracing/present/life.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { asTyped } from '../as-typed.ts'
import { matchHere } from '../match-here.ts'
import { oneLine, print, printJson, tell } from '../output.ts'
import { withShell } from '../shell.ts'

const reference = ({ source, key }: RecordReference) => ({ source, key })

/** The keys that the shell promises, and no others. */
const promised = ({ item, events, status, diversions, findings }: LifeShow) => ({
  item,
  events: events.map(({ kind, from, to, source, key }) => ({ kind, from, to, source, key })),
  status,
  diversions: diversions.map(({ from, to, place, kind, confidence, records, alternatives }) => ({
    from,
    to,
    place,
    kind,
    confidence,
    records: records.map(reference),
    alternatives,
  })),
  findings: findings.map(({ rule, text, records }) => ({ rule, text, records: records.map(reference) })),
})

const restsOn = (records: readonly RecordReference[]): string =>
  records.map(({ source, key }) => `${source} ${key}`).join(', ')

const days = ({ from, to }: { readonly from: string | null; readonly to: string | null }): string =>
  from === to ? (from ?? '?') : `${from ?? '?'} … ${to ?? '?'}`

function printLife({ status, events, diversions, findings, traces }: LifeShow, say: Say): void {
  print(say('shell.life_status', { status: say(`word.life_status.${status}`) }))
  for (const { kind, source, key, place, ...dates } of events) {
    print([days(dates), say(`word.event.${kind}`), source, key, place ?? ''].join('\t'))
  }
  for (const { kind, confidence, alternatives, place, ...dates } of diversions) {
    const word = say(`word.explanation.${kind}`)
    print(`\n${days(dates)}\t${word}\t${say(`word.confidence.${confidence}`)}\t${place ?? ''}`)
    for (const each of alternatives) print(`\t${each.weight.toFixed(2)}  ${say(`word.explanation.${each.kind}`)}`)
  }
  if (findings.length === 0) print(say('shell.life_nothing'))
  for (const { rule, text, records, oversight, notes } of findings) {
    print(`\n${rule}\t${text}\n\t${restsOn(records)}`)
    for (const { finding, due } of oversight) print(`\t${say('shell.life_waits', { due: due.slice(0, 10), finding })}`)
    for (const note of notes) print(`\t${note.custodian}\t${oneLine(note.text)}`)
  }
  for (const { id, said, partner, due } of traces)
    print(
      `\n${[id, said, partner ?? '', due ? `${due.said} ${due.due.slice(0, 10)}${due.over ? ' !' : ''}` : ''].join('\t')}`,
    )
  if (findings.some(({ confirmed }) => !confirmed)) tell(say('shell.life_working'))
}

/** `proofmark life SOURCE KEY [--agency A] [--json]`: the life of the item that this record is of. */
export async function lifeCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, { ...COMMON, agency: { type: 'string' } })
  const [source, key] = [needed(words[0], 'SOURCE'), needed(words[1], 'KEY')]
  await withShell(flags, async (shell) => {
    const { run, say } = shell
    const { locale } = shell.settings
    await matchHere(shell)
    const shown = await run(async (context) => {
      const record = await recordNamed(context, source, key, flags.agency)
      return asTyped(new Map([[record, `${source} ${key}`]]), () => showLife(context, record))
    })
    const life = presentLife(shown, { say, locale })
    if (flags.json) printJson(promised(life))
    else printLife(life, say)
  })
}
