/** A message as its receiver is given it: signed by the partner, stored, and read as its form says. */
export interface Received {
  /** Short name of the partner. */
  readonly partner: string
  readonly message: string
  readonly body: unknown
  readonly sentAt: Date
}
