import type pg from 'pg'
import type { NewAccount } from '../access/commands/add-account.ts'
import type { NewAgency } from '../access/commands/add-agency.ts'
import type { Context, Grounds, Run } from '../access/context.ts'
import type { Hold } from '../records/runs/run.ts'
import type { DemonstrationSource } from './nation.ts'

/** What a demonstration is made of. */
export interface MadeOf {
  readonly agencies: readonly NewAgency[]
  /** An administrator comes last: from that account on the shell no longer acts as the installer. */
  readonly people: readonly NewAccount[]
  readonly sources: readonly DemonstrationSource[]
  /** Names who hears of what; once everybody is there. */
  readonly officers: (context: Context) => Promise<void>
  /** Leaves something on the desks. Safe to repeat. */
  readonly leaveWork: (offices: {
    readonly as: (person: string, grounds?: Grounds) => Run
    readonly installer: Run
    readonly hold: Hold
    readonly match: pg.Pool
  }) => Promise<void>
}
