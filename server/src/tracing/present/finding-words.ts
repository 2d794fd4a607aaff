import type { MessageParameters } from '@proofmark/contract/messages'
import type { Wording } from '../../linkage/present/wording.ts'
import { readWordedDays } from '../rules/bounds.ts'
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

/** Parameters whose values are days, as `wordDays` puts them. */
const DAYS: ReadonlySet<string> = new Set([
  'again',
  'date',
  'first',
  'found',
  'from',
  'oneDate',
  'otherDate',
  'seen',
  'stolen',
  'to',
  'told',
])

/** Fields of which two records contradict each other in days. */
const DATED: ReadonlySet<unknown> = new Set(['until', 'reported', 'making'])

/** What stands for a value that is not there. */
const NONE = 'none'

/** What a sentence is made of. */
type Spoken = Pick<Finding, 'rule' | 'parameters'>

const isSide = (name: string): boolean => name === 'one' || name === 'other'

function worded(name: string, value: string, { rule, parameters }: Spoken, { say, span }: Wording): string {
  const list = WORDS[name]
  if (list) return say(`${list}.${value}`)
  const disagrees = rule === 'contradictory_records' && isSide(name)
  if (disagrees && parameters.field === 'type') return say(`word.type.${value}`)
  const isDated = DAYS.has(name) || (disagrees && DATED.has(parameters.field))
  const days = isDated && span ? readWordedDays(value) : null
  return (days && span?.(days)) ?? value
}

/** The sentence of a finding, in the reader's language. */
export function findingText(finding: Spoken, wording: Wording): string {
  const { say, isolate = (parameters) => parameters } = wording
  const shown: Record<string, string> = {}
  const fixed: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(finding.parameters)) {
    // When it was recovered again is a date, whether it was sent out again is a choice.
    const chooses = CHOICES.has(name) && !(name === 'again' && finding.rule === 'recovered_again')
    if (typeof value === 'number' || chooses || value === NONE) fixed[name] = value
    else shown[name] = worded(name, value, finding, wording)
  }
  const isolated: MessageParameters = isolate(shown)
  return say(`finding.${finding.rule}`, { ...isolated, ...fixed })
}
