import type * as z from 'zod'
import { ProofmarkError } from './errors.ts'

/** What would have been accepted, as a word that the catalogue puts into every language, with what it needs. */
interface Expected {
  readonly expected: string
  readonly words?: string
  readonly limit?: number
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  int: 'number',
  object: 'object',
  record: 'object',
  array: 'list',
  boolean: 'boolean',
}
const FORMATS: Readonly<Record<string, string>> = { uuid: 'identifier', date: 'day', datetime: 'moment' }
const SIZES: Readonly<Record<string, readonly [least: string, most: string]>> = {
  string: ['at_least', 'at_most'],
  array: ['entries_at_least', 'entries_at_most'],
}

/** The schema within whatever makes it optional, gives it a default or looks at it again. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  const def = schema._zod.def as { readonly innerType?: z.core.$ZodType; readonly in?: z.core.$ZodType }
  const inner = def.innerType ?? def.in
  return inner ? bare(inner) : schema
}

/** The fields that an object has at this place of a schema; none where no object with fields stands there. */
function fieldsAt(schema: z.core.$ZodType, [step, ...further]: readonly PropertyKey[]): readonly string[] {
  const def = bare(schema)._zod.def as {
    readonly shape?: Readonly<Record<string, z.core.$ZodType>>
    readonly element?: z.core.$ZodType
  }
  if (step === undefined) return Object.keys(def.shape ?? {})
  const next = def.element ?? def.shape?.[String(step)]
  return next ? fieldsAt(next, further) : []
}

function expectedBy(issue: z.core.$ZodIssue, known: readonly string[]): Expected {
  switch (issue.code) {
    case 'invalid_type':
      return { expected: TYPES[issue.expected] ?? 'other' }
    case 'invalid_value':
      return { expected: 'one_of', words: issue.values.map(String).join(', ') }
    case 'unrecognized_keys':
      return known.length > 0 ? { expected: 'field_of', words: known.join(', ') } : { expected: 'known' }
    case 'invalid_format':
      return { expected: FORMATS[issue.format] ?? 'plain' }
    case 'too_small':
      return { expected: SIZES[issue.origin]?.[0] ?? 'from', limit: Number(issue.minimum) }
    case 'too_big':
      return { expected: SIZES[issue.origin]?.[1] ?? 'up_to', limit: Number(issue.maximum) }
    case 'custom':
      return { expected: typeof issue.params?.expected === 'string' ? issue.params.expected : 'other' }
    default:
      return { expected: 'other' }
  }
}

/** A name that somebody made up may be as long as what they sent. */
const LONGEST_PLACE = 100
const shortened = (place: string): string =>
  place.length > LONGEST_PLACE ? `${place.slice(0, LONGEST_PLACE).toWellFormed()}…` : place

/** Where something does not fit; a field that nobody knows by its own name. */
const placesOf = (issue: z.core.$ZodIssue): string[] => {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : [[]]
  return keys.map((key) => shortened([...issue.path, key].flat().map(String).join('.')))
}

/** So many further fields are named; of more is said that there are more. */
const NAMED = 5

/**
 * The refusal of a value that does not fit its schema: the first field that does not, what would be accepted, and the names
 * of the others. With the schema, a field that it does not have is answered with those that stand there.
 */
export function invalidBy({ issues }: z.ZodError, where = '', schema?: z.core.$ZodType): ProofmarkError {
  const [issue] = issues
  if (!issue) throw new TypeError('What fits its schema is not refused.')
  const [at, ...others] = issues.flatMap(placesOf)
  const field = [where, at].filter(Boolean).join(': ')
  const known = schema && issue.code === 'unrecognized_keys' ? fieldsAt(schema, issue.path) : []
  const also = [...new Set(others)].filter((place) => place !== '' && place !== at)
  return new ProofmarkError('body_invalid', {
    field: field || 'body',
    ...expectedBy(issue, known),
    ...(also.length > 0 && { others: also.length > NAMED ? 'many' : 'some', also: also.slice(0, NAMED).join(', ') }),
  })
}
