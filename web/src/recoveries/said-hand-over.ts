import { CUSTODY_ORDERS, CUSTODY_PURPOSES, type CustodyOrder } from '@proofmark/contract/custody-words'
import type { CustodyShown } from '@proofmark/contract/schemas/custody'

const OWN = ['recovered', 'destroy', 'split', 'join'] as const
export type Purpose = Exclude<(typeof CUSTODY_PURPOSES)[number], (typeof OWN)[number]>
/** What is handed over on a page; what begins chains, divides them or destroys is said by acts of its own. */
export const PURPOSES = CUSTODY_PURPOSES.filter((each): each is Purpose => !(OWN as readonly string[]).includes(each))
export const TOLD = ['giver', 'receiver', 'paper', 'keeper'] as const

/** The form of a hand-over as it is filled in; an empty text says nothing. */
export interface HandOverDraft {
  readonly told: (typeof TOLD)[number]
  readonly purpose: Purpose
  readonly person: string
  readonly agency: string
  readonly witness: string
  readonly storage: string
  readonly seal: string
  readonly resealed: string
  readonly condition: string
  readonly order: string
  readonly due: string
  readonly scan: File | null
}

export const EMPTY: HandOverDraft = {
  ...{ told: 'giver', purpose: 'store', person: '', agency: '', witness: '', storage: '', seal: '', resealed: '' },
  ...{ condition: '', order: '', due: '', scan: null },
}

export const needsOrder = (purpose: Purpose): purpose is Purpose & CustodyOrder =>
  CUSTODY_ORDERS.some((each) => each === purpose)

/** The orders that allow it, of those that are recorded. */
export const ordersFor = ({ orders }: Pick<CustodyShown, 'orders'>, purpose: Purpose) =>
  orders.filter(({ kind }) => kind === purpose)

/** Does the form ask for a side to which it goes? */
export const namesReceiver = ({ told }: HandOverDraft): boolean => told === 'giver' || told === 'paper'
/** Where it lies now is said by whoever has it: a giver leaves that to whoever accepts. */
export const namesStorage = ({ told }: HandOverDraft): boolean => told === 'receiver' || told === 'keeper'

/** What the form says, as it is sent and signed; `now` by the device's clock, `scan` the hash of the scan. */
export function saidOf(
  draft: HandOverDraft,
  {
    event,
    exhibit,
    now,
    zone,
    scan,
  }: Readonly<Record<'event' | 'exhibit' | 'now' | 'zone', string>> & {
    readonly scan: string | null
  },
) {
  const text = (name: 'condition' | 'storage' | 'order' | 'due') => {
    const said = draft[name].trim()
    return said === '' ? {} : { [name]: said }
  }
  const outside = draft.told === 'paper'
  const [person, agency, seal] = [draft.person.trim(), draft.agency.trim(), draft.seal.trim()]
  const to = {
    ...(person ? { [outside ? 'person' : 'account']: person } : {}),
    ...(agency ? { [outside ? 'organisation' : 'agency']: agency } : {}),
  }
  return {
    event,
    exhibit,
    purpose: draft.purpose,
    told: draft.told,
    ...(namesReceiver(draft) ? { to } : {}),
    at: now,
    deviceAt: now,
    zone,
    ...(seal === '' ? {} : { seal, resealed: draft.resealed.trim() }),
    ...text('condition'),
    ...(namesStorage(draft) ? text('storage') : {}),
    ...(needsOrder(draft.purpose) ? text('order') : {}),
    ...(draft.purpose === 'loan' ? text('due') : {}),
    ...(outside && draft.witness.trim() ? { witness: draft.witness.trim() } : {}),
    ...(outside && scan !== null ? { scan } : {}),
  }
}
