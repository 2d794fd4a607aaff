import { INBOX_STATES, type InboxState, OUTBOX_STATES, type OutboxState } from '@proofmark/contract/exchange-words'
import { MESSAGE_KINDS, type MessageKind } from '@proofmark/contract/message-kinds'

/** Which messages are looked at. It stands in the fragment of the address, which reaches no server and no log. */
export interface MessageFilter {
  readonly box: 'out' | 'in'
  readonly partner: string | null
  readonly kind: MessageKind | null
  readonly state: OutboxState | InboxState | null
}

const PARTNER = /^[A-Z]{2}(?:-[A-Z0-9]{1,12})?$/
const listed = <Word extends string>(words: readonly Word[], word: string | null): Word | null =>
  words.find((each) => each === word) ?? null

/** The filter that a fragment names; what it does not know is left out. */
export function filterOf(fragment: string): MessageFilter {
  const stated = new URLSearchParams(fragment)
  const box = stated.get('box') === 'in' ? 'in' : 'out'
  const partner = stated.get('partner')
  return {
    box,
    partner: partner !== null && PARTNER.test(partner) ? partner : null,
    kind: listed(MESSAGE_KINDS, stated.get('kind')),
    state: listed<OutboxState | InboxState>(box === 'in' ? INBOX_STATES : OUTBOX_STATES, stated.get('state')),
  }
}

/** Where messages of this filter are shown. */
export function addressOfMessages({ box, partner, kind, state }: MessageFilter): string {
  const stated = new URLSearchParams({ box })
  if (partner !== null) stated.set('partner', partner)
  if (kind !== null) stated.set('kind', kind)
  if (state !== null) stated.set('state', state)
  return `/exchange/messages#${stated}`
}
