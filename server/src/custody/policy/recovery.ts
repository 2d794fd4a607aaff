import { ProofmarkError } from '@proofmark/contract/errors'
import { RECOVERERS } from '@proofmark/contract/route'
import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { Agency } from '../../access/commands/add-agency.ts'
import type { Context, Reader } from '../../access/context.ts'
import { meantAgency } from '../../access/policy/meant-agency.ts'
import { needRole } from '../../access/policy/role.ts'

/** In the name of which agency the reader records a recovery. Throws `role_needed`, and what `meantAgency` throws. */
export async function recoveringAgency(context: Context, named: string | undefined): Promise<Agency> {
  needRole(context.reader, RECOVERERS)
  return meantAgency(context, named)
}

/** May the reader see who is named at a recovery? The people of the agency that recovered, whose work it is. */
export const seesPersonsAt = (reader: Reader, agency: string): boolean =>
  reader.installer ||
  (reader.agency?.id === agency &&
    (['recorder', 'trace_officer', 'data_steward', 'exhibit_manager'] as const).some((role) =>
      reader.roles.includes(role),
    ))

const leadingToSomebody = (form: RecoveryForm): readonly (readonly [string, boolean])[] => [
  ['persons', form.persons.length > 0],
  ['vehicles', form.vehicles.length > 0],
  ['parcel', form.parcel !== undefined],
  ['place.latitude', form.place.latitude !== undefined || form.place.longitude !== undefined],
  ['status', form.status !== 'surrendered'],
]

/**
 * A surrender without identity keeps nothing that leads back to somebody: no person, no vehicle, no parcel, no point on a
 * map. It was promised to whoever came, so that one version without identity holds all of them to it. Throws
 * `recovery_anonymous` with the first field that leads somewhere.
 */
export function needAnonymity(versions: readonly RecoveryForm[]): void {
  if (!versions.some(({ anonymous }) => anonymous)) return
  for (const form of versions) {
    const [field] = leadingToSomebody(form).find(([, present]) => present) ?? []
    if (field !== undefined) throw new ProofmarkError('recovery_anonymous', { field })
  }
}

const named = (all: readonly { readonly field?: string | undefined }[]): string[] =>
  all.flatMap(({ field }) => field ?? [])

/** Throws `recovery_field_twice` where two exhibits, persons, vehicles or marks could not be told apart. */
export function needApart(form: RecoveryForm): void {
  for (const [field, words] of [
    ['exhibits', form.exhibits.map(({ exhibit }) => exhibit.toLowerCase())],
    ['persons', named(form.persons)],
    ['vehicles', named(form.vehicles)],
    ...form.exhibits.map(({ marks }) => ['marks', named(marks)] as const),
  ] as const) {
    const twice = words.find((word, at) => words.indexOf(word) !== at)
    if (twice !== undefined) throw new ProofmarkError('recovery_field_twice', { field, value: twice })
  }
}
