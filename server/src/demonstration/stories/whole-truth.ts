import { tellStories } from './stories.ts'

/**
 * What is true of every record that the stories planted, as it is kept in truth.json. For tests and measures alone: no
 * program may know it.
 */
export function wholeTruth() {
  const { truths } = tellStories()
  return {
    firearms: truths.flatMap(({ firearms }) => firearms),
    consignments: truths.flatMap(({ consignments = [] }) => consignments),
    lots: truths.flatMap(({ lots = [] }) => lots),
    oneRecovery: truths.flatMap(({ oneRecovery = [] }) => oneRecovery),
    notSame: truths.flatMap(({ notSame = [] }) => notSame),
  }
}
