/**
 * Every error that a door of Proofmark answers with: its status, what the access log calls it, whether an operator should
 * hear of it, and the parameters that its sentence needs. The sentence itself is `error.<code>` in the message catalogues,
 * and docs/errors.md lists the same table; a test keeps the three alike.
 */
export interface ErrorEntry {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503
  /**
   * A refusal: a rule says no to this person or as things stand, however well it was asked. A failure: it could not be
   * understood or carried out.
   */
  readonly kind: 'refusal' | 'failure'
  readonly reportable: boolean
  readonly parameters: readonly string[]
}

export const ERRORS = {
  body_invalid: {
    status: 400,
    kind: 'failure',
    reportable: false,
    parameters: ['field', 'expected', 'words', 'limit'],
  },
  body_too_large: { status: 413, kind: 'failure', reportable: false, parameters: ['limit'] },
  body_too_deep: { status: 400, kind: 'failure', reportable: false, parameters: ['limit'] },
  body_cut: { status: 400, kind: 'failure', reportable: false, parameters: [] },
  body_not_json: { status: 415, kind: 'failure', reportable: false, parameters: [] },
  host_refused: { status: 403, kind: 'refusal', reportable: false, parameters: [] },
  origin_refused: { status: 403, kind: 'refusal', reportable: false, parameters: [] },
  sign_in_needed: { status: 401, kind: 'refusal', reportable: false, parameters: [] },
  sign_in_link_refused: { status: 401, kind: 'refusal', reportable: false, parameters: [] },
  sign_in_refused: { status: 401, kind: 'refusal', reportable: false, parameters: [] },
  sign_in_too_often: { status: 429, kind: 'refusal', reportable: false, parameters: ['seconds'] },
  sign_in_again: { status: 403, kind: 'refusal', reportable: false, parameters: ['minutes'] },
  session_needed: { status: 403, kind: 'refusal', reportable: false, parameters: [] },
  enrolment_needed: { status: 403, kind: 'refusal', reportable: false, parameters: [] },
  passkey_needs_name: { status: 422, kind: 'failure', reportable: false, parameters: ['host'] },
  passkey_refused: { status: 422, kind: 'refusal', reportable: false, parameters: [] },
  ticket_over: { status: 409, kind: 'refusal', reportable: false, parameters: [] },
  code_wrong: { status: 422, kind: 'refusal', reportable: false, parameters: [] },
  password_weak: { status: 422, kind: 'failure', reportable: false, parameters: ['reason', 'least'] },
  sign_in_means_needed: { status: 409, kind: 'refusal', reportable: false, parameters: [] },
  account_own: { status: 403, kind: 'refusal', reportable: false, parameters: [] },
  account_disabled: { status: 409, kind: 'refusal', reportable: false, parameters: ['account'] },
  account_not_enrolled: { status: 409, kind: 'refusal', reportable: false, parameters: ['account'] },
  last_administrator: { status: 409, kind: 'refusal', reportable: false, parameters: [] },
  role_held: { status: 409, kind: 'refusal', reportable: false, parameters: ['account'] },
  role_second_person: { status: 403, kind: 'refusal', reportable: false, parameters: [] },
  role_request_over: { status: 409, kind: 'refusal', reportable: false, parameters: [] },
  confirmation_wrong: { status: 422, kind: 'refusal', reportable: false, parameters: ['left'] },
  another_may_confirm: { status: 409, kind: 'refusal', reportable: false, parameters: [] },
  keys_wrapped: { status: 503, kind: 'failure', reportable: true, parameters: [] },
  passphrase_wrong: { status: 503, kind: 'failure', reportable: true, parameters: ['name'] },
  passphrase_unreadable: { status: 503, kind: 'failure', reportable: true, parameters: ['file', 'least'] },
  key_damaged: { status: 503, kind: 'failure', reportable: true, parameters: ['folder', 'name', 'kind'] },
  key_foreign: { status: 503, kind: 'failure', reportable: true, parameters: ['folder'] },
  code_unreadable: { status: 422, kind: 'failure', reportable: false, parameters: [] },
  token_refused: { status: 401, kind: 'refusal', reportable: false, parameters: [] },
  token_needed: { status: 401, kind: 'refusal', reportable: false, parameters: [] },
  purpose_needed: { status: 400, kind: 'refusal', reportable: false, parameters: ['accepted'] },
  role_needed: { status: 403, kind: 'refusal', reportable: false, parameters: ['role'] },
  nobody_to_name: { status: 422, kind: 'refusal', reportable: false, parameters: ['value', 'agency'] },
  role_needs_agency: { status: 422, kind: 'refusal', reportable: false, parameters: ['account', 'role'] },
  oversees_oneself: { status: 422, kind: 'refusal', reportable: false, parameters: ['agency'] },
  not_your_agency: { status: 403, kind: 'refusal', reportable: false, parameters: ['agency'] },
  not_found: { status: 404, kind: 'refusal', reportable: false, parameters: ['what'] },
  method_not_allowed: { status: 405, kind: 'failure', reportable: false, parameters: ['allowed'] },
  route_unknown: { status: 404, kind: 'failure', reportable: false, parameters: [] },
  pattern_unreadable: {
    status: 422,
    kind: 'failure',
    reportable: false,
    parameters: ['value', 'found', 'position', 'expected'],
  },
  pattern_says_none: { status: 422, kind: 'failure', reportable: false, parameters: ['value'] },
  pattern_not_searched: { status: 422, kind: 'refusal', reportable: false, parameters: ['value'] },
  search_busy: { status: 429, kind: 'refusal', reportable: false, parameters: ['most'] },
  search_too_slow: { status: 503, kind: 'failure', reportable: false, parameters: ['seconds'] },
  pattern_too_open: { status: 422, kind: 'refusal', reportable: false, parameters: ['value', 'least'] },
  search_empty: { status: 422, kind: 'failure', reportable: false, parameters: [] },
  search_too_long: { status: 422, kind: 'failure', reportable: false, parameters: ['value', 'words', 'characters'] },
  search_too_wide: { status: 422, kind: 'refusal', reportable: false, parameters: ['word', 'most'] },
  mark_too_weak: { status: 422, kind: 'refusal', reportable: false, parameters: ['expected', 'limit'] },
  question_empty: { status: 422, kind: 'failure', reportable: false, parameters: ['record'] },
  question_id_used: { status: 409, kind: 'refusal', reportable: false, parameters: ['id'] },
  question_withdrawn: { status: 409, kind: 'refusal', reportable: false, parameters: ['question', 'at'] },
  desks_missing: { status: 422, kind: 'failure', reportable: false, parameters: [] },
  judgement_of_itself: { status: 422, kind: 'refusal', reportable: false, parameters: [] },
  judgement_no_recovery: { status: 422, kind: 'refusal', reportable: false, parameters: ['key'] },
  judgement_id_used: { status: 409, kind: 'refusal', reportable: false, parameters: ['id'] },
  quality_notice_used: { status: 409, kind: 'refusal', reportable: false, parameters: ['id'] },
  quality_notice_ended: { status: 409, kind: 'refusal', reportable: false, parameters: [] },
  quality_several_agencies: { status: 422, kind: 'refusal', reportable: false, parameters: [] },
  quality_sample_used: { status: 409, kind: 'refusal', reportable: false, parameters: ['id'] },
  judgement_not_yours: { status: 403, kind: 'refusal', reportable: false, parameters: [] },
  judgement_not_waiting: { status: 409, kind: 'refusal', reportable: false, parameters: [] },
  judgement_own: { status: 403, kind: 'refusal', reportable: false, parameters: [] },
  model_too_few: { status: 422, kind: 'refusal', reportable: false, parameters: ['records', 'least'] },
  model_busy: { status: 409, kind: 'refusal', reportable: false, parameters: [] },
  model_unreadable: { status: 422, kind: 'failure', reportable: false, parameters: ['path', 'found', 'accepted'] },
  model_own: { status: 403, kind: 'refusal', reportable: false, parameters: ['model'] },
  model_stands: { status: 409, kind: 'refusal', reportable: false, parameters: ['model'] },
  opinion_not_independent: { status: 409, kind: 'refusal', reportable: false, parameters: ['name'] },
  court_unconfirmed: { status: 422, kind: 'refusal', reportable: false, parameters: ['missing'] },
  court_alone: { status: 422, kind: 'refusal', reportable: false, parameters: ['key'] },
  trace_move_refused: { status: 409, kind: 'refusal', reportable: false, parameters: ['state', 'to', 'accepted'] },
  trace_incomplete: { status: 422, kind: 'refusal', reportable: false, parameters: ['missing'] },
  trace_outdated: { status: 409, kind: 'refusal', reportable: false, parameters: ['version'] },
  trace_id_used: { status: 409, kind: 'refusal', reportable: false, parameters: ['id'] },
  trace_urgent_unjustified: { status: 422, kind: 'refusal', reportable: false, parameters: [] },
  trace_duplicate: { status: 409, kind: 'refusal', reportable: false, parameters: ['trace', 'state'] },
  trace_partner_needed: { status: 422, kind: 'failure', reportable: false, parameters: [] },
  trace_moment_wrong: { status: 422, kind: 'failure', reportable: false, parameters: ['at'] },
  trace_reply_foreign: { status: 422, kind: 'refusal', reportable: false, parameters: ['request'] },
  trace_reason_needed: { status: 422, kind: 'failure', reportable: false, parameters: ['accepted'] },
  trace_failure_needed: { status: 422, kind: 'failure', reportable: false, parameters: ['accepted'] },
  trace_point_needed: { status: 422, kind: 'failure', reportable: false, parameters: [] },
  trace_status_contradicts: { status: 422, kind: 'refusal', reportable: false, parameters: ['status', 'outcome'] },
  trace_approval_own: { status: 403, kind: 'refusal', reportable: false, parameters: [] },
  trace_not_waiting: { status: 409, kind: 'refusal', reportable: false, parameters: [] },
  court_intelligence: { status: 422, kind: 'refusal', reportable: false, parameters: ['keys'] },
  release_id_used: { status: 409, kind: 'refusal', reportable: false, parameters: ['id'] },
  release_end_wrong: { status: 422, kind: 'refusal', reportable: false, parameters: ['until', 'first', 'last'] },
  records_moved: { status: 409, kind: 'refusal', reportable: false, parameters: [] },
  release_ended: { status: 409, kind: 'refusal', reportable: false, parameters: ['until'] },
  agency_unknown: { status: 422, kind: 'refusal', reportable: false, parameters: ['value'] },
  source_busy: { status: 409, kind: 'refusal', reportable: false, parameters: [] },
  import_not_open: { status: 409, kind: 'refusal', reportable: false, parameters: ['import', 'state'] },
  import_file_absent: { status: 409, kind: 'failure', reportable: false, parameters: ['import'] },
  source_ambiguous: { status: 409, kind: 'refusal', reportable: false, parameters: ['value', 'agencies'] },
  source_unknown: { status: 422, kind: 'refusal', reportable: false, parameters: ['value'] },
  name_taken: { status: 409, kind: 'refusal', reportable: false, parameters: ['value'] },
  value_not_listed: { status: 422, kind: 'failure', reportable: false, parameters: ['field', 'value', 'accepted'] },
  file_not_opened: { status: 422, kind: 'failure', reportable: false, parameters: ['file', 'reason'] },
  file_not_written: { status: 422, kind: 'failure', reportable: false, parameters: ['file', 'reason'] },
  file_unreadable: { status: 422, kind: 'failure', reportable: false, parameters: ['file', 'reason', 'row'] },
  columns_missing: { status: 422, kind: 'failure', reportable: false, parameters: ['file', 'columns', 'accepted'] },
  profile_invalid: {
    status: 422,
    kind: 'failure',
    reportable: false,
    parameters: ['file', 'field', 'value', 'accepted', 'limit'],
  },
  profile_columns_missing: {
    status: 422,
    kind: 'failure',
    reportable: false,
    parameters: ['file', 'columns', 'headings'],
  },
  entry_incomplete: { status: 422, kind: 'failure', reportable: false, parameters: ['fields', 'accepted'] },
  entry_contradicts: { status: 422, kind: 'failure', reportable: false, parameters: ['fields'] },
  entry_unreadable: { status: 422, kind: 'failure', reportable: false, parameters: ['field', 'value', 'reason'] },
  entry_id_used: { status: 409, kind: 'refusal', reportable: false, parameters: ['entry'] },
  entry_outdated: { status: 409, kind: 'refusal', reportable: false, parameters: ['corrects'] },
  vocabulary_code_unknown: {
    status: 422,
    kind: 'failure',
    reportable: false,
    parameters: ['field', 'value', 'accepted'],
  },
  vocabulary_name_known: { status: 422, kind: 'failure', reportable: false, parameters: ['field', 'value', 'code'] },
  pack_too_large: { status: 413, kind: 'failure', reportable: false, parameters: ['limit', 'unit'] },
  pack_unreadable: { status: 422, kind: 'failure', reportable: false, parameters: ['reason', 'field'] },
  pack_version: { status: 422, kind: 'failure', reportable: false, parameters: ['found', 'accepted'] },
  vocabulary_text_known: { status: 422, kind: 'failure', reportable: false, parameters: ['field', 'value'] },
  partner_unknown: { status: 422, kind: 'refusal', reportable: false, parameters: ['value'] },
  agreement_forbids: { status: 422, kind: 'refusal', reportable: false, parameters: ['partner', 'reason'] },
  message_too_large: { status: 413, kind: 'refusal', reportable: false, parameters: ['limit'] },
  port_in_use: { status: 500, kind: 'failure', reportable: false, parameters: ['port'] },
  address_unusable: { status: 500, kind: 'failure', reportable: false, parameters: ['address', 'port', 'reason'] },
  demonstration_apart: { status: 409, kind: 'refusal', reportable: false, parameters: ['folder'] },
  database_unreachable: { status: 503, kind: 'failure', reportable: true, parameters: ['address', 'reason'] },
  database_unfit: { status: 503, kind: 'failure', reportable: true, parameters: ['reason', 'found'] },
  schema_newer: { status: 500, kind: 'failure', reportable: true, parameters: ['found', 'known'] },
  migration_changed: { status: 500, kind: 'failure', reportable: true, parameters: ['migration'] },
  migration_failed: { status: 500, kind: 'failure', reportable: true, parameters: ['migration', 'reason'] },
  restore_not_empty: { status: 409, kind: 'refusal', reportable: false, parameters: ['folder'] },
  restore_unfinished: { status: 500, kind: 'failure', reportable: true, parameters: ['folder'] },
  backup_unreadable: { status: 422, kind: 'failure', reportable: false, parameters: ['file', 'reason'] },
  backup_incomplete: { status: 500, kind: 'failure', reportable: true, parameters: ['relation'] },
  backup_key_missing: { status: 422, kind: 'failure', reportable: false, parameters: ['file', 'key'] },
  command_unknown: { status: 400, kind: 'failure', reportable: false, parameters: ['value', 'accepted'] },
  option_unknown: { status: 400, kind: 'failure', reportable: false, parameters: ['option'] },
  usage: { status: 400, kind: 'failure', reportable: false, parameters: ['reason'] },
  disk_full: { status: 503, kind: 'failure', reportable: true, parameters: [] },
  database_away: { status: 503, kind: 'failure', reportable: true, parameters: [] },
  unavailable: { status: 503, kind: 'failure', reportable: true, parameters: [] },
  unexpected: { status: 500, kind: 'failure', reportable: true, parameters: ['reference'] },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof ERRORS
export type ErrorParameters = Readonly<Record<string, string | number>>

/** The body of every answer that is not a success. `message` is in the reader's language. */
export interface ErrorBody {
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly parameters: ErrorParameters }
}

/** An error of the table, thrown by rules, policies and commands; the doors turn it into words. */
export class ProofmarkError extends Error {
  readonly code: ErrorCode
  readonly parameters: ErrorParameters
  constructor(code: ErrorCode, parameters: ErrorParameters = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause })
    this.name = 'ProofmarkError'
    this.code = code
    this.parameters = parameters
  }
}
