import type { MessageParameters, Say } from '@proofmark/contract/messages'
import type { Wording } from '../../linkage/present/wording.ts'
import type { Finding } from '../rules/findings/finding.ts'

/** Parameters whose values are words of closed lists, with where the catalogue keeps them. */
const WORDS: Readonly<Record<string, string>> = {
  custodian: 'word.custodian',
  kind: 'word.explanation',
  event: 'word.event',
}

/** Parameters by which a sentence chooses among its own words. */
const CHOICES: ReadonlySet<string> = new Set([
  'again',
  'agreed',
  'anchor',
  'confidence',
  'end',
  'field',
  'part',
  'state',
  'strength',
])

/** What stands for a value that is not there. */
const NONE = 'none'

/** What a sentence is made of. */
type Spoken = Pick<Finding, 'rule' | 'parameters'>

function worded(name: string, value: string, { rule, parameters }: Spoken, say: Say): string {
  const list = WORDS[name]
  if (list) return say(`${list}.${value}`)
  const isType = rule === 'contradictory_records' && parameters.field === 'type' && (name === 'one' || name === 'other')
  return isType ? say(`word.type.${value}`) : value
}

/** The sentence of a finding, in the reader's language. */
export function findingText(finding: Spoken, { say, isolate = (parameters) => parameters }: Wording): string {
  const shown: Record<string, string> = {}
  const fixed: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(finding.parameters)) {
    // When it was recovered again is a date, whether it was sent out again is a choice.
    const chooses = CHOICES.has(name) && !(name === 'again' && finding.rule === 'recovered_again')
    if (typeof value === 'number' || chooses || value === NONE) fixed[name] = value
    else shown[name] = worded(name, value, finding, say)
  }
  const isolated: MessageParameters = isolate(shown)
  return say(`finding.${finding.rule}`, { ...isolated, ...fixed })
}
