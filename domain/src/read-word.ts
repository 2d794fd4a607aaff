import type { ReadWord } from './item.ts'
import type { Absence } from './marking.ts'

/** A word that a table knows. */
export function namedWord(stated: string, code: string, name: string, said: 'named' | 'craft' = 'named'): ReadWord {
  return { stated, code, name, known: true, said }
}

/** A word that no table knows: it stays as stated and waits for a curator. */
export function unreadWord(stated: string): ReadWord {
  return { stated, code: null, name: null, known: false, said: 'unread' }
}

/** Nothing stated. */
export function blankWord(stated: string | null | undefined): ReadWord {
  return { stated: stated ?? null, code: null, name: null, known: true, said: 'not_recorded' }
}

const SAID: Readonly<Record<Absence, Exclude<ReadWord['said'], 'named' | 'unread'>>> = {
  obliterated: 'obliterated',
  altered: 'obliterated',
  never_marked: 'none',
  none_found: 'none',
  illegible: 'illegible',
  not_examined: 'not_recorded',
  not_recorded: 'not_recorded',
}

/** What words in place of a name say, for what they say of a mark. */
export const saidOfAbsence = (absence: Absence) => SAID[absence]

/** Words that name nothing, whose meaning is known. */
export function saidWord(stated: string, said: Exclude<ReadWord['said'], 'named' | 'unread'>): ReadWord {
  return { stated, code: null, name: null, known: true, said }
}

/** Words in place of a name: `semmarca` says that there is none, `n/c` that it was not recorded. */
export function absentWord(stated: string, absence: Absence): ReadWord {
  return saidWord(stated, SAID[absence])
}
