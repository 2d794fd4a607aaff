import { examinedExhibit } from '@proofmark/contract/schemas/recovery-answers'
import type { Grounds } from '../../access/context.ts'
import { examineExhibit } from '../../custody/commands/examine-exhibit.ts'
import { Chains } from './chains.ts'
import { identifierOf, type Offices } from './offices.ts'
import { exhibitOf } from './recovered.ts'

const [PISTOL, MAGAZINES] = ['BP 24/112-1', 'BP 24/112-2'] as const
const KEEPING: Grounds = { purpose: 'criminal_investigation', reference: 'BP 24/112' }
const EXAMINING: Grounds = { purpose: 'ballistic_comparison', reference: 'FL 24/57' }

/**
 * What the border police sent to the laboratory: a pistol whose number the laboratory brought back in part, and which it offers back;
 * and magazines that wait to be accepted there. Safe to repeat.
 */
export async function leaveLaboratory(offices: Offices): Promise<void> {
  const chains = new Chains(offices, KEEPING)
  const [sent, back] = [
    { from: 'Dagny Orlund', to: 'Ansel Brookmar' },
    { from: 'Ansel Brookmar', to: 'Dagny Orlund' },
  ] as const
  await chains.pass(PISTOL, { ...sent, purpose: 'serial_restoration', at: '2024-05-15T09:00:00Z', accepted: {} })
  await offices.as(
    'Ansel Brookmar',
    EXAMINING,
  )((context) =>
    examineExhibit(context, {
      examination: identifierOf('examination', PISTOL),
      exhibit: exhibitOf(PISTOL),
      said: examinedExhibit.parse({
        stated: { serial: 'V5?71?', serial_state: 'partial', make: 'Zastava', model: 'M57', type: 'pistol' },
        ...{ condition: 'functional', date: '2024-05-21' },
      }),
    }),
  )
  await chains.pass(PISTOL, { ...back, purpose: 'store', at: '2024-05-22T13:00:00Z' })
  await chains.pass(MAGAZINES, { ...sent, purpose: 'latent_print', at: '2024-05-22T13:30:00Z' })
}
