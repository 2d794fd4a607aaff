import { EXAMINERS } from '@proofmark/contract/route'
import type { Reader } from '../../access/context.ts'

interface Brought {
  readonly byAccount: string
  readonly examiner: string
  readonly agency: string
}

const isExaminer = ({ installer, roles }: Reader) => installer || EXAMINERS.some((role) => roles.includes(role))

/** May the reader verify a result? An examiner may who neither brought it nor is named as the one who examined. */
export const mayVerify = (reader: Reader, { byAccount, examiner }: Brought): boolean =>
  isExaminer(reader) && reader.account !== byAccount && reader.name.toLowerCase() !== examiner.toLowerCase()

/** May the reader withdraw a result? An examiner of the agency in whose name it was said may. */
export const mayWithdrawResult = (reader: Reader, { agency }: Pick<Brought, 'agency'>): boolean =>
  isExaminer(reader) && (reader.installer || reader.agency?.id === agency)
