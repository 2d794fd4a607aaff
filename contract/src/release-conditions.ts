/**
 * What an owner may ask of whoever receives its records. The first two are the handling codes H2 and H1 of the Europol
 * Regulation's article 29, stated for one release; the list is closed, so that each has its sentence in every language.
 */
export const RELEASE_CONDITIONS = ['not_passed_on', 'not_in_court', 'intelligence_only', 'report_result'] as const
export type ReleaseCondition = (typeof RELEASE_CONDITIONS)[number]

/** Most records that one release shows. */
export const MOST_RELEASED = 500
