import type { InboxItem, OutboxItem } from '@proofmark/contract/schemas/partner'

/** A message of either box, as its row shows it. */
export type Message =
  | { readonly box: 'out'; readonly item: OutboxItem }
  | { readonly box: 'in'; readonly item: InboxItem }

/** Two partners may choose one identifier: with the box and the partner it is one message's. */
export const keyOf = ({ box, item }: Message): string => `${box} ${item.partner} ${item.message}`
