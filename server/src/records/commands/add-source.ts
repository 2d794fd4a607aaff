import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { SourceVisibility } from '@proofmark/contract/source-words'
import type { SourceKind } from '@proofmark/domain/source-kind'
import { findAgency } from '../../access/commands/add-agency.ts'
import { internVisibility } from '../../access/commands/intern-visibility.ts'
import type { Context } from '../../access/context.ts'
import { needAgency } from '../../access/policy/agency.ts'
import { needRole } from '../../access/policy/role.ts'

export interface NewSource {
  readonly name: string
  readonly kind: SourceKind
  readonly agency: string
  readonly handling: 'H0' | 'H1' | 'H2' | 'H3'
  readonly visibility?: SourceVisibility | undefined
  /** Does what one person judges of its records wait for a second? */
  readonly fourEyes?: boolean | undefined
  /** Years for which its records are kept; as long as the law asks where none are named. */
  readonly retentionYears?: number | undefined
  /** Years after which a record that bears a person is looked at again (Directive (EU) 2016/680, article 5). */
  readonly reviewYears?: number | undefined
}

export interface AddedSource {
  readonly id: string
  readonly visibility: SourceVisibility
  readonly reviewYears: number
}

/** Losses and thefts are open so that a stolen firearm is known at once; what else an agency keeps, it points to. */
const visibilityOf = (kind: SourceKind): SourceVisibility => (kind === 'loss-theft' ? 'open' : 'pointer')

/**
 * Adds a source that an agency keeps, with its handling code and visibility from the start: a record is never seen
 * first and restricted later. Answers what was chosen for it. Throws `agency_unknown`, `name_taken`, `not_your_agency`, `role_needed`.
 */
export async function addSource(context: Context, input: NewSource): Promise<AddedSource> {
  needRole(context.reader, ['data_steward'])
  const agency = await findAgency(context, input.agency)
  if (!agency) throw new ProofmarkError('agency_unknown', { value: input.agency })
  needAgency(context.reader, agency)
  const { query, reader, audit } = context
  const taken = await query
    .selectFrom('source')
    .select('id')
    .where('agency_id', '=', agency.id)
    .where('name', '=', input.name)
    .executeTakeFirst()
  if (taken) throw new ProofmarkError('name_taken', { value: input.name })
  const visibility = input.visibility ?? visibilityOf(input.kind)
  const vis = await internVisibility(context, {
    agency: agency.id,
    sourceVisibility: visibility,
    handling: input.handling,
    readers: [],
  })
  const id = randomUUID()
  const { reviewYears } = await query
    .insertInto('source')
    .values({
      id,
      agency_id: agency.id,
      name: input.name,
      kind: input.kind,
      handling: input.handling,
      source_visibility: visibility,
      vis,
      four_eyes: input.fourEyes ?? false,
      retention_years: input.retentionYears ?? null,
      ...(input.reviewYears === undefined ? {} : { review_years: input.reviewYears }),
      profile: null,
      created_by: reader.account,
    })
    .returning('review_years as reviewYears')
    .executeTakeFirstOrThrow()
  await audit({ action: 'source.added', subjects: [id], body: { name: input.name, kind: input.kind, visibility } })
  return { id, visibility, reviewYears }
}
