/** The closed lists of custody and of ballistic results (ISO 21043, ISO/IEC 17025; DOMAIN 1.9, 1.10, 2.14). */

/** For what an exhibit is handed over. The first event of each is the recovery itself. */
export const CUSTODY_PURPOSES = [
  'recovered',
  'transport',
  'store',
  'latent_print',
  'dna',
  'ballistic',
  'test_fire',
  'serial_restoration',
  'examination',
  'return_to_holder',
  'court',
  'destroy',
  'transfer_state_use',
  'loan',
  'split',
  'join',
] as const
export type CustodyPurpose = (typeof CUSTODY_PURPOSES)[number]

/** With these an exhibit leaves custody; what follows is no hand-over any more but a recovery anew. */
export const CUSTODY_ENDS = ['return_to_holder', 'destroy', 'transfer_state_use'] as const

/**
 * How well a hand-over is attested, best first: both signed with a passkey; both in sessions of their own; on paper before
 * a witness, with the scan; by one side alone, which is a break until somebody accepts.
 */
export const CUSTODY_GRADES = ['passkeys', 'sessions', 'paper_witnessed', 'one_sided'] as const
export type CustodyGrade = (typeof CUSTODY_GRADES)[number]

/** Where the chain of custody is broken, found by rule and never mended, only explained. */
export const CUSTODY_BREAKS = [
  'gap',
  'seal_changed',
  'seal_missing',
  'before_recovery',
  'out_of_order',
  'not_accepted',
  'one_sided',
  'clocks_disagree',
  'two_custodians',
] as const
export type CustodyBreak = (typeof CUSTODY_BREAKS)[number]

/**
 * What a comparison says. A lead is presumptive; a hit was confirmed at the microscope by an examiner and a second one;
 * nothing else is ever called a hit.
 */
export const BALLISTIC_LEVELS = ['lead', 'hit', 'excluded', 'inconclusive'] as const
export type BallisticLevel = (typeof BALLISTIC_LEVELS)[number]

export const FIRED_ITEM_KINDS = ['bullet', 'cartridge_case', 'fragment', 'wad', 'shot'] as const
export type FiredItemKind = (typeof FIRED_ITEM_KINDS)[number]
