/**
 * Why a restricted record is looked at. Purposes are picked from this list, never typed: Directive (EU) 2016/680,
 * article 25, asks that the log establish the justification of every consultation.
 */
export const PURPOSES = [
  'trace',
  'criminal_investigation',
  'licensing_check',
  'border_control',
  'ballistic_comparison',
  'stolen_check',
  'judicial_request',
  'data_quality',
  'system_administration',
  'oversight',
] as const
export type Purpose = (typeof PURPOSES)[number]

/** The law on which an agency asks another whether it holds a record of a firearm. */
export const LEGAL_BASES = [
  'criminal_procedure',
  'firearms_act',
  'customs_act',
  'international_tracing_instrument',
  'firearms_protocol',
  'court_order',
] as const
export type LegalBasis = (typeof LEGAL_BASES)[number]
