import { type CaseState, TASK_TEMPLATES, type TaskState, type TaskTemplate } from '@proofmark/contract/case-desk-words'
import type { CaseKind, NexusMark } from '@proofmark/contract/case-words'
import type { CaseEntrySaid } from '@proofmark/contract/schemas/case-entry'

/** An entry of a case as its reader may see it. */
export interface CaseEntry {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly compartment: string
  readonly agency: string | null
  readonly agencyName: string | null
  readonly account: string
  readonly by: string
  readonly at: Date
  readonly said: CaseEntrySaid | null
}

export type SaidOf<Kind extends CaseEntrySaid['kind']> = Extract<CaseEntrySaid, { kind: Kind }>
type Saying<Kind extends CaseEntrySaid['kind']> = CaseEntry & { readonly said: SaidOf<Kind> }

export interface StandingTask {
  readonly entry: CaseEntry
  readonly template: TaskTemplate | null
  readonly title: string | null
  readonly steps: readonly { readonly step: string; readonly state: TaskState; readonly note: string | null }[]
  readonly state: TaskState
  readonly for: string | null
  readonly due: string | null
  readonly note: string | null
}

/** How a case stands: worked out from its entries, each time anew. */
export interface CaseStanding {
  readonly title: string
  readonly kinds: readonly CaseKind[]
  readonly nexus: readonly NexusMark[]
  readonly state: CaseState
  readonly reviewOn: string | null
  readonly tasks: readonly StandingTask[]
  readonly items: readonly Saying<'item'>[]
  /** Entries and documents that were withdrawn, each with the entry that says so. */
  readonly withdrawn: ReadonlyMap<string, Saying<'withdrawal'>>
  /** Entries, documents and graphs whose words were struck, each with the last entry that says so. */
  readonly struck: ReadonlyMap<string, Saying<'struck'>>
  readonly offer: Saying<'hand_over'> | null
  readonly closing: SaidOf<'closed'> | null
}

const saying =
  <Kind extends CaseEntrySaid['kind']>(kind: Kind) =>
  (entry: CaseEntry): entry is Saying<Kind> =>
    entry.said?.kind === kind

const inOrder = (one: CaseEntry, other: CaseEntry): number => {
  const [first, second] = [BigInt(one.number), BigInt(other.number)]
  return first < second ? -1 : first > second ? 1 : 0
}

function standingTask(entry: Saying<'task'>, states: readonly Saying<'task_state'>[]): StandingTask {
  const { template = null, title = null, for: person = null, due = null } = entry.said
  const own = states.filter(({ said }) => said.task === entry.id)
  const last = own.findLast(({ said }) => said.step === undefined)?.said
  const steps = (template === null ? [] : TASK_TEMPLATES[template]).map((step) => {
    const stated = own.findLast(({ said }) => said.step === step)?.said
    return { step, state: stated?.state ?? ('open' as const), note: stated?.note ?? null }
  })
  // A list is done once no step of it is open, unless somebody said otherwise of it as a whole.
  const settled = steps.length > 0 && steps.every(({ state }) => state !== 'open') ? 'done' : 'open'
  return { entry, template, title, steps, state: last?.state ?? settled, for: person, due, note: last?.note ?? null }
}

/**
 * How a case stands by these of its entries, in whatever order they come: the numbers say which was first. What the reader
 * does not see is not among them, and so changes nothing.
 */
export function standingOf(entries: readonly CaseEntry[]): CaseStanding {
  const ordered = [...entries].sort(inOrder)
  const described = ordered.findLast(saying('described'))?.said
  const withdrawals = ordered.filter(saying('withdrawal'))
  const withdrawn = new Map(withdrawals.map((entry) => [entry.said.of, entry]))
  const moves = ordered.filter(({ said }) => said && ['closed', 'reopened', 'archived'].includes(said.kind))
  const last = moves.at(-1)?.said?.kind
  const answered = new Set(ordered.filter(saying('hand_over_answer')).map(({ said }) => said.offer))
  const offer = ordered.findLast(saying('hand_over')) ?? null
  const closing = ordered.findLast(saying('closed'))?.said ?? null
  const state: CaseState = last === 'closed' ? 'closed' : last === 'archived' ? 'archived' : 'open'
  return {
    title: described?.title ?? '',
    kinds: described?.kinds ?? [],
    nexus: described?.nexus ?? [],
    state,
    reviewOn: ordered.findLast(saying('review'))?.said.on ?? null,
    tasks: ordered.filter(saying('task')).map((entry) => standingTask(entry, ordered.filter(saying('task_state')))),
    items: ordered.filter(saying('item')).filter(({ id }) => !withdrawn.has(id)),
    withdrawn,
    struck: new Map(ordered.filter(saying('struck')).map((entry) => [entry.said.of, entry])),
    offer: offer && !answered.has(offer.id) ? offer : null,
    closing: state === 'open' ? null : closing,
  }
}

/** The entries that an entry says it builds upon. */
export const basisOf = ({ said }: CaseEntry): readonly string[] =>
  said?.kind === 'note' || said?.kind === 'decision' ? said.about.map((id) => id.toLowerCase()) : []
