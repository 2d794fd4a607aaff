/**
 * Which rows of `judgement j` a reader sees, `me` being the parameter of their account: all but those of a pair of which somebody asked
 * them for a verdict of their own that they have not yet given.
 */
export const seenBy = (me: string): string => `NOT EXISTS (
    SELECT FROM second_opinion o WHERE o.record_id = j.record_id AND o.other_id = j.other_id
      AND o.asked_of = ${me} AND o.given_number IS NULL)`
