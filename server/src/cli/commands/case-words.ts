import type { OptionWords } from '../in-options.ts'

/** What `proofmark case` calls what its requests hold. */
export const CASE_WORDS: OptionWords = {
  ...{
    case: 'CASE',
    entry: '--id',
    document: '--id',
    compartment: 'COMPARTMENT',
    account: 'NAME',
    to: 'NAME',
    of: 'ENTRY',
  },
  ...{ reference: 'REFERENCE', title: '--title', kinds: '--kind', nexus: '--nexus', handling: '--handling' },
  ...{ review: '--review', state: '--state', purpose: '--purpose', as: '--as', 'grounds.reference': '--reference' },
  ...{ item: '--item', 'item.kind': '--item', 'item.id': 'ID', 'item.finding': '--finding', 'item.why': '--why' },
  ...{ 'items.id': 'ID', 'items.kind': 'KIND', text: 'TEXT', 'say.text': 'TEXT', 'say.reason': '--why' },
  ...{ 'say.title': 'TITLE', 'say.for': '--for', 'say.due': '--due', 'say.task': 'TASK', 'say.step': '--step' },
  ...{ step: '--step', name: 'FILE', bytes: 'FILE', about: '--about', why: '--why', part: '--part', until: '--until' },
  ...{ leaving: '--leaving', 'say.evaluation.scheme': '--scheme', 'say.evaluation.source': '--source' },
  ...{ 'say.evaluation.information': '--information', 'say.evaluation.codes': '--code' },
  ...{ 'evaluation.source': '--source', 'evaluation.information': '--information', 'evaluation.codes': '--code' },
  ...{ 'move.outcome': '--outcome', 'move.supplyChain': '--supply-chain', 'move.why': '--why' },
  'move.despiteTraces': '--despite',
}
