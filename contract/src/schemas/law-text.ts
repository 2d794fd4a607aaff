import * as z from 'zod'
import { LEGAL_JUSTIFICATIONS } from '../recovery-words.ts'
import { day, identifier, name, text } from './common.ts'

const PROVISION_LIMIT = 2_000

/**
 * The text of a provision by which a recovered firearm is illicit, by the ground that recoveries state. What was said
 * before stays; of one identifier the last counts.
 */
export const lawTextRequest = z.strictObject({
  /** Chosen by the client; the same identifier again is the same provision, said anew. */
  id: identifier,
  /** Whose people use it: those of the steward’s agency, or everybody’s in this state. */
  of: z.enum(['agency', 'state']),
  /** The agency, for the installer’s shell, which belongs to none. */
  agency: name.optional(),
  ground: z.enum(LEGAL_JUSTIFICATIONS),
  /** In which language it is written (ISO 639). */
  language: z.string().regex(/^[a-z]{2,3}$/),
  /** Where it stands and what it says. */
  provision: text(PROVISION_LIMIT).regex(/[\p{L}\p{N}]/u),
  /** The first and the last day on which it holds; null where there is no bound. */
  validFrom: day.nullable(),
  validTo: day.nullable(),
  /** Not to be proposed any more. */
  removed: z.boolean().default(false),
})
export type LawTextRequest = z.input<typeof lawTextRequest>

export const lawTextList = z.object({
  texts: z.array(
    z.object({
      id: identifier,
      /** Null: of the state, for every agency. */
      agency: z.string().nullable(),
      /** May this reader say it anew? */
      keeps: z.boolean(),
      ground: z.enum(LEGAL_JUSTIFICATIONS),
      language: z.string(),
      provision: z.string(),
      validFrom: day.nullable(),
      validTo: day.nullable(),
      by: z.string(),
      at: z.string(),
    }),
  ),
})
export type LawTextList = z.infer<typeof lawTextList>
export const lawTextSaved = z.object({ id: identifier, at: z.string() })
