/** What can be wrong with something handed to this package. Callers decide by the code; the message is for an operator. */
export type ProofErrorCode =
  | 'malformed_hash'
  | 'out_of_range'
  | 'malformed_key'
  | 'malformed_note'
  | 'note_too_large'
  | 'invalid_signature'
  | 'no_known_signature'
  | 'malformed_checkpoint'
  | 'wrong_origin'
  | 'not_plain_data'
  | 'malformed_salt'
  | 'malformed_entry'
  | 'malformed_element'
  | 'identity_element'
  | 'malformed_scalar'
  | 'malformed_batch'
  | 'proof_refused'
  | 'malformed_token'
  | 'too_many_readings'
  | 'malformed_filter'
  | 'filter_not_built'

/** The one error of this package. Its message names what was wrong, the value, and what would be accepted. */
export class ProofError extends Error {
  readonly code: ProofErrorCode

  constructor(code: ProofErrorCode, message: string) {
    super(message)
    this.name = 'ProofError'
    this.code = code
  }
}

/** A hostile text, made fit for a message: quoted, on one line, cut at 80 characters. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)
}
