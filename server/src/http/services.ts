import type { Installation } from '../access/commands/create-installation.ts'
import type { ShownVerdict } from '../access/present/verdict.ts'
import type { Services } from '../access/run-command.ts'
import type { AskDeconfliction } from '../cases/deconfliction/ask-match.ts'
import type { AskClearance } from '../custody/clearance/ask-match.ts'
import type { NodeLine } from '../exchange/node-line.ts'
import type { LookUp } from '../exchange/private/node-look-up.ts'
import type { PointerLine } from '../linkage/pointers/frame.ts'
import type { Background } from '../processes/background.ts'
import type { Guard } from './guard.ts'

/** What the HTTP door needs beside what every door needs. */
export interface HttpServices extends Services {
  readonly installation: Installation
  readonly guard: Guard
  /** Seals second factors and hashes what is throttled; the same on every server of a database. */
  readonly signInKey: Buffer
  readonly version: string
  /** Asks the matching process about a saved item, over the local pipe. */
  readonly askMatch: (savedItem: string) => Promise<PointerLine[]>
  /** Has the matching process compare a question, an operation or an introduction, over the local pipe. */
  readonly askDeconfliction: AskDeconfliction
  /** Asks the matching process whether anybody waits for what is to be destroyed. */
  readonly askClearance: AskClearance
  /** Asks the log process to examine the access log. */
  readonly verifyLog: (kept: readonly string[]) => Promise<ShownVerdict>
  /** Has the log process give what waits its place in both ledgers, and sign them. */
  readonly settleLedgers: () => Promise<unknown>
  /** Asks partners and answers them, without a firearm being named. */
  readonly lookUp: LookUp
  /** What only the process that holds the keys of the node can do. */
  readonly node: NodeLine
  /** Work that goes on after its answer. */
  readonly background: Background
  /** Folder of the built browser app; null serves the API alone. */
  readonly webFolder: string | null
}
