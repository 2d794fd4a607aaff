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

/**
 * Who says that an exhibit changed hands. Its giver offers it, and custody changes when the other side accepts; a receiver
 * says that they have it; a paper says so before a witness; a keeper says what was done without its changing hands. The first event of a
 * chain is said by whoever begins it.
 */
export const CUSTODY_TELLERS = ['begin', 'giver', 'receiver', 'paper', 'keeper'] as const
export type CustodyTeller = (typeof CUSTODY_TELLERS)[number]

/** What the other side answers; a giver may withdraw what nobody accepted. */
export const CUSTODY_VERDICTS = ['accepted', 'declined', 'withdrawn'] as const
export type CustodyVerdict = (typeof CUSTODY_VERDICTS)[number]

/** What an order allows. Without one nothing is destroyed, given back, given to the state or lent. */
export const CUSTODY_ORDERS = ['destroy', 'return_to_holder', 'transfer_state_use', 'loan'] as const
export type CustodyOrder = (typeof CUSTODY_ORDERS)[number]

export const ORDERING_AUTHORITIES = ['court', 'administrative'] as const
export type OrderingAuthority = (typeof ORDERING_AUTHORITIES)[number]

/** Why an exhibit must stay. */
export const CUSTODY_HOLDS = ['ballistic', 'trace', 'court', 'appeal', 'other'] as const
export type CustodyHold = (typeof CUSTODY_HOLDS)[number]

/** What speaks against the end of an exhibit's custody. */
export const CUSTODY_OBSTACLES = [
  'no_order',
  'order_ended',
  'open_trace',
  'not_cleared',
  'hold',
  'offer_open',
  'on_loan',
  'ended',
] as const
export type CustodyObstacle = (typeof CUSTODY_OBSTACLES)[number]

/** What taking stock shows of a thing: as recorded, in another place than recorded, not there, or not expected at all. */
export const STOCK_FINDINGS = ['present', 'elsewhere', 'missing', 'unexpected'] as const
export type StockFinding = (typeof STOCK_FINDINGS)[number]

export const STOCKTAKE_STATES = ['open', 'closed'] as const
export type StocktakeState = (typeof STOCKTAKE_STATES)[number]

/** How a campaign of destruction stands: nobody signed, one did, it was carried out with the second, or given up before. */
export const DISPOSAL_STATES = ['half_signed', 'open', 'carried_out', 'withdrawn'] as const
export type DisposalState = (typeof DISPOSAL_STATES)[number]
