import { type RecoveryConflict, sameText } from '@proofmark/contract/merge-recovery'
import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'

/** The field by which an element of a list is named in a path; every other element is named by all that it says. */
const NAMED_BY = ['exhibit', 'sha256', 'field'] as const

type Fields = Readonly<Record<string, unknown>>

const nameOf = (element: unknown): string => {
  const fields = (typeof element === 'object' && element !== null ? element : {}) as Fields
  const key = NAMED_BY.find((each) => each in fields)
  return key === undefined ? sameText(element) : String(fields[key])
}

/** The value with what stands at the path replaced, removed where nothing is said there. */
function replaced(value: unknown, path: string, said: unknown): unknown {
  if (path === '') return said ?? undefined
  if (Array.isArray(value)) {
    const at = value.findIndex((each) => path === nameOf(each) || path.startsWith(`${nameOf(each)}.`))
    if (at === -1) return said === null ? value : [...value, said]
    const made = replaced(value[at], path.slice(nameOf(value[at]).length + 1), said)
    return made === undefined ? value.toSpliced(at, 1) : value.with(at, made)
  }
  const [key = '', ...rest] = path.split('.')
  const fields = (value ?? {}) as Fields
  const made = replaced(fields[key], rest.join('.'), said)
  if (made !== undefined) return { ...fields, [key]: made }
  const { [key]: _gone, ...others } = fields
  return others
}

/** Which side of a conflict is taken. */
export type Side = 'standing' | 'sent'

/** The form that stands, with what was sent in each field for which somebody chose that. */
export function chosenForm(
  standing: RecoveryForm,
  conflicts: readonly RecoveryConflict[],
  choices: ReadonlyMap<string, Side>,
): RecoveryForm {
  return conflicts
    .filter(({ path }) => choices.get(path) === 'sent')
    .reduce((form, { path, sent }) => replaced(form, path, sent) as RecoveryForm, standing)
}
