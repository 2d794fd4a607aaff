import { ROW_KINDS } from '@proofmark/domain/row-kind'
import * as z from 'zod'
import { DATE_ORDERS, DELIMITERS, ENCODINGS, PERSON_ROLES, PROFILE_FIELDS } from '../profile-fields.ts'

/** Text that a database and a log can keep as it is. */
const kept = (least: number, most: number) =>
  z
    .string()
    .min(least)
    .max(most)
    .refine((text) => text.isWellFormed() && !text.includes('\0'))

/** A column, by its heading; case and blanks around it do not matter. */
const heading = kept(1, 300).regex(/\S/)
const text = kept(1, 500)
/** Shown to people, so without characters that turn round what follows them. */
const name = kept(1, 120).regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]*$/u)
const separator = kept(1, 20)

/** By what the source writes: what it means, or "" where it means that nothing is stated. */
const values = z.record(kept(1, 120).regex(/\S/), kept(0, 500))

const split = z.strictObject({
  by: separator,
  take: z
    .int()
    .min(-100)
    .max(100)
    .refine((take) => take !== 0),
})
const columnRule = z.strictObject({ column: heading, split: split.optional(), values: values.optional() })
const constantRule = z.strictObject({ constant: text.regex(/\S/) })
const joined = <Part extends z.ZodType>(part: Part) => z.array(part).min(2).max(20)
const joinRule = z.strictObject({
  join: joined(z.union([heading, constantRule])),
  by: kept(0, 20),
  values: values.optional(),
})

/** How one of our fields follows from a file's columns. */
export const profileRule = z.union([heading, columnRule, joinRule, constantRule])
export type ProfileRule = z.infer<typeof profileRule>

/** A backslash keeps the parts of a key apart, so it cannot stand between them. */
const keyJoin = z.strictObject({ join: joined(heading), by: separator.regex(/^[^\\]*$/) })
const keyRule = z.union([heading, columnRule, keyJoin])

const fields = z.partialRecord(z.enum(PROFILE_FIELDS), profileRule)
const eachPiece = z.strictObject({ each: heading, by: separator })
const items = z.union([z.array(fields).min(1).max(50), eachPiece])

const personRole = z.enum(PERSON_ROLES)
const person = z.union([personRole, z.strictObject({ role: personRole, identifies: z.boolean().optional() })])

/** How a file is written, where it is said rather than found. */
export const writtenForm = z.strictObject({
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  /** The row that holds the headings, from 1. */
  heading: z.int().min(1).max(1_000).optional(),
  sheet: kept(1, 100).optional(),
})
export type WrittenForm = z.infer<typeof writtenForm>

/** How the columns of a source's files are to be understood. What is left out is found in the file or not stated. */
export const profile = z.strictObject({
  /** The version of this form of a profile. */
  profile: z.literal(1),
  name: name.optional(),
  file: writtenForm.optional(),
  row: z.enum(ROW_KINDS).optional(),
  dates: z.enum(DATE_ORDERS).optional(),
  key: keyRule.optional(),
  fields,
  items: items.optional(),
  persons: z.record(heading, person).optional(),
})
export type Profile = z.infer<typeof profile>

/** By the last step of the way to it: what an object of a profile may hold. */
export const PROFILE_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(profile.shape),
  file: Object.keys(writtenForm.shape),
  fields: PROFILE_FIELDS,
  split: Object.keys(split.shape),
}

export const profileSaveRequest = z.strictObject({ profile })
export const profileVersion = z.object({
  version: z.number().int(),
  name: z.string().nullable(),
  by: z.string(),
  at: z.string(),
})
export type ProfileVersion = z.infer<typeof profileVersion>
export const savedProfile = profileVersion.extend({ profile })
export const profileList = z.object({ profiles: z.array(profileVersion) })

const tableForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('csv'), encoding: z.enum(ENCODINGS), delimiter: z.enum(DELIMITERS) }),
  z.object({ kind: z.literal('xlsx'), sheet: z.string(), sheets: z.array(z.string()) }),
])
export type FileForm = z.infer<typeof tableForm>

/** A profile that a file's headings and first rows suggest: nothing is read by it until somebody saves it. */
export const profileProposal = z.object({
  profile,
  /** Columns of which the proposal makes nothing. */
  unused: z.array(z.string()),
  /** The file as it was read: its form, its headings in their order, and its first rows as stated. */
  form: tableForm,
  headings: z.array(z.string()),
  sample: z.array(z.record(z.string(), z.string())),
})
export type ProfileProposal = z.infer<typeof profileProposal>
