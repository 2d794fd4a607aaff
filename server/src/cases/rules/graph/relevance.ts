import type { NodeKind, Standing } from '@proofmark/contract/case-words'
import { isSomebody } from './node.ts'

/** What a tie is worth by what it is: a fact more than any assessment, an assessment more than any lead. */
export const STANDING_WEIGHT: Readonly<Record<Standing, number>> = { fact: 1, assessment: 0.6, lead: 0.3 }

/** How many ties of an end make its ties count for less: of persons and of groups of them none, since nobody is measured by their ties. */
export const degreeThatCounts = (kind: NodeKind, degree: number): number => (isSomebody(kind) ? 0 : degree)

/**
 * How much a tie counts for, between 0 and 1: what it is worth by its standing, and less the more its more common end is
 * tied to, since what many share says little of any of them. An end with two ties costs nothing; with thirty a third is left.
 * It orders what is drawn first and measures nobody: it is a figure of the tie.
 */
export function relevanceOf(standing: Standing, degreeOfOne: number, degreeOfOther: number): number {
  const common = Math.max(degreeOfOne, degreeOfOther, 2)
  return Math.round((1000 * STANDING_WEIGHT[standing]) / (1 + 0.5 * Math.log2(common / 2))) / 1000
}
