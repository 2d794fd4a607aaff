import { leaveBallistics } from './ballistics.ts'
import { leaveCases } from './cases.ts'
import { leaveDeconfliction } from './deconfliction.ts'
import { leaveImports } from './imports.ts'
import { leaveLaw } from './law.ts'
import type { Offices } from './offices.ts'
import { leavePartners } from './partners.ts'
import { leaveQuestions } from './questions.ts'
import { leaveRecoveries } from './recoveries.ts'
import { leaveRoleRequests } from './role-requests.ts'
import { leaveThings } from './things.ts'
import { leaveTraces } from './traces.ts'
import { leaveVerdicts } from './verdicts.ts'

/**
 * What waits for the people of the nation when somebody first comes in: words, partners, questions, verdicts, roles, imports,
 * the text of law, trace requests, ballistic results and recoveries. All of it was done by commands, in the name of those who
 * would have done it. Safe to repeat.
 */
export async function leaveWork(offices: Offices): Promise<void> {
  await leaveImports(offices)
  await leavePartners(offices)
  await leaveQuestions(offices)
  await leaveVerdicts(offices)
  await leaveRoleRequests(offices)
  await leaveLaw(offices)
  await leaveTraces(offices)
  await leaveBallistics(offices)
  await leaveRecoveries(offices)
  await leaveCases(offices)
  await leaveThings(offices)
  await leaveDeconfliction(offices)
}
