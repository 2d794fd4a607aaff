import { foldKey } from '../../../domain/src/fold.ts'
import { TYPE_WORDS } from '../../../domain/src/lexicons/type-words.ts'
import { NEIGHBOURS, TYPES } from '../../../domain/src/lexicons/types.ts'
import type { Chances } from '../../../server/src/demonstration/random.ts'

const TYPE_ROWS: ReadonlyMap<string, { readonly name: string; readonly broader: string | null }> = new Map(
  Object.entries(TYPES),
)
const codeOf = new Map([...TYPE_ROWS].map(([code, { name }]) => [name, code]))

/** The action that a type has where the source does not say another. */
const USUAL_ACTIONS: Readonly<Record<string, string>> = {
  pistol: 'semi_auto',
  revolver: 'revolver',
  assault_rifle: 'selective',
}

const wordsOf = new Map<string, string[]>()
const seen = new Set<string>()
for (const { type, action, words } of TYPE_WORDS) {
  const first = words.split('|').filter((word) => !seen.has(foldKey(word)))
  for (const word of first) seen.add(foldKey(word))
  if (action === undefined || action === USUAL_ACTIONS[type])
    wordsOf.set(type, [...(wordsOf.get(type) ?? []), ...first])
}

/** How the register writes a type, by its code. Throws where no table has the code. */
export function registeredType(code: string): string {
  const row = TYPE_ROWS.get(code)
  if (!row) throw new Error(`No table has the type ${code}.`)
  return row.name
}

/** A word of any language for a type, other than the register's own where there is one. */
function wordFor(code: string, chances: Chances): string {
  const registered = registeredType(code)
  const words = (wordsOf.get(code) ?? []).filter((word) => word !== registered)
  return words.length > 0 ? chances.pick(words) : registered
}

/** Another word of any language for the registered type. */
export const typeSynonym = (registered: string, chances: Chances): string => wordFor(codeOf.get(registered)!, chances)

/** A word for a broader type than the registered one, or for one that sources confuse with it. */
export function nearbyType(registered: string, chances: Chances): string {
  const code = codeOf.get(registered)!
  const near = NEIGHBOURS.flatMap(([one, other]) => (one === code ? [other] : other === code ? [one] : []))
  const broader = TYPE_ROWS.get(code)!.broader ?? 'firearm'
  return wordFor(near.length === 0 || chances.happens(0.6) ? broader : chances.pick(near), chances)
}
