/**
 * What a link between two records is good for, the least first. `lead`: a model’s, something to follow up. `named`: a
 * named person judged it, so that it may enter a trace or a statistic. `court`: two named persons looked at the pair and
 * came to the same, so that it may enter a court document.
 */
export const LINK_LEVELS = ['lead', 'named', 'court'] as const
export type LinkLevel = (typeof LINK_LEVELS)[number]
