import type { NodeKind } from '@proofmark/contract/case-words'
import type { Context } from '../../access/context.ts'
import { seesSubjects } from '../policy/subjects.ts'
import { oneWith } from '../rules/one-thing.ts'
import { verdictsAround } from './judged-things.ts'
import { protectedAmong } from './ties.ts'

/** Why what is known of somebody is not told: the reader's roles need no name, or it must be asked for. */
export type Withheld = 'role' | 'protected' | null

export interface PersonsShown {
  readonly isProtected: (thing: string) => boolean
  readonly withheld: (node: { readonly id: string; readonly kind: NodeKind }) => Withheld
}

/**
 * Which of these persons the reader is told of. Whoever was judged one with a victim or a witness is protected as they are.
 * `protectedPersons`: the reader asked for them.
 */
export async function shownPersons(
  context: Context,
  persons: readonly string[],
  protectedPersons: boolean,
): Promise<PersonsShown> {
  const verdicts = await verdictsAround(context, persons)
  const around = new Map(persons.map((person) => [person, oneWith(person, verdicts).things]))
  const guarded = await protectedAmong(context, [...new Set([...around.values()].flat())])
  const isProtected = (thing: string) => (around.get(thing) ?? [thing]).some((each) => guarded.has(each))
  const sees = seesSubjects(context.reader)
  return {
    isProtected,
    withheld: ({ id, kind }) => {
      if (kind !== 'person') return null
      if (!sees) return 'role'
      return isProtected(id) && !protectedPersons ? 'protected' : null
    },
  }
}
