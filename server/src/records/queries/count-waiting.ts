import type { Context } from '../../access/context.ts'
import type { DecidedText } from '../rules/check-decision.ts'
import { agencyClasses } from './agency-classes.ts'

/** A text as most clerks write it: as stated, in capitals, in small letters, with the first one large. */
export function usualSpellings(text: string): string[] {
  const lower = text.toLowerCase()
  return [...new Set([text, lower, text.toUpperCase(), lower.slice(0, 1).toUpperCase() + lower.slice(1)])]
}

/**
 * In how many records of the agency a text waits, written so or in capitals, small letters or with the first one large:
 * other spellings of it are not looked for, so there may be more.
 */
export async function countWaiting(
  context: Context,
  agency: string,
  { field, text, make }: DecidedText,
): Promise<number> {
  const { rows } = await context.client.query<{ records: string }>(
    `SELECT count(*) AS records FROM unread_text
     WHERE vis = ANY ($1::int4[]) AND field = $2 AND text = ANY ($3::text[])
       AND (field <> 'model' OR make IS NOT DISTINCT FROM $4)`,
    [await agencyClasses(context, agency), field, usualSpellings(text), make],
  )
  return Number(rows[0]!.records)
}
