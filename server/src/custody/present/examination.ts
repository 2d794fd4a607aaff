import type { ExaminationShown } from '@proofmark/contract/schemas/recovery-answers'
import type { Examination } from '../queries/examinations.ts'

/** What an examiner said of an exhibit, for whoever may see the exhibit. */
export const presentExamination = ({ exhibit, number, by, at, said, record }: Examination): ExaminationShown => ({
  ...{ exhibit, number, by, at: at.toISOString(), said, record },
})
