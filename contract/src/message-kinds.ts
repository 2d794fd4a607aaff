/** What nodes say to each other. Each kind has a schema of its own; what is of no listed kind is refused, and kept. */
export const MESSAGE_KINDS = [
  'trace-request',
  'trace-acknowledgement',
  'trace-information-request',
  'trace-information',
  'trace-reply',
  'trace-withdrawal',
  'correction',
  'revocation',
  'key-change',
  'look-up-stop',
  'checkpoint',
  'cosignature',
  'note',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]
