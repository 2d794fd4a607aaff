import type { ImportShow } from '@proofmark/contract/schemas/import'

/** What can be done about an import. */
export type Act = 'stop' | 'stop_and_take_back' | 'go_on' | 'take_back' | 'put_back'

/** Where an import stands, as its page says it. */
export type Situation =
  | 'receiving'
  | 'arrived'
  | 'running'
  | 'stopped'
  | 'failed'
  | 'interrupted'
  | 'interrupted_taking_back'
  | 'interrupted_putting_back'
  | 'done'
  | 'taking_back'
  | 'taken_back'
  | 'putting_back'

/** Has the file arrived, and its reading not begun? So an import stands for a moment after its upload. */
const notBegun = ({ state, rows, bytesDone }: ImportShow) => state === 'stopped' && rows === 0 && bytesDone === 0

/** Where an import stands, with what it was interrupted in told apart. */
export function situationOf(shown: ImportShow): Situation {
  if (notBegun(shown)) return 'arrived'
  if (shown.state !== 'interrupted') return shown.state
  if (shown.interruptedIn === 'taking_back') return 'interrupted_taking_back'
  return shown.interruptedIn === 'putting_back' ? 'interrupted_putting_back' : 'interrupted'
}

const ACTS: Readonly<Record<Situation, readonly Act[]>> = {
  receiving: ['take_back'],
  arrived: ['go_on', 'take_back'],
  running: ['stop', 'stop_and_take_back'],
  stopped: ['go_on', 'take_back'],
  failed: ['go_on', 'take_back'],
  interrupted: ['go_on', 'take_back'],
  // A verdict that was not carried out to its end is given again, or the other one.
  interrupted_taking_back: ['take_back', 'put_back'],
  interrupted_putting_back: ['put_back', 'take_back'],
  done: ['take_back'],
  taking_back: [],
  taken_back: ['put_back'],
  putting_back: [],
}

/** What can be done about an import as it stands, the likeliest first. */
export function actsFor(shown: ImportShow): readonly Act[] {
  return ACTS[situationOf(shown)]
}
