import type { LegalJustification } from '@proofmark/contract/recovery-words'
import type { TraceForm } from '@proofmark/contract/schemas/trace-desk'
import type { TracedFirearm } from '@proofmark/contract/schemas/trace-message'
import type { ProposedBecause, TraceNeed } from '@proofmark/contract/trace-words'
import { findKnownModel } from '@proofmark/domain/known-model'
import { readMake } from '@proofmark/domain/make'
import { plantsOf } from '@proofmark/domain/plants'
import { proofState } from '@proofmark/domain/proof-state'
import { nameOfType } from '@proofmark/domain/type'
import type { Days, LifeRecord } from '../life-record.ts'
import { fromRecoveryOf, trusted } from './known-records.ts'
import { groundsSpokenFor, leftBefore } from './law-grounds.ts'
import { tracedFirearmOf } from './prefill.ts'

/** What is proposed under a condition that the records do not tell, and that the officer may know. */
const CONDITIONAL: ReadonlySet<ProposedBecause> = new Set(['seized_from_another', 'country_not_recorded'])

export const isConditional = ({ because }: Pick<FormProposal, 'because'>): boolean => CONDITIONAL.has(because)

/** A provision that may be proposed, as it stands. */
export interface Provision {
  readonly id: string
  readonly agency: { readonly name: string } | null
  readonly ground: LegalJustification
  readonly language: string
  readonly provision: string
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** Something that the form lacks and that is known: what it would say, and why that is thought. */
export interface FormProposal {
  /** Under which it is adopted; the same for as long as the same is proposed. */
  readonly id: string
  readonly need: TraceNeed
  readonly because: ProposedBecause
  readonly put: string
  readonly provision: Provision | null
  readonly records: readonly string[]
  readonly adopt: (form: TraceForm) => TraceForm
}

export interface ProposalFacts {
  readonly form: TraceForm
  readonly record: string
  readonly records: readonly LifeRecord[]
  readonly life: Parameters<typeof groundsSpokenFor>[2]
  readonly provisions: readonly Provision[]
}

const LONGEST = 4_000

/** Does a provision hold on every day on which it may have happened? An unknown day asks for a provision without that bound. */
export const holdsThroughout = (
  { validFrom, validTo }: Pick<Provision, 'validFrom' | 'validTo'>,
  days: Days,
): boolean =>
  (validFrom === null || (days.from !== null && validFrom <= days.from)) &&
  (validTo === null || (days.to !== null && days.to <= validTo))

const behind = (said: string | null, more: string): string =>
  [said, more].filter((each) => each !== null && each.trim() !== '').join('\n')

/** Says by which law it is illicit; that a national law makes it so is thereby said too, where it is an offence. */
const underLaw =
  ({ ground, provision }: Provision) =>
  (form: TraceForm): TraceForm => {
    const justification = behind(form.legalJustification, provision)
    const isOffence = ground !== 'administrative' && form.illicitGrounds.length === 0
    return {
      ...form,
      legalJustification: justification.length > LONGEST ? form.legalJustification : justification,
      illicitGrounds: isOffence ? ['national_law'] : form.illicitGrounds,
    }
  }

function lawProposals({ form, record, records, life, provisions }: ProposalFacts): FormProposal[] {
  const recovered = fromRecoveryOf(record, trusted(record, records))
  if (recovered === undefined) return []
  return groundsSpokenFor(record, records, life).flatMap(({ ground, because, records: by }) =>
    provisions
      .filter((each) => each.ground === ground && holdsThroughout(each, recovered.date))
      .filter(({ provision }) => !(form.legalJustification ?? '').includes(provision))
      .map((provision) => ({
        id: `law.${provision.id}`,
        need: 'legal_justification' as const,
        because,
        put: provision.provision,
        provision,
        records: by,
        adopt: underLaw(provision),
      })),
  )
}

const OF_FIREARM = { type: 'type', make: 'make', model: 'model', calibre: 'calibre', importer: 'importer' } as const

const withFirearm =
  (more: Partial<TracedFirearm>) =>
  (form: TraceForm): TraceForm => ({ ...form, firearm: { ...form.firearm, ...more } })

type Field = keyof typeof OF_FIREARM | 'countryOfManufacture'

function fieldProposal(
  need: TraceNeed,
  field: Field,
  put: string,
  because: ProposedBecause,
  records: readonly string[],
): FormProposal {
  const adopt = withFirearm({ [field]: put })
  return { id: `field.${need}`, need, because, put, provision: null, records, adopt }
}

/** What records of the firearm, joined to it by persons, say by now of what the form leaves open. */
function recordProposals({ form, record, records }: ProposalFacts): FormProposal[] {
  const now = tracedFirearmOf(record, records)
  const by = trusted(record, records).map((each) => each.record)
  const words = (Object.keys(OF_FIREARM) as (keyof typeof OF_FIREARM)[]).flatMap((field) => {
    const put = now[field]
    return form.firearm[field] === null && put !== null
      ? [fieldProposal(OF_FIREARM[field], field, put, 'another_record', by)]
      : []
  })
  const year = now.year
  const span = year === null ? '' : year.from === year.to ? `${year.from}` : `${year.from}–${year.to}`
  return [
    ...words,
    ...(form.firearm.year === null && year !== null
      ? [
          {
            ...fieldProposal('year', 'type', span, 'another_record', by),
            adopt: withFirearm({ year }),
          },
        ]
      : []),
  ]
}

const ISO = /^[A-Z]{2}$/

/** Why the country is not known, in the codes that a partner reads: that no record has it, and where its maker makes. */
function unknownCountry(plants: readonly string[]): FormProposal {
  const put = plants.length === 0 ? 'not recorded' : `not recorded; ${plants.join(', ')}`
  const unknown = fieldProposal('country_of_manufacture', 'countryOfManufacture', put, 'country_not_recorded', [])
  return { ...unknown, id: 'field.country_unknown', adopt: withFirearm({ countryUnknownBecause: put }) }
}

/** What the tables know its model as, where that is one thing alone. */
function modelProposals({ form, record, records }: ProposalFacts): FormProposal[] {
  const by = trusted(record, records).find(({ item }) => item.model.code !== null)
  const known = by === undefined ? null : findKnownModel(by.item.model.code)
  if (by === undefined || known === null) return []
  const [type, ...others] = known.types
  const name = others.length > 0 || type === undefined ? null : nameOfType(type)
  return form.firearm.type === null && name !== null
    ? [fieldProposal('type', 'type', name, 'of_model', [by.record])]
    : []
}

/** Where it was made, where its records say it, its maker makes in one state alone, or a proof mark tells which of its states it was. */
function countryProposals({ form, record, records }: ProposalFacts): FormProposal[] {
  const { firearm } = form
  if (firearm.countryOfManufacture !== null || firearm.countryUnknownBecause !== null) return []
  const known = trusted(record, records)
  const propose = (put: string, because: ProposedBecause, by: readonly string[]) => [
    fieldProposal('country_of_manufacture', 'countryOfManufacture', put, because, by),
  ]
  const said = tracedFirearmOf(record, records).countryOfManufacture
  if (said !== null)
    return propose(
      said,
      'another_record',
      known.map((each) => each.record),
    )
  const plants = plantsOf(readMake(firearm.make).make.code) ?? []
  const [sole] = plants
  if (plants.length === 1 && ISO.test(sole!)) return propose(sole!, 'sole_plant', [])
  const proved = known.flatMap(({ record: by, item }) =>
    item.marks.filter(({ kind }) => kind === 'proof').map(({ stated }) => ({ by, state: proofState(stated) })),
  )
  const states = new Set(proved.flatMap(({ state }) => (state !== null && plants.includes(state) ? [state] : [])))
  const [one] = states
  if (states.size !== 1 || !ISO.test(one!)) return [unknownCountry(plants)]
  return propose(one!, 'proof_mark', [...new Set(proved.filter(({ state }) => state === one).map(({ by }) => by))])
}

/** It left lawful hands by a record before it was recovered: a national law makes it illicit, whatever is done about it. */
function groundProposals({ form, record, records, life }: ProposalFacts): FormProposal[] {
  if (form.illicitGrounds.length > 0) return []
  const known = trusted(record, records)
  const left = leftBefore(record, known, life)
  if (left.length === 0) return []
  return [
    {
      id: 'ground.national_law',
      need: 'illicit_grounds',
      because: 'out_of_lawful_hands',
      put: 'national_law',
      provision: null,
      records: left,
      adopt: (before) => ({ ...before, illicitGrounds: ['national_law'] }),
    },
  ]
}

/**
 * What a form lacks and what is known of it, for the officer who writes it to confirm: texts of law by the grounds that its
 * records speak for, and of the firearm what follows from its records and the tables. Nothing of it is put in by itself, and
 * what would have to be guessed is not proposed.
 */
export function formProposals(facts: ProposalFacts): FormProposal[] {
  return [
    ...groundProposals(facts),
    ...lawProposals(facts),
    ...recordProposals(facts),
    ...modelProposals(facts),
    ...countryProposals(facts),
  ]
}
