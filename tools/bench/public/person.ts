/** The fields of the published Febrl data sets, in their order. */
export const PERSON_FIELDS = [
  'given_name',
  'surname',
  'street_number',
  'address_1',
  'address_2',
  'suburb',
  'postcode',
  'state',
  'date_of_birth',
  'soc_sec_id',
] as const
export type PersonField = (typeof PERSON_FIELDS)[number]

/** A record of a person who does not exist; '' where a field is missing. */
export type Person = Readonly<Record<PersonField, string>>

/** Originals, and a duplicate of some of them; `truth` says which original each duplicate is of, by position. */
export interface PersonProblem {
  readonly originals: readonly Person[]
  readonly duplicates: readonly Person[]
  readonly truth: readonly number[]
}
