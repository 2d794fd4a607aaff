import { askedFor } from './asked.ts'
import { benchEntryCost } from './entry-cost.ts'
import { importRegister, settleTables } from './import.ts'
import { withInstallation } from './installation.ts'
import type { Measure } from './measure.ts'
import { makeRecoveries } from './mix/recoveries.ts'
import { makeMixRegister } from './mix/register.ts'
import { benchSequencing } from './sequencing.ts'

const ENTRIES = 20_000
const RECOVERIES = 400

/** What the access log costs a command, and whether its places are given as fast as entries come. */
export function benchLedger(
  registerSeed: number,
  recoverySeed: number,
  step: (name: string) => void,
): Promise<readonly Measure[]> {
  return withInstallation(async (installation) => {
    const register = makeMixRegister(ENTRIES, registerSeed)
    await importRegister(installation, register)
    await settleTables(installation)
    const recoveries = makeRecoveries(register, RECOVERIES, recoverySeed)
    step('commands with and without their entry of the access log')
    const cost = await benchEntryCost(installation, await askedFor(installation, recoveries))
    step('entries beside the process that gives them their places')
    return [...cost, ...(await benchSequencing(installation))]
  })
}
