/** What a person may do. One person may hold several; `administrator` gives no sight of any record. */
export const ROLES = [
  'recorder',
  'trace_officer',
  'exhibit_manager',
  'ballistic_examiner',
  'investigator',
  'analyst',
  'data_steward',
  'administrator',
  'data_protection_officer',
] as const
export type Role = (typeof ROLES)[number]
