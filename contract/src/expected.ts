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

function expectedBy(issue: z.core.$ZodIssue): Expected {
  switch (issue.code) {
    case 'invalid_type':
      return { expected: TYPES[issue.expected] ?? 'other' }
    case 'invalid_value':
      return { expected: 'one_of', words: issue.values.map(String).join(', ') }
    case 'unrecognized_keys':
      return { expected: 'known' }
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

/** The refusal of a value that does not fit its schema: the first field that does not, and what would be accepted. */
export function invalidBy({ issues }: z.ZodError, where = ''): ProofmarkError {
  const [issue] = issues
  if (!issue) throw new TypeError('What fits its schema is not refused.')
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const at = [...issue.path, ...unknown].join('.')
  const field = [where, at].filter(Boolean).join(': ')
  return new ProofmarkError('body_invalid', { field: field || 'body', ...expectedBy(issue) })
}
