import type { ThingEvaluation } from '@proofmark/contract/schemas/thing'
import { heldBack } from '../held-back.ts'
import styles from './Things.module.css'

/** How a row of what is known stands: withdrawn, and left out of what is printed where its codes forbid that it leaves. */
export const classesOf = (withdrawnAt: string | null, evaluation: ThingEvaluation | null): string =>
  [
    withdrawnAt === null ? '' : styles.withdrawn,
    heldBack(evaluation, new Date().toISOString().slice(0, 10)) ? styles.held : '',
  ]
    .filter((name) => name !== '')
    .join(' ')
