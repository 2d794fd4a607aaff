import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { presentTrace } from '../../tracing/present/trace.ts'
import { COMMON, type readArguments } from '../arguments.ts'
import { oneLine, print, printJson } from '../output.ts'
import type { Shell } from '../shell.ts'

export const TRACE_FLAGS = {
  ...COMMON,
  agency: { type: 'string', multiple: true },
  to: { type: 'string' },
  role: { type: 'string' },
  channel: { type: 'string' },
  partner: { type: 'string' },
  parent: { type: 'string' },
  basis: { type: 'string' },
  urgent: { type: 'boolean' },
  why: { type: 'string' },
  ground: { type: 'string', multiple: true },
  use: { type: 'string', multiple: true },
  question: { type: 'string', multiple: true },
  justification: { type: 'string' },
  summary: { type: 'string' },
  form: { type: 'string' },
  list: { type: 'string' },
  after: { type: 'string' },
  limit: { type: 'string' },
  at: { type: 'string' },
  despite: { type: 'string' },
  kind: { type: 'string' },
  reason: { type: 'string' },
  text: { type: 'string' },
  draft: { type: 'boolean' },
  status: { type: 'string' },
  outcome: { type: 'string' },
  failure: { type: 'string' },
  point: { type: 'string' },
  closing: { type: 'string' },
  refuse: { type: 'boolean' },
  audience: { type: 'string' },
  'permitted-by': { type: 'string' },
  on: { type: 'string' },
  until: { type: 'string' },
  back: { type: 'boolean' },
  print: { type: 'boolean' },
  out: { type: 'string' },
  country: { type: 'string' },
} as const
export type TraceFlags = ReturnType<typeof readArguments<typeof TRACE_FLAGS>>['flags']

/** What a command about a request answers with, in the words of whoever typed it. */
export function shownIn({ say, settings: { locale } }: Shell, view: Parameters<typeof presentTrace>[0]): TraceShown {
  return presentTrace(view, { say, locale })
}

/** The keys that the shell promises of a request, and no others. */
export const promised = ({ id, parent, direction, state, history, reply }: TraceShown) => ({
  id,
  parent,
  direction,
  state,
  history: history.map(({ state: to, at, by, why }) => ({ state: to, at, by, why })),
  reply: reply?.message ?? null,
})

/** Prints a request: with `--json` what is promised, else for people. */
export function printTrace({ say }: Shell, { json }: TraceFlags, shown: TraceShown): void {
  if (json) {
    printJson(promised(shown))
    return
  }
  print([shown.id, say(`word.trace_state.${shown.state}`), shown.partner ?? '', oneLine(shown.firearm)].join('\t'))
  for (const { state, at, by, why } of shown.history)
    print(`\t${at}\t${say(`word.trace_state.${state}`)}\t${oneLine(by)}\t${oneLine(why)}`)
  for (const { clock, due, over } of shown.clocks)
    print(`\t${say(`word.trace_clock.${clock}`)}\t${due}${over ? ' !' : ''}`)
  for (const { text, ask, mandatory } of shown.completeness.missing)
    print(`\t${mandatory ? '!' : '·'} ${text}\t${say(`word.trace_helper.${ask}`)}`)
  for (const { id, put, text } of shown.proposed) print(`\t? ${id}\t${oneLine(put)}\t${oneLine(text)}`)
  print(`\t${oneLine(shown.proposal.text)}`)
}
