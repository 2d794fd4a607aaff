import { learnModel } from '@proofmark/matching/learning/learn'
import { invented } from '@proofmark/matching/learning/learning.test-helper'
import { START_MODEL } from '@proofmark/matching/model'
import type { ModelContent } from '@proofmark/matching/model-file/model-content'
import { versionOf, writeModelFile } from '@proofmark/matching/model-file/model-file'

/** A model with its file that another installation learned from invented records, with whatever figures. */
export function modelFromElsewhere(): { readonly version: string; readonly text: string } {
  const learning = learnModel(invented('seizure', { wrong: 0.1, misread: 0.2 }), START_MODEL)
  let step = learning.next()
  while (!step.done) step = learning.next()
  const { model, from, recorded } = step.value
  const { version: _, recorded: share, between = {}, ...shares } = model
  const content: ModelContent = {
    recorded: share,
    shares,
    between,
    learned: { on: '2026-11-02', tables: 40, start: START_MODEL.version, from, recorded },
    figures: {
      records: 16,
      candidates: 80,
      likelihood: { before: -21.4, after: -17.9 },
      thresholds: [
        { from: 0.1, precision: 0.912, recall: 0.982 },
        { from: 0.9, precision: 0.991, recall: 0.934 },
      ],
      calibration: [
        { from: 0.1, to: 0.5, pairs: 12, same: 5 },
        { from: 0.9, to: 0.99, pairs: 41, same: 40 },
      ],
    },
  }
  const approvals = [{ by: 'Edda Corvin', agency: 'Police of XB', at: '2026-11-03T09:30:00.000Z' }]
  const version = versionOf(content)
  return { version, text: writeModelFile({ version, content, approvals }) }
}
