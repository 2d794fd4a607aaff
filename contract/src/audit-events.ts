/**
 * Every kind of entry that the access log may hold, with what its erasable body carries. The list is closed: an entry
 * of another kind is refused by the type checker, and docs/audit-events.md lists the same table (a test keeps them
 * alike). Directive (EU) 2016/680, article 25: collection, alteration, consultation, disclosure, combination, erasure.
 */
export interface AuditEvent {
  /** The operation of article 25 that the entry is evidence of; `security` for what guards the system itself. */
  readonly operation:
    | 'collection'
    | 'alteration'
    | 'consultation'
    | 'disclosure'
    | 'combination'
    | 'erasure'
    | 'security'
  /** Fields of the body, which alone may hold search terms and persons. */
  readonly body: readonly string[]
}

export const AUDIT_EVENTS = {
  'installation.created': { operation: 'security', body: ['name', 'demonstration'] },
  'installation.restored': { operation: 'security', body: ['file', 'taken'] },
  'installation.backed_up': { operation: 'security', body: ['file'] },
  'agency.added': { operation: 'security', body: ['name'] },
  'agency.desk_corrected': { operation: 'security', body: ['desk'] },
  'agency.officer_named': { operation: 'security', body: ['officer'] },
  'agency.overseer_named': { operation: 'security', body: ['officer'] },
  'agency.overseer_unnamed': { operation: 'security', body: ['officer'] },
  'account.added': { operation: 'security', body: ['name', 'roles'] },
  'account.invited': { operation: 'security', body: ['name', 'agency', 'roles'] },
  'account.enrolled': { operation: 'security', body: ['by'] },
  'account.reset': { operation: 'security', body: ['roles'] },
  'account.disabled': { operation: 'security', body: [] },
  'account.enabled': { operation: 'security', body: ['roles'] },
  'account.signed_out': { operation: 'security', body: [] },
  'role.requested': { operation: 'security', body: ['role'] },
  'role.confirmed': { operation: 'security', body: ['role', 'requester'] },
  'role.refused': { operation: 'security', body: ['role', 'requester', 'reason'] },
  'role.taken': { operation: 'security', body: ['role'] },
  'passkey.added': { operation: 'security', body: ['name'] },
  'passkey.removed': { operation: 'security', body: ['name'] },
  'password.set': { operation: 'security', body: [] },
  'password.removed': { operation: 'security', body: [] },
  'second_factor.set': { operation: 'security', body: [] },
  'token.issued': { operation: 'security', body: ['name', 'days'] },
  'token.revoked': { operation: 'security', body: ['name'] },
  'source.added': { operation: 'security', body: ['name', 'kind', 'visibility'] },
  'profile.saved': { operation: 'security', body: ['source', 'version'] },
  'session.opened': { operation: 'security', body: ['method', 'by'] },
  'session.refused': { operation: 'security', body: ['method', 'reason'] },
  'session.closed': { operation: 'security', body: ['method'] },
  'session.revoked': { operation: 'security', body: ['sessions', 'reason'] },
  'import.started': { operation: 'collection', body: ['import', 'file', 'from'] },
  'import.done': {
    operation: 'collection',
    body: ['import', 'state', 'rows', 'accepted', 'rejected', 'unchanged', 'changed'],
  },
  'import.stopped': { operation: 'collection', body: ['import'] },
  'import.rejects_seen': { operation: 'consultation', body: ['import', 'after'] },
  'import.rejects_taken': { operation: 'consultation', body: ['import'] },
  'import.judged': { operation: 'alteration', body: ['import', 'verdict'] },
  'record.entered': { operation: 'collection', body: ['import', 'corrects'] },
  'vocabulary.decided': { operation: 'alteration', body: ['field', 'text', 'make', 'code', 'said', 'name'] },
  'vocabulary.withdrawn': { operation: 'alteration', body: ['field', 'text', 'make', 'code', 'said'] },
  'vocabulary.pack_exported': { operation: 'disclosure', body: ['name', 'sha256', 'decisions', 'included'] },
  'vocabulary.pack_imported': { operation: 'collection', body: ['pack', 'name', 'sha256', 'rows'] },
  'vocabulary.pack_taken': { operation: 'alteration', body: ['pack', 'decisions'] },
  'vocabulary.pack_taken_back': { operation: 'alteration', body: ['pack', 'decisions'] },
  'readings.renewed': { operation: 'alteration', body: ['records', 'changed'] },
  'record.seen': { operation: 'consultation', body: [] },
  'record.persons_seen': { operation: 'consultation', body: [] },
  'record.found': { operation: 'consultation', body: ['query', 'candidates'] },
  'record.searched': { operation: 'consultation', body: ['query', 'results'] },
  'records.listed': { operation: 'consultation', body: ['source', 'records'] },
  'records.matched': { operation: 'combination', body: ['records', 'pairs'] },
  'matching.ordered': { operation: 'combination', body: [] },
  'matching.stopped': { operation: 'combination', body: [] },
  'matching.reported': { operation: 'consultation', body: ['records', 'odd'] },
  'pair.examined': { operation: 'consultation', body: ['outcome'] },
  'quality.listed': { operation: 'consultation', body: ['kind', 'agency', 'results'] },
  'quality.sampled': { operation: 'consultation', body: ['pairs', 'size', 'results'] },
  'quality.told': { operation: 'disclosure', body: ['kind', 'agency'] },
  'quality.ended': { operation: 'alteration', body: ['kind', 'state'] },
  'matches.listed': { operation: 'consultation', body: ['source', 'with', 'matches'] },
  'judgement.made': { operation: 'combination', body: ['about', 'verdict', 'waits'] },
  'judgement.withdrawn': { operation: 'combination', body: ['about', 'verdict'] },
  'judgement.seconded': { operation: 'combination', body: ['about', 'verdict'] },
  'model.proposed': { operation: 'combination', body: ['model', 'origin', 'records'] },
  'model.approved': { operation: 'alteration', body: ['model', 'before'] },
  'models.compared': { operation: 'consultation', body: ['model', 'before', 'pairs'] },
  'review.assigned': { operation: 'alteration', body: ['account'] },
  'opinion.asked': { operation: 'alteration', body: ['account'] },
  'court_text.written': { operation: 'disclosure', body: ['records', 'reference'] },
  'life.shown': { operation: 'consultation', body: ['item'] },
  'oversight.finding_filed': { operation: 'disclosure', body: ['rule', 'custodian'] },
  'oversight.findings_seen': { operation: 'consultation', body: [] },
  'oversight.finding_passed_on': { operation: 'disclosure', body: ['custodian', 'note'] },
  'pointer.asked': { operation: 'consultation', body: ['reference', 'basis'] },
  'pointer.given': { operation: 'disclosure', body: ['reference', 'asker'] },
  'question.asked': { operation: 'disclosure', body: ['reference', 'basis', 'description', 'agencies'] },
  'question.answered': { operation: 'disclosure', body: ['asker', 'verdict', 'note'] },
  'question.withdrawn': { operation: 'alteration', body: [] },
  'question.seen': { operation: 'consultation', body: [] },
  'record.released': {
    operation: 'disclosure',
    body: ['agency', 'until', 'conditions', 'note', 'reference', 'basis'],
  },
  'release.withdrawn': { operation: 'alteration', body: ['agency'] },
  'release.ended': { operation: 'alteration', body: ['agency'] },
  'release.seen': { operation: 'consultation', body: [] },
  'notice.seen': { operation: 'consultation', body: [] },
  'message.sent': { operation: 'disclosure', body: ['partner', 'kind', 'hash'] },
  'sign_ins.read': { operation: 'consultation', body: ['account'] },
  'log.read': { operation: 'consultation', body: ['account', 'subject'] },
  'log.verified': { operation: 'security', body: ['size', 'faults'] },
  'request.refused': { operation: 'security', body: ['route', 'code'] },
  'request.failed': { operation: 'security', body: ['route', 'code', 'reference'] },
} as const satisfies Record<string, AuditEvent>

export type AuditAction = keyof typeof AUDIT_EVENTS
