/**
 * A marking: what an examiner or a clerk says stands on a firearm, a part or a component.
 * Terms after the International Tracing Instrument, paragraphs 7 and 8, and MOSAIC 05.30.
 */

/** The part a mark stands on (DOMAIN code list PART). `unknown` where the source does not say. */
export const PARTS = [
  'frame',
  'receiver_upper',
  'receiver_lower',
  'barrel',
  'slide',
  'cylinder',
  'bolt_breech',
  'silencer',
  'magazine',
  'trigger_group',
  'conversion_device',
  'stock',
  'semi_finished',
  'other',
  'unknown',
] as const
export type Part = (typeof PARTS)[number]

/** What a mark is for. A proof or patent number is not a serial. */
export const MARK_KINDS = [
  'serial',
  'maker',
  'logo',
  'model',
  'calibre',
  'country',
  'import',
  'importer',
  'proof',
  'year',
  'property',
  'deactivation',
  'lot',
  'patent',
  'other',
] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/** Is one character sure, sure by a laboratory, guessed at, or gone? */
export type CharacterState = 'clear' | 'doubtful' | 'lost' | 'restored'

/** What may be said in place of a marking; each is also a state of a mark, and none of them tells its number. */
export const ABSENCES = [
  'obliterated',
  'altered',
  'never_marked',
  'none_found',
  'illegible',
  'not_examined',
  'not_recorded',
] as const
export type Absence = (typeof ABSENCES)[number]

/**
 * The state of a whole mark. They are different facts: `obliterated` is an offence in itself (Firearms Protocol,
 * article 5), `never_marked` is an examiner's conclusion and points to craft or clandestine making, `none_found` is a
 * clerk's `S/N`, `not_recorded` a training need.
 */
export const MARK_STATES = ['legible', 'partial', ...ABSENCES] as const
export type MarkState = (typeof MARK_STATES)[number]

export type Script = 'latin' | 'cyrillic' | 'greek' | 'arabic' | 'mixed' | 'none'

/**
 * One position of a mark. `alternatives` holds every reading that is open: one for a clear character, several for
 * `[8B]`, none for a lost one (`?`). A run of unknown length (`*`) is a position of its own with `run: true`.
 */
export interface MarkCharacter {
  readonly state: CharacterState
  readonly alternatives: readonly string[]
  readonly run: boolean
}

/** A mark as stated and as read. `norm` and `skeleton` are null where the source gives words instead of a number. */
export interface Mark {
  readonly part: Part
  readonly kind: MarkKind
  /** The very text of the source, untouched. */
  readonly stated: string
  /** For matching: upper case, no separators, no label. Lost characters stay `?`, runs `*`, alternatives `[8B]`. */
  readonly norm: string | null
  /** `norm` with the characters folded that markings and clerks confuse (DOMAIN 4.7). */
  readonly skeleton: string | null
  readonly script: Script
  readonly state: MarkState
  readonly characters: readonly MarkCharacter[]
  /** Set where no table knows the stated text: it waits for a curator, and `state` says no more than `not_recorded`. */
  readonly unread?: true
}
