import type { AuditAction } from '@proofmark/contract/audit-events'
import type { LegalBasis, Purpose } from '@proofmark/contract/purposes'
import type { Role } from '@proofmark/contract/roles'
import type { ReaderTransaction } from '../store/reader-transaction.ts'

/** Who acts, and which classes of rows they may see: resolved before the first row is touched. */
export interface Reader {
  readonly account: string
  readonly name: string
  readonly agency: { readonly id: string; readonly name: string } | null
  readonly roles: readonly Role[]
  /** The shell of an installation that has no administrator yet: sees all sources, and is logged as such. */
  readonly installer: boolean
  readonly classes: readonly number[]
}

/** Why the reader acts. */
export interface Grounds {
  readonly purpose: Purpose
  readonly reference?: string | undefined
  readonly basis?: LegalBasis | undefined
}

/** What a command says of itself for the access log. */
export interface EntryDraft {
  readonly action: AuditAction
  readonly outcome?: 'done' | 'refused' | 'failed'
  /** Records, sources or accounts that the entry is about. */
  readonly subjects?: readonly string[]
  /** Search terms and persons go here and nowhere else: this part can be erased. */
  readonly body?: Readonly<Record<string, unknown>>
}

/** What every command is given beside its input. A command called by another joins its transaction. */
export interface Context extends ReaderTransaction {
  readonly reader: Reader
  readonly grounds: Grounds | null
  readonly now: Date
  readonly recordSecret: Buffer
  /** Writes the entry in this transaction and answers its identifier. */
  readonly audit: (draft: EntryDraft) => Promise<string>
}

/** Runs a command in one transaction, in the name of whoever started the work. */
export type Run = <Result>(work: (context: Context) => Promise<Result>) => Promise<Result>
