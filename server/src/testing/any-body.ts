import { CODE_POINT } from '@proofmark/domain/arbitrary.test-helper'
import fc from 'fast-check'
import * as z from 'zod'

interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: JsonSchema | boolean
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
}

/** What somebody types who means harm, or whose keyboard does. */
const HOSTILE = [
  "'; DROP TABLE record; --",
  '"><script>alert(1)</script>',
  '=cmd|calc!A1',
  '\u202Egnp.exe',
  '\uFEFF \u00A0\u200B',
  '0000-00-00',
  '9999-12-31',
  '0000-01-01',
  '../../etc/passwd',
  '%00%ff',
  '{x, plural, other {#}}',
  '*?[]\\',
  '٣'.repeat(50),
  'A'.repeat(9_999),
]

const textOf = ({ format, minLength = 0, maxLength = 60 }: JsonSchema): fc.Arbitrary<string> => {
  if (format === 'uuid') return fc.uuid()
  const usable = HOSTILE.filter((text) => text.length >= minLength && text.length <= maxLength)
  const drawn = fc.string({
    minLength: Math.min(minLength, 100),
    maxLength: Math.min(maxLength, minLength + 60),
    unit: CODE_POINT,
  })
  const kept = drawn.map((text) => text.replaceAll('\0', '0').toWellFormed())
  return usable.length === 0 ? kept : fc.oneof(kept, fc.constantFrom(...usable))
}

/** Values that the schema takes, as far as JSON Schema can say it; finer rules refuse some of them. */
function fitting(schema: JsonSchema, defs: NonNullable<JsonSchema['$defs']>): fc.Arbitrary<unknown> {
  if (schema.$ref) return fitting(defs[schema.$ref.replace(/^.*\//, '')] ?? {}, defs)
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((each) => fitting(each, defs)))
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return textOf(schema)
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? -5, -1_000_000),
        max: Math.min(schema.maximum ?? 500, 1_000_000),
      })
    case 'number':
      return fc.double({ min: schema.minimum ?? -1_000, max: schema.maximum ?? 1_000, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array': {
      const { items = {}, minItems = 0, maxItems = 3 } = schema
      return fc.array(fitting(items, defs), {
        minLength: minItems,
        maxLength: Math.max(minItems, Math.min(maxItems, 3)),
      })
    }
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([name, each]) => [name, fitting(each, defs)] as const)
      return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] })
    }
    default:
      return fc.constantFrom(null, 0, 'x')
  }
}

/** Bodies that a schema of the contract takes, or nearly. */
export function bodyOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const stated = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  return fitting(stated, stated.$defs ?? {})
}

/** Values of every kind of JSON, for the place of any field. */
export const JUNK: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, -1, 0.5, 1e308, 2 ** 53, '', [], {}, [[]], { a: { b: [null] } }, ['x', 1]),
  fc.constantFrom(...HOSTILE, '\0', '\uD800', 'x'.repeat(50_000)),
)

/** The same body with one place of it, or its whole, put in another's: where that is, and what it becomes. */
export function spoilt(body: unknown): fc.Arbitrary<unknown> {
  if (body === null || typeof body !== 'object' || Object.keys(body).length === 0) return JUNK
  const spoilField = fc
    .constantFrom(...Object.keys(body))
    .chain((key) =>
      spoilt((body as Record<string, unknown>)[key]).map((value) =>
        Array.isArray(body) ? body.with(Number(key), value) : { ...body, [key]: value },
      ),
    )
  const without = fc.constantFrom(...Object.keys(body)).map((key) => {
    const { [key]: _, ...rest } = body as Record<string, unknown>
    return rest
  })
  const more = JUNK.map((value) => ({ ...body, surplus: value }))
  return fc.oneof(
    { weight: 8, arbitrary: spoilField },
    { weight: 1, arbitrary: without },
    { weight: 1, arbitrary: more },
    { weight: 1, arbitrary: JUNK },
  )
}
