import { type PersonRole, PROFILE_FIELDS, type ProfileField } from '@proofmark/contract/profile-fields'
import type { Profile, ProfileProposal } from '@proofmark/contract/schemas/profile'
import { isBlank } from '@proofmark/domain/fold'
import type { SourceKind } from '@proofmark/domain/source-kind'
import { headingKey } from './file-columns.ts'
import type { Cells } from './profile-rule.ts'
import { type HeadingRead, readHeading } from './read-heading.ts'
import { dateOrderOf, readShareOf } from './read-sample.ts'

/** The most rows that are looked at. */
const SAMPLE_ROWS = 1_000
/** A column of which less than this can be read is not what its heading says. */
const LEAST_READ = 1 / 3
/** Fields that are dates. */
const DATES = ['date', 'until', 'reported'] as const

interface Column extends HeadingRead {
  readonly heading: string
  /** What stands in it in the sample, blanks left out. */
  readonly values: readonly string[]
}

/** The role of a person whose column does not say it, by what the source lists. */
const ROLE_BY_KIND: Readonly<Partial<Record<SourceKind, PersonRole>>> = {
  register: 'holder',
  deregistration: 'holder',
  allocation: 'holder',
  'loss-theft': 'holder',
  seizure: 'possessor',
  find: 'reporter',
  surrender: 'possessor',
}

/** A heading that no profile could name. */
const unnameable = (heading: string) =>
  isBlank(heading) || heading.length > 300 || !heading.isWellFormed() || heading.includes('\0')

function columnsIn(headings: readonly string[], sample: readonly Cells[]): readonly Column[] {
  const known = new Set<string>()
  return headings.flatMap((heading) => {
    const key = headingKey(heading)
    if (unnameable(heading) || known.has(key)) return []
    known.add(key)
    const values = sample.map((cells) => cells[heading] ?? '').filter((value) => !isBlank(value))
    return [{ heading, values, ...readHeading(heading) }]
  })
}

function proposePersons(columns: readonly Column[], kind: SourceKind): NonNullable<Profile['persons']> {
  const named = columns.flatMap(({ heading, person }) => {
    if (!person) return []
    const role = person.role ?? ROLE_BY_KIND[kind] ?? 'other'
    return [[heading, person.identifies ? { role, identifies: true } : role] as const]
  })
  return Object.fromEntries(named)
}

/** Each field from the column that says it best, each column for one field. */
function proposeFields(columns: readonly Column[]): Map<ProfileField, Column> {
  const candidates = columns
    .flatMap((column) => [...column.fields].map(([field, words]) => ({ field, column, words })))
    .map((each) => ({ ...each, read: readShareOf(each.field, each.column.values) }))
    .filter(({ read }) => read >= LEAST_READ)
    .sort((a, b) => b.words - a.words || b.read - a.read)
  const fields = new Map<ProfileField, Column>()
  const used = new Set<Column>()
  for (const { field, column } of candidates) {
    if (fields.has(field) || used.has(column)) continue
    fields.set(field, column)
    used.add(column)
  }
  return fields
}

function proposeKey(columns: readonly Column[], rows: number): Column | undefined {
  return columns.find(({ key, values }) => key && rows > 0 && values.length === rows && new Set(values).size === rows)
}

/**
 * What the headings of a file and its first rows suggest: a profile for a person to correct and to save, never applied
 * by itself. A column is proposed for a field where the words of its heading say so and enough of the sample can be
 * read as that; what looks like a person's is proposed as such and for nothing else.
 */
export function proposeProfile(
  headings: readonly string[],
  sample: readonly Cells[],
  sourceKind: SourceKind,
): Pick<ProfileProposal, 'profile' | 'unused'> {
  const rows = sample.slice(0, SAMPLE_ROWS)
  const columns = columnsIn(headings, rows)
  const persons = proposePersons(columns, sourceKind)
  const things = columns.filter(({ person }) => person === null)
  const key = proposeKey(things, rows.length)
  const fields = proposeFields(things.filter((column) => column !== key))
  const dates = dateOrderOf(DATES.flatMap((field) => fields.get(field)?.values ?? []))
  const used = new Set([...Object.keys(persons), key?.heading, ...[...fields.values()].map(({ heading }) => heading)])
  return {
    profile: {
      profile: 1,
      ...(dates ? { dates } : {}),
      ...(key ? { key: key.heading } : {}),
      fields: Object.fromEntries(
        PROFILE_FIELDS.flatMap((field) => {
          const column = fields.get(field)
          return column ? [[field, column.heading] as const] : []
        }),
      ),
      ...(Object.keys(persons).length > 0 ? { persons } : {}),
    },
    unused: headings.filter((heading) => !used.has(heading)),
  }
}
