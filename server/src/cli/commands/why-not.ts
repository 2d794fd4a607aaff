import type { Say } from '@proofmark/contract/messages'
import type { WhyNotAnswer } from '@proofmark/contract/schemas/why-not'
import { whyNot } from '../../linkage/commands/why-not.ts'
import { presentWhyNot } from '../../linkage/present/why-not.ts'
import { recordNamed } from '../../records/queries/record-named.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { asTyped } from '../as-typed.ts'
import { matchHere } from '../match-here.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'

const signed = (bits: number) => `${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(1)}`

function printWhyNot(answer: WhyNotAnswer, say: Say): void {
  print(answer.text)
  for (const { reason, text } of answer.heldBack) print(`\t${reason}\t${text}`)
  for (const { field, bits, text } of answer.evidence)
    print(`${signed(bits).padStart(6)}  ${say(`why.field.${field}`)}\t${text}`)
  for (const { name, needed: least, has, reached } of answer.thresholds)
    print(`${reached ? '✓' : '✗'} ${say(`why_not.threshold.${name}`)}\t${has.toFixed(2)} / ${least.toFixed(2)}`)
  for (const { from, lines } of answer.ways) {
    const { source, key } = answer[from]
    print(`\n${source} ${key}:`)
    for (const line of lines) print(`\t${line}`)
  }
  for (const { source, key, bits } of answer.rivals) print(`\t${signed(bits)}\t${source} ${key}`)
  for (const { verdict, state, by, at, reason } of answer.judgements)
    print([at.slice(0, 10), verdict, state, by, oneLine(reason ?? '')].join('\t'))
}

/** `proofmark why-not SOURCE KEY SOURCE KEY [--json]`: why two records are one firearm, or are not. */
export async function whyNotCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, { ...COMMON, agency: { type: 'string' } })
  const [one, key, other, otherKey] = ['SOURCE', 'KEY', 'SOURCE', 'KEY'].map((name, at) => needed(words[at], name))
  await withShell(flags, async (shell) => {
    const { run, say, settings } = shell
    await matchHere(shell)
    const found = await run(async (context) => {
      const record = await recordNamed(context, one!, key!, flags.agency)
      const second = await recordNamed(context, other!, otherKey!, flags.agency)
      const typed = new Map([
        [record, `${one} ${key}`],
        [second, `${other} ${otherKey}`],
      ])
      return asTyped(typed, () => whyNot(context, { record, other: second }))
    })
    const answer = presentWhyNot(found, { say, locale: settings.locale })
    if (flags.json) printJson(answer)
    else printWhyNot(answer, say)
  })
}
